"""How two lists meet: key tasks, the work points that carry them out, and the gaps."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan_cli.model.plan import Entry, Plan, Strength
from plan_cli.query.filters import Selection
from plan_cli.report import (
    STRENGTH_NAMES,
    Column,
    Group,
    On,
    Record,
    Report,
    Row,
    display_title,
    named_text,
)
from plan_cli.reports.listing import title_notes
from plan_cli.text import listed


class Trace(NamedTuple):
    """A link between two tasks."""

    key: Entry
    point: Entry
    strength: Strength

    @property
    def only_key(self) -> tuple[str, ...]:
        """Units that only the key task names, in its order."""
        return _beyond(self.key, self.point)

    @property
    def only_point(self) -> tuple[str, ...]:
        """Units that only the work point names, in its order."""
        return _beyond(self.point, self.key)


class Traces(NamedTuple):
    """The links, and the tasks of either side that have none."""

    links: tuple[Trace, ...]
    unserved: tuple[Entry, ...]
    """Key tasks without a work point."""
    unserving: tuple[Entry, ...]
    """Work points that serve no key task."""
    keys: str
    """What the plan calls the list, or lists, of the key tasks: 重点工作."""
    points: str
    """What it calls those of the work points: 工作要点."""


def trace(selection: Selection, keys: Iterable[str] = ()) -> Traces:
    """Return the links that touch a selected task, and the selected tasks without any.

    Key tasks are those of the lists in which links start. ``keys`` (ids) keeps the links of
    these tasks, on either side; no gaps are told then but their own.
    """
    plan = selection.plan
    every = tuple(_links(plan))
    key_lists = dict.fromkeys(link.key.list.name for link in every)
    point_lists = dict.fromkeys(link.point.list.name for link in every)
    chosen = {entry.id for entry in selection.entries}
    if wanted := set(keys):
        chosen &= wanted
    links = [link for link in every if {link.key.id, link.point.id} & chosen]
    linked = plan.links.keys()
    alone = [entry for entry in plan.entries if entry.id in chosen and entry.id not in linked]
    return Traces(
        tuple(links),
        tuple(entry for entry in alone if entry.list.name in key_lists),
        tuple(entry for entry in alone if entry.list.name not in key_lists),
        listed(list(key_lists)) or "重点任务",
        listed(list(point_lists)) or "落实任务",
    )


def trace_report(selection: Selection, keys: Iterable[str] = ()) -> Report:
    """Return the links grouped by key task, both notes side by side, and the gaps."""
    found = trace(selection, keys)
    by_key: dict[str, list[Trace]] = {}
    for link in found.links:
        by_key.setdefault(link.key.id, []).append(link)
    groups = [_key_group(links) for links in by_key.values()]
    groups += _gap_groups(found)
    entries = [e for link in found.links for e in (link.key, link.point)] + [*found.unserved]
    return Report(
        title=f"{found.keys}的落实",
        heading=(selection.plan.document.heading, *selection.headlines),
        columns=(
            Column("重点", 4, On.SHEET, ids=True),
            Column(found.keys, 14, On.SHEET),
            Column("编号", 4, ids=True),
            Column("任务", 12),
            Column("落实", 4),
            Column(f"{found.keys}的责任部门", 20, On.SHEET),
            Column("责任部门", 20),
            Column(f"仅{found.keys}点名", 8),
            Column(f"仅{found.points}点名", 8),
        ),
        groups=tuple(groups),
        closing=(*_closing(found), *title_notes(entries)),
        records=lambda: [*map(_record, found.links), *_gap_records(found)],
    )


def _links(plan: Plan) -> Iterator[Trace]:
    by_id = {entry.id: entry for entry in plan.entries}
    for entry in plan.entries:
        for link in entry.task.editor.links:
            if link.to in by_id:
                yield Trace(entry, by_id[link.to], link.strength)


def _beyond(entry: Entry, other: Entry) -> tuple[str, ...]:
    theirs = other.task.responsible.named
    return tuple(name for name in entry.task.responsible.named if name not in theirs)


def _key_group(links: list[Trace]) -> Group:
    key = links[0].key
    rows = tuple(
        Row(
            (
                key.id,
                display_title(key),
                link.point.id,
                display_title(link.point),
                STRENGTH_NAMES[link.strength],
                key.note,
                link.point.note,
                named_text(link.only_key),
                named_text(link.only_point),
            )
        )
        for link in links
    )
    return Group(rows, f"{key.id}　{display_title(key)}", key.note)


def _gap_groups(found: Traces) -> Iterator[Group]:
    for entries, heading in (
        (found.unserved, f"没有{found.points}落实的{found.keys}"),
        (found.unserving, f"没有对应{found.keys}的{found.points}"),
    ):
        if entries:
            rows = tuple(_gap_row(entry, entries is found.unserved) for entry in entries)
            yield Group(rows, f"{heading}（{len(rows)}）")


def _gap_row(entry: Entry, key: bool) -> Row:
    """Return the row of a task alone; at a terminal it stands where work points stand."""
    keys = (entry.id, display_title(entry)) if key else (None, None)
    return Row((*keys, entry.id, display_title(entry), "无", None, entry.note, None, None))


def _closing(found: Traces) -> tuple[str, ...]:
    keys = len({link.key.id for link in found.links})
    points = len({link.point.id for link in found.links})
    return (
        f"{keys} 项{found.keys}由 {points} 项{found.points}落实；"
        f"没有落实的{found.keys} {len(found.unserved)} 项，"
        f"没有对应{found.keys}的{found.points} {len(found.unserving)} 项。",
        "对应关系和“直接”“部分”是整理者的判断，文件没有写明。",
    )


def _record(link: Trace) -> Record:
    return {
        "from": link.key.id,
        "to": link.point.id,
        "strength": link.strength.value,
        "from_note": link.key.note,
        "to_note": link.point.note,
        "only_from": list(link.only_key),
        "only_to": list(link.only_point),
    }


def _gap_records(found: Traces) -> Iterator[Record]:
    for entry in (*found.unserved, *found.unserving):
        key = entry in found.unserved
        yield {
            "from": entry.id if key else None,
            "to": None if key else entry.id,
            "strength": None,
            "from_note": entry.note if key else None,
            "to_note": None if key else entry.note,
            "only_from": [],
            "only_to": [],
        }
