"""Which events hold, and in which order they count."""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from operator import attrgetter

from plan_cli.ledger.event import TELLING, Event
from plan_cli.ledger.periods import parse_period


def current(events: Iterable[Event]) -> list[Event]:
    """Return the events that hold, in order: not undone, and under the ids of the plan of now."""
    every = list(events)
    undone: set[int] = set()
    undos = [event for event in every if event.kind == "undo"]
    for event in sorted(undos, key=attrgetter("number"), reverse=True):
        if event.act not in undone:
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


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events as they count: by their days, and on one as they were written.

    A closure counts behind all that its unit had told.
    """
    events = sorted(events, key=attrgetter("number"))
    latest: dict[str, date] = {}
    placed: list[tuple[date, int, Event]] = []
    for event in events:
        day = _day(event.period, event.at[:10] if event.kind in TELLING else "")
        if event.kind == "closure":
            day = max(day, latest.get(event.unit, day))
        if event.kind in TELLING:
            latest[event.unit] = max(day, latest.get(event.unit, day))
        placed.append((day, event.number, event))
    return [event for _, _, event in sorted(placed)]


@cache
def _day(period: str, at: str) -> date:
    """Return the last day of the period of an event, or the day ``at`` it was told if before."""
    days = [parse_period(period).last] if period else []
    if at:
        days.append(date.fromisoformat(at))
    return min(days, default=date.min)
