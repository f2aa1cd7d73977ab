"""The list of tasks that a selection gives."""

from plan_cli.model.plan import Entry
from plan_cli.query.asked import Selection, account
from plan_cli.report import ROLE_NAMES, Column, Group, Report, filled
from plan_cli.reports.standings import as_of, record_of, state_columns
from plan_cli.reports.wordings import (
    ROLE_MEANINGS,
    collectives_text,
    display_title,
    named_text,
    place_heading,
    title_notes,
)
from plan_cli.text import listed


def listing(selection: Selection) -> Report:
    """Return the selected tasks as a table: by role for one party, else by section."""
    who = listed([party.name for party in selection.parties])
    return Report(
        title=f"{who}：任务清单" if who else "任务清单",
        heading=(selection.heading, *selection.narrowed, *as_of(selection.seen)),
        columns=_columns(selection),
        groups=_groups(selection),
        closing=(*_none_found(selection), *account(selection), *title_notes(selection.entries)),
        records=lambda: [
            record_of(entry, selection.role(entry), seen=selection.seen)
            for entry in selection.entries
        ],
    )


def _columns(selection: Selection) -> tuple[Column[Entry], ...]:
    return (
        Column("编号", 4, lambda entry: entry.id, ids=True),
        Column("任务", 22, display_title),
        Column("部分", 20, lambda e: e.section.heading if e.section else None, on="sheet"),
        Column("行动", 8, lambda entry: entry.action, on="sheet"),
        Column("工程", 14, lambda entry: entry.task.project, on="sheet"),
        Column("责任方式", 6, selection.role, on="sheet"),
        Column("点名", 14, lambda entry: named_text(entry.responsible.named)),
        Column("统称", 24, lambda entry: collectives_text(entry.responsible.collectives)),
        *state_columns(selection.seen, _id),
    )


def _id(entry: Entry) -> str:
    return entry.id


def _none_found(selection: Selection) -> tuple[str, ...]:
    if selection.entries:
        return ()
    if not selection.parties:
        return ("没有符合条件的任务。",)
    names = listed([party.name for party in selection.parties])
    return (f"{names}没有“{selection.role_names}”任务。",)


def _groups(selection: Selection) -> tuple[Group, ...]:
    columns = _columns(selection)
    headed: dict[str, list[Entry]] = {}
    for entry in selection.entries:
        role = selection.role(entry)
        headed.setdefault(ROLE_NAMES[role] if role else place_heading(entry), []).append(entry)
    meanings = {ROLE_NAMES[role]: meaning for role, meaning in ROLE_MEANINGS.items()}
    return tuple(
        Group(filled(columns, entries), f"{heading}（{len(entries)}）", meanings.get(heading, ""))
        for heading, entries in headed.items()
    )
