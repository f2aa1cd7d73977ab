"""``plan trend NAME…``: the same units over the years.

plan trend 科普部 -p 计划/
"""

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import NamedSelection, command
from plan_cli.reports.many.trend import trend


@command(
    "plan trend 科普部 -p plan2022.yaml -p plan2023.yaml",
    "plan trend --dept 科普部 -p 计划/ -o 历年.html",
    many="trend",
)
def run(selection: NamedSelection) -> Shown:
    """Compare years."""
    return Shown(trend(selection))
