"""How long the round of a ledger takes.

    python benchmarks/ledger.py [RUNS [WORKBOOKS [ROWS [EVENTS]]]]

Merging 40 workbooks of 60 rows in one call is held against loading those 40 with openpyxl alone.
What was taken is counted: every cell that was filled in. A report over 20,000 events is held
against one over a hundredth of them. All as whole processes, in turn, judged like `startup.py`.
"""

import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from io import BytesIO
from itertools import cycle
from pathlib import Path

from openpyxl import load_workbook
from processes import PLAN, compare, in_pipe, judge, leave, seconds, warm

from plan_cli.cli.loading import load_plan
from plan_cli.ledger.desk import Place
from plan_cli.ledger.event import Event
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.sheets.headings import TABLE
from plan_cli.ledger.sheets.workbook import Round, workbook
from plan_cli.ledger.state import State
from plan_cli.ledger.store import open_store

LIMIT = 3
LOADING = """\
import sys, openpyxl
from pathlib import Path
for path in Path(sys.argv[1]).iterdir():
    openpyxl.load_workbook(path)
"""
FILLED = 4
"""Cells of a row."""


def plan_text(units: int, rows: int) -> str:
    """Return a plan of one task with so many measures, which all of so many units answer for."""
    names = [f"第{number}部" for number in range(1, units + 1)]
    measures = "".join(f"\n          - 第{n}件事要办好，办10件以上，写清楚。" for n in range(rows))
    listed = ", ".join(names)
    return (
        "format: 1\ndocument: {title: 测速用的工作要点, year: 2023}\nkinds: [部室]\nunits:"
        + "".join(f"\n  - {{name: {name}, kind: 部室}}" for name in names)
        + f"\nlists:\n  - name: 要点\n    tasks:\n      - number: 1\n        measures:{measures}\n"
        f"        note: 责任部门：{'、'.join(names)}\n"
        f"        responsible: {{named: [{listed}]}}\n"
    )


def filled(content: bytes, rows: int) -> bytes:
    """Return a workbook with four cells of each row filled in."""
    book = load_workbook(BytesIO(content))
    sheet = book[TABLE]
    for row in range(2, rows + 2):
        sheet[f"G{row}"], sheet[f"I{row}"] = "推进中", f"已办了 {row} 次，都有记录。"
        sheet[f"L{row}"], sheet[f"K{row}"] = "王某", "下月再办一次。"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def make(folder: Path, units: int, rows: int) -> Place:
    """Make a ledger in ``folder``, and in it the folder ``in`` with a workbook of each unit."""
    (folder / "plan.yaml").write_text(plan_text(units, rows), encoding="utf-8")
    place = Place(folder / "台账.db", load_plan(str(folder / "plan.yaml")), date(2023, 7, 5))
    place.create("")
    (folder / "in").mkdir()
    with place.open(print) as desk:
        state = desk.state()
        given = Round(state, parse_period("2023Q2"), "2023-07-01", place.path.name)
        for answerer in state.items.answerers:
            content = filled(workbook(given, answerer, state.items.all), rows)
            (folder / "in" / f"{answerer.name}.xlsx").write_bytes(content)
    return place


def merging(folder: Path, units: int, rows: int, runs: int) -> bool:
    """Judge merging: each run takes the same workbooks into a ledger that has nothing of them."""
    place = make(folder, units, rows)
    empty = place.path.read_bytes()
    plan, ledger, back = (str(folder / name) for name in ("plan.yaml", "台账.db", "in"))

    def anew(command: Sequence[str]) -> None:
        place.path.write_bytes(empty)
        in_pipe(command)

    merge = [*PLAN, "ledger", "merge", back, "-p", plan, "-l", ledger]
    load = [sys.executable, "-c", LOADING, back]
    pairs = []
    for _ in range(runs + 1):
        pairs.append((seconds(anew, merge), seconds(in_pipe, load)))
        with closing(open_store(place.path, lambda: None)) as store:
            taken = sum(len(dict(event.told())) for event in store.events())
        if taken != units * rows * FILLED:
            raise SystemExit(f"{taken} cells taken, not {units * rows * FILLED}")
    return judge(f"merge and load {units} workbooks", warm(pairs), LIMIT)


def told(folder: Path, name: str, count: int) -> str:
    """Make a ledger of the shipped plan with so many reports, quarter by quarter."""
    place = Place(folder / name, load_plan(None), date(2022, 12, 20))
    pairs = list(State(place.plan, (), place.today).pairs())
    events = [
        Event(
            "report",
            item.id,
            answerer.name,
            f"2022Q{1 + number * 4 // count}",
            status="推进中",
            progress=f"第 {number} 次报送：已经做了，都有记录。",
            act=number + 1,
            at=f"2022-{1 + number * 12 // count:02}-20T08:00:00",
        )
        for number, (item, answerer) in zip(range(count), cycle(pairs), strict=False)
    ]
    place.create("", events)
    return str(place.path)


def reporting(folder: Path, events: int, runs: int) -> bool:
    """Judge a report over many events."""
    ask = [*PLAN, "ledger", "report", "--period", "2022Q4", "--today", "2022-12-20", "-l"]
    many, few = ([*ask, told(folder, f"{n}.db", n)] for n in (events, events // 100))
    return compare(f"report, {events} and {events // 100} events", in_pipe, many, few, 3, runs)


def main() -> None:
    given = (*map(int, sys.argv[1:]), *(9, 40, 60, 20_000)[len(sys.argv) - 1 :])
    runs, units, rows, events = given
    with tempfile.TemporaryDirectory() as folder:
        kept = [merging(Path(folder), units, rows, runs), reporting(Path(folder), events, runs)]
    leave(kept)


if __name__ == "__main__":
    main()
