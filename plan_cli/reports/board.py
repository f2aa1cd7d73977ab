"""One screen for a head of office."""

from collections.abc import Iterator, Sequence
from datetime import date

from plan_cli.model.known import Seen
from plan_cli.model.plan import Entry, Role, Target
from plan_cli.model.statuses import OVER
from plan_cli.query.asked import Selection
from plan_cli.query.figures import (
    Due,
    day_text,
    days_text,
    deadlines_of,
    due_text,
    dues,
    in_one_line,
    targets_by_unit,
    targets_of,
)
from plan_cli.query.reach import count_roles
from plan_cli.report import Group, Report, Row
from plan_cli.reports.page import page
from plan_cli.reports.standings import DUE_MARKS, PROGRESS, as_of, count_rows, record_of
from plan_cli.reports.wordings import display_title, named_text, title_notes
from plan_cli.text import listed

NEXT = 5
"""How many coming deadlines are shown, and how many red tasks."""
FEW = 3
"""How many units of a red task are named."""
ONE_LINE = 74
"""How many columns the targets of one task may take, so that all fits on one screen."""


def board(selection: Selection, today: date) -> Report:
    """Return the document, its key tasks, the numbers, the next dates and the load by unit.

    Key tasks are those of the first list, if there are several.
    """
    plan, entries = selection.plan, selection.entries
    keys = [e for e in entries if len(plan.lists) > 1 and e.list is plan.lists[0]]
    return page(
        selection.heading,
        [
            Group(tuple(map(_key_row, keys)), keys[0].list.name if keys else ""),
            Group(tuple(_progress_rows(selection)), PROGRESS),
            Group(tuple(_number_rows(selection)), "量化指标"),
            _dates(selection, today),
            Group(tuple(_load_rows(selection)), "各单位的任务（■ 点名，□ 统称）"),
        ],
        heading=(_size(selection), *selection.headlines, *as_of(selection.seen)),
        closing=title_notes(keys),
        records=lambda: [
            record_of(entry, selection.role(entry), seen=selection.seen) for entry in entries
        ],
    )._replace(paper="one sheet")


def _size(selection: Selection) -> str:
    counts = {
        tasks.name: sum(entry.list is tasks for entry in selection.entries)
        for tasks in selection.plan.lists
    }
    parts = [f"{name} {count} 项" for name, count in counts.items() if count]
    number = selection.plan.document.number
    return (
        f"{f'{number}　' if number else ''}任务 {len(selection.entries)} 项（{'，'.join(parts)}）"
    )


def _key_row(entry: Entry) -> Row:
    return Row((entry.id, f"{display_title(entry)}　{named_text(entry.responsible.named)}"))


def _progress_rows(selection: Selection) -> Iterator[Row]:
    """Yield how far the tasks are, and those that are red, with whose they are."""
    seen = selection.seen
    if not seen:
        return
    yield from count_rows(seen, [entry.id for entry in selection.entries])
    red = [e for e in selection.entries if (found := seen.of(e.id)) and found.light == "red"]
    for entry in red[:NEXT]:
        units = dict.fromkeys(each.unit for each in seen.each(entry.id) if each.light == "red")
        yield Row((entry.id, f"红灯：{display_title(entry)}　{_some(list(units))}"))
    if len(red) > NEXT:
        yield Row(("", f"……另有 {len(red) - NEXT} 项红灯，见 plan list --light red"))


def _some(units: Sequence[str]) -> str:
    """Return the first of units, and how many there are."""
    return listed(units[:FEW]) + (f"等 {len(units)} 个单位" if len(units) > FEW else "")


def _number_rows(selection: Selection) -> Iterator[Row]:
    by_task: dict[str, list[Target]] = {}
    for stated in targets_of(selection.entries, selection.concerns):
        by_task.setdefault(stated.entry.id, []).append(stated.figure)
    yield from (Row((id, in_one_line(found, ONE_LINE))) for id, found in by_task.items())


def _dates(selection: Selection, today: date) -> Group:
    found = dues(deadlines_of(selection.entries, selection.concerns), today)
    silent = len(selection.entries) - len({due.stated.entry.id for due in found})
    return Group(
        tuple(_date_rows(found, selection.seen)) or (Row(("", "文件没有写明时限。")),),
        f"时限（今天 {day_text(today)}）",
        f"{silent} 项任务，文件未写明时限",
    )


def _date_rows(found: Sequence[Due], seen: Seen | None) -> Iterator[Row]:
    past = [due for due in found if due.days < 0]
    coming = [due for due in found if due.days >= 0]
    for due in [*past[-NEXT:], *coming[:NEXT]]:
        deadline = due.stated.figure
        firmly = f"，{deadline.modality}" if deadline.modality else ""
        text = f"{due_text(deadline)}：{deadline.what}（{_how_long(due, seen)}{firmly}）"
        yield Row((due.stated.entry.id, text))


def _how_long(due: Due, seen: Seen | None) -> str:
    """Return the days left or past; where a ledger knows that they matter no more, that."""
    standing = seen.of(due.stated.duty.id) if seen else None
    if standing and standing.status in OVER:
        return standing.status
    if standing and standing.due and standing.due_by != "document":
        return f"现时限 {day_text(standing.due)}，{DUE_MARKS[standing.due_by].strip('（）')}"
    return days_text(due.days)


def _load_rows(selection: Selection) -> Iterator[Row]:
    targets = targets_by_unit(targets_of(selection.entries, selection.concerns))
    for unit in selection.plan.units:
        roles = count_roles(unit, selection.scope)
        named, bound = roles[Role.NAMED], roles[Role.ALL]
        bar = "■" * named + "□" * bound
        numbers = f"　指标 {targets[unit.name]} 个" if unit.name in targets else ""
        yield Row((unit.name, f"{bar} {named}+{bound}{numbers}"))
