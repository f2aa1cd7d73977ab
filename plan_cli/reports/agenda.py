"""What to reach and by when: the targets and the deadlines of the selected tasks."""

from collections.abc import Sequence
from datetime import date

from plan_cli.model.plan import Deadline, Entry, Precision, Target
from plan_cli.query.figures import (
    Due,
    amount,
    day_text,
    days_text,
    deadline_text,
    due_text,
    dues,
    target_text,
    targets_by_unit,
    targets_of,
)
from plan_cli.query.filters import Selection
from plan_cli.report import (
    Coded,
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

PRECISION_NAMES = {Precision.DAY: "日", Precision.MONTH: "月", Precision.YEAR: "年"}


def targets_report(selection: Selection) -> Report:
    """Return the numbers that the selected tasks set, and their sum by unit."""
    found = list(targets_of(selection.entries))
    return Report(
        title="量化指标",
        heading=(selection.plan.document.heading, *selection.headlines),
        columns=(
            Column("编号", 4, ids=True),
            Column("指标", 20),
            Column("目标", 8),
            Column("要求程度", 4),
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


def due_report(selection: Selection, today: date, within: int | None, overdue: bool) -> Report:
    """Return the deadlines of the selected tasks as seen on ``today``.

    ``within`` (days) keeps those of today and the days that follow, ``overdue`` those that are
    past; both together keep both, neither keeps all.
    """
    found = [due for due in dues(selection.entries, today) if _wanted(due, within, overdue)]
    return Report(
        title="时限",
        heading=(
            selection.plan.document.heading,
            f"截至{day_text(today)}",
            *_range(within, overdue),
            *selection.headlines,
        ),
        columns=(
            Column("时限", 12),
            Column("距今", 10),
            Column("编号", 4, ids=True),
            Column("事项", 18),
            Column("要求程度", 4),
            Column("点名", 10),
            Column("任务", 14, On.SHEET),
            Column("原文", 20),
            Column("最后一天", 10, On.SHEET),
            Column("精确到", 4, On.SHEET),
        ),
        groups=(Group(tuple(map(_due_row, found))),) if found else (),
        closing=_due_closing(selection, len(found), within is not None or overdue),
        records=lambda: [_due_record(selection, due) for due in found],
        imprint=Imprint(made=today),
    )


def _range(within: int | None, overdue: bool) -> tuple[str, ...]:
    """Return which deadlines are shown, where it is not all of them."""
    parts = ["已逾期的"] if overdue else []
    if within is not None:
        parts.append(f"{within} 天内到期的" if within else "今天到期的")
    return (f"只列：{'，和 '.join(parts)}",) if parts else ()


def _wanted(due: Due, within: int | None, overdue: bool) -> bool:
    if within is None and not overdue:
        return True
    return (overdue and due.days < 0) or (within is not None and 0 <= due.days <= within)


def _due_row(due: Due) -> Row:
    entry, deadline, days = due
    return Row(
        (
            Coded(deadline.due.isoformat(), due_text(deadline)),
            days_text(days),
            entry.id,
            deadline.what,
            deadline.modality,
            named_text(entry.task.responsible.named),
            display_title(entry),
            deadline.quote,
            deadline.due.isoformat(),
            Coded(deadline.precision.value, PRECISION_NAMES[deadline.precision]),
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
