"""The document put together again from its encoding, each piece with the place it has there."""

from collections.abc import Iterator
from typing import NamedTuple

from plan_cli.fields import Path
from plan_cli.model import NumberPlace, Plan, Section, Task, TaskList
from plan_cli.report import Column, Group, Layout, Report, Row
from plan_cli.schema import placed_notes


class Span(NamedTuple):
    """A piece of the document's text, with the path of the value that it comes from."""

    path: Path
    text: str


class Paragraph(NamedTuple):
    """A paragraph in pieces, and the level of heading that it is (0: none)."""

    level: int
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)


def fulltext(plan: Plan) -> Report:
    """Return the whole document as a page, with no word that is not its own."""
    return Report(
        title="",
        columns=(Column("", 0), Column("", 40)),
        groups=tuple(
            Group((), each.text) if each.level else Group((Row(("", each.text)),))
            for each in paragraphs(plan)
        ),
        layout=Layout.PAGE,
    )


def paragraphs(plan: Plan) -> Iterator[Paragraph]:
    """Yield the document's paragraphs in order."""
    document = plan.document
    middle = ("number", "title")
    if document.number_place is NumberPlace.BELOW:
        middle = ("title", "number")
    for key in ("letterhead", *middle, "addressees"):
        if text := getattr(document, key):
            yield _single(("document", key), text, int(key in ("letterhead", "title")))
    yield from _plain(document.body, ("document", "body"))
    for index, tasks in enumerate(plan.lists):
        if tasks.title:
            yield _single(("lists", index, "title"), tasks.title, 2)
        yield from _holder(tasks, ("lists", index), 3)
    yield from _plain(document.ending, ("document", "ending"))


def task_paragraph(task: Task, path: Path) -> Paragraph:
    """Return the task at ``path`` as the document prints it: number, title, measures, notes."""
    return Paragraph(0, tuple(span for span in _task_spans(task, path) if span.text))


def _task_spans(task: Task, path: Path) -> Iterator[Span]:
    if task.label is None:
        yield Span((*path, "number"), f"{task.number}. ")
    else:
        yield Span((*path, "label"), task.label)
    yield Span((*path, "title"), task.title or "")
    yield from _note_spans(task, path, 0)
    for index, measure in enumerate(task.measures):
        yield Span((*path, "measures", index, "heading"), measure.heading or "")
        yield Span((*path, "measures", index, "text"), measure.text)
        yield from _note_spans(task, path, index + 1)


def _note_spans(task: Task, path: Path, count: int) -> Iterator[Span]:
    """Yield the notes that stand behind ``count`` measures."""
    for note, place, _ in placed_notes(task, path):
        if count == (len(task.measures) if note.after is None else note.after):
            for text in (note.brackets[:1], note.text, note.brackets[1:] + note.tail):
                yield Span(place, text)


def _holder(holder: TaskList | Section, path: Path, level: int) -> Iterator[Paragraph]:
    yield from _plain(holder.preamble, (*path, "preamble"))
    for index, task in enumerate(holder.tasks):
        yield task_paragraph(task, (*path, "tasks", index))
    for index, section in enumerate(holder.sections):
        inner = (*path, "sections", index)
        yield _single((*inner, "heading"), section.heading, level)
        yield from _holder(section, inner, level + 1)
    yield from _plain(holder.closing, (*path, "closing"))


def _plain(texts: tuple[str, ...], path: Path) -> Iterator[Paragraph]:
    return (_single((*path, index), text, 0) for index, text in enumerate(texts))


def _single(path: Path, text: str, level: int) -> Paragraph:
    return Paragraph(level, (Span(path, text),))
