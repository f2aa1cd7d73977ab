"""Rules about the document's own words: numbering, announced counts, notes, sentences, dates."""

import re
from collections.abc import Iterator

from plan_cli.model.plan import Note, Plan
from plan_cli.model.walk import Path, placed_notes, placed_paragraphs, placed_tasks
from plan_cli.numerals import HAN, numbers_in, numeral
from plan_cli.planfile.findings import Finding, quoted
from plan_cli.planfile.slips import half_width
from plan_cli.text import clip, find_folded, fold, unspaced

_ANNOUNCED = re.compile(rf"([0-9０-９]{{1,2}}|[{HAN}]{{1,3}})\s?大(行动|工程)")
_NAMES_ONLY = re.compile("(?:责任(?:部门|单位)[：:])?[\0、，；。\\s]*")
_NAME = re.compile(r"[^\W\d_和及与]")
_HALF_WIDTH = re.compile(r"[,;:!?()]")
_NEW_SENTENCE = re.compile("。(?![”’』」）〕》]|$)")
_SPELLED = re.compile(r"\W*(?:no\W*|0x)?0*(?P<plain>[0-9]+)(?:\.0*|e\+?0+)?\W*")
"""A number with more to it than its digits: brackets, a sign, what programs write."""
PLAUSIBLE_YEARS = range(1949, 2101)


def continuous_numbers(plan: Plan) -> Iterator[Finding]:
    """Numbers of a list run from 1 without gaps; a new section may begin at 1 again."""
    before: tuple[Path, int] | None = None
    for placed in placed_tasks(plan.lists):
        number = numeral(_plain(placed.task.number).strip("、.． "))
        holder = placed.path[:-2]
        if before is None or before[0][:2] != holder[:2]:
            before = (holder, 0)
        if number is not None:
            restarted = number == 1 and holder != before[0]
            if number != before[1] + 1 and not restarted:
                shown = (
                    f"序号 {before[1]} 之后是 {number}" if before[1] else f"序号从 {number} 开始"
                )
                yield Finding("E311", (*placed.path, "number"), shown)
            before = (holder, number)


def plain_numbers(plan: Plan) -> Iterator[Finding]:
    """Tasks are asked for by their number as people say it, which ``01`` or ``1.0`` is not."""
    for placed in placed_tasks(plan.lists):
        number = placed.task.number
        plain = _plain(number)
        if not placed.task.id and plain.isdecimal() and fold(number) != plain:
            message = f"序号写成 {clip(number)}，人们会按 {plain} 来查"
            yield Finding("E317", (*placed.path, "number"), message)


def _plain(number: str) -> str:
    """Return ``number`` as people say it."""
    found = _SPELLED.fullmatch(fold(half_width(number)))
    return found["plain"] if found else number


def announced_counts(plan: Plan) -> Iterator[Finding]:
    """Where the document says how many actions and projects it has, so many are declared."""
    declared = {"行动": len(plan.actions), "工程": len(plan.projects)}
    for text, path in _paragraphs(plan):
        for found in _ANNOUNCED.finditer(text):
            count = declared[found[2]]
            if numeral(found[1]) != count:
                message = f"原文说“{found[0]}”，声明的{found[2]}有 {count} 个"
                yield Finding("E312", path, message, found[0])


def _paragraphs(plan: Plan) -> Iterator[tuple[str, Path]]:
    for index, text in enumerate(plan.document.body):
        yield text, ("document", "body", index)
    yield from placed_paragraphs(plan.lists)


def notes_read_whole(plan: Plan) -> Iterator[Finding]:
    """A note names no unit and no collective that its reading leaves out."""
    for note, path, _ in placed_notes(plan.lists):
        for words in _unread(note):
            yield Finding("E313", path, f"责任部门里的{quoted(words)}没有读进 responsible", words)


def _unread(note: Note) -> list[str]:
    """Return whom the grammar finds in a note besides those that stand in its reading.

    Most notes are nothing but names that do: those need no grammar, which takes time to load.
    A cell of a table has no brackets, and can be that of 责任领导: persons are not read.
    """
    rest = note.text
    read = {*note.responsible.named, *note.responsible.collectives}
    for name in sorted(read, key=len, reverse=True):
        rest = rest.replace(name, "\0" * len(name))
        for start, end in find_folded(rest, name):
            rest = rest[:start] + "\0" * (end - start) + rest[end:]
    if _NAMES_ONLY.fullmatch(rest):
        return []
    from plan_cli.notes.grammar import read_note
    from plan_cli.notes.organs import may_be_person

    spans = read_note(note.text).spans
    left = [note.text[start:end] for start, end in spans if _NAME.search(rest, start, end)]
    return left if note.brackets else [words for words in left if not may_be_person(words)]


def full_width_notes(plan: Plan) -> Iterator[Finding]:
    """Notes in Chinese have no half-width punctuation among the full-width."""
    for note, path, _ in placed_notes(plan.lists):
        found = _HALF_WIDTH.search(note.text)
        if found and not note.text.isascii():
            message = f"责任部门里有半角标点“{found[0]}”，与全角标点混用"
            yield Finding("E314", path, message, found[0])


def whole_measures(plan: Plan) -> Iterator[Finding]:
    """A task has measures, and a measure is one sentence."""
    for placed in placed_tasks(plan.lists):
        if not placed.task.measures:
            message = f"任务 {clip(placed.id)} 没有举措"
            yield Finding("E315", (*placed.path, "measures"), message)
        for index, measure in enumerate(placed.task.measures):
            if found := _NEW_SENTENCE.search(measure.text):
                part = measure.text[found.start() : found.end() + 4]
                path = (*placed.path, "measures", index)
                yield Finding("E316", path, "一条举措里有不止一句话", part)


def plausible_dates(plan: Plan) -> Iterator[Finding]:
    """Deadlines lie near the year of the document, unless their quote names the year."""
    year = plan.document.year
    if year not in PLAUSIBLE_YEARS:
        yield Finding("E322", ("document", "year"), f"year 是 {year}，不像年份")
        return
    for placed in placed_tasks(plan.lists):
        for index, deadline in enumerate(placed.task.editor.deadlines):
            due = deadline.due.year
            if abs(due - year) > 1 and due not in numbers_in(unspaced(deadline.quote)):
                message = f"时限 {deadline.due} 离文件的年份 {year} 太远，出处里也没有写 {due} 年"
                yield Finding("E321", (*placed.path, "editor", "deadlines", index, "due"), message)


def quoted_values(plan: Plan) -> Iterator[Finding]:
    """The value of a target is one of the numbers in its quote, if there are any."""
    for placed in placed_tasks(plan.lists):
        for index, target in enumerate(placed.task.editor.targets):
            numbers = numbers_in(unspaced(target.quote))
            if numbers and target.value not in numbers:
                message = f"数值 {target.value} 不在出处{quoted(target.quote)}里"
                yield Finding("E323", (*placed.path, "editor", "targets", index, "value"), message)


WORDING = (
    continuous_numbers,
    plain_numbers,
    announced_counts,
    notes_read_whole,
    full_width_notes,
    whole_measures,
    plausible_dates,
    quoted_values,
)
