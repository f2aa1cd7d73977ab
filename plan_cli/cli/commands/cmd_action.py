"""``plan action``: the actions with their counts, or the page of one."""

from typing import Annotated

import typer

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.model.plan import Plan
from plan_cli.query.asked import Selection
from plan_cli.query.axes import AXES
from plan_cli.query.lookup import find_action
from plan_cli.report import Report
from plan_cli.reports.groupings import grouping_page, grouping_table


@command(TABLE_FORMS, "plan action", "plan action 科普中原")
def run(
    plan: Plan,
    selection: Selection,
    name: Annotated[str | None, typer.Argument(metavar="行动", help="行动的名称")] = None,
) -> Report:
    """Count tasks by action, or show one action."""
    if name is None:
        return grouping_table(selection, AXES["action"])
    return grouping_page(selection, AXES["action"], find_action(plan, name).name)
