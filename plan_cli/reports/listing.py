"""The list of tasks that a selection gives."""

from collections.abc import Iterable

from plan_cli.model.plan import Entry, Role
from plan_cli.query.filters import Selection, account
from plan_cli.report import (
    ROLE_NAMES,
    Column,
    Group,
    On,
    Report,
    Row,
    collectives_text,
    display_title,
    named_text,
    task_record,
    title_source,
)

COLUMNS = (
    Column("编号", 4, ids=True),
    Column("任务", 22),
    Column("部分", 20, On.SHEET),
    Column("行动", 8, On.SHEET),
    Column("工程", 14, On.SHEET),
    Column("责任方式", 6, On.SHEET),
    Column("点名", 14),
    Column("统称", 24),
)


def listing(selection: Selection) -> Report:
    """Return the selected tasks as a table: by role for one party, else by section."""
    who = "、".join(party.name for party in selection.parties)
    return Report(
        title=f"{who}：任务清单" if who else "任务清单",
        heading=(selection.plan.document.heading, *selection.narrowed),
        columns=COLUMNS,
        groups=_groups(selection),
        closing=(*_none_found(selection), *account(selection), *title_notes(selection.entries)),
        records=lambda: [
            task_record(selection.plan, entry, selection.role(entry)) for entry in selection.entries
        ],
    )


def task_cells(selection: Selection, entry: Entry) -> Row:
    """Return the row of one task, for `COLUMNS`."""
    responsible = entry.task.responsible
    return Row(
        (
            entry.id,
            display_title(entry),
            entry.section.heading if entry.section else None,
            entry.action,
            entry.task.project,
            selection.role(entry),
            named_text(responsible.named),
            collectives_text(responsible.collectives),
        )
    )


def title_notes(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return what the marks on titles mean, where any stand there."""
    sources = {title_source(entry) for entry in entries}
    notes = []
    if "editor" in sources:
        notes.append("（拟）：原文没有标题，标题为整理者所拟。")
    if None in sources:
        notes.append("……（摘）：原文没有标题，摘录正文开头。")
    return tuple(notes)


def place_heading(entry: Entry) -> str:
    """Return the heading under which ``entry`` stands in lists: its list and section."""
    return f"{entry.list.name}　{entry.section.heading}" if entry.section else entry.list.name


def _none_found(selection: Selection) -> tuple[str, ...]:
    if selection.entries:
        return ()
    if not selection.parties:
        return ("没有符合条件的任务。",)
    names = "、".join(party.name for party in selection.parties)
    roles = "、".join(ROLE_NAMES[role] for role in selection.roles)
    return (f"没有以“{roles}”方式落到{names}的任务。",)


def _groups(selection: Selection) -> tuple[Group, ...]:
    headed: dict[str, list[Row]] = {}
    for entry in selection.entries:
        role = selection.role(entry)
        heading = ROLE_NAMES[role] if role else place_heading(entry)
        headed.setdefault(heading, []).append(task_cells(selection, entry))
    meanings = {ROLE_NAMES[role]: meaning for role, meaning in ROLE_MEANINGS.items()}
    return tuple(
        Group(tuple(rows), f"{heading}（{len(rows)}）", meanings.get(heading, ""))
        for heading, rows in headed.items()
    )


ROLE_MEANINGS = {
    Role.NAMED: "责任部门里写明",
    Role.ALL: "责任部门写“各……”，每个单位都负责",
    Role.SOME: "责任部门只写“有关……”，是否承担须确认",
    Role.PARTY: "责任部门写“各基层党组织”，由党组织承担",
    Role.NONE: "责任部门没有涉及",
}
