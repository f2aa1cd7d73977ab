"""Score an import against the answer by careful reading.

    python benchmarks/score_import.py DOCUMENT TRUTH.json|TRUTH.yaml [--misses]

TRUTH.json is a list of {no, title, section, lead, named, collectives}; TRUTH.yaml a plan file.
Tasks are paired in order; a task of one side that the other has not is a miss for all its
units. Spaces, width and a closing 。 do not count.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from plan_cli.cli.loading import load_plan
from plan_cli.importers.convert import convert
from plan_cli.importers.registry import read_document
from plan_cli.model.plan import Entry, Plan
from plan_cli.numerals import HAN, numeral
from plan_cli.text import fold


class Answer(NamedTuple):
    """What is compared of a task."""

    number: str
    title: str
    section: str
    lead: tuple[str, ...]
    named: tuple[str, ...]
    collectives: tuple[str, ...]


def answers_of(plan: Plan) -> list[Answer]:
    return [_answer(entry) for entry in plan.entries]


def _answer(entry: Entry) -> Answer:
    found = entry.task.responsible
    section = entry.section.heading if entry.section else entry.list.title or ""
    title = (entry.task.title or "").rstrip("。：:")
    number = entry.list.prefix + entry.task.number
    return Answer(number, title, section, found.lead, found.named, found.collectives)


def truth(path: Path) -> list[Answer]:
    if path.suffix == ".yaml":
        return answers_of(load_plan(str(path)))
    return [_told(task) for task in json.loads(path.read_text("utf-8"))]


def _told(task: dict[str, Any]) -> Answer:
    number = task["no"].strip("（）()、.")
    number = str(numeral(number)) if all(char in HAN for char in number) else number
    lists = (tuple(task[key]) for key in ("lead", "named", "collectives"))
    return Answer(number, task["title"] or "", task["section"] or "", *lists)


def pairs(answers: Iterable[Answer], of: Callable[[Answer], Iterable[str]]) -> set[tuple[str, str]]:
    """Return (task, unit) pairs; a number that comes again is told by how often it came."""
    seen: dict[str, int] = {}
    result = set()
    for answer in answers:
        seen[answer.number] = seen.get(answer.number, 0) + 1
        task = f"{answer.number}#{seen[answer.number]}"
        result |= {(task, fold(name)) for name in of(answer)}
    return result


def report(name: str, got: set[tuple[str, str]], wanted: set[tuple[str, str]]) -> None:
    hits = len(got & wanted)
    precision = hits / len(got) if got else float(not wanted)
    recall = hits / len(wanted) if wanted else float(not got)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{name:12} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({hits}/{len(wanted)})")


def compare(got: list[Answer], wanted: list[Answer], misses: bool) -> None:
    """Print the score of each field; with ``misses`` every pair that differs."""
    print(f"tasks        {len(got)} read, {len(wanted)} in the truth")
    fields: dict[str, Callable[[Answer], Iterable[str]]] = {
        "tasks": lambda answer: [answer.number],
        "titles": lambda answer: [answer.title] if answer.title else [],
        "sections": lambda answer: [answer.section] if answer.section else [],
        "named": lambda answer: answer.named,
        "lead": lambda answer: answer.lead,
        "collectives": lambda answer: answer.collectives,
    }
    for name, of in fields.items():
        ours, theirs = pairs(got, of), pairs(wanted, of)
        report(name, ours, theirs)
        if misses:
            for task, unit in sorted(ours ^ theirs):
                print("    ", "too much" if (task, unit) in ours else "missing ", task, unit)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("document", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--misses", action="store_true", help="show every pair that differs")
    given = parser.parse_args()
    printed = read_document(given.document.read_bytes(), str(given.document))
    compare(answers_of(convert(printed).plan), truth(given.truth), given.misses)


if __name__ == "__main__":
    main()
