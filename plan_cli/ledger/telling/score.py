"""考评: the points of each unit in a period, and how every one of them came about."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from plan_cli.ledger.rules import RULES, RuleName
from plan_cli.ledger.telling.phrases import kind_name, late_text, number, short
from plan_cli.ledger.telling.tally import Body, Pair, Tally
from plan_cli.model.statuses import DONE
from plan_cli.query.figures import day_text
from plan_cli.report import Column, Group, Imprint, Record, Report, filled


class Scoring(NamedTuple):
    """One rule of points: which items it holds for, why, and whether it takes or gives."""

    rule: RuleName
    holds: Callable[[Pair], bool]
    why: Callable[[Pair], str]
    sign: int = 1


SCORINGS = (
    Scoring("answered", lambda pair: pair.answered, lambda pair: "本期已填报"),
    Scoring("finished", lambda pair: pair.now.status in DONE, lambda pair: pair.now.status or ""),
    Scoring("late", lambda pair: bool(pair.late), late_text, -1),
    Scoring("solved", lambda pair: pair.solved, lambda pair: "上期报过问题，本期没有"),
)


class Point(NamedTuple):
    """What one rule gave or took for one item."""

    pair: Pair
    rule: RuleName
    points: float
    why: str


class Score(NamedTuple):
    """The points of one unit."""

    unit: Body
    parts: Sequence[Point]

    @property
    def total(self) -> float:
        """The sum."""
        return sum(part.points for part in self.parts)

    def of(self, rule: RuleName) -> float:
        """Return the sum of one rule."""
        return sum(part.points for part in self.parts if part.rule == rule)


class Ranked(NamedTuple):
    """A score, and how many units have more."""

    place: int
    score: Score


def ranked(tally: Tally) -> list[Ranked]:
    """Return the points of all units, most first; those with as many in the order of the plan."""
    scores = [Score(unit, _points(tally, unit)) for unit in tally.units]
    scores.sort(key=lambda score: -score.total)
    totals = [score.total for score in scores]
    return [Ranked(totals.index(score.total) + 1, score) for score in scores]


def _points(tally: Tally, unit: Body) -> list[Point]:
    rules = tally.state.settings.rules
    return [
        Point(pair, each.rule, each.sign * rules[each.rule], each.why(pair))
        for pair in unit.pairs
        for each in SCORINGS
        if rules[each.rule] and each.holds(pair)
    ]


class _Line(NamedTuple):
    """A row: the sum of a unit, or one of the points that it is made of."""

    ranked: Ranked
    part: Point | None = None


COLUMNS: tuple[Column[_Line], ...] = (
    Column("名次", 3, lambda line: None if line.part else line.ranked.place),
    Column("单位", 8, lambda line: line.ranked.score.unit.name),
    Column("编号", 4, lambda line: line.part.pair.item.id if line.part else "", ids=True),
    Column("事项", 14, lambda line: short(line.part.pair.item) if line.part else ""),
    Column("得分项", 6, lambda line: RULES[line.part.rule].label if line.part else "合计"),
    Column(
        "得分", 4, lambda line: _plain(line.part.points if line.part else line.ranked.score.total)
    ),
    Column("依据", 14, lambda line: line.part.why if line.part else ""),
)


def _sum(rule: RuleName) -> Column[Ranked]:
    label = RULES[rule].label
    return Column(label, len(label), lambda each: _plain(each.score.of(rule)))


SUMS: tuple[Column[Ranked], ...] = (
    Column("名次", 3, lambda each: each.place),
    Column("单位", 12, lambda each: each.score.unit.name),
    *(_sum(each.rule) for each in SCORINGS),
    Column("合计", 4, lambda each: _plain(each.score.total)),
)


def _plain(points: float) -> int | float:
    return int(points) if points == int(points) else points


def scores(tally: Tally, made: date) -> Report:
    """Return the points of a period, each unit with all that its sum is made of."""
    document = tally.state.plan.document
    found = ranked(tally)
    return Report(
        title=f"{tally.period.title}考评",
        columns=COLUMNS,
        groups=_groups(found) if found else (),
        heading=(document.heading, f"截至{day_text(tally.day)}"),
        closing=_rules(tally) if found else ("没有可以考评的单位。",),
        records=lambda: [_record(tally, each) for each in found],
        imprint=Imprint(document.heading, document.issuer or "", made=made),
    )


def _groups(found: Sequence[Ranked]) -> tuple[Group, ...]:
    """Return the sums of all units side by side, and then what each is made of."""
    lines = [line for each in found for line in (_Line(each), *_parts(each))]
    rows = filled(COLUMNS, lines)
    return (
        Group(filled(SUMS, found), "得分", columns=SUMS),
        Group(
            tuple(row._replace(total=not line.part) for row, line in zip(rows, lines, strict=True)),
            "得分依据",
        ),
    )


def _parts(each: Ranked) -> list[_Line]:
    return [_Line(each, part) for part in each.score.parts]


def _rules(tally: Tally) -> tuple[str, ...]:
    """Return the rules that hold in this ledger."""
    rules = tally.state.settings.rules
    told = (
        f"{RULES[each.rule].label}{number(rules[each.rule])}（{RULES[each.rule].meaning}）"
        for each in SCORINGS
    )
    return (f"计分：{'；'.join(told)}。",)


def _record(tally: Tally, each: Ranked) -> Record:
    return {
        "plan": tally.state.plan.name,
        "period": tally.period.name,
        "day": tally.day.isoformat(),
        "unit": each.score.unit.name,
        "kind": kind_name(each.score.unit),
        "place": each.place,
        "points": _plain(each.score.total),
        "parts": [
            {
                "item": part.pair.item.id,
                "rule": part.rule,
                "points": _plain(part.points),
                "why": part.why,
            }
            for part in each.score.parts
        ],
    }
