"""``plan show ID…``: tasks and measures, whole.

plan show 14
plan show K3 12.2 --json
"""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import ID
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import MaybeKnown, WholePlan, command
from plan_cli.model.known import Seen
from plan_cli.query.by_id import find_ids
from plan_cli.reports.task import task_pages


@command("plan show 14", "plan show K3 12.2", "plan show 14 --json", many="joined")
def run(
    plan: WholePlan,
    known: MaybeKnown,
    ids: Annotated[
        list[str],
        typer.Argument(metavar=ID, help="14、K3、重点3、第14项；12.2 是任务 12 的第 2 条举措"),
    ],
) -> Shown:
    """Show tasks and measures."""
    return Shown(task_pages(find_ids(plan, ids), Seen(known) if known else None))
