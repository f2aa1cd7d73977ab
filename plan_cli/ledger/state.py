"""The present state, computed from the events: how far each item is, for each who answers."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from plan_cli.ledger.event import TELLING, Event, Told
from plan_cli.ledger.items import Answerer, Item, Items, Members, binds
from plan_cli.ledger.joint import together
from plan_cli.ledger.periods import Period, parse_period
from plan_cli.ledger.rules import Facts, RuleName, Rules, light_of, rules_with, share_of
from plan_cli.model.known import DueBy, Standing, Status
from plan_cli.model.plan import Plan

WORDS: tuple[Told, ...] = ("progress", "problem", "next", "person", "evidence", "reason")


class Settings(NamedTuple):
    """What the office has set for the whole ledger."""

    members: Members
    rules: Rules
    period: Period | None
    """The period that workbooks were last made for."""


class Office(NamedTuple):
    """What the office added to an item."""

    lead: bool | None = None
    confirmed: bool | None = None
    due: date | None = None
    goal: float | None = None


class State:
    """How far everything is on one day. It is what reports know (`Known`)."""

    def __init__(self, plan: Plan, events: Iterable[Event], today: date) -> None:
        self.plan, self.today = plan, today
        self.events = tuple(current(events))
        self.settings = _settings(self.events)
        self.items = Items(plan, self.settings.members)

    def as_of(self, period: Period) -> "State":
        """Return the state at the end of ``period``, or now where it is not over.

        Of what was told, only what belongs to periods that end no later; what belongs to none
        counts by the day it was told.
        """
        names = {event.period for event in self.events if event.period}
        over = {name for name in names if parse_period(name).last <= period.last}
        last = period.last.isoformat()

        def holds(event: Event) -> bool:
            if event.period:
                return event.period in over
            return event.kind not in TELLING or event.at[:10] <= last

        return State(self.plan, filter(holds, self.events), min(self.today, period.last))

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], list[Event]]:
        """The events of units, by item and unit, as they follow each other."""
        found: dict[tuple[str, str], list[Event]] = {}
        for event in sorted(self.events, key=_order):
            if event.item:
                found.setdefault((event.item, event.unit), []).append(event)
        return found

    def about(self, item: Item, unit: str) -> list[Event]:
        """Return the events about an item for a unit, those about its whole task included."""
        lists = [self._by_place[id, unit] for id in item.above if (id, unit) in self._by_place]
        return lists[0] if len(lists) == 1 else sorted(chain(*lists), key=_order)

    def tells(self, id: str, unit: str) -> bool:
        """Say whether ``unit`` has told something about just this task, measure or target."""
        return any(event.kind in TELLING for event in self._by_place.get((id, unit), ()))

    def office(self, item: Item, unit: str) -> Office:
        """Return what the office added: for all who answer, and over it for this unit."""
        events = [*self.about(item, ""), *self.about(item, unit)] if unit else self.about(item, "")
        given: dict[str, Any] = {}
        for event in (each for each in events if each.kind == "office"):
            values = {name: getattr(event, name) for name in Office._fields}
            given |= {name: value for name, value in values.items() if value is not None}
        return Office(**given)

    @cached_property
    def _answering(self) -> dict[tuple[str, str], bool]:
        return {}

    def answers(self, answerer: Answerer, item: Item) -> bool:
        """Say whether ``answerer`` answers for ``item``: by the document, or confirmed."""
        key = (answerer.name, item.duty.id)
        if key not in self._answering:
            confirmed = self.office(item, answerer.name).confirmed
            told = binds(answerer, item) if confirmed is None else confirmed
            self._answering[key] = told
        return self._answering[key]

    def pairs(self, id: str = "", parties: Sequence[str] = ()) -> Iterator[tuple[Item, Answerer]]:
        """Yield who answers for what, in the order of the plan: all, or what ``id`` consists of."""
        answering = self.items.answering(parties)
        for item in self.items.under.get(id, ()) if id else self.items.all:
            for answerer in answering:
                if self.answers(answerer, item):
                    yield item, answerer

    def standing(self, item: Item, unit: str) -> Standing:
        """Return how far one item is for one who answers for it."""
        told, last = self.told(item, unit)
        office = self.office(item, unit)
        due, due_by = self._due(item, office, told)
        status: Status | None = told.get("status")
        goal = office.goal
        if goal is None and item.target:
            goal = float(item.target.value)
        done = told.get("done")
        facts = Facts(status, due, share_of(done, goal), self.plan.document.year)
        return Standing(
            item.id,
            unit,
            light_of(facts, self.today, self.settings.rules),
            status,
            last.period if last else "",
            _plain(done),
            _plain(goal),
            **{name: told.get(name) or "" for name in WORDS},
            due=due,
            due_by=due_by,
            lead=bool(office.lead),
            at=last.at if last else "",
            source=last.source if last else "",
        )

    def told(
        self, item: Item, unit: str, before: date | None = None, period: str = ""
    ) -> tuple[Any, Event | None]:
        """Return what was last told about an item, field by field, and the last event of it.

        ``before``: only what belongs to periods that end before this day; ``period``: only what
        was told for the period of this name.
        """
        told: dict[Told, Any] = {}
        last = None
        for event in self.about(item, unit):
            if event.kind not in TELLING:
                continue
            if before and event.period and parse_period(event.period).last >= before:
                continue
            if period and event.period != period:
                continue
            told |= dict(event.told())
            last = event
        return told, last

    def _due(self, item: Item, office: Office, told: dict[Told, Any]) -> tuple[date | None, DueBy]:
        moved: date | None = told.get("due")
        if moved:
            return moved, "unit"
        if office.due:
            return office.due, "office"
        return item.due(self.today), "document"

    def each(self, id: str = "", parties: Collection[str] = ()) -> tuple[Standing, ...]:
        """Return how far it is, item by item and unit by unit; see `Known`."""
        pairs = self.pairs(id, tuple(parties))
        return tuple(self.standing(item, answerer.name) for item, answerer in pairs)

    def of(self, id: str, parties: Collection[str] = ()) -> Standing:
        """Return how far a task, a measure or a target is for all who are asked for together."""
        return together(id, self.each(id, parties))


def current(events: Iterable[Event]) -> list[Event]:
    """Return the events that hold, in order: not undone, and under the ids of the plan of now."""
    every = list(events)
    undone: set[int] = set()
    for event in sorted(every, key=lambda each: each.number, reverse=True):
        if event.kind == "undo" and event.act not in undone:
            undone.add(int(event.note))
    kept = [event for event in every if event.act not in undone and event.kind != "undo"]
    for rebind in [event for event in kept if event.kind == "rebind"]:
        ids = json.loads(rebind.note)
        kept = [
            event._replace(item=ids.get(event.item, ""))
            if event.item and event.number < rebind.number
            else event
            for event in kept
        ]
    return [event for event in kept if event.kind != "rebind"]


def _order(event: Event) -> tuple[date, int]:
    """Return when an event counts: with its period, or what is told without one on its day."""
    if event.period:
        return parse_period(event.period).last, event.number
    dated = event.kind in TELLING and event.at
    return date.fromisoformat(event.at[:10]) if dated else date.min, event.number


def _settings(events: Sequence[Event]) -> Settings:
    members: dict[str, Sequence[str]] = {}
    given: dict[RuleName, float] = {}
    period = None
    for event in (each for each in events if each.kind == "setting"):
        said = json.loads(event.note)
        members |= said.get("members", {})
        given |= said.get("rules", {})
        period = parse_period(said["period"]) if "period" in said else period
    return Settings(members, rules_with(given), period)


def _plain(value: float | None) -> float | None:
    """Return a whole number as one: 60, not 60.0."""
    return int(value) if value is not None and value == int(value) else value
