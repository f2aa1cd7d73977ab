"""``plan site``: the plan as one web page for everybody, with no program needed to open it.

plan site -o 2022.html
"""

from typing import Annotated

from plan_cli import __version__
from plan_cli.cli.days import parse_day
from plan_cli.cli.options import TODAY_OPTION
from plan_cli.cli.output import Made
from plan_cli.cli.spec import WholePlan, command
from plan_cli.site.webpage import web_page


@command("plan site -o 2022.html", "plan site -p plan2023.yaml -o 2023.html", only="html")
def run(plan: WholePlan, today: Annotated[str | None, TODAY_OPTION] = None) -> Made:
    """Make the page."""
    day = parse_day(today) if today else None
    return Made(web_page(plan, f"plan {__version__}", today=day), ())
