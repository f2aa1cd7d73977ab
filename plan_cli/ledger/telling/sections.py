"""The sections of the 通报 that say what and who: each a sentence, and a table where there is one.

What is the same for several is told once, with all their names.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plan_cli.ledger.event import TELLING
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.telling.phrases import (
    behind_text,
    done_of,
    everybody,
    ids,
    late_text,
    number,
    shares,
    short,
)
from plan_cli.ledger.telling.tally import Body, Pair, Tally
from plan_cli.query.figures import day_text
from plan_cli.report import Column, Group, filled

MOST = 10
"""How many bodies of one kind a line of a table names; of more it says how many they are."""


class _Line(NamedTuple):
    """What a table says of an item, and of whom."""

    pair: Pair
    names: str
    told: str


ID = Column[_Line]("编号", 3, lambda line: line.pair.item.id, ids=True)
WHAT = Column[_Line]("事项", 10, lambda line: short(line.pair.item))
WHO = Column[_Line]("单位", 7, lambda line: line.names)


def lagging(tally: Tally) -> Group:
    """Return what is overdue or behind, the longest overdue first."""
    late = [pair for pair in tally.pairs if pair.late]
    behind = [pair for pair in tally.pairs if pair.gap and not pair.late]
    columns = (
        ID,
        WHAT,
        Column[_Line]("时限", 8, lambda line: _day(line.pair.now.due)),
        Column[_Line]("情况", 8, lambda line: line.told),
        WHO._replace(width=9),
    )
    late.sort(key=lambda pair: -pair.late)
    lines = _joined(tally, [*((pair, late_text(pair)) for pair in late), *_behind(behind)])
    told = [_sum_up("逾期", len(late), shares(tally.bodies, lambda pair: pair.late))]
    told.append(
        _sum_up("进度落后", len(behind), shares(tally.bodies, lambda p: p.gap and not p.late))
    )
    return Group(filled(columns, lines), "逾期和落后事项", text=("".join(told),), columns=columns)


def _behind(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, str]]:
    """Yield each with how far it is behind: as far as the others on the same item, from to."""
    alike: dict[tuple[str, date | None, bool], list[Pair]] = {}
    for pair in pairs:
        alike.setdefault((pair.item.id, pair.now.due, pair.share is None), []).append(pair)
    yield from ((pair, behind_text(same)) for same in alike.values() for pair in same)


def _sum_up(what: str, count: int, who: str) -> str:
    return f"{what}{count}项：{who}。" if count else f"没有{what}事项。"


def problems(tally: Tally) -> Group:
    """Return the problems that stand, in the words of the units."""
    columns = (ID, WHAT, Column[_Line]("存在问题", 14, lambda line: line.told), WHO)
    troubled = tally.once("problem", (pair for pair in tally.pairs if pair.problem))
    found = [(pair, _problem(tally, pair)) for pair in troubled]
    lines = _joined(tally, found)
    told = f"各单位反映的问题共{len(found)}项。" if found else "各单位没有反映问题。"
    return Group(filled(columns, lines), "存在问题", text=(told,), columns=columns)


def _problem(tally: Tally, pair: Pair) -> str:
    if tally.period.holds(pair.problem_from) or not pair.problem_from:
        return pair.problem
    return f"{pair.problem}（{parse_period(pair.problem_from).title}报）"


def moves(tally: Tally) -> Group:
    """Return the dates that units moved in the period."""
    columns = (
        ID,
        WHAT,
        Column[_Line]("原时限", 9, lambda line: _day(line.pair.moved and line.pair.moved.before)),
        Column[_Line]("调整为", 9, lambda line: _day(line.pair.moved and line.pair.moved.after)),
        Column[_Line]("原因", 7, lambda line: line.told),
        WHO,
    )
    moved = tally.once("due", (pair for pair in tally.pairs if pair.moved))
    found = [(pair, pair.moved.reason) for pair in moved if pair.moved]
    lines = _joined(tally, found)
    told = f"本期调整时限的{len(found)}项。" if found else "本期没有调整时限的事项。"
    return Group(filled(columns, lines), "时限调整", text=(told,), columns=columns)


def changes(tally: Tally) -> Group:
    """Return what became different since the end of the period before."""
    columns: tuple[Column[Body], ...] = (
        Column[Body]("单位", 7, lambda body: body.name),
        Column[Body](
            "新完成", 9, lambda body: _list(body, [p for p in body.pairs if p.newly_done])
        ),
        Column[Body](
            "新逾期", 9, lambda body: _list(body, [p for p in body.pairs if p.newly_late])
        ),
        Column[Body]("完成数增加", 14, _growth),
    )
    falls = [pair for pair in tally.pairs if pair.fallen]
    if falls:
        columns += (Column[Body]("完成数下降（请核对）", 12, _falls),)
    before = tally.period.before.title
    if not any(event.kind in TELLING for event in tally.then.events):
        told = f"截至{before}末没有填报记录，不作比较。"
        return Group((), "与上期相比", text=(told,), columns=columns)
    changed = [
        body
        for body in tally.bodies
        if any(p.newly_done or p.newly_late or p.grown or p.fallen for p in body.pairs)
    ]
    done, late, grown = (
        sum(getattr(pair, name) for pair in tally.pairs)
        for name in ("newly_done", "newly_late", "grown")
    )
    told = f"与{before}末相比，新完成{done}项，新逾期{late}项，完成数增加的{grown}项"
    told += f"，下降的{len(falls)}项。" if falls else "。"
    return Group(filled(columns, changed), "与上期相比", text=(told,), columns=columns)


def _list(body: Body, pairs: list[Pair]) -> str:
    if not pairs:
        return ""
    return f"{len(pairs)}项" + ("" if body.members else f"：{ids(pairs)}")


def _falls(body: Body) -> str:
    fallen = [pair for pair in body.pairs if pair.fallen]
    if body.members:
        return _list(body, fallen)
    return "\n".join(
        f"{pair.item.id}：由{number(pair.before.done or 0)}减至{done_of(pair)}" for pair in fallen
    )


def _growth(body: Body) -> str:
    grown = [pair for pair in body.pairs if pair.grown]
    if body.members:
        return _list(body, grown)
    return "\n".join(f"{pair.item.id}：{_grown(pair)}" for pair in grown)


def _grown(pair: Pair) -> str:
    if pair.before.done is None:
        return f"{done_of(pair)}（上期未报）"
    return f"由{number(pair.before.done)}增至{done_of(pair)}"


def _joined(tally: Tally, told: list[tuple[Pair, str]]) -> list[_Line]:
    """Return one line for each item and what is told of it, with the names of all it is told of."""
    together: dict[tuple[str, date | None, str], list[Pair]] = {}
    for pair, words in told:
        together.setdefault((pair.item.id, pair.now.due, words), []).append(pair)
    return [
        _Line(pairs[0], everybody(tally, {pair.answerer.name for pair in pairs}, MOST), words)
        for (_, _, words), pairs in together.items()
    ]


def _day(day: date | None) -> str:
    return day_text(day) if day else "没有时限"
