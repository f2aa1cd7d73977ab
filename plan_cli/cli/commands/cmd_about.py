"""``plan about``: what the plan file holds."""

from plan_cli import __version__
from plan_cli.cli.options import command
from plan_cli.model.plan import Plan
from plan_cli.report import Report
from plan_cli.reports.overview import about


@command(("table", "txt", "json", "md", "yaml"), "plan about", "plan about --json")
def run(plan: Plan) -> Report:
    """Describe the plan."""
    return about(plan, __version__)
