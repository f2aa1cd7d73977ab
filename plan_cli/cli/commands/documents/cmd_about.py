"""``plan about``: what the plan file holds.

plan about -p plan2023.yaml
plan about --json
"""

from plan_cli import __version__
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import WholePlan, command
from plan_cli.reports.overview import about


@command("plan about", "plan about --json", shows=["facts"])
def run(plan: WholePlan) -> Shown:
    """Describe the plan."""
    return Shown(about(plan, __version__))
