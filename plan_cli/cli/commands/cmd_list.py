"""``plan list``: the tasks that pass the filters."""

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.query.asked import Selection
from plan_cli.report import Report
from plan_cli.reports.listing import listing


@command(
    TABLE_FORMS,
    "plan list 科普部",
    "plan list 科普部 --role some",
    "plan list 科普中原 --project 科普筑基惠民工程",
    "plan list --list 重点工作 -o 重点工作.csv",
)
def run(selection: Selection) -> Report:
    """List tasks."""
    return listing(selection)
