"""``plan dept [NAME]``: units and kinds with their counts, or the page of one.

plan dept
plan dept 科普部
"""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import PARTY
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import FilteredSelection, command
from plan_cli.query.lookup import find_party
from plan_cli.reports.parties import party_page, party_table


@command("plan dept", "plan dept 科普部", "plan dept 医疗卫生机构科协", many="joined")
def run(
    selection: FilteredSelection,
    name: Annotated[str | None, typer.Argument(metavar=PARTY, help="部门、单位或类别")] = None,
) -> Shown:
    """Count tasks by unit, or show one unit."""
    if name is None:
        return Shown(party_table(selection))
    return Shown(party_page(selection, find_party(selection.plan, name)))
