"""``plan trace``: key tasks and the work points that carry them out."""

from typing import Annotated

import typer

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.model.plan import Plan
from plan_cli.query.asked import Selection
from plan_cli.query.lookup import find_ids
from plan_cli.report import Report
from plan_cli.reports.trace import trace_report


@command(TABLE_FORMS, "plan trace", "plan trace K7", "plan trace --dept 科普部")
def run(
    plan: Plan,
    selection: Selection,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="编号", help="重点工作或工作要点的编号，如 K7")
    ] = None,
) -> Report:
    """Trace key tasks."""
    return trace_report(selection, [hit.entry.id for hit in find_ids(plan, ids or ())])
