"""``plan dept``: units and kinds with their counts, or the page of one."""

from typing import Annotated

import typer

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.model.plan import Plan
from plan_cli.query.asked import Selection
from plan_cli.query.lookup import find_party
from plan_cli.report import Report
from plan_cli.reports.parties import party_page, party_table


@command(TABLE_FORMS, "plan dept", "plan dept 科普部", "plan dept 医疗卫生机构科协")
def run(
    plan: Plan,
    selection: Selection,
    name: Annotated[str | None, typer.Argument(metavar="部门", help="部门、单位或类别")] = None,
) -> Report:
    """Count tasks by unit, or show one unit."""
    if name is None:
        return party_table(selection)
    return party_page(selection, find_party(plan, name))
