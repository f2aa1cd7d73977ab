"""Kill the program while it writes to a ledger, and let many write at once.

    python fuzz/crash_ledger.py --kills 500 --writers 8 --seed 1

Kills ``plan ledger set`` and ``merge`` at random moments, over their whole run or only while they
write, and opens the ledger after each: it must hold what it held before, or all that was written.
Then several programs write at once: nothing may be lost. Prints the figures for
docs/reliability.md; stops at the first ledger that is neither.
"""

import argparse
import io
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from plan_cli.cli.app import main as run
from plan_cli.cli.loading import load_plan
from plan_cli.ledger.desk import Place
from plan_cli.ledger.event import Event
from plan_cli.ledger.sheets.headings import HEADINGS as COLUMNS
from plan_cli.ledger.state import State
from plan_cli.ledger.verifying import faults

HEADINGS = [column.name for column in COLUMNS]
ROOT = Path(__file__).parent.parent
SET = ["ledger", "set", "12.4", "--dept", "科普部", "--status", "推进中", "--note", "话" * 2000]
ROWS = 30
"""How many rows of a workbook tell something."""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def held(path: Path) -> list[Event]:
    """Return what the ledger at ``path`` holds; whatever is found wrong with it ends the run."""
    with Place(path, load_plan(None), date(2022, 6, 30)).open(print) as desk:
        if wrong := list(faults(desk)):
            sys.exit(f"not whole: {wrong}")
        return desk.store.events()


def quietly(arguments: Sequence[str]) -> int:
    """Run the program in this process and keep what it says; return the exit code."""
    with redirect_stderr(io.StringIO()), redirect_stdout(io.StringIO()):
        return run(arguments)


class Way(NamedTuple):
    """One way to write, and how long it takes in a process where everything is loaded."""

    arguments: list[str]
    seconds: float


def killed(way: Way, folder: Path, chance: float) -> None:
    """Start the program and kill it at any moment of its run."""
    command = [sys.executable, "-m", "plan_cli", *way.arguments]
    process = subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    time.sleep((0.4 + way.seconds) * chance)
    process.send_signal(signal.SIGKILL)
    process.wait()


def forked(way: Way, folder: Path, chance: float) -> None:
    """Run the program in a fork, where nothing needs to be loaded, and kill it while it writes."""
    child = os.fork()
    if not child:
        os.chdir(folder)
        quietly(way.arguments)
        os._exit(0)
    time.sleep(1.2 * way.seconds * chance)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def kill_often(folder: Path, kills: int, ways: Sequence[Way], chance: random.Random) -> None:
    """Kill the program so often, and count what was left."""
    path = folder / "台账.db"
    left: Counter[str] = Counter()
    before = held(path)
    for number in range(kills):
        way = ways[number % len(ways)]
        kill = forked if chance.random() < 0.75 else killed
        kill(way, folder, chance.random())
        after = held(path)
        if after[: len(before)] != before:
            sys.exit(f"kill {number}: what was there is not there")
        acts = Counter(event.act for event in after[len(before) :])
        if len(acts) > 1 or (acts and set(acts.values()) != {changed(before, way)}):
            sys.exit(f"kill {number}: {dict(acts)} where one act was meant")
        left[f"{way.arguments[1]} {'after' if acts else 'before'}"] += 1
        before = after
    print(f"{kills} kills: {dict(sorted(left.items()))}")


def changed(events: list[Event], way: Way) -> int:
    """Return how many events are written where nothing interrupts."""
    if way.arguments[1] == "set":
        return 1
    state = State(load_plan(None), events, date(2022, 6, 30))
    items = [item for item, _ in state.pairs(parties=["科普部"])][:ROWS]
    word = way.arguments[2][0] * 100
    return sum(state.told(item, "科普部")[0].get("progress") != word for item in items)


def two_answers(folder: Path) -> list[list[str]]:
    """Make two workbooks of one unit that tell different things; return how they are merged."""
    from openpyxl import load_workbook

    quietly(["ledger", "collect", "--period", "2022Q2", "-d", "科普部", "-o", "甲"])
    book = load_workbook(folder / "甲" / "科普部.xlsx")
    ways = []
    for name in ("甲", "乙"):
        for row in range(2, 2 + ROWS):
            book["台账"].cell(row, HEADINGS.index("进展情况") + 1).value = name * 100
        book.save(folder / f"{name}.xlsx")
        ways.append(["ledger", "merge", f"{name}.xlsx", "--theirs"])
    return ways


def timed(arguments: list[str]) -> Way:
    """Return a way to write, with how long it takes."""
    begin = time.monotonic()
    quietly(arguments)
    return Way(arguments, time.monotonic() - begin)


def write(folder: str, name: str, times: int) -> None:
    """Register so many reports, one after another, as a process of its own would."""
    os.chdir(folder)
    for number in range(times):
        note = f"{name}-{number}"
        code = quietly(["ledger", "set", "12.4", "--dept", "科普部", "--note", note])
        if code:
            os._exit(code)
    os._exit(0)


def write_at_once(folder: Path, writers: int, times: int) -> None:
    """Let several processes write at once; nothing may be lost."""
    before = len(held(folder / "台账.db"))
    begin = time.monotonic()
    many = [
        multiprocessing.get_context("fork").Process(target=write, args=(str(folder), str(i), times))
        for i in range(writers)
    ]
    for each in many:
        each.start()
    for each in many:
        each.join()
    events = held(folder / "台账.db")[before:]
    said = {event.progress for event in events}
    if any(each.exitcode for each in many) or len(said) != writers * times:
        sys.exit(f"lost: {len(said)} of {writers * times}")
    print(f"{writers} writers x {times}: nothing lost, {time.monotonic() - begin:.1f} s")


def main() -> None:
    """Run as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        quietly(["ledger", "init"])
        chance = random.Random(arguments.seed)
        merges = two_answers(folder)
        ways = [timed(each) for each in (SET, merges[0], SET, merges[1])]
        kill_often(folder, arguments.kills, ways, chance)
        write_at_once(folder, arguments.writers, arguments.times)


if __name__ == "__main__":
    main()
