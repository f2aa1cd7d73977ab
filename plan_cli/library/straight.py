"""``list`` and ``search`` over everything, straight from the tables: no plan is loaded.

Roles are looked up, not decided. What the tables cannot answer is left to who loads the plans.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plan_cli.databases import Database
from plan_cli.errors import UsageError
from plan_cli.library.meant import ONE_OF, Meant, as_json, meant_in
from plan_cli.library.tables import spaced
from plan_cli.model.plan import Role
from plan_cli.query.accounting import counted, none_left
from plan_cli.query.asked import find_roles, narrowed_by
from plan_cli.query.filters import DEPT, LIGHT, ROLE, STATUS
from plan_cli.query.plans import Ask, Facts
from plan_cli.query.reach import BINDING, ROLES
from plan_cli.report import ROLE_NAMES, no_records
from plan_cli.reports.listing import Request, TaskLine, listed_tasks
from plan_cli.reports.many.joined import Part, part_of
from plan_cli.text import find_folded, fold, listed

_LOADED = ("search", STATUS, LIGHT, "ledger", "spellings")
"""What only a loaded plan can answer."""
_CELLS = "id, shown, title_by, {list}, section, action, project, named, collectives"


def straight(database: Database, plans: Mapping[int, Facts], ask: Ask[Any]) -> dict[int, Part]:
    """Return what ``plans`` answer, those left out that have to be loaded."""
    if ask.records or any(ask.given.get(name) for name in _LOADED):
        return {}
    if ask.command == "list":
        return _listed(database, plans, ask.given)
    if ask.command == "search" and not ask.given.get(DEPT) and not ask.given.get(ROLE):
        return _found(database, plans, ask.given)
    return {}


def _listed(
    database: Database, plans: Mapping[int, Facts], given: Mapping[str, Any]
) -> dict[int, Part]:
    try:
        roles, ways = find_roles(given.get(ROLE) or ())
    except UsageError:
        return {}
    meant = meant_in(database, plans, given)
    if given.get(ROLE):
        meant = {plan: each for plan, each in meant.items() if each.parties}
    if ways or not meant:
        return {}
    roles = roles or BINDING
    units = _units(database, meant)
    lines = _lines(database, meant, units, roles)
    accounts = _accounts(database, meant, units)
    parts = {}
    role_names = listed([ROLE_NAMES[role] for role in roles])
    for plan, each in meant.items():
        request = Request(
            each.parties,
            role_names,
            (plans[plan].title, *narrowed_by(each.words)),
            tuple(accounts[plan]),
        )
        report = listed_tasks(request, lines.pop(plan, []), no_records)
        parts[plan] = part_of(plans[plan], report, records=False)
    return parts


def _lines(
    database: Database, meant: Mapping[int, Meant], units: "_Units", roles: Sequence[Role]
) -> dict[int, list[TaskLine]]:
    """Return the tasks of each plan: by role for one party, else in the order of the document."""
    lines: dict[int, list[TaskLine]] = defaultdict(list)
    role_of: dict[int | None, Role | None] = {None: None, **dict(enumerate(ROLES))}
    ranks = f"rank IN ({', '.join(str(ROLES.index(role)) for role in roles)})"
    for count in {min(2, len(each.parties)) for each in meant.values()}:
        some = {plan: each for plan, each in meant.items() if min(2, len(each.parties)) == count}
        asked = as_json(unit for unit, (plan, _) in units.items() if plan in some)
        where, values = _where(some, by_unit=count > 0)
        cells = _CELLS.format(list="list" if count != 1 else "''")  # headings say roles
        if count == 1:
            of = f"responsibilities JOIN tasks ON key = task WHERE unit {ONE_OF} AND {ranks} AND"
            query = f"rank, plan FROM {of} {where} ORDER BY unit, rank, task"
        elif count:
            reached = f"SELECT task FROM responsibilities WHERE unit {ONE_OF} AND {ranks}"
            of = f"tasks WHERE key IN ({reached}) AND"
            query = f"NULL, plan FROM {of} {where} ORDER BY key"
        else:
            query = f"NULL, plan FROM tasks WHERE {where} ORDER BY key"
        given = (asked, *values) if count else values
        text = _Texts().__getitem__
        for *told, rank, plan in database.stream(f"SELECT {cells}, {query}", given, text):
            lines[plan].append(TaskLine._make([*told, role_of[rank]]))
    return lines


class _Texts(dict[bytes, str]):
    """Texts by their bytes: each is decoded once, and is one object wherever it stands."""

    def __missing__(self, key: bytes) -> str:
        text = self[key] = key.decode()
        return text


def _accounts(
    database: Database, meant: Mapping[int, Meant], units: "_Units"
) -> dict[int, list[str]]:
    """Return the lines that account for the tasks of each plan, a line for each party."""
    # Counted in an index: the rows of plans are long, and each would be a page to read.
    total = "SELECT plan, count(*) FROM tasks GROUP BY plan"
    of = f"responsibilities WHERE unit {ONE_OF}"
    values: tuple[str, ...] = ()
    if next(iter(meant.values())).places:
        where, values = _where(meant, by_unit=False)
        total = f"SELECT plan, count(*) FROM tasks WHERE {where} GROUP BY plan"
        of = f"responsibilities JOIN tasks ON key = task WHERE unit {ONE_OF} AND {where}"
    totals = dict(database.ask(total, values))
    counts: dict[int, dict[Role, int]] = defaultdict(dict)
    query = f"SELECT unit, rank, count(*) FROM {of} GROUP BY unit, rank"
    for unit, rank, count in database.ask(query, (as_json(units), *values)) if units else ():
        counts[unit][ROLES[rank]] = count
    accounts: dict[int, list[str]] = defaultdict(list)
    for unit, (plan, name) in units.items():
        total = totals.get(plan, 0)
        counts[unit][Role.NONE] = total - sum(counts[unit].values())
        accounts[plan].append(counted(name, counts[unit], total, none_left(name)))
    return accounts


_Units = Mapping[int, tuple[int, str]]
"""Plan and name of the parties asked for, by their keys."""


def _units(database: Database, meant: Mapping[int, Meant]) -> _Units:
    """Return plan and name of the parties asked for by their keys, in the order asked."""
    names = {name for each in meant.values() for name in each.parties}
    query = f"SELECT plan, name, key FROM units WHERE name {ONE_OF}"
    keys = {(plan, name): key for plan, name, key in database.ask(query, (as_json(names),))}
    return {keys[plan, name]: (plan, name) for plan, each in meant.items() for name in each.parties}


def _where(meant: Mapping[int, Meant], by_unit: bool) -> tuple[str, tuple[str, ...]]:
    """Return the condition that tasks pass all filters in their plan, and its values.

    Tasks looked up by their units (``by_unit``) are of no other plans.
    """
    conditions, values = ([], []) if by_unit else ([f"plan {ONE_OF}"], [as_json(meant)])
    for kind in next(iter(meant.values())).places:
        conditions.append(f"plan || ' ' || {kind} {ONE_OF}")
        places = (f"{plan} {name}" for plan, m in meant.items() for name in m.places.get(kind, ()))
        values.append(as_json(places))
    return " AND ".join(conditions) or "TRUE", tuple(values)


def _found(
    database: Database, plans: Mapping[int, Facts], given: Mapping[str, Any]
) -> dict[int, Part]:
    from plan_cli.reports.found import MeasureLine, found_measures  # a list does without

    words: list[str] = given["words"]
    if not all(map(fold, words)) or not (sought := _sought(words)):
        return {}
    meant = meant_in(database, plans, given)
    if not meant:
        return {}
    where, values = _where(meant, by_unit=False)
    rows = database.stream(
        "SELECT plan, task, measures.id, shown, printed, coalesce(heading, '') || text,"
        " measures.named, measures.collectives"
        " FROM (SELECT rowid FROM words WHERE words MATCH ?) AS hits"
        " JOIN measures ON measures.key = hits.rowid JOIN tasks ON tasks.key = task"
        f" WHERE {where} ORDER BY measures.key",
        (sought, *values),
    )
    lines: dict[int, list[MeasureLine]] = defaultdict(list)
    tasks: dict[int, set[int]] = defaultdict(set)
    for plan, task, id, shown, printed, text, *who in rows:
        opening = (printed or "") if id.endswith(".1") else ""
        if all(find_folded(opening + text, word) for word in words):
            lines[plan].append(MeasureLine(id, shown, printed is not None, text, *who))
            tasks[plan].add(task)
    parts = {}
    for plan, each in meant.items():
        narrowed = narrowed_by(each.words)
        found = lines.pop(plan, [])
        report = found_measures(words, narrowed, found, len(tasks[plan]), no_records)
        parts[plan] = part_of(plans[plan], report, records=False)
    return parts


def _sought(words: Iterable[str]) -> str:
    """Return the query that finds all texts with ``words``, and some that only look so.

    The index has no punctuation. A word without letters is not looked for in it.
    """
    phrases = [spaced(word).replace('"', '""') for word in words if any(map(_is_letter, word))]
    return " AND ".join(f'"{phrase}"' for phrase in phrases)


def _is_letter(char: str) -> bool:
    """Say whether ``char`` is certainly a letter to SQLite, whatever its version."""
    return unicodedata.category(char)[0] in "LN" and char < "\ua000"
