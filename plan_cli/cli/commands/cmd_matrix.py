"""``plan matrix``: units down, groups across."""

from typing import Annotated

import typer

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.query.asked import Selection
from plan_cli.query.axes import find_axis
from plan_cli.report import Report
from plan_cli.reports.matrix import matrix_report


@command(
    TABLE_FORMS,
    "plan matrix",
    "plan matrix --by project --role named",
    "plan matrix --by list -o 分布.csv",
    roles_alone=True,
)
def run(
    selection: Selection,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="分组",
            help="action 行动、project 工程、section 部分、list 清单；默认 action",
        ),
    ] = "action",
) -> Report:
    """Count tasks by unit and group."""
    return matrix_report(selection, find_axis(by))
