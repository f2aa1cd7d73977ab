"""``plan diff OLD NEW``: what changed from one plan to the next.

plan diff plan2022.yaml plan2023.yaml --dept 科普部
plan diff plan2022.yaml plan2023.yaml -o 变化.md
"""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import NEW_PLAN, OLD_PLAN, PARTY_NAME
from plan_cli.cli.loading import load_plan
from plan_cli.cli.options import FILTER_PANEL
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import command
from plan_cli.comparison.changes import compare
from plan_cli.errors import UsageError
from plan_cli.planfile.source import STDIN
from plan_cli.query.filters import FILTERS
from plan_cli.reports.differences import difference_report

DEPT = FILTERS["dept"]


@command(
    "plan diff plan2022.yaml plan2023.yaml",
    "plan diff plan2022.yaml plan2023.yaml --dept 科普部",
    "plan diff plan2022.yaml plan2023.yaml --stat",
    "plan diff plan2022.yaml plan2023.yaml -o 变化.md",
)
def run(
    old: Annotated[
        str,
        typer.Argument(metavar=OLD_PLAN, help="原来的计划文件；- 表示标准输入"),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar=NEW_PLAN, help="现在的计划文件；- 表示标准输入"),
    ],
    dept: Annotated[
        list[str] | None,
        typer.Option(
            *DEPT.flags,
            metavar=PARTY_NAME,
            help="只看涉及这个部门、单位或类别的变化（可重复）",
            rich_help_panel=FILTER_PANEL,
        ),
    ] = None,
    stat: Annotated[bool, typer.Option("--stat", help="每项任务一行，只列变化的多少")] = False,
    full: Annotated[bool, typer.Option("--full", help="未变的任务也逐项列出，不只报总数")] = False,
) -> Shown:
    """Compare two plans."""
    if old == new == STDIN:
        raise UsageError("新、旧文件不能都从标准输入读", "请至少写出一个文件名。")
    changes = compare(load_plan(old), load_plan(new), dept or ())
    return Shown(difference_report(changes, stat, full))
