"""``plan site``: plans as one web page for everybody, with no program needed to open it.

plan site -o 2022.html
plan site -p 计划/ -o 计划.html
"""

from datetime import date
from typing import Annotated

from plan_cli import __version__
from plan_cli.cli.days import parse_day
from plan_cli.cli.filling import Asked, known
from plan_cli.cli.loading import are_several
from plan_cli.cli.options import TODAY_OPTION
from plan_cli.cli.output import Made
from plan_cli.cli.spec import OneOrSeveral, command
from plan_cli.errors import InputError
from plan_cli.model.plan import Plan
from plan_cli.query.plans import Simply, facts_of, which
from plan_cli.site.webpage import web_page

MADE_BY = f"plan {__version__}"


@command(
    "plan site -o 2022.html",
    "plan site --ledger 台账.db -o 2022.html",
    "plan site -p 计划/ -o 计划.html",
    only="html",
)
def run(asked: OneOrSeveral, today: Annotated[str | None, TODAY_OPTION] = None) -> Made:
    """Make the page."""
    make = _of_several if are_several(asked.files) else _of_one
    return make(asked, parse_day(today) if today else None)


def _of_several(asked: Asked, today: date | None) -> Made:
    from plan_cli.cli.sources.answering import gather, refuse_ledger
    from plan_cli.cli.sources.choosing import plans_of
    from plan_cli.site.several import web_pages

    refuse_ledger(asked.given)
    found = gather(plans_of(asked.files), which(asked.given), Simply(_itself))
    code = InputError.exit_code if found.broken else 0
    [(_, plan), *more] = found.parts
    page = web_pages(found.parts, MADE_BY, today) if more else web_page(plan, MADE_BY, today=today)
    return Made(page, (), readable=False, exit_code=code)


def _itself(plan: Plan) -> Plan:
    return plan


def _of_one(asked: Asked, today: date | None) -> Made:
    plan = asked.plan
    if not which(asked.given).passes(facts_of(plan.document, asked.file or "")):
        from plan_cli.cli.sources.answering import none_meant

        raise none_meant()
    followed = known(asked)
    told_on = (today or parse_day(None)) if followed else None
    return Made(web_page(plan, MADE_BY, followed, told_on, today), (), readable=False)
