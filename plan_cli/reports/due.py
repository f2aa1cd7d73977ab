"""The deadlines of the selected tasks, as seen on one day."""

from collections.abc import Sequence
from datetime import date

from plan_cli.model.known import Seen
from plan_cli.query.asked import Selection
from plan_cli.query.counting import Tally
from plan_cli.query.figures import Due, day_text, days_text, deadlines_of, due_text, dues
from plan_cli.records import deadline_record, title_source
from plan_cli.report import Coded, Column, Group, Imprint, Record, Report, filled
from plan_cli.reports.standings import (
    QUOTATION,
    deadline_state,
    making_room,
    new_due,
    state_columns,
    state_record,
)
from plan_cli.reports.wordings import display_title, named_text
from plan_cli.text import fold

PRECISION_NAMES = {"day": "日", "month": "月", "year": "年"}


def _when(due: Due) -> Coded:
    """Return the date for programs, and as exactly as the document states it for people."""
    deadline = due.stated.figure
    return Coded(deadline.due.isoformat(), due_text(deadline))


def _precision(due: Due) -> Coded:
    precision = due.stated.figure.precision
    return Coded(precision, PRECISION_NAMES[precision])


COLUMNS: tuple[Column[Due], ...] = (
    Column("时限", 12, _when),
    Column("距今", 10, lambda due: days_text(due.days)),
    Column("编号", 4, lambda due: due.stated.entry.id, ids=True),
    Column("事项", 18, lambda due: due.stated.figure.what),
    Column("要求程度", 4, lambda due: due.stated.figure.modality),
    Column("点名", 10, lambda due: named_text(due.stated.duty.responsible.named)),
    Column("任务", 14, lambda due: display_title(due.stated.entry), on="sheet"),
    Column(QUOTATION, 20, lambda due: due.stated.figure.quote),
    Column("最后一天", 10, lambda due: due.stated.figure.due.isoformat(), on="sheet"),
    Column("精确到", 4, _precision, on="sheet"),
)


def due_report(selection: Selection, today: date, within: int | None, overdue: bool) -> Report:
    """Return the deadlines of the selected tasks as seen on ``today``.

    ``within`` (days) keeps those of today and the days that follow, ``overdue`` those that are
    past; both together keep both, neither keeps all.
    """
    selection, seen = selection.by_measure(), selection.seen
    columns = (*making_room(COLUMNS, seen), *_progress_columns(seen))
    every = dues(deadlines_of(selection.entries, selection.concerns), today)
    found = [due for due in every if _wanted(due, within, overdue)]
    return Report(
        title="时限",
        heading=(
            selection.heading,
            f"截至{day_text(today)}",
            *_range(within, overdue),
            *selection.headlines,
        ),
        columns=columns,
        groups=(Group(filled(columns, found)),) if found else (),
        closing=(_account(selection, every, len(found), every_one=within is None and not overdue),),
        records=lambda: [_record(due, seen) for due in found],
        imprint=Imprint(made=today),
    )


def _id(due: Due) -> str:
    return due.stated.duty.id


def _progress_columns(seen: Seen | None) -> tuple[Column[Due], ...]:
    if seen is None:
        return ()
    now = Column[Due]("现时限", 10, lambda due: new_due(seen.of(_id(due))))
    return (now, *state_columns(seen, _id))


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


def _record(due: Due, seen: Seen | None) -> Record:
    entry = due.stated.entry
    return {
        **deadline_record(entry, due.stated.figure),
        "days": due.days,
        "plan": entry.plan.name,
        "title": entry.title,
        "title_by": title_source(entry),
        "named": list(due.stated.duty.responsible.named),
        "nth": _nth(due),
        **deadline_state(seen, _id(due)),
        **({"state": state_record(seen.of(_id(due)))} if seen else {}),
    }


def _nth(due: Due) -> int:
    """Return which of the task's deadlines for the same thing it is, in the plan's order."""
    deadlines = due.stated.entry.task.editor.deadlines
    same = [each for each in deadlines if fold(each.what) == fold(due.stated.figure.what)]
    return 1 + next(place for place, each in enumerate(same) if each is due.stated.figure)


def _account(selection: Selection, every: Sequence[Due], shown: int, every_one: bool) -> Tally:
    """Return how many deadlines there are; ``every_one``: all of them were asked for."""
    silent = len(selection.entries) - len({due.stated.entry.id for due in every})
    hidden, tasks = len(every) - shown, len(selection.entries)
    rest = f"，另有 {hidden} 个不在所选范围" if hidden else ""
    said = "{} 项任务中有 {} 项文件未写明时限。"
    line = f"共 {shown} 个时限{rest}；{said.format(tasks, silent)}"
    if every_one:
        return Tally(line, f"共 {{}} 个时限；{said}", (shown, tasks, silent))
    several = f"共 {{}} 个时限，另有 {{}} 个不在所选范围；{said}"
    return Tally(line, several, (shown, hidden, tasks, silent))
