"""Where the load is: units down, groups across, how many tasks in each."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from plan_cli.errors import UsageError
from plan_cli.model.plan import Entry, Plan
from plan_cli.query.filters import Selection
from plan_cli.query.reach import Party, role_of
from plan_cli.report import ROLE_NAMES, Column, Group, Record, Report, Row
from plan_cli.text import listed, nearest

OUTSIDE = "未列入"
"""Where tasks stand that belong to none of the groups."""


class Axis(NamedTuple):
    """One way to put tasks into groups."""

    label: str
    names: Callable[[Plan], Sequence[str]]
    """All groups, in the order of the document."""
    of: Callable[[Entry], str | None]
    """The group that a task belongs to."""


AXES = {
    "action": Axis("行动", lambda plan: [a.name for a in plan.actions], lambda entry: entry.action),
    "project": Axis(
        "工程", lambda plan: [p.name for p in plan.projects], lambda entry: entry.task.project
    ),
    "section": Axis(
        "部分",
        lambda plan: list(dict.fromkeys(e.section.heading for e in plan.entries if e.section)),
        lambda entry: entry.section.heading if entry.section else None,
    ),
    "list": Axis("清单", lambda plan: [t.name for t in plan.lists], lambda entry: entry.list.name),
}
"""What ``--by`` offers; to add one, add an entry."""


def find_axis(word: str) -> Axis:
    """Return the axis called ``word``, in English or Chinese; raises UsageError."""
    by_name = AXES | {axis.label: axis for axis in AXES.values()}
    if word in by_name:
        return by_name[word]
    close = nearest(word, AXES, limit=1)
    advice = f"最接近的：{close[0]}\n" if close else ""
    choices = "，".join(f"{name}（{axis.label}）" for name, axis in AXES.items())
    raise UsageError(f"不能按“{word}”分组", f"{advice}可用的：{choices}")


def matrix_report(selection: Selection, axis: Axis) -> Report:
    """Return how many tasks of each group reach each unit in the roles of ``selection``."""
    plan = selection.plan
    groups = _groups(selection, axis)
    units = selection.parties or plan.units
    counted = [(unit, _counts(selection, unit, groups)) for unit in units]
    roles = listed([ROLE_NAMES[role] for role in selection.roles])
    return Report(
        title=f"任务分布：部门（单位）与{axis.label}",
        heading=(plan.document.heading, f"责任方式：{roles}", *selection.narrowed),
        columns=(
            Column("部门（单位）", 8),
            *(Column(name, 6, heat=True) for name in groups),
            Column("合计", 4),
        ),
        groups=(
            Group(tuple(_row(unit.name, counts) for unit, counts in counted)),
            _totals(counted, groups),
        ),
        closing=_closing(selection),
        records=lambda: [_record(plan, unit, groups, counts) for unit, counts in counted],
    )


def _groups(selection: Selection, axis: Axis) -> dict[str, tuple[Entry, ...]]:
    """Return the tasks in scope by group; those that belong to none come last."""
    groups: dict[str, list[Entry]] = {name: [] for name in axis.names(selection.plan)}
    for entry in selection.scope:
        groups.setdefault(axis.of(entry) or OUTSIDE, []).append(entry)
    return {name: tuple(entries) for name, entries in groups.items()}


def _counts(
    selection: Selection, unit: Party, groups: dict[str, tuple[Entry, ...]]
) -> tuple[int, ...]:
    return tuple(
        sum(role_of(selection.plan, unit, entry.task) in selection.roles for entry in entries)
        for entries in groups.values()
    )


def _row(name: str, counts: Sequence[int], total: bool = False) -> Row:
    return Row((name, *counts, sum(counts)), total=total)


def _totals(
    counted: Sequence[tuple[Party, tuple[int, ...]]], groups: dict[str, tuple[Entry, ...]]
) -> Group:
    columns = [sum(counts[i] for _, counts in counted) for i in range(len(groups))]
    distinct = [len(entries) for entries in groups.values()]
    return Group((_row("合计", columns, True), _row("任务数", distinct, True)), "总计")


def _closing(selection: Selection) -> tuple[str, ...]:
    return (
        f"“合计”里几个单位共同承担的任务，每个单位各计一次；“任务数”不重复计，共 "
        f"{len(selection.scope)} 项。",
    )


def _record(
    plan: Plan, unit: Party, groups: dict[str, tuple[Entry, ...]], counts: tuple[int, ...]
) -> Record:
    return {
        "plan": plan.name,
        "name": unit.name,
        "counts": dict(zip(groups, counts, strict=True)),
        "total": sum(counts),
    }
