"""催办: what each unit owes on one day, and the text that asks it for it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plan_cli.ledger.periods import Period
from plan_cli.ledger.rules import Facts, days_late
from plan_cli.ledger.state import State
from plan_cli.ledger.telling.phrases import done_of, goal_in_words, matter, short
from plan_cli.ledger.telling.tally import Pair, Tally
from plan_cli.model.statuses import OVER
from plan_cli.query.figures import day_text
from plan_cli.query.lookup import find_party
from plan_cli.report import Group, Imprint, Report, Row
from plan_cli.reports.page import LABELLED
from plan_cli.text import fold

COUNTED = "一二三"
TITLE = "催办通知"


class Debt(NamedTuple):
    """What a unit owes on one item."""

    pair: Pair
    """As it stands today."""
    unanswered: bool
    """Whether the period was not reported on."""
    late: int
    """For how many days it is overdue."""
    soon: int | None
    """In how many days it is due, where that is soon."""


class Owing(NamedTuple):
    """A unit that owes something."""

    unit: str
    debts: Sequence[Debt]


class Asking(NamedTuple):
    """On what day, for what period and till when units are asked."""

    today: date
    period: Period
    until: date | None = None
    """The day to answer by; ``None``: the office sets none."""


def owing(state: State, asking: Asking, words: Sequence[str] = ()) -> list[Owing]:
    """Return the units that owe something, as declared; ``words``: only those called so.

    Raises UsageError for a word that is the name of nobody.
    """
    wanted = {name for word in words for name in _names(state, word)}
    found: dict[str, list[Debt]] = {}
    for pair in Tally(state, asking.period).pairs:
        if not words or pair.answerer.name in wanted:
            debts = found.setdefault(pair.answerer.name, [])
            debts += _debts(state, asking, pair)
    order = [answerer.name for answerer in state.items.answerers]
    return [Owing(name, found[name]) for name in order if found.get(name)]


def _names(state: State, word: str) -> list[str]:
    names = [answerer.name for answerer in state.items.answerers]
    same = [name for name in names if fold(name) == fold(word)]
    return same or [a.name for a in state.items.answering([find_party(state.plan, word).name])]


def _debts(state: State, asking: Asking, pair: Pair) -> Iterator[Debt]:
    now = state.standing(pair.item, pair.answerer.name)
    if now.status in OVER:
        return
    facts = Facts(now.status, now.due, None, state.plan.document.year)
    left = (now.due - asking.today).days if now.due else -1
    soon = left if 0 <= left <= state.settings.rules["soon"] else None
    debt = Debt(
        pair._replace(now=now),
        pair.owed and not pair.answered,
        days_late(facts, asking.today),
        soon,
    )
    if debt.unanswered or debt.late or soon is not None:
        yield debt


def reminder(state: State, asking: Asking, owes: Owing) -> Report:
    """Return the text for one unit."""
    return _letter(state, asking, _groups(state, asking, owes))._replace(title=TITLE)


def reminders(state: State, asking: Asking, found: Sequence[Owing]) -> Report:
    """Return the texts for all units, one after the other."""
    groups = [
        group
        for owes in found
        for group in (
            Group((), TITLE, part="title"),
            *_groups(state, asking, owes),
        )
    ]
    return _letter(state, asking, groups)


def _letter(state: State, asking: Asking, groups: Iterable[Group]) -> Report:
    document = state.plan.document
    imprint = Imprint(document.heading, document.issuer or "", made=asking.today)
    return Report("", LABELLED, tuple(groups), layout="page", imprint=imprint, paper="letter")


def _groups(state: State, asking: Asking, owes: Owing) -> Iterator[Group]:
    document = state.plan.document
    yield Group((Row(("", f"{owes.unit}：")),), part="addressees")
    begin = (
        f"截至{day_text(asking.today)}，你单位承担的《{matter(document)}》任务中，"
        f"下列{len(owes.debts)}项需要填报或办理："
    )
    kinds = [lines for lines in _kinds(asking, owes.debts) if len(lines) > 1]
    told = (line for number, lines in enumerate(kinds, 1) for line in _numbered(number, lines))
    lines = (begin, *told, _closing(asking, owes.debts))
    yield Group(tuple(Row(("", line)) for line in lines))
    signature = tuple(filter(None, (document.issuer, day_text(asking.today))))
    yield Group((), part="signature", text=signature)


def _kinds(asking: Asking, debts: Sequence[Debt]) -> Iterator[list[str]]:
    """Yield what is owed, one kind after the other: what it is, and then a line for each item."""
    late = [debt for debt in debts if debt.late]
    yield [f"已逾期的{len(late)}项", *(_dated(debt, f"已逾期{debt.late}天") for debt in late)]
    soon = [debt for debt in debts if debt.soon is not None]
    yield [f"临近时限的{len(soon)}项", *(_dated(debt, _left(debt.soon or 0)) for debt in soon)]
    silent = [debt for debt in debts if debt.unanswered]
    last = day_text(asking.period.last)
    ends = f"已于{last}结束" if asking.period.last < asking.today else f"到{last}为止"
    heading = f"{asking.period.title}进展未填报的{len(silent)}项（报告期{ends}）"
    yield [heading, *map(_item, silent)]


def _numbered(number: int, lines: Sequence[str]) -> Iterator[str]:
    heading, *items = lines
    yield f"{COUNTED[number - 1]}、{heading}："
    yield from items


def _dated(debt: Debt, left: str) -> str:
    """Return ``2.1　建成新馆：时限为2023年5月31日，已逾期35天。``"""
    due = debt.pair.now.due
    return f"{_item(debt)}：时限为{day_text(due) if due else ''}，{left}。"


def _item(debt: Debt) -> str:
    pair = debt.pair
    reached = "未报完成数" if pair.now.done is None else f"已完成{done_of(pair)}"
    amounts = f"（目标{goal_in_words(pair)}，{reached}）" if pair.now.goal else ""
    return f"{pair.item.id}　{short(pair.item)}{amounts}"


def _left(days: int) -> str:
    return f"还有{days}天" if days else "就在今天"


def _closing(asking: Asking, debts: Sequence[Debt]) -> str:
    """Return what is asked of the unit, as far as it owes it."""
    asked = []
    if any(debt.unanswered for debt in debts):
        asked.append(f"未填报的事项，请填报{asking.period.title}的进展")
    if any(debt.late for debt in debts):
        asked.append("逾期的事项，请办理并填报，需要调整时限的，请写明调整时限和调整原因")
    if any(debt.soon is not None for debt in debts):
        asked.append("临近时限的事项，请在时限以前办结")
    until = f"请于{day_text(asking.until)}以前回复。" if asking.until else ""
    return f"{'；'.join(asked)}。{until}"
