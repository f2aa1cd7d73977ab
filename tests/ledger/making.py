"""Ledgers for tests: the office's plan, and events in two words."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from plan_cli.cli.loading import load_plan
from plan_cli.ledger.desk import Place
from plan_cli.ledger.event import Event
from plan_cli.ledger.state import State
from plan_cli.ledger.store import Stamp
from plan_cli.model.plan import Plan
from tests.conftest import ROOT

OFFICE = ROOT / "tests" / "data" / "office.yaml"
TODAY = date(2023, 5, 10)


@cache
def office() -> Plan:
    return load_plan(str(OFFICE))


def report(item: str, unit: str, period: str = "2023Q2", **told: Any) -> Event:
    return Event("report", item, unit, period, **told)


def numbered(*events: Event) -> list[Event]:
    """Return events as a ledger keeps them: each an act of its own."""
    return [
        event._replace(
            number=number, act=event.act or number, at=f"2023-05-{number:02}T08:00:00", by="王"
        )
        for number, event in enumerate(events, 1)
    ]


def state(*events: Event, today: date = TODAY) -> State:
    return State(office(), numbered(*events), today)


def ledger(folder: Path, *events: Event) -> Place:
    """Make a ledger of the office's plan, with these events, each an act of its own."""
    place = Place(folder / "台账.db", office(), TODAY)
    place.create("王")
    with place.open(print) as desk, desk.store.writing() as writer:
        for number, event in enumerate(events, 1):
            writer.add([event], Stamp(f"2023-05-{number:02}T08:00:00", "王"))
    return place
