"""``plan board [NAME…]``: one screen for a head of office.

plan board
plan board --today 2022-05-10
"""

from typing import Annotated

from plan_cli.cli.days import parse_day
from plan_cli.cli.options import TODAY_OPTION
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import NamedSelection, command
from plan_cli.reports.board import board


@command("plan board", "plan board --today 2022-05-10")
def run(selection: NamedSelection, today: Annotated[str | None, TODAY_OPTION] = None) -> Shown:
    """Show the board."""
    return Shown(board(selection, parse_day(today)))
