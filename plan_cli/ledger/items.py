"""What is answered for, and by whom: the items of a plan, and the units that answer for each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from plan_cli.model.plan import Deadline, Entry, Kind, Plan, Role, Step, Target, Unit
from plan_cli.query.choices import Choice, id_choices
from plan_cli.query.figures import deadlines_of, numbered
from plan_cli.query.reach import BINDING, Duty, Party, role_of
from plan_cli.text import fold, tight


class Item(NamedTuple):
    """A measure, one of several targets of it, or a task that has no measures."""

    id: str
    entry: Entry
    duty: Duty
    """The measure, or the task itself."""
    target: Target | None = None
    deadlines: tuple[Deadline, ...] = ()

    @property
    def text(self) -> str:
        """What is to be done, verbatim, its sub-heading included."""
        if isinstance(self.duty, Step):
            return (self.duty.heading or "") + self.duty.text
        return self.entry.text

    @property
    def fingerprint(self) -> str:
        """What changes when the text does."""
        return fingerprint(self.text)

    @property
    def due(self) -> date | None:
        """The first date that the document states for it.

        Of several it stays the first until the item is done or the date moved: a date that was
        missed is not passed over for the next one.
        """
        return min(deadline.due for deadline in self.deadlines) if self.deadlines else None

    @property
    def above(self) -> tuple[str, ...]:
        """Its own id, and those of the measure and the task that it is part of."""
        return tuple(dict.fromkeys((self.id, self.duty.id, self.entry.id)))


def fingerprint(text: str) -> str:
    """Return what changes when ``text`` does, spaces aside; 16 hexadecimal digits."""
    from hashlib import sha256  # OpenSSL behind it takes 7 ms at every start

    return sha256(tight(text).encode()).hexdigest()[:16]


class Answerer(NamedTuple):
    """Who answers: a unit of the plan, a kind whose bodies nobody listed, or a member body."""

    name: str
    party: Party
    """As whom the plan reaches it: a member body as its kind."""


class Office(NamedTuple):
    """What the office added to an item."""

    lead: bool | None = None
    confirmed: bool | None = None
    due: date | None = None
    goal: float | None = None


NOTHING = Office()


Members = Mapping[str, Sequence[str]]
"""The bodies of kinds, by the name of the kind."""


class Items:
    """The items of a plan, and who answers for them."""

    def __init__(self, plan: Plan, members: Members) -> None:
        self.plan, self.members = plan, members

    @cached_property
    def all(self) -> tuple[Item, ...]:
        """All items, in the order of the plan."""
        return tuple(item for entry in self.plan.entries for item in _items(entry))

    @cached_property
    def under(self) -> dict[str, list[Item]]:
        """The items that a task, a measure or an item itself consists of, by its id."""
        found: dict[str, list[Item]] = {}
        for item in self.all:
            for id in item.above:
                found.setdefault(id, []).append(item)
        return found

    @cached_property
    def _by_text(self) -> dict[str, list[Item]]:
        found: dict[str, list[Item]] = {}
        for item in self.all:
            found.setdefault(item.fingerprint, []).append(item)
        return found

    def sent_as(self, id: str, fingerprint: str, is_only: bool) -> Item | None:
        """Return the item that was called ``id`` and had this text.

        ``is_only``: no other one had it; so it is found where it has another number now.
        """
        alike = self._by_text.get(fingerprint, [])
        same = [item for item in alike if item.id == id]
        is_sure = bool(same) or (is_only and len(alike) == 1)
        return (same or alike)[0] if is_sure else None

    def parts(self, id: str) -> set[str]:
        """Return ``id`` and the ids of the measures and targets that are part of it."""
        return {part for item in self.under[id] for part in item.above[: item.above.index(id) + 1]}

    @cached_property
    def answerers(self) -> tuple[Answerer, ...]:
        """All who answer: units, then kinds or the bodies listed for them, as declared.

        A kind of which units are declared answers by them, and needs its bodies listed for more.
        """
        units = [Answerer(unit.name, unit) for unit in self.plan.units]
        known = {unit.name for unit in self.plan.units}
        for kind in self.plan.kinds:
            bodies = [name for name in self.members.get(kind.name, ()) if name not in known]
            if not bodies and not any(unit.kind == kind.name for unit in self.plan.units):
                bodies = [kind.name]
            units += (Answerer(name, kind) for name in bodies)
            known.update(bodies)
        return tuple(units)

    @cached_property
    def names(self) -> set[str]:
        """The names of all who answer."""
        return {each.name for each in self.answerers}

    def answering(self, names: Sequence[str]) -> tuple[Answerer, ...]:
        """Return those who answer for the units and kinds called ``names``; none: all."""
        if not names:
            return self.answerers
        wanted = set(names)
        return tuple(
            each
            for each in self.answerers
            if each.name in wanted
            or (isinstance(each.party, Kind) and each.party.name in wanted)
            or (isinstance(each.party, Unit) and each.party.kind in wanted)
        )


def binds(answerer: Answerer, item: Item) -> bool:
    """Say whether the document itself makes ``answerer`` responsible for ``item``."""
    return role_of(answerer.party, item.duty) in BINDING


def may_bind(answerer: Answerer, item: Item) -> bool:
    """Say whether the document leaves open whether ``answerer`` is responsible (有关)."""
    return role_of(answerer.party, item.duty) is Role.SOME


def find_item_id(items: Items, word: str) -> str | None:
    """Return the id that ``word`` writes with a number of a target behind it (``12.5-1``)."""
    plain = fold(word)
    return next((id for id in items.under if fold(id) == plain), None)


def _items(entry: Entry) -> Iterator[Item]:
    dates: dict[str, tuple[Deadline, ...]] = {}
    for each in deadlines_of([entry]):
        dates[each.duty.id] = (*dates.get(each.duty.id, ()), each.figure)
    targets: dict[str, list[tuple[str, Target | None]]] = {}
    for id, stated in numbered([entry]):
        targets.setdefault(stated.duty.id, []).append((id, stated.figure))
    duties: Sequence[Duty] = entry.steps or [entry]
    for duty in duties:
        for id, target in targets.get(duty.id, [(duty.id, None)]):
            yield Item(id, entry, duty, target, dates.get(duty.id, ()))


def item_choices(plan: Plan) -> Iterator[Choice]:
    """Yield all ids that progress can be told of: those of tasks, measures and targets."""
    yield from id_choices(plan)
    for item in Items(plan, {}).all:
        if item.target and item.id != item.duty.id:
            yield Choice((item.id,), item.target.what, f"{item.duty.id}-")
