"""What was asked for, resolved once: whose tasks, in which roles, and which of them pass."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from plan_cli.errors import UsageError
from plan_cli.model.plan import Entry, Plan, Role, Way
from plan_cli.query.filters import DEPT, FILTERS, LIGHT, ROLE, STATUS, Test, Words
from plan_cli.query.lookup import find_each, find_named, find_party
from plan_cli.query.naming import split_list
from plan_cli.query.reach import BINDING, ROLES, Duty, Party, role_of, ways_of
from plan_cli.report import ROLE_NAMES, WAY_NAMES
from plan_cli.text import listed, nearest

if TYPE_CHECKING:
    from plan_cli.model.known import Known, Seen
    from plan_cli.query.states import Sieve


class Selection(NamedTuple):
    """The tasks that passed, in the order they are shown, and what was asked for."""

    plan: Plan
    entries: tuple[Entry, ...]
    scope: tuple[Entry, ...]
    """The tasks that pass all filters but dept and role: what an account sums up to."""
    parties: tuple[Party, ...] = ()
    roles: tuple[Role, ...] = BINDING
    narrowed: tuple[str, ...] = ()
    """What else narrowed, for headings: ``行动：科普中原``."""
    reached: tuple[Mapping[str, Role], ...] = ()
    """For each party, how each task of the scope reaches it, by id."""
    ways: tuple[Way, ...] = ()
    """Only what the document says that the parties do so (牵头); none: whatever they do."""
    before: tuple[Entry, ...] = ()
    """What would be the scope however far the tasks are."""
    sieve: "Sieve | None" = None
    """How far what is shown has to be, if that was asked."""
    seen: "Seen | None" = None
    """What is known of it for those whose progress counts; ``None`` without a ledger."""

    @property
    def heading(self) -> str:
        """What all this is about: the title of the document."""
        return self.plan.document.heading

    @property
    def headlines(self) -> tuple[str, ...]:
        """What was asked for, for headings: the parties, then what else narrowed."""
        return (*_label(DEPT, [party.name for party in self.parties]), *self.narrowed)

    @property
    def role_names(self) -> str:
        """What roles are asked for, in words: 点名、统称; 牵头 where that is."""
        names = [WAY_NAMES[way] for way in self.ways]
        return listed(names or [ROLE_NAMES[role] for role in self.roles])

    @property
    def party(self) -> Party | None:
        """The one unit or kind asked for; ``None`` if there is none or are several."""
        return self.parties[0] if len(self.parties) == 1 else None

    def role(self, entry: Entry) -> Role | None:
        """Return how ``entry`` reaches the one party asked for."""
        return self.reached[0][entry.id] if self.party else None

    def concerns(self, duty: Duty) -> bool:
        """Say whether a measure is as far as asked, and reaches one of the parties as asked."""
        return self.reaches_one(duty) and self.passes(duty)

    def reaches_one(self, duty: Duty) -> bool:
        """Say whether it reaches one of the parties asked for as asked, if any are."""
        return not self.parties or any(self.reaches(party, duty) for party in self.parties)

    def passes(self, duty: Duty) -> bool:
        """Say whether a task or measure is as far as asked, if that was asked."""
        if not self.sieve:
            return True
        return self.sieve.passes(self.seen.of(duty.id) if self.seen else None)

    def reaches(self, party: Party, duty: Duty) -> bool:
        """Say whether a task or measure reaches ``party`` as asked."""
        role = role_of(party, duty)
        return (role in self.roles and self.in_way(party, duty)) or (
            self.roles == BINDING and not self.ways and self.confirmed(party, duty)
        )

    def confirmed(self, party: Party, duty: Duty) -> bool:
        """Say whether ``party`` answers for what the document leaves open, as the office says."""
        if not self.seen or role_of(party, duty) is not Role.SOME:
            return False
        return bool(self.seen.known.each(duty.id, (party.name,)))

    def in_way(self, party: Party, duty: Duty) -> bool:
        """Say whether ``party`` does so what is asked for, if anything is (牵头)."""
        return not self.ways or not ways_of(party, duty).isdisjoint(self.ways)

    def seen_by(self, party: Party) -> "Selection":
        """Return the same, but with the progress of ``party`` alone."""
        if not self.seen:
            return self
        selection = self._replace(seen=self.seen._replace(parties=(party.name,)))
        return selection.sifted(selection.concerns)

    def by_measure(self) -> "Selection":
        """Return the same for what is answered by measure: tasks with a measure that passes."""
        return self.sifted(lambda entry: any(map(self.concerns, entry.steps or (entry,))))

    def sifted(self, test: Test) -> "Selection":
        """Return the same with the tasks that pass ``test``, if it was asked how far they are."""
        if not self.sieve:
            return self
        return self._replace(entries=self.ordered(filter(test, self.before)))

    def ordered(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return ``entries`` as they are shown: for one party by role, named first."""
        if not self.party:
            return tuple(entries)
        return tuple(sorted(entries, key=lambda e: ROLES.index(self.reached[0][e.id])))


