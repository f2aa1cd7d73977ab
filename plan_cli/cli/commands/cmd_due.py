"""``plan due``: the dates to keep."""

from typing import Annotated

import typer

from plan_cli.cli.options import TABLE_FORMS, TODAY_OPTION, command, parse_day, parse_days
from plan_cli.query.asked import Selection
from plan_cli.report import Report
from plan_cli.reports.due import due_report


@command(
    (*TABLE_FORMS, "ics"),
    "plan due",
    "plan due --within 30 --today 2022-05-10",
    "plan due 省科技馆 --overdue",
    "plan due -o 时限.ics",
)
def run(
    selection: Selection,
    within: Annotated[
        str | None, typer.Option("--within", metavar="天数", help="只看今天起这些天内到期的")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="只看已逾期的")] = False,
    today: Annotated[str | None, TODAY_OPTION] = None,
) -> Report:
    """List deadlines."""
    return due_report(selection, parse_day(today), parse_days(within), overdue)
