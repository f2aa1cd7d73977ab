"""Numbers to reach and dates to keep, in the order of their tasks, and how each is put in words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plan_cli.model.plan import Deadline, Entry, Op, Precision, Target

_OPS = {Op.AT_LEAST: "≥ ", Op.ABOUT: "约 ", Op.EXACTLY: ""}


class Due(NamedTuple):
    """A deadline with its task, and the days from today to its last day (past: negative)."""

    entry: Entry
    deadline: Deadline
    days: int


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


def dues(entries: Iterable[Entry], today: date) -> list[Due]:
    """Return all deadlines of ``entries`` by date, and in document order within one date."""
    found = [
        Due(entry, deadline, (deadline.due - today).days)
        for entry in entries
        for deadline in entry.task.editor.deadlines
    ]
    return sorted(found, key=lambda due: due.deadline.due)


def amount(target: Target) -> str:
    """Return what is to be reached, in short: ``≥ 50 期``, ``约 5 项``, ``10 个``."""
    return f"{_OPS[target.op]}{target.value} {target.unit}"


def target_text(target: Target) -> str:
    """Return a target in one line, with the document's word for how firmly it is meant."""
    return f"{target.what}：{amount(target)}{_firmness(target.modality)}"


def day_text(day: date) -> str:
    """Return a date as documents write it: ``2022年5月10日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def due_text(deadline: Deadline) -> str:
    """Return when, as exactly as the document states it: ``2022年6月1日``, ``2025年内``."""
    day = deadline.due
    match deadline.precision:
        case Precision.DAY:
            return day_text(day)
        case Precision.MONTH:
            return f"{day.year}年{day.month}月"
        case Precision.YEAR:
            return f"{day.year}年内"


def goal_text(deadline: Deadline) -> str:
    """Return what is to be done by then, and how firmly it is meant: ``开馆（力争）``."""
    return f"{deadline.what}{_firmness(deadline.modality)}"


def deadline_text(deadline: Deadline) -> str:
    """Return a deadline in one line: ``2022年6月：开馆（力争）``."""
    return f"{due_text(deadline)}：{goal_text(deadline)}"


def days_text(days: int) -> str:
    """Return the days left or past in words."""
    if days < 0:
        return f"已逾期 {-days} 天"
    return f"还有 {days} 天" if days else "就在今天"


def _firmness(modality: str | None) -> str:
    return f"（{modality}）" if modality else ""
