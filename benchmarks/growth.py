"""How the cost grows with the number of plans: from files and from a library, beside other tools.

    python benchmarks/growth.py [ROUNDS] [COUNT…] [--before PLAN] [--write]

For archives of COUNT plans (1, 10, 100 and 1000) every question is put once a round to every tool
that can answer it, all in turn; printed are the medians of the wall time and of the peak memory of
all its processes. What the tools find is compared once. Then the ratios that have limits are judged
on the largest archive, as pairs of one round; it ends with 1 if one is broken. ``--before`` is the
``plan`` of an older version, to compare one large file with: many files and the index are judged by
the time that it takes, or else by that of this version. ``--write`` puts the table and the
picture into `docs/`.
Run it with the interpreter of an environment in which the program is installed; ``jq``, ``grep``
and ``sqlite-utils`` take part where they are there. Measuring memory needs Linux.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from archives import YEARS, archive, in_one, write_archive
from growth_page import write_page
from measuring import Run, measured
from processes import PLAN, judge, leave
from rivals import Rivals

from plan_cli.planfile.writing import write_plan

DEPT, WORD, YEAR = "科普部", "培训", str(YEARS[0])
SQLITE = "sqlite-utils"
QUESTIONS = ("list", "year", "search", "show", "matrix", "plans")
Cell = tuple[int, str, str]
"""How many plans, which tool, which question."""
Runs = dict[Cell, list[Run]]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[5, 1, 10, 100, 1000])
    parser.add_argument("--before", default="")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rounds, *counts = given.counts
    runs: Runs = {}
    with tempfile.TemporaryDirectory() as place:
        commands = prepared(Path(place), counts or [1, 10, 100, 1000], given.before)
        for name, command in commands.items():
            runs[name] = []
            measured(command)
        for _ in range(rounds):
            for name, command in commands.items():
                _before(name, command)
                runs[name].append(measured(command))
    show(runs)
    same = agree(runs)
    if given.write:
        write_page(table(runs))
    leave([same, *judged(runs)])


def prepared(place: Path, counts: Sequence[int], before: str) -> dict[Cell, list[str]]:
    """Make the archives, their libraries and what the other tools read; return the commands."""
    commands: dict[Cell, list[str]] = {}
    for count in counts:
        folder = place / str(count)
        files, library = folder / "plans", folder / "plans.db"
        write_archive(count, files)
        plans = list(archive(count))
        first = plans[0][1].name
        for tool, source in (("files", str(files)), ("library", str(library))):
            for question in QUESTIONS:
                asked = _asked(question, f"{first}:14")
                commands[count, tool, question] = [*PLAN, "-p", source, *asked]
        indexing = [*PLAN, "index", str(files), "-o", str(library)]
        commands = {(count, "library", "index"): indexing, **commands}
        commands[count, "library", "index again"] = indexing
        rivals = Rivals(folder, plans, files).commands(DEPT, WORD, YEAR, first)
        commands |= {(count, tool, question): each for (tool, question), each in rivals.items()}
    one = place / "one.yaml"
    one.write_text(write_plan(in_one([plan for _, plan in plans]), {}), encoding="utf-8")
    for tool, plan in (("one file", PLAN), ("one file before", [before] if before else [])):
        if plan:
            commands[count, tool, "list"] = [*plan, "-p", str(one), *_asked("list", "")]
    for question in ("list", "search", "show"):
        commands[1, "shipped", question] = [*PLAN, *_asked(question, "14")]
    return commands


def _asked(question: str, id: str) -> list[str]:
    return {
        "list": ["list", "--dept", DEPT],
        "year": ["list", "--dept", DEPT, "--year", YEAR],
        "search": ["search", WORD],
        "show": ["show", id],
        "matrix": ["matrix"],
        "plans": ["plans"],
    }[question]


def _before(name: Cell, command: Sequence[str]) -> None:
    """Take away what is to be made anew."""
    if name[2] == "index":
        Path(command[-1]).unlink(missing_ok=True)


def show(runs: Runs) -> None:
    """Print one line for each tool and question: medians of time and memory."""
    for (count, tool, question), each in runs.items():
        seconds, megabytes = _medians(each)
        told = f"{seconds * 1000:8.0f} ms {megabytes:7.1f} MB"
        print(f"{count:>5} plans  {question:<12} {tool:<16} {told}")


def table(runs: Runs) -> dict[Cell, tuple[float, float]]:
    """Return the medians of time (seconds) and memory (MB)."""
    return {name: _medians(each) for name, each in runs.items()}


def _medians(runs: Sequence[Run]) -> tuple[float, float]:
    return median(run.seconds for run in runs), median(run.megabytes for run in runs)


def agree(runs: Runs) -> bool:
    """Say whether files and library give the same bytes, and the others the same tasks."""
    wrong = []
    for (count, tool, question), [run, *_] in runs.items():
        if tool not in ("library", SQLITE, "jq") or question.startswith("index"):
            continue
        ours = runs[count, "files", question][0].output
        if tool == "library":
            same = run.output == ours
        elif question == "show":
            same = run.output.count(b"\n") == 1
        else:
            same = _tasks(run.output, 1) == _tasks(ours, 0)
        wrong += [] if same else [f"{count} plans, {question}: {tool} finds other tasks"]
    print("\n".join(wrong) or "all tools find the same tasks")
    return not wrong


def _tasks(output: bytes, place: int) -> list[str]:
    """Return the ids, which stand in the column ``place``, in order."""
    return sorted(line.split("\t")[place] for line in output.decode().splitlines())


def judged(runs: Runs) -> list[bool]:
    """Judge the ratios that have limits."""
    most, least = max(name[0] for name in runs), min(name[0] for name in runs)
    library = {question: (most, "library", question) for question in (*QUESTIONS, "index")}
    one, before = (most, "one file", "list"), (most, "one file before", "list")
    yard = before if before in runs else one
    limits: list[tuple[str, Cell, Cell, float]] = [
        ("library, one year : shipped plan", library["year"], (1, "shipped", "list"), 1.3),
        ("library, show : shipped plan", library["show"], (1, "shipped", "show"), 1.3),
        ("library, list : sqlite-utils", library["list"], (most, "sqlite-utils", "list"), 1.0),
        (
            "library, search : sqlite-utils",
            library["search"],
            (most, "sqlite-utils", "search"),
            1.5,
        ),
        ("library, one year, grown", library["year"], (least, "library", "year"), 1.5),
        (f"files, list : {yard[1]}", (most, "files", "list"), yard, 0.6),
        (f"index : {yard[1]}", library["index"], yard, 1.5),
        (f"index again : {yard[1]}", (most, "library", "index again"), yard, 0.1),
        ("one file : before", one, before, 1.0),
    ]
    kept = [
        judge(name, [(a.seconds, b.seconds) for a, b in _pairs(runs, ours, theirs)], limit)
        for name, ours, theirs, limit in limits
        if theirs in runs
    ]
    for question in ("list", "search", "show"):
        pair = (library[question], (1, "shipped", question), 2.0)
        kept.append(_judge_memory(f"memory, library {question} : shipped", runs, *pair))
    if before in runs:
        kept.append(_judge_memory("memory, one file : before", runs, one, before, 0.8))
    held = _medians(runs[most, "files", "list"])[1]
    print(f"memory, files, list: {held:.1f} MB  (limit 200)")
    return [*kept, held <= 200]


def _judge_memory(name: str, runs: Runs, ours: Cell, theirs: Cell, limit: float) -> bool:
    ratio = median(a.megabytes / b.megabytes for a, b in _pairs(runs, ours, theirs))
    end = "" if ratio <= limit else "  BROKEN"
    print(f"{name:<36} ratio {ratio:.2f}  (limit {limit}){end}")
    return ratio <= limit


def _pairs(runs: Runs, ours: Cell, theirs: Cell) -> list[tuple[Run, Run]]:
    return list(zip(runs[ours], runs[theirs], strict=True))


if __name__ == "__main__":
    main()
