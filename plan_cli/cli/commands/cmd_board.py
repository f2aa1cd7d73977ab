"""``plan board``: one screen for a head of office."""

from typing import Annotated

from plan_cli.cli.options import TABLE_FORMS, TODAY_OPTION, command, parse_day
from plan_cli.query.asked import Selection
from plan_cli.report import Report
from plan_cli.reports.board import board


@command(TABLE_FORMS, "plan board", "plan board --today 2022-05-10")
def run(selection: Selection, today: Annotated[str | None, TODAY_OPTION] = None) -> Report:
    """Show the board."""
    return board(selection, parse_day(today))
