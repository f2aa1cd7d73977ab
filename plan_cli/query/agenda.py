"""Numbers to reach and dates to keep: the targets and deadlines of the selected tasks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plan_cli.model import Deadline, Entry, Op, Target
from plan_cli.query.filters import Selection
from plan_cli.report import (
    Column,
    Group,
    Imprint,
    On,
    Record,
    Report,
    Row,
    deadline_record,
    display_title,
    named_text,
    target_record,
    title_source,
)
from plan_cli.text import fold, listed

_OPS = {Op.AT_LEAST: "≥ ", Op.ABOUT: "约 ", Op.EXACTLY: ""}


class Due(NamedTuple):
    """A deadline with its task, and the days from today to its last day (past: negative)."""

    entry: Entry
    deadline: Deadline
    days: int


def amount(target: Target) -> str:
    """Return what is to be reached, in short: ``≥ 50 期``, ``约 5 项``, ``10 个``."""
    return f"{_OPS[target.op]}{target.value} {target.unit}"


def target_text(target: Target) -> str:
    """Return a target in one line, with the document's word for how firmly it is meant."""
    firmly = f"（{target.modality}）" if target.modality else ""
    return f"{target.what}：{amount(target)}{firmly}"


def deadline_text(deadline: Deadline) -> str:
    """Return a deadline in one line: the last day of the period, what, how firmly."""
    firmly = f"（{deadline.modality}）" if deadline.modality else ""
    return f"{deadline.due.isoformat()}　{deadline.what}{firmly}"


def days_text(days: int) -> str:
    """Return the days left or past in words."""
    if days < 0:
        return f"已过 {-days} 天"
    return f"还有 {days} 天" if days else "就在今天"


def targets_of(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Target]]:
    """Yield the targets of ``entries``, in their order."""
    return ((entry, target) for entry in entries for target in entry.task.editor.targets)


def targets_by_unit(entries: Iterable[Entry]) -> dict[str, int]:
    """Return how many targets each named unit answers for, most first.

    A target of a task that names several units counts once for each of them.
    """
    counts = Counter(
        name for entry, _ in targets_of(entries) for name in entry.task.responsible.named
    )
    return dict(counts.most_common())


def targets_report(selection: Selection) -> Report:
    """Return the numbers that the selected tasks set, and their sum by unit."""
    found = list(targets_of(selection.entries))
    return Report(
        title="量化指标",
        heading=(selection.plan.document.title, *selection.headlines),
        columns=(
            Column("编号", 4, ids=True),
            Column("指标", 20),
            Column("目标", 8),
            Column("语气", 4),
            Column("点名", 12),
            Column("任务", 14, On.SHEET),
            Column("原文", 24),
        ),
        groups=(Group(tuple(_target_row(*pair) for pair in found)),) if found else (),
        closing=_target_sums(selection, len(found)),
        records=lambda: [target_record(*pair) for pair in found],
    )


def _target_row(entry: Entry, target: Target) -> Row:
    return Row(
        (
            entry.id,
            target.what,
            amount(target),
            target.modality,
            named_text(entry.task.responsible.named),
            display_title(entry),
            target.quote,
        )
    )


def _target_sums(selection: Selection, count: int) -> tuple[str, ...]:
    if not count:
        return ("这些任务没有写明量化指标。",)
    tasks = sum(bool(entry.task.editor.targets) for entry in selection.entries)
    silent = len(selection.entries) - tasks
    sums = listed(
        [f"{name} {count} 个" for name, count in targets_by_unit(selection.entries).items()]
    )
    return (
        f"共 {count} 个指标，出自 {tasks} 项任务；其余 {silent} 项没有写明。",
        f"按点名单位合计：{sums}（一个指标对每个点名单位各计一次）。",
    )


def dues(entries: Iterable[Entry], today: date) -> list[Due]:
    """Return all deadlines of ``entries`` by date, and in document order within one date."""
    found = [
        Due(entry, deadline, (deadline.due - today).days)
        for entry in entries
        for deadline in entry.task.editor.deadlines
    ]
    return sorted(found, key=lambda due: due.deadline.due)


def due_report(selection: Selection, today: date, within: int | None, overdue: bool) -> Report:
    """Return the deadlines of the selected tasks as seen on ``today``.

    ``within`` (days) keeps those of today and the days that follow, ``overdue`` those that are
    past; both together keep both, neither keeps all.
    """
    found = [due for due in dues(selection.entries, today) if _wanted(due, within, overdue)]
    return Report(
        title="时限",
        heading=(
            selection.plan.document.title,
            f"截至 {today.isoformat()}",
            *selection.headlines,
        ),
        columns=(
            Column("时限", 10),
            Column("距今", 10),
            Column("编号", 4, ids=True),
            Column("事项", 18),
            Column("语气", 4),
            Column("点名", 10),
            Column("任务", 14, On.SHEET),
            Column("原文", 20),
        ),
        groups=(Group(tuple(map(_due_row, found))),) if found else (),
        closing=_due_closing(selection, len(found), within is not None or overdue),
        records=lambda: [_due_record(selection, due) for due in found],
        imprint=Imprint(made=today),
    )


def _wanted(due: Due, within: int | None, overdue: bool) -> bool:
    if within is None and not overdue:
        return True
    return (overdue and due.days < 0) or (within is not None and 0 <= due.days <= within)


def _due_row(due: Due) -> Row:
    entry, deadline, days = due
    return Row(
        (
            deadline.due.isoformat(),
            days_text(days),
            entry.id,
            deadline.what,
            deadline.modality,
            named_text(entry.task.responsible.named),
            display_title(entry),
            deadline.quote,
        )
    )


def _due_record(selection: Selection, due: Due) -> Record:
    return {
        **deadline_record(due.entry, due.deadline),
        "days": due.days,
        "plan": selection.plan.name,
        "title": due.entry.title,
        "title_by": title_source(due.entry),
        "named": list(due.entry.task.responsible.named),
        "nth": _nth(due),
    }


def _nth(due: Due) -> int:
    """Return which of the task's deadlines for the same thing it is, in the plan's order."""
    deadlines = due.entry.task.editor.deadlines
    same = [each for each in deadlines if fold(each.what) == fold(due.deadline.what)]
    return 1 + next(place for place, each in enumerate(same) if each is due.deadline)


def _due_closing(selection: Selection, shown: int, chosen: bool) -> tuple[str, ...]:
    total = sum(len(entry.task.editor.deadlines) for entry in selection.entries)
    silent = sum(not entry.task.editor.deadlines for entry in selection.entries)
    rest = f"，另有 {total - shown} 个不在所选范围" if chosen and total > shown else ""
    return (
        f"共 {shown} 个时限{rest}；{len(selection.entries)} 项任务中有 {silent} 项文件未写明时限。",
    )


def target_rows(targets: Sequence[Target]) -> tuple[Row, ...]:
    """Return targets as rows of a page, for one task."""
    return tuple(Row(("", target_text(target))) for target in targets)


def deadline_rows(deadlines: Sequence[Deadline]) -> tuple[Row, ...]:
    """Return deadlines as rows of a page, for one task."""
    return tuple(Row(("", deadline_text(deadline))) for deadline in deadlines)
