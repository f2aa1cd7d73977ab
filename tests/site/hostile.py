"""A plan that uses every key of the format, and wants to be more than text in all of them."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from plan_cli.cli.loading import load_plan
from plan_cli.model.plan import Plan, Task
from plan_cli.query.plans import Facts, facts_of
from tests.conftest import RICH

EVIL = "</script></style></title><img src=x onerror=alert(1)><!--&amp;'\"<b>"
KEPT = {"op", "precision", "strength", "number_place", "prefix", "id", "to"}
"""Fields that hold one of a few words, or make ids."""


def hostile_plan(words: str = EVIL) -> Plan:
    """Return the plan with ``words`` at the end of every text of it."""
    plan: Plan = _with(load_plan(str(RICH)), words)
    return plan


def hostile_years(words: str = EVIL) -> list[tuple[Facts, Plan]]:
    """Return such a plan, what became of it since the year before, and one of another issuer."""
    now, before = hostile_plan(words), hostile_plan(f"旧{words}")
    documents = (
        now.document,
        replace(now.document, year=2022, number=f"旧{words}"),
        replace(now.document, issuer=words, number=words),
    )
    plans = [replace(p, document=d) for p, d in zip((now, before, now), documents, strict=True)]
    return [(facts_of(each.document, words), each) for each in plans]


def _with(value: Any, words: str) -> Any:
    if isinstance(value, str):
        return value + words
    if isinstance(value, tuple):
        return tuple(_with(each, words) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = KEPT | ({"number"} if isinstance(value, Task) else set())
        names = [field.name for field in fields(value) if field.name not in kept]
        return replace(value, **{name: _with(getattr(value, name), words) for name in names})
    return value
