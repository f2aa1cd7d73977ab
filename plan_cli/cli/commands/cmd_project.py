"""``plan project``: the projects with their counts, or the page of one."""

from typing import Annotated

import typer

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.model.plan import Plan
from plan_cli.query.asked import Selection
from plan_cli.query.axes import AXES
from plan_cli.query.lookup import find_project
from plan_cli.report import Report
from plan_cli.reports.groupings import grouping_page, grouping_table


@command(TABLE_FORMS, "plan project", "plan project 科普筑基")
def run(
    plan: Plan,
    selection: Selection,
    name: Annotated[str | None, typer.Argument(metavar="工程", help="工程的名称")] = None,
) -> Report:
    """Count tasks by project, or show one project."""
    if name is None:
        return grouping_table(selection, AXES["project"])
    return grouping_page(selection, AXES["project"], find_project(plan, name).name)
