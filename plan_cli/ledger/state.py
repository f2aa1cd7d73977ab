"""The present state, computed from the events: how far each item is, for each who answers."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import chain
from typing import Any

from plan_cli.ledger.event import TELLING, Event, Told, said
from plan_cli.ledger.items import NOTHING, Answerer, Item, Items, Office, binds
from plan_cli.ledger.joint import together
from plan_cli.ledger.lasting import current, in_order
from plan_cli.ledger.periods import Period, parse_period
from plan_cli.ledger.rules import Facts, light_of, settings_of, share_of
from plan_cli.model.known import Standing
from plan_cli.model.plan import Plan, Step
from plan_cli.model.statuses import DueBy, Status


class State:
    """How far everything is on one day. It is what reports know (`Known`)."""

    def __init__(self, plan: Plan, events: Iterable[Event], today: date) -> None:
        self.plan, self.today = plan, today
        self.events = tuple(current(events))
        self.settings = settings_of(self.events)
        self.items = Items(plan, self.settings.members)
        self._by_unit: dict[str, dict[str, list[Event]]] = {}
        self._answering = cache(self.items.answering)
        self._bound: dict[tuple[tuple[str, ...], tuple[int, ...]], list[Answerer]] = {}
        self._untold: dict[str, Standing] = {}
        self._together: dict[tuple[str, tuple[str, ...]], Standing] = {}
        self._each: dict[tuple[str, tuple[str, ...]], tuple[Standing, ...]] = {}

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
    def _by_id(self) -> dict[str, list[Event]]:
        """The events, by what they are about, as they were written."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.item, []).append(event)
        return found

    def about(self, item: Item, unit: str) -> Sequence[Event]:
        """Return the events about an item for a unit, those about its whole task included."""
        found = self._by_unit.get(item.id)
        if found is None:
            found = self._by_unit[item.id] = {}
            about = [self._by_id[id] for id in item.above if id in self._by_id]
            for event in in_order(chain(*about)):
                found.setdefault(event.unit, []).append(event)
        return found.get(unit, ())

    def tells(self, id: str, unit: str) -> bool:
        """Say whether ``unit`` has told something about just this task, measure or target."""
        about = self._by_id.get(id, ())
        return any(event.unit == unit and event.kind in TELLING for event in about)

    @cached_property
    def _added_to(self) -> set[str]:
        """The ids of what the office added something to."""
        return {event.item for event in self.events if event.kind == "office"}

    def office(self, item: Item, unit: str) -> Office:
        """Return what the office added: for all who answer, and over it for this unit."""
        if not self._added_to or self._added_to.isdisjoint(item.above):
            return NOTHING
        events = [*self.about(item, ""), *(self.about(item, unit) if unit else ())]
        given: dict[str, Any] = {}
        for event in (each for each in events if each.kind == "office"):
            values = {name: getattr(event, name) for name in Office._fields}
            given |= {name: value for name, value in values.items() if value is not None}
        return Office(**given)

    def answers(self, answerer: Answerer, item: Item) -> bool:
        """Say whether ``answerer`` answers for ``item``: by the document, or confirmed."""
        confirmed = self.office(item, answerer.name).confirmed
        return binds(answerer, item) if confirmed is None else confirmed

    def _who(self, item: Item, parties: tuple[str, ...]) -> Sequence[Answerer]:
        """Return who answers for an item; by the document alone it is so wherever the notes are."""
        answering = self._answering(parties)
        if not self._added_to.isdisjoint(item.above):
            return [each for each in answering if self.answers(each, item)]
        notes = item.duty.notes if isinstance(item.duty, Step) else item.entry.task.notes
        key = (parties, tuple(map(id, notes)))
        if key not in self._bound:
            self._bound[key] = [each for each in answering if binds(each, item)]
        return self._bound[key]

    def pairs(self, id: str = "", parties: Sequence[str] = ()) -> Iterator[tuple[Item, Answerer]]:
        """Yield who answers for what, in the order of the plan: all, or what ``id`` consists of."""
        asked = tuple(parties)
        for item in self.items.under.get(id, ()) if id else self.items.all:
            for answerer in self._who(item, asked):
                yield item, answerer

    def standing(self, item: Item, unit: str) -> Standing:
        """Return how far one item is for one who answers for it."""
        if self.about(item, unit):
            return self._standing(item, unit)
        if item.id not in self._untold:
            self._untold[item.id] = self._standing(item, "")
        return self._untold[item.id]._replace(unit=unit)

    def _standing(self, item: Item, unit: str) -> Standing:
        told, last = self.told(item, unit)
        office = self.office(item, unit)
        due, due_by = self._due(item, office, told)
        status: Status | None = told.get("status")
        goal = office.goal
        if goal is None and item.target:
            goal = float(item.target.value)
        done = told.get("done")
        facts = Facts(
            status,
            due,
            share_of(done, goal),
            self.plan.document.year,
            any(value is not None for value in told.values()),
        )
        light = light_of(facts, self.today, self.settings.rules)
        spoken = last
        if last and last.progress is None:
            spoken = self._last_of(item, unit, "progress") or last
        return Standing(
            item.id,
            unit,
            light,
            status,
            last.period if last else "",
            done=_plain(done),
            goal=_plain(goal),
            progress=told.get("progress") or "",
            problem=said(told.get("problem")),
            next=told.get("next") or "",
            person=told.get("person") or "",
            evidence=told.get("evidence") or "",
            due=due,
            due_by=due_by,
            reason=told.get("reason") or "",
            lead=bool(office.lead),
            confirmed=bool(office.confirmed),
            at=last.at if last else "",
            source=last.source if last else "",
            period_title=_title(spoken.period) if spoken else "",
        )

    def told(
        self, item: Item, unit: str, before: date | None = None, period: str = ""
    ) -> tuple[Any, Event | None]:
        """Return what was last told about an item, field by field, and the last event of it.

        A problem belongs to the period that it was told for: a report for a later one that says
        nothing of it leaves none, and so does a closure.
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
            if last and (event.kind == "closure" or event.period != last.period):
                told.pop("problem", None)
            told.update(event.told())
            last = event
        return told, last

    def told_for(self, item: Item, unit: str, field: Told) -> str:
        """Return the id that ``field`` was last told for: of the item, or of what it is part of."""
        found = self._last_of(item, unit, field)
        return found.item if found else item.id

    def _last_of(self, item: Item, unit: str, field: Told) -> Event | None:
        """Return the event that told ``field`` last."""
        events = (event for event in reversed(self.about(item, unit)) if event.kind in TELLING)
        return next((event for event in events if getattr(event, field) is not None), None)

    def limits(self, item: Item, unit: str, period: Period) -> dict[str, date]:
        """Return the days before which ``unit`` cannot move a time limit, by what they are called.

        They are the time limit as it was before ``period``, and today; what is told late of a
        period that is over is held against its end.
        """
        before, _ = self.told(item, unit, before=period.first)
        limit = before.get("due") or self.office(item, unit).due or item.due
        limits = {"现在的时限": limit} if limit else {}
        is_over = period.last < self.today
        return limits | ({"报告期末": period.last} if is_over else {"今天": self.today})

    def _due(self, item: Item, office: Office, told: dict[Told, Any]) -> tuple[date | None, DueBy]:
        moved: date | None = told.get("due")
        if moved:
            return moved, "unit"
        if office.due:
            return office.due, "office"
        return item.due, "document"

    def each(self, id: str = "", parties: Collection[str] = ()) -> tuple[Standing, ...]:
        """Return how far it is, item by item and unit by unit; see `Known`."""
        key = (id, tuple(parties))
        if key not in self._each:
            pairs = self.pairs(*key)
            self._each[key] = tuple(self.standing(item, who.name) for item, who in pairs)
        return self._each[key]

    def of(self, id: str, parties: Collection[str] = ()) -> Standing:
        """Return how far a task, a measure or a target is for all who are asked for together."""
        key = (id, tuple(parties))
        if key not in self._together:
            self._together[key] = together(id, self.each(*key))
        return self._together[key]


@cache
def _title(period: str) -> str:
    return parse_period(period).title if period else ""


def _plain(value: float | None) -> float | None:
    """Return a whole number as one: 60, not 60.0."""
    return int(value) if value is not None and value == int(value) else value
