"""The same unit over the years: its tasks by role, its targets, its actions."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from plan_cli.bars import Bar
from plan_cli.errors import UsageError
from plan_cli.model.plan import Role
from plan_cli.query.asked import Selection
from plan_cli.query.figures import deadlines_of, targets_of
from plan_cli.query.reach import BINDING, ROLES, Duty, Party, count_roles, role_of
from plan_cli.report import ROLE_NAMES, AnyColumn, Column, Group, Record, Report, Row, filled
from plan_cli.reports.many.joined import Part
from plan_cli.text import listed

YEAR, NAME, BAR = 0, 1, 2
"""The columns by which rows are put in order and drawn."""


class _Line(NamedTuple):
    """What one plan asks of a unit."""

    selection: Selection
    party: Party
    counts: dict[Role, int]
    targets: int
    deadlines: int
    actions: tuple[str, ...]
    """Those in which a task binds it."""


def _count_of(role: Role) -> Callable[[_Line], int]:
    return lambda line: line.counts[role]


_COLUMNS: tuple[Column[_Line], ...] = (
    Column("年份", 4, lambda line: str(line.selection.plan.document.year)),
    Column("文件", 10, lambda line: line.selection.plan.name, on="sheet"),
    Column("点名■ 统称□", 15, lambda line: _bar(line.counts), on="page"),
    *(Column(ROLE_NAMES[role], 3, _count_of(role)) for role in ROLES),
    Column(ROLE_NAMES[Role.NONE], 3, _count_of(Role.NONE), on="sheet"),
    Column("合计", 3, lambda line: sum(line.counts.values()), on="sheet"),
    Column("指标", 3, lambda line: line.targets),
    Column("时限", 3, lambda line: line.deadlines),
    Column("行动", 3, lambda line: len(line.actions), on="page"),
    Column("行动", 16, lambda line: listed(line.actions), on="sheet"),
    Column("部门（单位）", 8, lambda line: line.party.name, on="sheet"),
)
COLUMNS: tuple[AnyColumn, ...] = _COLUMNS


def trend(selection: Selection) -> Report:
    """Return what one plan asks of the units asked for, a group for each of them.

    Raises UsageError where none is asked for.
    """
    if not selection.parties:
        raise UsageError("请写明看哪个部门（单位）", "例如：plan trend --dept 科普部 -p 计划/")
    lines = [_line(selection, party) for party in selection.parties]
    return Report(
        title=f"{listed([party.name for party in selection.parties])}：历年任务",
        columns=COLUMNS,
        groups=tuple(Group(filled(_COLUMNS, [line]), line.party.name) for line in lines),
        heading=selection.narrowed,
        closing=("指标、时限、行动只数点名和统称的任务。",),
        records=lambda: [_record(line) for line in lines],
    )


def join(parts: Sequence[Part]) -> Report:
    """Return the same over several plans, by year; bars are as long as their numbers compare."""
    first = parts[0].report
    rows: dict[str, list[Row]] = {}
    for part in parts:
        for group in part.report.groups:
            rows.setdefault(group.heading, []).extend(group.rows)
    years = {str(row.cells[YEAR]) for each in rows.values() for row in each}
    if len(years) < len(parts):
        first = first._replace(columns=_with_names(first.columns))
    longest = max((sum(_parts(row)) for each in rows.values() for row in each), default=0)
    return first._replace(
        groups=tuple(
            Group(tuple(_scaled(row, longest) for row in sorted(each, key=_order)), name)
            for name, each in rows.items()
        ),
        heading=(f"{len(parts)} 份文件", *first.heading),
        records=lambda: sorted(
            (record for part in parts for record in part.records),
            key=lambda record: (record["dept"], record["year"], record["plan"]),
        ),
    )


def _with_names(columns: Sequence[AnyColumn]) -> tuple[AnyColumn, ...]:
    """Return the columns with the names of plans on pages too: a year alone tells none apart."""
    return tuple(
        column._replace(on="all") if place == NAME else column
        for place, column in enumerate(columns)
    )


def _line(selection: Selection, party: Party) -> _Line:
    def binds(duty: Duty) -> bool:
        return role_of(party, duty) in BINDING

    bound = [entry for entry in selection.scope if binds(entry)]
    return _Line(
        selection,
        party,
        count_roles(party, selection.scope),
        len(list(targets_of(bound, binds))),
        len(list(deadlines_of(bound, binds))),
        tuple(dict.fromkeys(entry.action for entry in bound if entry.action)),
    )


def _bar(counts: dict[Role, int]) -> Bar:
    parts = tuple(counts[role] for role in BINDING)
    return Bar(parts, sum(parts))


def _parts(row: Row) -> tuple[int, ...]:
    bar = row.cells[BAR]
    return bar.parts if isinstance(bar, Bar) else ()


def _scaled(row: Row, longest: int) -> Row:
    return row._replace(
        cells=tuple(c._replace(longest=longest) if isinstance(c, Bar) else c for c in row.cells)
    )


def _order(row: Row) -> tuple[str, str]:
    return str(row.cells[YEAR]), str(row.cells[NAME])


def _record(line: _Line) -> Record:
    document = line.selection.plan.document
    return {
        "plan": line.selection.plan.name,
        "year": document.year,
        "dept": line.party.name,
        **{role.value: count for role, count in line.counts.items()},
        "total": sum(line.counts.values()),
        "targets": line.targets,
        "deadlines": line.deadlines,
        "actions": list(line.actions),
    }
