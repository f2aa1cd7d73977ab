"""``plan site``: the plan as one web page for everybody, with no program needed to open it.

plan site -o 2022.html
"""

from typing import Annotated

from plan_cli import __version__
from plan_cli.cli.days import parse_day
from plan_cli.cli.options import TODAY_OPTION
from plan_cli.cli.output import Made
from plan_cli.cli.spec import MaybeKnown, WholePlan, command
from plan_cli.site.webpage import web_page


@command("plan site -o 2022.html", "plan site --ledger 台账.db -o 2022.html", only="html")
def run(
    plan: WholePlan, known: MaybeKnown, today: Annotated[str | None, TODAY_OPTION] = None
) -> Made:
    """Make the page."""
    day = parse_day(today)
    page = web_page(
        plan,
        f"plan {__version__}",
        known,
        told_on=day if known else None,
        today=day if today else None,
    )
    return Made(page, (), readable=False)
