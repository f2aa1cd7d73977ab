"""What the words of a question mean in each plan of a library, without loading the plans."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from plan_cli.databases import Database
from plan_cli.query.filters import DEPT, FILTERS, Words, which
from plan_cli.query.naming import Meaning, Spelt, match
from plan_cli.query.plans import Facts
from plan_cli.text import fold

PLACES = ("action", "project", "list")
"""The filters that look at a column of the tasks, which has the same name."""
Candidates = Mapping[int, tuple[Spelt[Meaning], ...]]
"""By plan, what a word may mean."""


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
    found = [_meanings(database, kind, word) for kind, word in asked]
    meant: dict[int, Meant] = {}
    kinds: list[str] = []
    chosen = which(words)
    for plan, facts in plans.items():
        meanings = [each[plan] for each in found if plan in each]
        kinds = kinds or [each.kind for each in meanings]
        same = len(meanings) == len(found) and [each.kind for each in meanings] == kinds
        if same and chosen.passes(facts._replace(file="")):
            meant[plan] = _meant(words, names, meanings)
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


def _meanings(database: Database, kind: str | None, word: str) -> dict[int, Meaning]:
    """Return what ``word`` means in each plan in which it means one thing."""
    matched: dict[tuple[Spelt[Meaning], ...], Meaning | None] = {}
    meanings = {}
    for plan, things in _candidates(database, kind, word).items():
        if things not in matched:
            found = match(word, things)
            matched[things] = found[0] if len(found) == 1 else None
        if meaning := matched[things]:
            meanings[plan] = meaning
    return meanings


def _candidates(database: Database, kind: str | None, word: str) -> Candidates:
    """Return what has ``word`` in one of its spellings, with all of these, the name first."""
    wanted = fold(word.strip(" “”\"'《》"))
    of_kind = "" if kind is None else "AND kind = ?"
    rows = database.ask(
        "SELECT plan, kind, name, spelling FROM names WHERE (plan, kind, name) IN"
        f" (SELECT plan, kind, name FROM names WHERE instr(spelling, ?) {of_kind}) ORDER BY rowid",
        (wanted, *filter(None, [kind])),
    )
    spelt: dict[int, dict[Meaning, list[str]]] = defaultdict(dict)
    for plan, of, name, spelling in rows:
        spelt[plan].setdefault(Meaning(of, name), []).append(spelling)
    return {
        plan: tuple((meaning, tuple(names)) for meaning, names in things.items())
        for plan, things in spelt.items()
    }


def as_json(values: Iterable[Any]) -> str:
    """Return ``values`` as one that a query takes apart: ``SELECT value FROM json_each(?)``."""
    return json.dumps(list(values), ensure_ascii=False)
