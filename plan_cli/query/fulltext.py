"""The document put together again from its encoding."""

from collections.abc import Iterator

from plan_cli.model import Note, Plan, Section, Task, TaskList
from plan_cli.report import Column, Group, Layout, Report, Row


def paragraphs(plan: Plan) -> Iterator[tuple[int, str]]:
    """Yield the document's paragraphs in order, each with its heading level (0: none)."""
    document = plan.document
    for level, text in ((1, document.letterhead), (0, document.number), (1, document.title)):
        if text:
            yield level, text
    if document.addressees:
        yield 0, document.addressees
    yield from ((0, text) for text in document.body)
    for tasks in plan.lists:
        yield from _holder(tasks, tasks.title, 2)
    yield from ((0, text) for text in document.ending)


def task_text(task: Task) -> str:
    """Return one task as the document prints it: number, title, measures and notes."""
    parts = [task.label or f"{task.number}. ", task.title or ""]
    last = len(task.measures)
    for count, measure in enumerate(task.measures, 1):
        parts += [measure.heading or "", measure.text]
        parts += [_note_text(note) for note in task.notes if (note.after or last) == count]
    if not last:
        parts += [_note_text(note) for note in task.notes]
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
