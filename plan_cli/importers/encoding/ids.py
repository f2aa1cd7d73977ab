"""What is unique in a plan: names and prefixes of its lists, ids, longer where numbers repeat."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, count
from string import ascii_uppercase

from plan_cli.importers.shaping.markers import find_marker
from plan_cli.model.plan import Section, Task, TaskList
from plan_cli.model.walk import Path, Placed, placed_tasks, with_tasks
from plan_cli.notes.words import DOCUMENTS, LISTS, either

_NAMES = re.compile(
    rf"((?:工作|任务|责任|分工|实施|行动|指导|若干)?{either(DOCUMENTS, LISTS)})(?:[（(].*[）)])?$"
)


def list_names(titles: Sequence[str]) -> list[str]:
    """Return a short name for each list, all different."""
    names: list[str] = []
    for title in titles:
        found = _NAMES.search(title.removesuffix("的通知").removesuffix("》"))
        name = found[1] if found else title.rpartition("年")[2][-12:] or title[-12:] or "任务"
        more = (f"{name}{number}" for number in count(2))
        names.append(next(each for each in chain((name,), more) if each not in names))
    return names


def with_ids(lists: Sequence[TaskList]) -> tuple[TaskList, ...]:
    """Return ``lists`` with prefixes, numbers and ids; the longest list has no prefix."""
    sizes = [len(list(placed_tasks([tasks]))) for tasks in lists]
    longest = max(range(len(lists)), key=lambda i: (sizes[i], i), default=0)
    used: set[str] = set()
    ids = _Ids()
    named = []
    for index, tasks in enumerate(lists):
        prefix = "" if index == longest else _prefix(tasks.name, used)
        used.add(prefix)
        named.append(ids.given(replace(tasks, prefix=prefix)))
    return tuple(named)


def _prefix(name: str, used: set[str]) -> str:
    wanted = "K" if "重点" in name else "A"
    more = (f"L{number}-" for number in count(1))
    return next(each for each in chain((wanted,), ascii_uppercase, more) if each not in used)


class _Ids:
    """The ids given so far."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._times: Counter[str] = Counter()

    def given(self, tasks: TaskList) -> TaskList:
        """Return ``tasks`` with ids; where numbering restarts, section numbers come in front."""
        restarts = _restarts(tasks)
        places = count(1)

        def one(placed: Placed) -> Task:
            place = next(places)
            number = placed.task.number or str(place)
            plain = tasks.prefix + number
            parts = (*_ordinals(placed), number) if restarts else (number,)
            unique = self._unique(tasks.prefix + "-".join(parts))
            return replace(placed.task, number=number, id=None if unique == plain else unique)

        return with_tasks(tasks, map(one, placed_tasks([tasks])))

    def _unique(self, wanted: str) -> str:
        unique = wanted
        while unique in self._seen:
            self._times[wanted] += 1
            unique = f"{wanted}-{self._times[wanted] + 1}"
        self._seen.add(unique)
        return unique


def _restarts(tasks: TaskList) -> bool:
    """Say whether parts of a list count their tasks from the start, each for itself."""
    places: dict[str, set[Path]] = {}
    for placed in placed_tasks([tasks]):
        if placed.task.number:
            places.setdefault(placed.task.number, set()).add(placed.path[:-1])
    return any(len(found) > 1 for found in places.values())


def _ordinals(placed: Placed) -> tuple[str, ...]:
    """Return the numbers of the sections that a task stands in, by their headings or place."""
    path = placed.path
    places = [path[i + 1] for i, step in enumerate(path) if step == "sections"]
    return tuple(map(_ordinal, placed.sections, places))


def _ordinal(section: Section, place: str | int) -> str:
    marker = find_marker(section.heading)
    return marker.number if marker else str(int(place) + 1)
