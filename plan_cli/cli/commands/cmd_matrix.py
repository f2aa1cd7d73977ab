"""``plan matrix [NAME…]``: units down, groups across.

plan matrix
plan matrix --by project --role named
"""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import Values
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import SelectionByRole, command
from plan_cli.query.axes import AXIS_CHOICES, find_axis
from plan_cli.reports.matrix import matrix_report


@command(
    "plan matrix",
    "plan matrix --by project --role named",
    "plan matrix --by list -o 分布.csv",
    many="joined",
)
def run(
    selection: SelectionByRole,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar=Values("分组", AXIS_CHOICES),
            help="action 行动、project 工程、section 部分、list 清单；默认 action",
        ),
    ] = "action",
) -> Shown:
    """Count tasks by unit and group."""
    return Shown(matrix_report(selection, find_axis(by)))
