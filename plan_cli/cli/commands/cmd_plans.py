"""``plan plans``: which plans there are, with their counts and problems.

plan plans -p 计划/
"""

from pathlib import Path

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import PlanFile, WholePlan, command
from plan_cli.planfile.source import plan_name
from plan_cli.reports.many.contents import contents


@command("plan plans -p 计划/", "plan plans -p '计划/*.yaml' -o 文件.xlsx", many="stacked")
def run(plan: WholePlan, plan_file: PlanFile) -> Shown:
    """List plans."""
    return Shown(contents(plan, Path(plan_name(plan_file)).as_posix()))
