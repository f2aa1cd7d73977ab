"""What happened in two quarters of the plan beside: events by hand, and the ledger of them."""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from plan_cli.ledger.desk import Place
from plan_cli.ledger.event import Event
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.state import State
from plan_cli.ledger.telling.tally import Tally
from plan_cli.model.plan import Plan
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source

PLAN = Path(__file__).with_name("plan.yaml")
TODAY = date(2023, 7, 5)
MEMBERS = ("东县科协", "西县科协", "南区科协")


@cache
def plan() -> Plan:
    read, findings = read_plan(Source("plan.yaml", PLAN.read_text(encoding="utf-8")).data())
    assert findings == []
    return read


def setting(**values: Any) -> Event:
    return Event("setting", note=json.dumps(values, ensure_ascii=False))


def told(period: str, unit: str, item: str, **fields: Any) -> Event:
    return Event("report", item, unit, period, **fields)


BEGIN = setting(members={"县区科协": MEMBERS})
FIRST = (
    told("2023Q1", "甲部", "1.1-1", status="推进中", done=5),
    told("2023Q1", "甲部", "1.1-2", status="未启动", problem="师资不足"),
    told("2023Q1", "甲部", "1.2", status="推进中"),
    told("2023Q1", "甲部", "4.1", status="推进中"),
    told("2023Q1", "丙馆", "2.1", status="推进中", problem="展品未到货"),
    told("2023Q1", "乙部", "2.1", status="推进中"),
    told("2023Q1", "东县科协", "3.1", status="推进中", done=1),
)
SECOND = (
    told("2023Q2", "甲部", "1.1-1", status="推进中", done=12, progress="又办讲座7场"),
    told("2023Q2", "甲部", "1.1-2", status="推进中", done=30),
    told("2023Q2", "甲部", "1.2", status="已完成", evidence="汇编.pdf"),
    told("2023Q2", "丙馆", "2.1", status="延期", due=date(2023, 9, 30), reason="展品未到货"),
    told("2023Q2", "东县科协", "3.1", status="已完成", done=5),
    told("2023Q2", "西县科协", "3.1", status="推进中", done=3, problem="经费未到位"),
)


def numbered(events: Iterable[Event]) -> list[Event]:
    """Return events as a ledger gives them: in order, each an act of its own."""
    return [
        event._replace(number=number, act=number, at=f"2023-01-01T00:00:{number:02}")
        for number, event in enumerate(events, 1)
    ]


def state(*events: Event, today: date = TODAY) -> State:
    return State(plan(), numbered((BEGIN, *events)), today)


def tally(*events: Event, period: str = "2023Q2", today: date = TODAY) -> Tally:
    return Tally(state(*events, today=today), parse_period(period))


def ledger(folder: Path, *events: Event) -> Path:
    """Make the ledger of these events; the plan stands beside it."""
    path = folder / "台账.db"
    (folder / "plan.yaml").write_bytes(PLAN.read_bytes())
    Place(path, plan(), TODAY).create("某人", numbered((BEGIN, *events)))
    return path
