"""The answers of several plans as one."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from plan_cli.query.counting import Tally, added_up
from plan_cli.query.plans import Facts, labels
from plan_cli.report import AnyColumn, Column, Group, Record, Report, Row, no_records, nothing

PLAN_COLUMN: AnyColumn = Column("文件", 10, on="sheet")
"""Which plan a row is about; pages have a heading for each plan."""


class Part(NamedTuple):
    """What one plan answers; it can be sent to another process."""

    facts: Facts
    report: Report
    """Without the functions that made it: rows and records are made."""
    records: tuple[Record, ...] = ()
    found: tuple[str, ...] = ()
    """Those of the ids asked for that the plan has."""


@lru_cache
def _bare(columns: tuple[AnyColumn, ...]) -> tuple[AnyColumn, ...]:
    """Return columns without the functions that fill them: one object for many plans."""
    return tuple(column._replace(of=nothing) for column in columns)


def part_of(facts: Facts, report: Report, records: bool, found: Sequence[str] = ()) -> Part:
    """Return what a report says, as records or else as rows."""
    made = tuple({**each, "plan": facts.name} for each in report.records()) if records else ()
    bare = report._replace(
        columns=_bare(report.columns),
        groups=() if records else report.groups,
        records=no_records,
    )
    return Part(facts, bare, made, tuple(found))


def join(parts: Sequence[Part]) -> Report:
    """Return the answers of ``parts``, of which there is at least one, as one.

    Tables follow each other, with a column for the plan on sheets and a heading for each plan on
    pages; what counts is added up, what is said of every plan is said once.
    """
    names = labels([part.facts for part in parts])
    first = parts[0].report
    columns = _columns([part.report.columns for part in parts])
    page = first.layout == "page"
    return first._replace(
        columns=columns if page else (*columns, PLAN_COLUMN),
        groups=tuple(
            group
            for name, part in zip(names, parts, strict=True)
            for group in _groups(name, part, columns)
        ),
        heading=(*(() if page else (f"{len(parts)} 份文件",)), *_common(parts)),
        closing=tuple(summed_up([part.report for part in parts])),
        hints=(),
        records=lambda: list(chain.from_iterable(part.records for part in parts)),
        annexes=(),
    )


def _columns(each: Sequence[tuple[AnyColumn, ...]]) -> tuple[AnyColumn, ...]:
    """Return all columns, each once; one that only some have stands behind its neighbour there."""
    known = list(each[0])
    for columns in dict.fromkeys(each):
        place = 0
        for column in columns:
            if column in known:
                place = known.index(column) + 1
            else:
                known.insert(place, column)
                place += 1
    return tuple(known)


def _groups(name: str, part: Part, columns: tuple[AnyColumn, ...]) -> Iterator[Group]:
    """Yield the groups of one plan under its name, cells where the columns of all stand."""
    report = part.report
    if not report.groups:
        return
    yield Group((), f"【{name}】{part.facts.title}")
    if report.layout == "page":
        yield from report.groups
        return
    cell = (name,)
    for group in report.groups:
        rows = group.rows
        if report.columns != columns:
            places = [columns.index(column) for column in report.columns]
            rows = tuple(row if row.band else _moved(row, places, len(columns)) for row in rows)
        named = [row if row.band else Row(row.cells + cell, (), row.total) for row in rows]
        yield Group(tuple(named), *group[1:])


def _moved(row: Row, places: Sequence[int], width: int) -> Row:
    cells = dict(zip(places, row.cells, strict=True))
    return row._replace(cells=tuple(cells.get(place) for place in range(width)))


def _common(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the heading lines that all plans share; titles stand over the answer of each."""
    everywhere = set(parts[0].report.heading).intersection(*(p.report.heading for p in parts))
    everywhere.difference_update(part.facts.title for part in parts)
    yield from (line for line in parts[0].report.heading if line in everywhere)


def summed_up(reports: Sequence[Report]) -> Iterator[str]:
    """Yield closing lines, those that count added up.

    What only explains why there is nothing is told where there is nothing in all of them.
    """
    telling = [report for report in reports if any(True for _ in report.rows)] or reports
    counting: dict[str, list[Tally]] = {}
    for report in reports:
        for line in report.closing:
            if isinstance(line, Tally):
                counting.setdefault(line.several, []).append(line)
    yield from map(added_up, counting.values())
    said = (line for report in telling for line in report.closing)
    yield from dict.fromkeys(line for line in said if not isinstance(line, Tally))
