"""The numbers by which lights and points are given, in one table, and what an office has set."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Literal, NamedTuple

from plan_cli.errors import UsageError
from plan_cli.ledger.event import Event
from plan_cli.ledger.items import Members
from plan_cli.ledger.periods import Period, parse_period
from plan_cli.model.statuses import DONE, OVER, Light, Status
from plan_cli.text import fold, nearest, visible

RuleName = Literal["soon", "behind", "far", "answered", "finished", "late", "solved"]
_GAPS: tuple[RuleName, ...] = ("behind", "far")
Rules = Mapping[RuleName, float]
"""The numbers that hold in a ledger."""


class Rule(NamedTuple):
    """One number: what people call it, what it is at first, and what it means."""

    label: str
    usual: float
    meaning: str


RULES: dict[RuleName, Rule] = {
    "soon": Rule("临期天数", 30, "离时限不超过这么多天，亮黄灯"),
    "behind": Rule("落后", 0.1, "完成比例比时间进度少这么多，亮黄灯"),
    "far": Rule("严重落后", 0.3, "完成比例比时间进度少这么多，亮红灯"),
    "answered": Rule("填报分", 10, "报告期内填报了的事项，每项得分"),
    "finished": Rule("完成分", 20, "已完成或已销号的事项，每项得分"),
    "late": Rule("逾期扣分", 10, "过了时限还没有完成的事项，每项扣分"),
    "solved": Rule("解决问题分", 5, "上期报过问题、本期已没有问题的事项，每项得分"),
}


def rules_with(given: Rules) -> Rules:
    """Return all numbers, those ``given`` by the office before the usual ones."""
    return {name: rule.usual for name, rule in RULES.items()} | dict(given)


def parse_rule(word: str) -> tuple[RuleName, float]:
    """Return what ``word`` sets (``临期天数=15``, ``soon=15``); raises UsageError."""
    called = {fold(each): name for name, rule in RULES.items() for each in (name, rule.label)}
    left, _, right = word.replace("＝", "=").partition("=")
    shown = visible(word, keep="")
    choices = "\n".join(f"{rule.label}={rule.usual:g}　{rule.meaning}" for rule in RULES.values())
    name = called.get(fold(left))
    if name is None:
        close = nearest(left, called)
        advice = f"最接近的：{close[0]}\n" if close else ""
        raise UsageError(f"没有“{shown}”这项设置", f"{advice}可以设置：\n{choices}")
    try:
        value = float(fold(right).removesuffix("天").removesuffix("分"))
    except ValueError:
        value = -1
    if not 0 <= value <= 10_000:
        raise UsageError(f"“{shown}”等号后面要写一个数", f"可以设置：\n{choices}")
    return name, value


class Facts(NamedTuple):
    """What the light of an item depends on."""

    status: Status | None
    due: date | None
    share: float | None
    """How much of the amount to reach is done, 1 for all; ``None`` where there is no amount."""
    year: int
    is_told: bool = False
    """Whether anything was reported of it, be it words alone."""


def light_of(facts: Facts, today: date, rules: Rules) -> Light:
    """Return the light of one item.

    Grey until something is reported, unless its date is past. An amount is compared with the
    share of the time that is gone, of the year or up to the date that is set; what has not
    been started counts as an amount of nothing.
    """
    if facts.status in DONE:
        return "green"
    if facts.status == "中止":
        return "grey"
    if days_late(facts, today):
        return "red"
    if facts.status is None and facts.share is None and not facts.is_told:
        return "grey"
    gap = gap_of(facts, today)
    if gap >= rules["far"] > 0:
        return "red"
    soon = facts.due is not None and (facts.due - today).days <= rules["soon"]
    return "yellow" if soon or gap >= rules["behind"] > 0 else "green"


def days_late(facts: Facts, today: date) -> int:
    """Return for how many days an item is overdue; 0: it is not."""
    if facts.status in OVER or not facts.due:
        return 0
    return max(0, (today - facts.due).days)


def gap_of(facts: Facts, today: date) -> float:
    """Return by what share less is done than time is gone; 0 or less: as it should be."""
    share = 0.0 if facts.status == "未启动" and facts.share is None else facts.share
    if facts.status in OVER or share is None:
        return 0.0
    return round(time_gone(facts, today) - share, 9)


def behind_by(facts: Facts, today: date, rules: Rules) -> float:
    """Return the same where it is so much that a light tells it, or else 0."""
    gap = gap_of(facts, today)
    return gap if any(gap >= rules[name] > 0 for name in _GAPS) else 0.0


def share_of(done: float | None, goal: float | None) -> float | None:
    """Return which share of ``goal`` is done; ``None`` where either is not known."""
    return done / goal if goal and done is not None else None


def time_gone(facts: Facts, today: date) -> float:
    """Return which share of the time is gone on ``today``, from 0 to 1."""
    first = date(facts.year, 1, 1)
    last = facts.due if facts.due and facts.due > first else date(facts.year, 12, 31)
    return min(1.0, max(0.0, ((today - first).days + 1) / ((last - first).days + 1)))


class Settings(NamedTuple):
    """What the office has set for the whole ledger."""

    members: Members
    rules: Rules
    period: Period | None
    """The period that workbooks were last made for."""
    former: frozenset[str] = frozenset()
    """The kinds and bodies of all lists that ever held."""


def settings_of(events: Iterable[Event]) -> Settings:
    """Return what the office has set last."""
    members: dict[str, Sequence[str]] = {}
    given: dict[RuleName, float] = {}
    former: set[str] = set()
    period = None
    for event in (each for each in events if each.kind == "setting"):
        said = json.loads(event.note)
        members |= said.get("members", {})
        former |= {*said.get("members", {}), *chain(*said.get("members", {}).values())}
        given |= said.get("rules", {})
        period = parse_period(said["period"]) if "period" in said else period
    return Settings(members, rules_with(given), period, frozenset(former))
