"""A plan as one JSON value: what the script looks up, all of it decided here.

Duties that are read alike share one of ``readings``: a digit for each party, the index of its role
in ``roles``, and the indices of the ``phrases`` by which it is reached.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from plan_cli.model.known import Known
from plan_cli.model.plan import Entry, Plan, Role, Unit
from plan_cli.model.statuses import LIGHT_NAMES, LIGHTS, STATUSES
from plan_cli.query.asked import select
from plan_cli.query.axes import AXES, OUTSIDE
from plan_cli.query.figures import days_text
from plan_cli.query.reach import (
    BINDING,
    Duty,
    Party,
    count_roles,
    parties,
    phrases_for,
    role_of,
)
from plan_cli.query.states import UNTOLD
from plan_cli.report import ROLE_NAMES, Record, Report, cell_text
from plan_cli.reports.listing import listing
from plan_cli.reports.wordings import ROLE_MEANINGS, display_title
from plan_cli.site.elements import plain
from plan_cli.text import without_radicals

EVERY_ROLE = tuple(Role)
RADICALS = range(0x2E80, 0x2F00)
"""Those that compatibility (NFKC), which the script has as well, leaves as they are."""


class Readings:
    """The different ways in which duties are read, each kept once."""

    def __init__(self, plan: Plan) -> None:
        self._parties = parties(plan)
        self._places: dict[str, int] = {}
        self.found: list[Record] = []
        self.phrases: dict[str, int] = {}

    def place(self, duty: Duty) -> int:
        """Return the index of the reading of ``duty``."""
        roles = [role_of(party, duty) for party in self._parties]
        why = [self._why(p, duty, role) for p, role in zip(self._parties, roles, strict=True)]
        reading = {"roles": "".join(str(EVERY_ROLE.index(role)) for role in roles), "why": why}
        place = self._places.setdefault(json.dumps(reading), len(self.found))
        if place == len(self.found):
            self.found.append(reading)
        return place

    def _why(self, party: Party, duty: Duty, role: Role) -> list[int]:
        if role is Role.NONE:
            return []
        phrases = phrases_for(party, duty, role)
        return [self.phrases.setdefault(phrase, len(self.phrases)) for phrase in phrases]


def page_data(plan: Plan, known: Known | None = None, today: date | None = None) -> Record:
    """Return all that the script needs: ``today`` is the day to count from, else the reader's."""
    readings = Readings(plan)
    sheet = listing(select(plan, {}))
    shown = sheet.shown("sheet")
    rows = {cell_text(row.cells[0]): [row.cells[i] for i in shown] for row in sheet.rows}
    tasks = [_task(entry, readings, known) | {"row": rows[entry.id]} for entry in plan.entries]
    data = {
        "title": plan.document.heading,
        "today": today.isoformat() if today else None,
        "roles": [
            {"code": role.value, "name": ROLE_NAMES[role], "meaning": ROLE_MEANINGS[role]}
            for role in EVERY_ROLE
        ],
        "binding": [EVERY_ROLE.index(role) for role in BINDING],
        "parties": [_party(party, plan.entries) for party in parties(plan)],
        "axes": [
            {"name": name, "label": AXES[name].label, "groups": groups}
            for name, groups in useful_axes(plan).items()
        ],
        "readings": readings.found,
        "phrases": list(readings.phrases),
        "tasks": tasks,
        "columns": _columns(sheet),
        "days": _days(),
        "radicals": _radicals(),
        "lights": [{"code": light, "name": LIGHT_NAMES[light]} for light in LIGHTS],
        "statuses": [*STATUSES, UNTOLD],
    }
    cleaned: Record = _clean(data)
    return cleaned


def _party(party: Party, entries: Iterable[Entry]) -> Record:
    return {
        "name": party.name,
        "kind": party.kind if isinstance(party, Unit) else None,
        "aliases": list(party.aliases),
        "counts": list(count_roles(party, entries).values()),
    }


def useful_axes(plan: Plan) -> dict[str, list[str]]:
    """Return the groups of each way to group tasks that parts those of ``plan``, by its name."""
    every = {name: list(axis.groups(plan, plan.entries)) for name, axis in AXES.items()}
    several = {name: groups for name, groups in every.items() if len(groups) > 1}
    return several or {"list": every["list"]}


def _task(entry: Entry, readings: Readings, known: Known | None) -> Record:
    return {
        "id": entry.id,
        "title": display_title(entry),
        "reading": readings.place(entry),
        "measures": {step.id: readings.place(step) for step in entry.steps},
        "groups": {name: axis.of(entry) or OUTSIDE for name, axis in AXES.items()},
        "states": _states(entry, known) if known else None,
    }


def _states(entry: Entry, known: Known) -> list[list[int] | None]:
    """Return light and status of a task: for all who answer, then for each party that does."""
    asked = [(), *((party.name,) for party in parties(entry.plan))]
    return [_state(known, entry.id, names) for names in asked]


def _state(known: Known, id: str, names: tuple[str, ...]) -> list[int] | None:
    if not known.each(id, names):
        return None
    standing = known.of(id, names)
    status = STATUSES.index(standing.status) if standing.status else len(STATUSES)
    return [LIGHTS.index(standing.light), status]


def _columns(sheet: Report) -> list[Record]:
    """Return the columns of the list as a sheet shows it, and which of them tells the role."""
    return [
        {"heading": column.heading, "ids": column.ids, "role": column.heading == "责任方式"}
        for column in (sheet.columns[i] for i in sheet.shown("sheet"))
    ]


def _days() -> Record:
    """Return how days left or past are worded, ``{}`` for the number."""
    return {
        "past": days_text(-7).replace("7", "{}"),
        "today": days_text(0),
        "left": days_text(7).replace("7", "{}"),
    }


def _radicals() -> dict[str, str]:
    pairs = {char: without_radicals(char) for char in map(chr, RADICALS)}
    return {char: plain for char, plain in pairs.items() if char != plain}


def _clean(value: Any) -> Any:
    """Return plain data with its texts as the page shows them."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list) else value


def concerned(known: Known, entry: Entry) -> dict[tuple[str, str], list[int]]:
    """Return which parties each report on ``entry`` concerns, by its item and unit."""
    found: dict[tuple[str, str], list[int]] = {}
    for index, party in enumerate(parties(entry.plan)):
        for standing in known.each(entry.id, (party.name,)):
            found.setdefault((standing.item, standing.unit), []).append(index)
    return found
