"""``plan trace [ID…]``: key tasks and the work points that carry them out.

plan trace K7
plan trace --dept 科普部
"""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import ID
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import FilteredSelection, command
from plan_cli.query.by_id import find_ids
from plan_cli.reports.trace import trace_report


@command("plan trace", "plan trace K7", "plan trace --dept 科普部", many="joined")
def run(
    selection: FilteredSelection,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar=ID, help="重点工作或工作要点的编号，如 K7")
    ] = None,
) -> Shown:
    """Trace key tasks."""
    hits = find_ids(selection.plan, ids or ())
    return Shown(trace_report(selection, [hit.entry.id for hit in hits]))
