"""How two lists meet: key tasks, the work points that carry them out, and the gaps."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan_cli.model.plan import Entry, Plan, Strength
from plan_cli.query.asked import Selection
from plan_cli.text import listed


class Linked(NamedTuple):
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

    links: tuple[Linked, ...]
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


def _links(plan: Plan) -> Iterator[Linked]:
    by_id = {entry.id: entry for entry in plan.entries}
    for entry in plan.entries:
        for link in entry.task.editor.links:
            yield Linked(entry, by_id[link.to], link.strength)


def _beyond(entry: Entry, other: Entry) -> tuple[str, ...]:
    theirs = other.responsible.named
    return tuple(name for name in entry.responsible.named if name not in theirs)
