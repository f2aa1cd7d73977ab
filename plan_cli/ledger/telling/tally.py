"""What stands at the end of a period, item by item and unit by unit: counted, nothing worded."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from plan_cli.ledger.event import Event, Told
from plan_cli.ledger.items import Answerer, Item
from plan_cli.ledger.joint import together
from plan_cli.ledger.periods import Period
from plan_cli.ledger.rules import Facts, behind_by, days_late, share_of
from plan_cli.ledger.state import State
from plan_cli.model.known import Standing
from plan_cli.model.plan import Kind
from plan_cli.model.statuses import DONE, LIGHTS, OVER, STATUSES, Light, Status


class Moved(NamedTuple):
    """A date that a unit moved."""

    before: date | None
    """``None``: there was no date."""
    after: date
    reason: str


class Pair(NamedTuple):
    """One item for one who answers for it, at the end of a period."""

    item: Item
    answerer: Answerer
    now: Standing
    before: Standing
    """The same at the end of the period before."""
    answered: bool
    """Whether it was reported on in the period."""
    owed: bool
    """Whether it was to be reported on: it was, or was not closed by the end of the period."""
    late: int
    """For how many days it is overdue."""
    gap: float
    """By what share it is behind; 0: it is not, as far as the rules go."""
    gone: bool
    """Whether it became overdue in the period."""
    problem: str
    """The problem that stands; one of what is closed only in the period that it was told for."""
    problem_from: str
    """The period that it was told for."""
    solved: bool
    """Whether there was a problem in the period before, and none in this."""
    moved: Moved | None
    """How its date was moved in the period."""

    @property
    def share(self) -> float | None:
        """Which share of the amount to reach is done."""
        return share_of(self.now.done, self.now.goal)

    @property
    def newly_done(self) -> bool:
        """Whether it was finished in the period."""
        return self.now.status in DONE and self.before.status not in DONE

    @property
    def newly_late(self) -> bool:
        """Whether it is overdue and was not at the end of the period before."""
        return bool(self.late) and self.gone

    @property
    def grown(self) -> bool:
        """Whether more of the amount is done than was before."""
        return self.now.done is not None and self.now.done > (self.before.done or 0)

    @property
    def fallen(self) -> bool:
        """Whether less of the amount is done than was before: it counts from the beginning."""
        return self.now.done is not None and self.now.done < (self.before.done or 0)


class Body(NamedTuple):
    """Who stands on one line of a table: a unit, or all the bodies of a kind together."""

    name: str
    pairs: Sequence[Pair]
    members: Sequence[str] = ()
    """The bodies of a kind; none: it is one unit."""


class Tally:
    """What stands at the end of ``period``."""

    def __init__(self, state: State, period: Period) -> None:
        self.period = period
        self.state = state.as_of(period)
        self.then = state.as_of(period.before)
        names = {event.period for event in state.events}
        self._inside = set(filter(period.holds, names))
        self._earlier = set(filter(period.before.holds, names))

    @property
    def day(self) -> date:
        """The day that it stands for."""
        return self.state.today

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """All items for all who answer, in the order of the plan."""
        return tuple(self._pair(item, answerer) for item, answerer in self.state.pairs())

    def _pair(self, item: Item, answerer: Answerer) -> Pair:
        unit = answerer.name
        now, before = self.state.standing(item, unit), self.then.standing(item, unit)
        inside = any(each.period in self._inside for each in self._reports(item, unit))
        facts = self._facts(now)
        problem = "" if now.status in OVER and not inside else now.problem
        return Pair(
            item,
            answerer,
            now,
            before,
            answered=inside,
            owed=inside or not {before.status, now.status}.intersection(OVER),
            late=days_late(facts, self.day),
            gap=behind_by(facts, self.day, self.state.settings.rules),
            gone=not days_late(self._facts(before), self.then.today),
            problem=problem,
            problem_from=now.period if problem else "",
            solved=inside
            and bool(before.problem and not problem)
            and before.period in self._earlier,
            moved=self._moved(item, unit, now),
        )

    def _facts(self, standing: Standing) -> Facts:
        share = share_of(standing.done, standing.goal)
        return Facts(standing.status, standing.due, share, self.state.plan.document.year)

    def _reports(self, item: Item, unit: str) -> list[Event]:
        events = self.state.about(item, unit)
        return [event for event in events if event.kind in ("report", "correction")]

    def _moved(self, item: Item, unit: str, now: Standing) -> Moved | None:
        if now.due_by != "unit" or now.due is None:
            return None
        told, _ = self.state.told(item, unit, before=self.period.first)
        before = told.get("due") or self.state.office(item, unit).due or item.due
        return None if before == now.due else Moved(before, now.due, now.reason)

    def once(self, field: Told, pairs: Iterable[Pair]) -> list[Pair]:
        """Return ``pairs``, those as one whose ``field`` was told for their task as a whole."""
        found: dict[tuple[str, str], list[Pair]] = {}
        for pair in pairs:
            unit = pair.answerer.name
            place = (self.state.told_for(pair.item, unit, field), unit)
            found.setdefault(place, []).append(pair)
        return [_whole(id, same) for (id, _), same in found.items()]

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """All who answer for anything, as declared; the bodies listed for a kind together."""
        by_name: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            by_name.setdefault(pair.answerer.name, []).append(pair)
        found: dict[str, Body] = {}
        for answerer in self.state.items.answerers:
            own = by_name.get(answerer.name, [])
            kind = answerer.party.name if isinstance(answerer.party, Kind) else ""
            if own and self.state.settings.members.get(kind):
                body = found.get(kind, Body(kind, []))
                found[kind] = Body(kind, [*body.pairs, *own], [*body.members, answerer.name])
            elif own:
                found[answerer.name] = Body(answerer.name, own)
        return tuple(found.values())

    @cached_property
    def units(self) -> tuple[Body, ...]:
        """The same, each body by itself."""
        return tuple(each for body in self.bodies for each in parted(body))

    def tasks(self) -> list[Standing]:
        """Return how far each task is for all together; without those nobody answers for."""
        by_task: dict[str, list[Standing]] = {}
        for pair in self.pairs:
            by_task.setdefault(pair.item.entry.id, []).append(pair.now)
        return [together(id, standings) for id, standings in by_task.items()]


def _whole(id: str, pairs: Sequence[Pair]) -> Pair:
    """Return pairs as one of the task or measure ``id``; of the dates before a move the first."""
    item = pairs[0].item
    if id != item.id:
        item = Item(id, item.entry, item.duty if id == item.duty.id else item.entry)
    moves = [pair.moved for pair in pairs if pair.moved]
    moved = min(moves, key=lambda each: each.before or date.max, default=None)
    return pairs[0]._replace(item=item, moved=moved)


def parted(body: Body) -> Iterator[Body]:
    """Yield the bodies of a kind one by one; a unit as it is."""
    if not body.members:
        yield body
        return
    for name in body.members:
        yield Body(name, [pair for pair in body.pairs if pair.answerer.name == name])


def silent(body: Body) -> bool:
    """Say whether one that had to report in the period did not report on anything."""
    return any(pair.owed for pair in body.pairs) and not any(p.answered for p in body.pairs)


def by_status(standings: Iterable[Standing]) -> dict[Status | None, int]:
    """Count by status, all statuses in their order; ``None`` is what nobody has said."""
    counts: dict[Status | None, int] = dict.fromkeys((*STATUSES, None), 0)
    for standing in standings:
        counts[standing.status] += 1
    return counts


def by_light(standings: Iterable[Standing]) -> dict[Light, int]:
    """Count by light, all lights in their order."""
    counts = dict.fromkeys(LIGHTS, 0)
    for standing in standings:
        counts[standing.light] += 1
    return counts


def finished(standings: Iterable[Standing]) -> int:
    """Count what is done."""
    return sum(standing.status in DONE for standing in standings)
