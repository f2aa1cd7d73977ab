"""``plan list [NAME…]``: the tasks that pass the filters.

plan list 科普部 --role some
plan list --action 科普中原 -o 科普中原.xlsx
"""

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import NamedSelection, command
from plan_cli.reports.listing import listing


@command(
    "plan list 科普部",
    "plan list 科普部 --role some",
    "plan list 科普中原 --project 科普筑基惠民工程",
    "plan list --list 重点工作 -o 重点工作.csv",
    many="joined",
)
def run(selection: NamedSelection) -> Shown:
    """List tasks."""
    return Shown(listing(selection))
