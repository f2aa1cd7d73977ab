"""The page put together: one file that asks nobody for anything."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from string import Template

from plan_cli.model.known import Known
from plan_cli.model.plan import Document, Plan
from plan_cli.query.figures import day_text
from plan_cli.reports.paper.checklist import SIGNED
from plan_cli.site.cards import document_parts
from plan_cli.site.controls import (
    axis_choices,
    date_strip,
    departments,
    main_choices,
    more_choices,
    role_choices,
)
from plan_cli.site.data import page_data
from plan_cli.site.elements import Html, element, joined

EDITED = "责任单位、量化指标、时限、相关任务和标有（拟）的标题是整理者加的，其余是原文。"

FOLDER = Path(__file__).parent
_NAMED = re.compile(r"^ */\* (\w+\.js) \*/\n", re.MULTILINE)


AMONG_SEVERAL = ("own", "shut", "end", "choice", "changes")
"""The places of ``plan.html`` that are filled in where a plan is one of several."""


def web_page(
    plan: Plan,
    made_by: str,
    known: Known | None = None,
    told_on: date | None = None,
    today: date | None = None,
) -> str:
    """Return the whole page of ``plan``.

    ``made_by`` names the program; ``known`` is what a ledger knew on the day ``told_on``;
    ``today`` is the day that days left are counted from, by default the one of reading.
    """
    content = plan_places(plan, made_by, known, told_on, today)
    shown = plan_html(dict.fromkeys(AMONG_SEVERAL, "") | content)
    return framed(plan.document.heading, shown, file_text("page.css"), script("alone.js"))


def plan_places(
    plan: Plan,
    made_by: str,
    known: Known | None = None,
    told_on: date | None = None,
    today: date | None = None,
) -> dict[str, str]:
    """Return what ``web_page`` shows of ``plan``, by the places of ``plan.html``."""
    data = json.dumps(page_data(plan, known, today), ensure_ascii=False, separators=(",", ":"))
    return {
        "masthead": joined(_masthead(plan.document)),
        "choices": main_choices(plan),
        "more": more_choices(plan, known),
        "roles": role_choices(),
        "axes": axis_choices(plan),
        "dates": date_strip(plan),
        "departments": joined(departments(plan), "\n"),
        "parts": joined(document_parts(plan, known), "\n"),
        "signed": joined(_signed()),
        "remarks": joined(_remarks(plan, made_by, told_on)),
        "data": data.replace("<", "\\u003c"),
    }


def plan_html(places: Mapping[str, str]) -> Html:
    """Return the page of one plan, without what is around it."""
    return Html(Template(file_text("plan.html")).substitute(places))


def framed(title: str, plans: str, style: str, script: str) -> str:
    """Return the whole file."""
    return Template(file_text("page.html")).substitute(
        policy=_policy(style, script),
        title=joined([title]),
        style=style,
        script=script,
        plans=plans,
    )


def script(name: str) -> str:
    """Return a script of the page; where it names another (``/* page.js */``), that stands."""
    return _NAMED.sub(lambda named: file_text(named[1]), file_text(name))


def file_text(name: str) -> str:
    """Return a file of this folder."""
    return (FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return the rule that nothing but this style and this script counts, and nothing is loaded."""
    return (
        f"default-src 'none'; style-src {_fingerprint(style)}; script-src {_fingerprint(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _fingerprint(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _masthead(document: Document) -> Iterator[Html]:
    number = document.number or f"{document.year}年"
    yield element("p", " · ".join(filter(None, (number, document.issuer))), class_="number")
    yield element("h1", document.heading)


def _signed() -> Iterator[Html]:
    """Yield the lines to sign on that a printed checklist has."""
    for labels in SIGNED:
        yield element("p", *(element("span", f"{label}：") for label in labels))


def _remarks(plan: Plan, made_by: str, told_on: date | None) -> Iterator[Html]:
    yield element("p", EDITED)
    for remark in plan.remarks:
        yield element("p", f"整理者说明：{remark}")
    for unit in plan.units:
        if unit.remark:
            yield element("p", f"整理者注：{unit.name}，{unit.remark}")
    if told_on:
        yield element("p", f"进展取自台账，截至{day_text(told_on)}。")
    yield element("p", f"来源：{plan.name}；由 {made_by} 生成。")
