"""Where the load is: units down, groups across, how many tasks in each."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from plan_cli.model.plan import Entry
from plan_cli.query.asked import Selection
from plan_cli.query.axes import Axis
from plan_cli.query.counting import tally
from plan_cli.query.reach import Party
from plan_cli.report import Column, Group, Record, Report, Row, filled

_COUNTED = "“合计”里几个单位共同承担的任务，每个单位各计一次；“任务数”不重复计，共 {} 项。"


class _Line(NamedTuple):
    """One row: a unit, or a sum, and its count in each group."""

    name: str
    counts: tuple[int, ...]


def _count_at(place: int) -> Callable[[_Line], int]:
    return lambda line: line.counts[place]


def matrix_report(selection: Selection, axis: Axis) -> Report:
    """Return how many tasks of each group reach each unit in the roles of ``selection``."""
    groups = axis.groups(selection.plan, selection.scope)
    units = selection.parties or selection.plan.units
    lines = [_Line(unit.name, _counts(selection, unit, list(groups.values()))) for unit in units]
    columns: tuple[Column[_Line], ...] = (
        Column("部门（单位）", 8, lambda line: line.name),
        *(Column(name, 6, _count_at(place), heat=True) for place, name in enumerate(groups)),
        Column("合计", 4, lambda line: sum(line.counts)),
    )
    return Report(
        title=f"任务分布：部门（单位）与{axis.label}",
        heading=(selection.heading, f"责任方式：{selection.role_names}", *selection.narrowed),
        columns=columns,
        groups=(Group(filled(columns, lines)), Group(_totals(columns, lines, groups), "总计")),
        closing=(tally(_COUNTED, len(selection.scope)),),
        records=lambda: [_record(selection, list(groups), line) for line in lines],
    )


def _counts(
    selection: Selection, unit: Party, groups: Sequence[Sequence[Entry]]
) -> tuple[int, ...]:
    return tuple(sum(selection.reaches(unit, entry) for entry in entries) for entries in groups)


def _totals(
    columns: Sequence[Column[_Line]], lines: Sequence[_Line], groups: dict[str, list[Entry]]
) -> tuple[Row, ...]:
    sums = tuple(sum(line.counts[i] for line in lines) for i in range(len(groups)))
    distinct = tuple(len(entries) for entries in groups.values())
    rows = filled(columns, [_Line("合计", sums), _Line("任务数", distinct)])
    return tuple(row._replace(total=True) for row in rows)


def _record(selection: Selection, groups: Sequence[str], line: _Line) -> Record:
    return {
        "plan": selection.plan.name,
        "name": line.name,
        "counts": dict(zip(groups, line.counts, strict=True)),
        "total": sum(line.counts),
    }
