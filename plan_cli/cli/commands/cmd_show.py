"""``plan show``: tasks and measures by id."""

from typing import Annotated

import typer

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.model.plan import Plan
from plan_cli.query.lookup import find_ids
from plan_cli.report import Report
from plan_cli.reports.task import task_pages


@command(TABLE_FORMS, "plan show 14", "plan show K3 12.2", "plan show 14 --json")
def run(
    plan: Plan,
    ids: Annotated[
        list[str],
        typer.Argument(metavar="编号", help="14、K3、重点3、第14项；12.2 是任务 12 的第 2 条举措"),
    ],
) -> Report:
    """Show tasks and measures."""
    return task_pages(find_ids(plan, ids))
