"""``plan targets``: the numbers to reach."""

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.query.asked import Selection
from plan_cli.report import Report
from plan_cli.reports.targets import targets_report


@command(TABLE_FORMS, "plan targets", "plan targets 科普部")
def run(selection: Selection) -> Report:
    """List targets."""
    return targets_report(selection)
