"""Several plans in one page: a page for each, of which the script shows the one chosen.

With the script off they stand one after another.
"""

import re
from collections.abc import Sequence
from datetime import date

from plan_cli.model.plan import Plan
from plan_cli.query.filters import FILTERS, PLAN_NAME
from plan_cli.query.naming import PLAN_MARK
from plan_cli.query.plans import Facts, labels, years_before
from plan_cli.site.cards import ANCHOR, address_word, anchor
from plan_cli.site.compared import Labelled, changes_box
from plan_cli.site.elements import Html, element
from plan_cli.site.webpage import file_text, framed, plan_html, plan_places, script

SHUT = {"shut": "<template>", "end": "</template>"}
"""Around what is of no use without the script: so its ids do not stand there once for each plan."""
LINKED = ("dates", "departments", "parts")
"""The places that hold anchors, or links to them."""
_ANCHORS = re.compile(rf'(?<= )((?:id|aria-labelledby)="|href="#){ANCHOR}')


def web_pages(plans: Sequence[tuple[Facts, Plan]], made_by: str, today: date | None = None) -> str:
    """Return one page of ``plans``, which are two or more, the newest year first.

    ``made_by`` and ``today`` as in `web_page`.
    """
    newest_first = sorted(plans, key=lambda each: -each[0].year)
    facts = [each for each, _ in newest_first]
    names = labels(facts)
    shown = [Labelled(name, plan) for name, (_, plan) in zip(names, newest_first, strict=True)]
    sections = [
        _section(each, names, None if before is None else shown[before], made_by, today)
        for each, before in zip(shown, years_before(facts), strict=True)
    ]
    title = f"{shown[0].plan.document.heading}等 {len(shown)} 份文件"
    style = file_text("page.css") + file_text("several.css")
    return framed(title, "\n".join((*sections, "")), style, script("several.js"))


def _section(
    shown: Labelled,
    names: Sequence[str],
    before: Labelled | None,
    made_by: str,
    today: date | None,
) -> Html:
    """Return the page of a plan among those called ``names``, compared with the one ``before``."""
    places = plan_places(shown.plan, made_by, today=today)
    places |= {place: _qualified(places[place], shown.label) for place in LINKED}
    places |= SHUT | {
        "own": f"{address_word(shown.label)}-",
        "choice": _choice(names, shown.label),
        "changes": changes_box(before, shown) if before else "",
    }
    return element("div", Html(f"\n{plan_html(places)}"), data_plan=shown.label)


def _choice(names: Sequence[str], own: str) -> Html:
    name = FILTERS[PLAN_NAME].label
    options = [element("option", each, value=each, selected=each == own) for each in names]
    label = element("label", element("span", name), element("select", *options, name="plan"))
    return element("nav", label, aria_label=name)


def _qualified(markup: str, label: str) -> str:
    """Return markup with anchors that say whose they are, as ids do (``2022:14``).

    Only attributes are met: in text, and in their values, quotes are escaped.
    """
    return _ANCHORS.sub(lambda found: found[1] + anchor(f"{label}{PLAN_MARK}"), markup)
