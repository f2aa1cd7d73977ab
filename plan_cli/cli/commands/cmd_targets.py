"""``plan targets [NAME…]``: the numbers to reach.

plan targets
plan targets 科普部 -o 指标.xlsx
"""

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import NamedSelection, command
from plan_cli.reports.targets import targets_report


@command("plan targets", "plan targets 科普部", many="joined")
def run(selection: NamedSelection) -> Shown:
    """List targets."""
    return Shown(targets_report(selection))
