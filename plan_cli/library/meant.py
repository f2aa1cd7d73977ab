"""What the words of a question mean in each plan of a library, without loading the plans."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from plan_cli.databases import Database
from plan_cli.query.filters import DEPT, FILTERS, Words
from plan_cli.query.naming import Meaning, match
from plan_cli.query.plans import ANY, Facts, which
from plan_cli.text import fold

PLACES = ("action", "project", "list")
"""The filters that look at a column of the tasks, which has the same name."""

ONE_OF = "IN (SELECT value FROM json_each(?))"
"""With `as_json`: one of many values."""


class Meant(NamedTuple):
    """What was asked of one plan."""

    words: Words
    """What was given for each filter, names among it."""
    parties: tuple[str, ...]
    places: Mapping[str, frozenset[str]]
    """What actions, projects and lists are asked for, by filter."""


def meant_in(
    database: Database, plans: Mapping[int, Facts], given: Mapping[str, Any]
) -> dict[int, Meant]:
    """Return what a question means in each of ``plans``.

    A plan is left out where a word means nothing or several things in it, or a thing of another
    kind than in the plans before.
    """
    words = {name: tuple(given.get(name) or ()) for name in FILTERS}
    names = tuple(given.get("names") or ())
    asked: list[tuple[str | None, str]] = [
        *((kind, word) for kind in (DEPT, *PLACES) for word in words[kind]),
        *((None, word) for word in names),
    ]
    found = [_meanings(database, plans, kind, word) for kind, word in asked]
    meant: dict[int, Meant] = {}
    made: dict[tuple[Meaning, ...], Meant] = {}
    kinds: list[str] = []
    chosen = which(words)
    for plan, facts in plans.items():
        meanings = tuple(each[plan] for each in found if plan in each)
        kinds = kinds or [each.kind for each in meanings]
        same = len(meanings) == len(found) and [each.kind for each in meanings] == kinds
        if same and (chosen == ANY or chosen.passes(facts._replace(file=""))):
            if meanings not in made:
                made[meanings] = _meant(words, names, meanings)
            meant[plan] = made[meanings]
    return meant


def _meant(words: Words, names: Sequence[str], meanings: Sequence[Meaning]) -> Meant:
    widened = dict(words)
    for meaning in meanings[len(meanings) - len(names) :]:
        widened[meaning.kind] = (*widened[meaning.kind], meaning.name)
    parties = dict.fromkeys(each.name for each in meanings if each.kind == DEPT)
    places = {
        kind: frozenset(each.name for each in meanings if each.kind == kind) for kind in PLACES
    }
    return Meant(widened, tuple(parties), {kind: of for kind, of in places.items() if of})


def _meanings(
    database: Database, plans: Collection[int], kind: str | None, word: str
) -> dict[int, Meaning]:
    """Return what ``word`` means in each of ``plans`` in which it means one thing.

    Where it is a whole name or alias, that wins over parts of names: those are sought in the
    other plans alone.
    """
    wanted = fold(word.strip(" “”\"'《》"))
    of_kind = "" if kind is None else "AND kind = ?"
    values = (wanted, *filter(None, [kind]))
    query = "SELECT plan, kind, name FROM names WHERE"
    found = _by_plan(database.ask(f"{query} spelling = ? {of_kind}", values))
    if not found.keys() >= set(plans):
        parts = database.ask(f"{query} instr(spelling, ?) {of_kind} AND NOT alias", values)
        found = _by_plan(parts) | found
    matched: dict[tuple[Meaning, ...], list[Meaning]] = {}
    meanings = {}
    for plan, things in found.items():
        if things not in matched:
            matched[things] = match(word, [(each, (each.name, wanted)) for each in things])
        if len(matched[things]) == 1:
            meanings[plan] = matched[things][0]
    return meanings


def _by_plan(rows: Iterable[tuple[int, str, str]]) -> dict[int, tuple[Meaning, ...]]:
    found: dict[int, list[Meaning]] = defaultdict(list)
    for plan, kind, name in rows:
        found[plan].append(Meaning(kind, name))
    return {plan: tuple(things) for plan, things in found.items()}


def as_json(values: Iterable[Any]) -> str:
    """Return ``values`` as one that a query takes apart, with `ONE_OF`."""
    return json.dumps(list(values), ensure_ascii=False)
