"""The document put together again from its encoding, each piece with the place it has there."""

from collections.abc import Iterator
from typing import NamedTuple

from plan_cli.model.plan import Plan, Task, TaskList
from plan_cli.model.walk import Path, notes_of, walk
from plan_cli.report import LetterPart


class Span(NamedTuple):
    """A piece of the document's text, with the path of the value that it comes from."""

    path: Path
    text: str


class Paragraph(NamedTuple):
    """A paragraph in pieces, and what it is in the letter."""

    part: LetterPart
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)


def paragraphs(plan: Plan) -> Iterator[Paragraph]:
    """Yield the document's paragraphs in order."""
    document = plan.document
    keys: list[LetterPart] = ["letterhead", "number", "title", "addressees"]
    if document.number_place == "below":
        keys[1:3] = ["title", "number"]
    for key in keys:
        if text := getattr(document, key):
            yield _single(("document", key), text, key)
    yield from _plain(document.body, ("document", "body"))
    for index, tasks in enumerate(plan.lists):
        if tasks.title:
            yield _single(("lists", index, "title"), tasks.title, "title")
        yield from _inside(tasks, ("lists", index))
    yield from _plain(document.ending, ("document", "ending"))


def task_paragraph(task: Task, path: Path) -> Paragraph:
    """Return the task at ``path`` as the document prints it: number, title, measures, notes."""
    return Paragraph("body", tuple(span for span in _task_spans(task, path) if span.text))


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
    for note, place, _ in notes_of(task, path):
        if count == (len(task.measures) if note.after is None else note.after):
            for text in (note.brackets[:1], note.text, note.brackets[1:] + note.tail):
                yield Span(place, text)


def _inside(tasks: TaskList, path: Path) -> Iterator[Paragraph]:
    for part, place, above in walk(tasks, path):
        if isinstance(part, Task):
            yield task_paragraph(part, place)
        elif isinstance(part, str):
            yield _single(place, part, "body")
        else:
            heading: LetterPart = "subsection" if above else "section"
            yield _single((*place, "heading"), part.heading, heading)


def _plain(texts: tuple[str, ...], path: Path) -> Iterator[Paragraph]:
    return (_single((*path, index), text, "body") for index, text in enumerate(texts))


def _single(path: Path, text: str, part: LetterPart) -> Paragraph:
    return Paragraph(part, (Span(path, text),))
