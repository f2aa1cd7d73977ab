"""The commands about the document's own groupings: all of them with counts, or the page of one."""

from collections.abc import Callable
from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import Values
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import Command, FilteredSelection, command
from plan_cli.model.plan import Grouping, Plan
from plan_cli.query.axes import AXES
from plan_cli.query.filters import FILTERS
from plan_cli.reports.groupings import grouping_page, grouping_table


def grouping(kind: str, find: Callable[[Plan, str], Grouping], example: str) -> Command[...]:
    """Return the command about the axis ``kind``, whose groups ``find`` finds by name."""
    axis = AXES[kind]

    @command(f"plan {kind}", f"plan {kind} {example}", many="joined")
    def run(
        selection: FilteredSelection,
        name: Annotated[
            str | None,
            typer.Argument(
                metavar=Values(axis.label, FILTERS[kind].choices), help=f"{axis.label}的名称"
            ),
        ] = None,
    ) -> Shown:
        if name is None:
            return Shown(grouping_table(selection, axis))
        return Shown(grouping_page(selection, axis, find(selection.plan, name).name))

    return run
