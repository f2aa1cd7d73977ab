"""``plan plans``: which plans there are, with their counts and problems.

plan plans -p 计划/
"""

from pathlib import Path

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import PlanFile, WholePlan, command
from plan_cli.planfile.source import plan_name
from plan_cli.reports.many.plan_table import plan_table


@command(
    "plan plans -p plan2022.yaml -p plan2023.yaml",
    "plan plans -p 计划/ -o 文件.xlsx",
    many="stacked",
)
def run(plan: WholePlan, plan_file: PlanFile) -> Shown:
    """List plans."""
    return Shown(plan_table(plan, Path(plan_name(plan_file)).as_posix()))
