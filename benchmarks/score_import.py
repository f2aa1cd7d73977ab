"""Score an import against the answer by careful reading.

    python benchmarks/score_import.py DOCUMENT TRUTH.json|TRUTH.yaml [--misses]
    python benchmarks/score_import.py FOLDER [--scan] [--font FILE]

In a folder the answer to X.txt (or .md, .pdf) is X.truth.json or X.truth.yaml; of a text the other
forms are made as well, a PDF by LibreOffice if it is there. Characters are the share of those of
the text that the plan gives back; doubts are those told, for each task; seconds are the
processor's. With --scan the document is also scanned badly and recognised, which takes the extra
ocr, a Chinese font and some seconds a page; of these characters the width does not count.

TRUTH.json is a list of {no, title, section, lead, named, collectives}; TRUTH.yaml a plan file.
Tasks are paired in order; a task of one side that the other has not is a miss for all its
units. Spaces, width and a closing 。 do not count.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from forms import FONT, Form, forms, no_scans

from plan_cli.cli.loading import load_plan
from plan_cli.importers.convert import convert
from plan_cli.importers.registry import read_document
from plan_cli.model.plan import Entry, Plan
from plan_cli.numerals import HAN, numeral
from plan_cli.query.fulltext import paragraphs
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


FIELDS: dict[str, Callable[[Answer], Iterable[str]]] = {
    "tasks": lambda answer: [answer.number],
    "titles": lambda answer: [answer.title] if answer.title else [],
    "sections": lambda answer: [answer.section] if answer.section else [],
    "named": lambda answer: answer.named,
    "lead": lambda answer: answer.lead,
    "collectives": lambda answer: answer.collectives,
}


class Score(NamedTuple):
    """How many pairs of one field were read rightly, of how many read and how many there are."""

    hits: int
    read: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to read."""
        return 2 * self.hits / (self.read + self.wanted) if self.read + self.wanted else 1.0


def score(got: list[Answer], wanted: list[Answer], field: str) -> Score:
    ours, theirs = pairs(got, FIELDS[field]), pairs(wanted, FIELDS[field])
    return Score(len(ours & theirs), len(ours), len(theirs))


def compare(got: list[Answer], wanted: list[Answer], misses: bool) -> None:
    """Print the score of each field; with ``misses`` every pair that differs."""
    print(f"tasks        {len(got)} read, {len(wanted)} in the truth")
    for name, of in FIELDS.items():
        found = score(got, wanted, name)
        precision = found.hits / found.read if found.read else float(not found.wanted)
        recall = found.hits / found.wanted if found.wanted else float(not found.read)
        told = f"P {precision:.3f}  R {recall:.3f}  F1 {found.f1:.3f}"
        print(f"{name:12} {told}  ({found.hits}/{found.wanted})")
        if misses:
            ours, theirs = pairs(got, of), pairs(wanted, of)
            for task, unit in sorted(ours ^ theirs):
                print("    ", "too much" if (task, unit) in ours else "missing ", task, unit)


def line_of(form: Form, wanted: list[Answer]) -> str:
    """Return one line of the table: F1 of each field, characters, doubts a task, seconds."""
    start = process_time()
    plan, doubts = convert(read_document(form.content, form.name))
    seconds = process_time() - start
    got = answers_of(plan)
    scores = [score(got, wanted, field).f1 for field in FIELDS]
    given = Counter(form.alike(form.plain))
    read = Counter(form.alike("".join(each.text for each in paragraphs(plan))))
    right = 1 - (given - read).total() / given.total()
    told = len({doubt.cause for doubt in doubts if not doubt.aside})
    cells = [*(f"{f1:.3f}" for f1 in scores), f"{right:.4f}", f"{told / len(wanted):.2f}"]
    return f"{form.name:44.44} {' '.join(f'{cell:>8}' for cell in cells)} {seconds:8.2f}"


def table(folder: Path, font: str) -> None:
    """Print a line for each form of each document with an answer."""
    heads = [*FIELDS, "chars", "doubts"]
    print(f"{'document':44} {' '.join(f'{head[:8]:>8}' for head in heads)} {'seconds':>8}")
    for answer in sorted(folder.glob("*.truth.*")):
        wanted = truth(answer)
        for document in sorted(folder.glob(f"{answer.name.split('.truth.')[0]}.*")):
            for form in () if document == answer else forms(document, font):
                print(line_of(form, wanted), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("document", type=Path, help="a document, or a folder of them")
    parser.add_argument("truth", type=Path, nargs="?")
    parser.add_argument("--misses", action="store_true", help="show every pair that differs")
    parser.add_argument("--scan", action="store_true", help="of a folder: as scans as well")
    parser.add_argument("--font", default=FONT, help="to set documents in type that are scanned")
    given = parser.parse_args()
    if given.truth is None:
        why_not = no_scans(given.font) if given.scan else ""
        table(given.document, given.font if given.scan and not why_not else "")
        if why_not:
            print(f"no scans: {why_not}")
        return
    printed = read_document(given.document.read_bytes(), str(given.document))
    compare(answers_of(convert(printed).plan), truth(given.truth), given.misses)


if __name__ == "__main__":
    main()
