"""One screen for a head of office."""

from collections.abc import Iterator
from datetime import date

from plan_cli.model import Entry, Role
from plan_cli.query.figures import (
    amount,
    day_text,
    days_text,
    due_text,
    dues,
    targets_by_unit,
    targets_of,
)
from plan_cli.query.filters import Selection
from plan_cli.query.listing import title_notes
from plan_cli.query.pages import labelled, page
from plan_cli.query.reach import count_roles
from plan_cli.report import Group, Report, Row, display_title, named_text, task_record
from plan_cli.text import listed

NEXT = 5
"""How many coming deadlines are shown."""


def board(selection: Selection, today: date) -> Report:
    """Return the document, its key tasks, the numbers, the next dates and the load by unit.

    Key tasks are those of the first list, if there are several.
    """
    plan, entries = selection.plan, selection.entries
    keys = [e for e in entries if len(plan.lists) > 1 and e.list is plan.lists[0]]
    return page(
        plan.document.heading,
        [
            Group(labelled(("文号", plan.document.number), ("任务", _size(selection)))),
            Group(tuple(map(_key_row, keys)), keys[0].list.name if keys else ""),
            Group(tuple(_number_rows(selection)), "量化指标"),
            Group(tuple(_date_rows(selection, today)), f"时限（今天 {day_text(today)}）"),
            Group(tuple(_load_rows(selection)), "各单位的任务（■ 点名，□ 统称）"),
        ],
        heading=selection.headlines,
        closing=title_notes(keys),
        records=lambda: [task_record(plan, entry, selection.role(entry)) for entry in entries],
    )._replace(one_sheet=True)


def _size(selection: Selection) -> str:
    counts = {
        tasks.name: sum(entry.list is tasks for entry in selection.entries)
        for tasks in selection.plan.lists
    }
    parts = [f"{name} {count} 项" for name, count in counts.items() if count]
    return f"{len(selection.entries)} 项（{'，'.join(parts)}）"


def _key_row(entry: Entry) -> Row:
    return Row((entry.id, f"{display_title(entry)}　{named_text(entry.task.responsible.named)}"))


def _number_rows(selection: Selection) -> Iterator[Row]:
    by_task: dict[str, list[str]] = {}
    for entry, target in targets_of(selection.entries):
        by_task.setdefault(entry.id, []).append(f"{target.what} {amount(target)}")
    yield from (Row((id, "；".join(texts))) for id, texts in by_task.items())
    if by_task:
        sums = targets_by_unit(selection.entries).items()
        yield Row(("合计", listed([f"{name} {count} 个" for name, count in sums])))


def _date_rows(selection: Selection, today: date) -> Iterator[Row]:
    found = dues(selection.entries, today)
    past = [due for due in found if due.days < 0]
    coming = [due for due in found if due.days >= 0]
    for entry, deadline, days in [*past[-NEXT:], *coming[:NEXT]]:
        firmly = f"，{deadline.modality}" if deadline.modality else ""
        text = f"{due_text(deadline)}　{deadline.what}（{days_text(days)}{firmly}）"
        yield Row((entry.id, text))
    silent = sum(not entry.task.editor.deadlines for entry in selection.entries)
    yield Row(("", f"其余 {silent} 项任务，文件未写明时限。"))


def _load_rows(selection: Selection) -> Iterator[Row]:
    plan = selection.plan
    for unit in plan.units:
        roles = count_roles(plan, unit, selection.scope)
        named, bound = roles[Role.NAMED], roles[Role.ALL]
        bar = "■" * named + "□" * bound
        yield Row((unit.name, f"{bar} {named}+{bound}"))
