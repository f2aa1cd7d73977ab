"""How long `plan ledger report` takes over 20,000 events and over 200, as whole processes.

    python benchmarks/report_events.py [RUNS]

The ledgers are of the shipped plan, filled with the same kind of events in one act each. Judged
by the median ratio; ends with 1 if it is above its limit.
"""

import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from processes import PLAN, compare, in_pipe, leave

from plan_cli.cli.loading import load_plan
from plan_cli.ledger.desk import Place
from plan_cli.ledger.event import Event
from plan_cli.ledger.state import State
from plan_cli.model.known import Status

TODAY = date(2022, 7, 5)
FEW, MANY, LIMIT = 200, 20_000, 3
PERIODS = ("2022Q1", "2022-04", "2022-05", "2022Q2")
SAID: tuple[Status, ...] = ("未启动", "推进中", "已完成")


def events(state: State, count: int) -> Iterator[Event]:
    """Yield reports of anybody on anything, in four periods, the same ones at every call."""
    chance, pairs = random.Random(count), list(state.pairs())
    for number in range(count):
        item, unit = chance.choice(pairs)
        yield Event(
            "report",
            item.id,
            unit.name,
            PERIODS[number * len(PERIODS) // count],
            status=chance.choice(SAID),
            done=float(chance.randint(0, 50)) if item.target else None,
            progress="已召开会议，正在推进。" * 3,
            problem="经费未到位" if chance.random() < 0.1 else None,
        )


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    plan = load_plan(None)
    state = State(plan, (), TODAY)
    with tempfile.TemporaryDirectory() as folder:
        commands = []
        for count in (MANY, FEW):
            place = Place(Path(folder, f"{count}.db"), plan, TODAY)
            place.create("benchmark")
            with place.open(print) as desk, desk.writing("benchmark") as act:
                act.add(list(events(state, count)))
            asked = ["ledger", "report", "--period", "2022Q2", "--today", TODAY.isoformat()]
            commands.append([*PLAN, *asked, "-l", str(place.path)])
        leave([compare(f"report, {MANY} events and {FEW}", in_pipe, *commands, LIMIT, runs)])


if __name__ == "__main__":
    main()
