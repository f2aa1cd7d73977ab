"""The amounts to reach in a bulletin: what is done beside each, with bars."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_cli.ledger.telling.phrases import (
    bar,
    counted,
    done_of,
    goal_of,
    percent,
    target_words,
)
from plan_cli.ledger.telling.tally import Body, Pair, Tally
from plan_cli.model.statuses import DONE
from plan_cli.report import Column, Group, filled
from plan_cli.text import listed


class _Amount(NamedTuple):
    """An amount to reach: of a unit, or of all the bodies of a kind, each for itself."""

    pair: Pair
    body: Body
    alike: Sequence[Pair]

    @property
    def reached(self) -> tuple[float, float]:
        """What is reached of what: an amount, or for a kind how many of its bodies did."""
        if self.body.members:
            return sum(map(_reached, self.alike)), len(self.alike)
        return self.pair.now.done or 0, self.pair.now.goal or 0

    @property
    def goal(self) -> str:
        """What is to be reached, in words."""
        goals = {goal_of(pair) for pair in self.alike}
        if not self.body.members:
            return goals.pop()
        return f"各{goals.pop()}" if len(goals) == 1 else "各不相同"

    @property
    def done(self) -> str:
        """The same in words."""
        if not self.body.members:
            return done_of(self.pair)
        return "{:g}/{:g}个单位达到".format(*self.reached)


AMOUNTS: tuple[Column[_Amount], ...] = (
    Column("编号", 3, lambda each: each.pair.item.id, ids=True),
    Column("指标", 7, lambda each: target_words(each.pair.item)),
    Column("单位", 10, lambda each: each.body.name),
    Column("目标", 5, lambda each: each.goal),
    Column("完成", 5, lambda each: each.done),
    Column("完成率", 4, lambda each: percent(*each.reached)),
    Column("进度", 9, lambda each: bar(*each.reached)),
)


def amounts(tally: Tally) -> Group:
    """Return the amounts that are done beside those to reach, with bars."""
    order = {item.id: place for place, item in enumerate(tally.state.items.all)}
    found = [each for body in tally.bodies for each in _amounts(body)]
    found.sort(key=lambda each: order[each.pair.item.id])
    found = list(_silent_joined(found))
    measured = [pair for pair in tally.pairs if pair.now.goal]
    reached = sum(map(_reached, measured))
    told = "各事项没有量化指标。"
    if measured:
        told = (
            f"有量化指标的{len(measured)}项，达到指标的{counted(reached, len(measured))}。"
            "一个指标由几个单位承担的，每个单位各计一项。"
        )
    if short := [pair for pair in measured if pair.now.status in DONE and _short(pair)]:
        named = [f"{pair.item.id}（{pair.answerer.name}{done_of(pair)}）" for pair in short]
        told += f"状态已完成、数量未达到的{len(short)}项，请核对：{listed(named)}。"
    return Group(filled(AMOUNTS, found), "量化指标", text=(told,), columns=AMOUNTS)


def _silent_joined(found: Sequence[_Amount]) -> Iterator[_Amount]:
    """Yield all, those that nobody has reported on as one line for each item and goal."""
    silent: dict[tuple[str, str], list[_Amount]] = {}
    for each in found:
        if not each.body.members and each.pair.now.done is None:
            silent.setdefault((each.pair.item.id, each.goal), []).append(each)
    for each in found:
        alike = silent.get((each.pair.item.id, each.goal), [])
        if each not in alike:
            yield each
        elif each is alike[0]:
            names = listed([other.body.name for other in alike])
            yield each._replace(body=each.body._replace(name=names))


def _amounts(body: Body) -> Iterator[_Amount]:
    by_item: dict[str, list[Pair]] = {}
    for pair in body.pairs:
        if pair.now.goal:
            by_item.setdefault(pair.item.id, []).append(pair)
    yield from (_Amount(pairs[0], body, pairs) for pairs in by_item.values())


def _short(pair: Pair) -> bool:
    return pair.share is not None and pair.share < 1


def _reached(pair: Pair) -> bool:
    return (pair.share or 0) >= 1
