"""The document put together again from its encoding."""

from collections.abc import Iterator

from plan_cli.model import Document, Note, NumberPlace, Plan, Section, Task, TaskList
from plan_cli.report import Column, Group, Layout, Report, Row


def paragraphs(plan: Plan) -> Iterator[tuple[int, str]]:
    """Yield the document's paragraphs in order, each with its heading level (0: none)."""
    document = plan.document
    for level, text in _head(document):
        if text:
            yield level, text
    if document.addressees:
        yield 0, document.addressees
    yield from ((0, text) for text in document.body)
    for tasks in plan.lists:
        yield from _holder(tasks, tasks.title, 2)
    yield from ((0, text) for text in document.ending)


def _head(document: Document) -> tuple[tuple[int, str | None], ...]:
    number, title = (0, document.number), (1, document.title)
    below = document.number_place is NumberPlace.BELOW
    return ((1, document.letterhead), *((title, number) if below else (number, title)))


def task_text(task: Task) -> str:
    """Return one task as the document prints it: number, title, measures and notes."""
    label = f"{task.number}. " if task.label is None else task.label
    parts = [label, task.title or ""]
    last = len(task.measures)
    for count in range(last + 1):
        if count:
            measure = task.measures[count - 1]
            parts += [measure.heading or "", measure.text]
        places = ((last if note.after is None else note.after, note) for note in task.notes)
        parts += [_note_text(note) for place, note in places if place == count]
    return "".join(parts)


def fulltext(plan: Plan) -> Report:
    """Return the whole document as a page, with no word that is not its own."""
    return Report(
        title="",
        columns=(Column("", 0), Column("", 40)),
        groups=tuple(
            Group((), text) if level else Group((Row(("", text)),))
            for level, text in paragraphs(plan)
        ),
        layout=Layout.PAGE,
    )


def _holder(
    holder: TaskList | Section, heading: str | None, level: int
) -> Iterator[tuple[int, str]]:
    if heading:
        yield level, heading
    yield from ((0, text) for text in holder.preamble)
    yield from ((0, task_text(task)) for task in holder.tasks)
    for section in holder.sections:
        yield from _holder(section, section.heading, level + 1)
    yield from ((0, text) for text in holder.closing)


def _note_text(note: Note) -> str:
    opening, closing = note.brackets[:1], note.brackets[1:]
    return f"{opening}{note.text}{closing}{note.tail}"