def select(
    plan: Plan, words: Words, roles_alone: bool = False, known: "Known | None" = None
) -> Selection:
    """Return the tasks that pass all filters, in document order.

    With exactly one dept they are ordered by role, named first, and in document order
    within each. ``roles_alone``: roles may be chosen without a dept, for answers about all
    units. ``known`` is what a ledger knows. Raises UsageError for unknown words, and where it is
    asked how far tasks are and nothing is known.
    """
    if words.get(ROLE) and not words.get(DEPT) and not roles_alone:
        raise UsageError("--role 要和 --dept 一起用", "例如：plan list --dept 科普部 --role some")
    roles, ways = find_roles(words.get(ROLE, ()))
    roles = roles or (ROLES if ways else BINDING)
    parties = _parties(plan, words.get(DEPT, ()))
    before, narrowed = _scope(plan, words)
    sieve = _sieve(words, known)
    if sieve:
        narrowed += (*_label(STATUS, sieve.status_names), *_label(LIGHT, sieve.light_names))
    reached = tuple({e.id: role_of(party, e) for e in before} for party in parties)
    seen = _seen(known, parties)
    found = Selection(
        plan, before, before, parties, roles, narrowed, reached, ways, before, sieve, seen
    )
    scope = tuple(entry for entry in before if found.passes(entry))
    return found._replace(scope=scope, entries=found.ordered(filter(found.concerns, scope)))


def _sieve(words: Words, known: "Known | None") -> "Sieve | None":
    given = [words.get(name, ()) for name in (STATUS, LIGHT)]
    if not any(given):
        return None
    from plan_cli.query.states import find_sieve

    sieve = find_sieve(*given)
    if not known:
        message = "--status 和 --light 按台账里的进展筛选，没有指定台账"
        raise UsageError(message, "请加 --ledger 文件名，或设环境变量 PLAN_LEDGER。")
    return sieve


def _seen(known: "Known | None", parties: Sequence[Party] = ()) -> "Seen | None":
    """Return what is known, as far as ``parties`` answer for it; most questions know nothing."""
    if not known:
        return None
    from plan_cli.model.known import Seen

    return Seen(known, tuple(party.name for party in parties))


def choose_parts(plan: Plan, words: Words, known: "Known | None" = None) -> Selection:
    """Return the tasks that checklists are made of, in document order.

    Here roles choose the parts of a checklist (none: all parts), and ``dept`` narrows to tasks
    that also bind somebody else; both are told among what narrowed. How far they are counts for
    the party whose checklist it is (`Selection.seen_by`). Raises UsageError.
    """
    chosen, ways = find_roles(words.get(ROLE, ()))
    rest = {name: given for name, given in words.items() if name != ROLE}
    others = select(plan, rest, known=known)
    entries = tuple(filter(others.reaches_one, others.before))
    shown = [ROLE_NAMES[role] for role in ROLES if role in chosen]
    shown += [WAY_NAMES[way] for way in ways]
    narrowed = (*others.headlines, *_label(ROLE, shown))
    parts = Selection(plan, entries, entries, (), chosen or ROLES, narrowed, (), ways, entries)
    return parts._replace(sieve=others.sieve, seen=_seen(known))


def find_roles(words: Sequence[str]) -> tuple[tuple[Role, ...], tuple[Way, ...]]:
    """Return the roles and the ways called ``words``, of which each may hold several.

    Raises UsageError for an unknown one.
    """
    words = split_list(words)
    roles = {role.value: role for role in ROLES} | {ROLE_NAMES[role]: role for role in ROLES}
    roles |= _OF_THE_DOCUMENT
    ways: dict[str, Way] = {word: way for way in WAY_NAMES for word in (way, WAY_NAMES[way])}
    asked = [word.strip().lower() for word in words]
    for word, plain in zip(words, asked, strict=True):
        if plain not in roles and plain not in ways:
            close = nearest(word, [*roles, *ways])
            advice = f"最接近的：{close[0]}\n" if close else ""
            names = [(role.value, ROLE_NAMES[role]) for role in ROLES] + [*WAY_NAMES.items()]
            choices = "，".join(f"{code}（{name}）" for code, name in names)
            raise UsageError(f"没有“{word}”这种责任方式", f"{advice}可用的：{choices}")
    return (
        tuple(roles[plain] for plain in asked if plain in roles),
        tuple(ways[plain] for plain in asked if plain in ways),
    )


_OF_THE_DOCUMENT = {"有关": Role.SOME, "党组织": Role.PARTY}
"""Roles by the words of the notes."""


def with_names(plan: Plan, words: Words, names: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return ``words`` and ``names``, each for the filter that it is a name for."""
    widened = dict(words)
    for meaning in find_each(partial(find_named, way="--{kind} {name}"), plan, names):
        widened[meaning.kind] = (*widened.get(meaning.kind, ()), meaning.name)
    return widened


def _parties(plan: Plan, words: Sequence[str]) -> tuple[Party, ...]:
    found = find_each(find_party, plan, words)
    return tuple({party.name: party for party in found}.values())


def _scope(plan: Plan, words: Words) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return the tasks that pass all filters that look at tasks, and what these were."""
    tests: list[Test] = []
    for name, given in words.items():
        if given and (narrow := FILTERS[name].narrow):
            tests.append(narrow(plan, given))
    scope = tuple(entry for entry in plan.entries if all(test(entry) for test in tests))
    return scope, narrowed_by(words)


def narrowed_by(words: Words) -> tuple[str, ...]:
    """Return what narrows beside parties and roles, for headings."""
    names = (name for name, given in words.items() if given and FILTERS[name].narrow)
    return tuple(line for name in names for line in _label(name, words[name]))


def _label(name: str, words: Sequence[str]) -> tuple[str, ...]:
    return (f"{FILTERS[name].label}：{listed(words)}",) if words else ()
