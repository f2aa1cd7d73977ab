"""The list of tasks that a selection gives."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from plan_cli.model.plan import Entry, Role
from plan_cli.query.accounting import account
from plan_cli.query.asked import Selection
from plan_cli.records import title_source
from plan_cli.report import ROLE_NAMES, Column, Group, Record, Report, filled
from plan_cli.reports.wordings import (
    ROLE_MEANINGS,
    collectives_text,
    display_title,
    named_text,
    place_heading,
    source_notes,
)
from plan_cli.text import listed

if TYPE_CHECKING:
    from plan_cli.model.known import Seen


class TaskLine(NamedTuple):
    """What a listing says of a task."""

    id: str
    title: str
    """As listings show it."""
    title_by: str | None
    list: str
    section: str | None
    action: str | None
    project: str | None
    named: str
    collectives: str
    role: Role | None
    """How it reaches the one party asked for."""


class Request(NamedTuple):
    """What was asked for, in words."""

    parties: Sequence[str]
    role_names: str
    heading: tuple[str, ...]
    account: tuple[str, ...]
    """The lines that account for the rest."""
    seen: "Seen | None" = None


def listing(selection: Selection) -> Report:
    """Return the selected tasks as a table: by role for one party, else by section."""
    request = Request(
        [party.name for party in selection.parties],
        selection.role_names,
        (selection.heading, *selection.narrowed, *_as_of(selection.seen)),
        account(selection),
        selection.seen,
    )
    return listed_tasks(
        request,
        [_line(entry, selection.role(entry)) for entry in selection.entries],
        lambda: _records(selection),
    )


# What only a ledger or a machine form needs is imported there: it takes 1 ms at every start.


def _as_of(seen: "Seen | None") -> tuple[str, ...]:
    if seen is None:
        return ()
    from plan_cli.reports.standings import as_of

    return as_of(seen)


def _records(selection: Selection) -> list[Record]:
    from plan_cli.reports.standings import record_of

    seen = selection.seen
    return [record_of(each, selection.role(each), seen=seen) for each in selection.entries]


def listed_tasks(
    request: Request, lines: Sequence[TaskLine], records: Callable[[], Sequence[Record]]
) -> Report:
    """Return ``lines`` as a table; ``records`` are the same for machines."""
    who = listed(request.parties)
    notes = source_notes(line.title_by for line in lines)
    return Report(
        title=f"{who}：任务清单" if who else "任务清单",
        heading=request.heading,
        columns=_columns(request.seen),
        groups=_groups(request, lines),
        closing=(*(() if lines else (_none_found(request),)), *request.account, *notes),
        records=records,
    )


def _line(entry: Entry, role: Role | None) -> TaskLine:
    responsible = entry.responsible
    return TaskLine(
        entry.id,
        display_title(entry),
        title_source(entry),
        entry.list.name,
        entry.section.heading if entry.section else None,
        entry.action,
        entry.task.project,
        named_text(responsible.named),
        collectives_text(responsible.collectives),
        role,
    )


_COLUMNS: tuple[Column[TaskLine], ...] = (
    Column("编号", 4, attrgetter("id"), ids=True),
    Column("任务", 22, attrgetter("title")),
    Column("部分", 20, attrgetter("section"), on="sheet"),
    Column("行动", 8, attrgetter("action"), on="sheet"),
    Column("工程", 14, attrgetter("project"), on="sheet"),
    Column("责任方式", 6, attrgetter("role"), on="sheet"),
    Column("点名", 14, attrgetter("named")),
    Column("统称", 24, attrgetter("collectives")),
)


def _columns(seen: "Seen | None") -> tuple[Column[TaskLine], ...]:
    if seen is None:
        return _COLUMNS
    from plan_cli.reports.standings import state_columns

    return (*_COLUMNS, *state_columns(seen, _id))


def _id(line: TaskLine) -> str:
    return line.id


def _none_found(request: Request) -> str:
    if not request.parties:
        return "没有符合条件的任务。"
    return f"{listed(request.parties)}没有“{request.role_names}”任务。"


_MEANINGS = {ROLE_NAMES[role]: meaning for role, meaning in ROLE_MEANINGS.items()}


def _groups(request: Request, lines: Iterable[TaskLine]) -> tuple[Group, ...]:
    columns = _columns(request.seen)
    headed: dict[str, list[TaskLine]] = {}
    for line in lines:
        heading = ROLE_NAMES[line.role] if line.role else place_heading(line.list, line.section)
        headed.setdefault(heading, []).append(line)
    return tuple(
        Group(filled(columns, each), f"{heading}（{len(each)}）", _MEANINGS.get(heading, ""))
        for heading, each in headed.items()
    )
