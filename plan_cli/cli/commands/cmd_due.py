"""``plan due [NAME…]``: the dates to keep.

plan due --within 30
plan due 省科技馆 --overdue
plan due -o 时限.ics
"""

from typing import Annotated

import typer

from plan_cli.cli.days import parse_day, parse_days
from plan_cli.cli.options import TODAY_OPTION
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import NamedSelection, command
from plan_cli.reports.due import due_report


@command(
    "plan due",
    "plan due --within 30 --today 2022-05-10",
    "plan due 省科技馆 --overdue",
    "plan due -o 时限.ics",
    shows=["table", "calendar"],
    many="joined",
)
def run(
    selection: NamedSelection,
    within: Annotated[
        str | None, typer.Option("--within", metavar="天数", help="只看今天起这些天内到期的")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="只看已逾期的")] = False,
    today: Annotated[str | None, TODAY_OPTION] = None,
) -> Shown:
    """List deadlines."""
    return Shown(due_report(selection, parse_day(today), parse_days(within), overdue))
