"""How much longer an answer takes that tells what a ledger knows.

    python benchmarks/known.py [RUNS]

A ledger of the shipped plan is made in a folder of its own, with 500 reports; each command with it
and without run in turn. Printed and judged as by ``startup.py``.
"""

import sys
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from processes import PLAN, compare, in_pipe, leave

from plan_cli.cli.loading import load_plan
from plan_cli.ledger.desk import Place
from plan_cli.ledger.event import Event

REPORTS = 500
LIMIT = 1.25


def fill(path: Path) -> None:
    """Make a ledger in which as many items as there are reports have one."""
    place = Place(path, load_plan(None), date(2022, 6, 30))
    place.create("")
    with place.open(print) as desk, desk.writing("") as act:
        told = [
            Event("report", item.id, who.name, "2022Q2", "推进中", progress="已开展若干工作")
            for item, who in islice(act.state.pairs(), REPORTS)
        ]
        act.add(told)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    with TemporaryDirectory() as folder:
        path = Path(folder, "ledger.db")
        fill(path)
        kept = []
        for words in (["list", "--dept", "科普部"], ["list"]):
            plain = [*PLAN, *words]
            known = [*plain, "--ledger", str(path)]
            name = f"plan {' '.join(words[:2])} --ledger, pipe"
            kept.append(compare(name, in_pipe, known, plain, LIMIT, runs))
    leave(kept)


if __name__ == "__main__":
    main()
