"""One way through a plan: each of its parts with the path at which it stands in the file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple, TypeVar

from plan_cli.model.plan import Note, Section, Task, TaskList

Path = tuple[str | int, ...]
"""Where a value stands, keys and indices: ``("lists", 1, "tasks", 2, "note")``."""

Holder = TypeVar("Holder", TaskList, Section)


class Placed(NamedTuple):
    """A task with its id, its path, and the sections it stands in, the outermost first."""

    id: str
    task: Task
    path: Path
    sections: tuple[Section, ...]


def walk(
    holder: TaskList | Section, path: Path, above: tuple[Section, ...] = ()
) -> Iterator[tuple[Task | Section | str, Path, tuple[Section, ...]]]:
    """Yield what stands in the list or section at ``path``, in the order of the document.

    These are paragraphs, tasks, and sections, each of which comes before what it holds; with
    each its path and the sections around it.
    """
    for index, text in enumerate(holder.preamble):
        yield text, (*path, "preamble", index), above
    for index, task in enumerate(holder.tasks):
        yield task, (*path, "tasks", index), above
    for index, section in enumerate(holder.sections):
        inner = (*path, "sections", index)
        yield section, inner, above
        yield from walk(section, inner, (*above, section))
    for index, text in enumerate(holder.closing):
        yield text, (*path, "closing", index), above


def placed_tasks(lists: Iterable[TaskList]) -> Iterator[Placed]:
    """Yield the tasks of ``lists``."""
    for index, tasks in enumerate(lists):
        for part, path, above in walk(tasks, ("lists", index)):
            if isinstance(part, Task):
                yield Placed(part.id or tasks.prefix + part.number, part, path, above)


def placed_sections(lists: Iterable[TaskList]) -> Iterator[tuple[Section, Path]]:
    """Yield the sections of ``lists``, each with its path."""
    for index, tasks in enumerate(lists):
        for part, path, _ in walk(tasks, ("lists", index)):
            if isinstance(part, Section):
                yield part, path


def placed_paragraphs(lists: Iterable[TaskList]) -> Iterator[tuple[str, Path]]:
    """Yield the paragraphs of ``lists`` that stand outside of tasks, each with its path."""
    for index, tasks in enumerate(lists):
        for part, path, _ in walk(tasks, ("lists", index)):
            if isinstance(part, str):
                yield part, path


def placed_notes(lists: Iterable[TaskList]) -> Iterator[tuple[Note, Path, Path]]:
    """Yield the notes of ``lists``, each with the path of its text and of its reading."""
    for placed in placed_tasks(lists):
        yield from notes_of(placed.task, placed.path)


def notes_of(task: Task, path: Path) -> Iterator[tuple[Note, Path, Path]]:
    """Yield the notes of the task at ``path``, as `placed_notes` does."""
    if note := lone_note(task):
        yield note, (*path, "note"), (*path, "responsible")
        return
    for index, note in enumerate(task.notes):
        yield note, (*path, "notes", index, "text"), (*path, "notes", index, "responsible")


def lone_note(task: Task) -> Note | None:
    """Return the only note of ``task``, if nothing about it needs more than ``note``."""
    if len(task.notes) != 1:
        return None
    note = task.notes[0]
    return note if note == Note(note.text, note.responsible) else None


def with_tasks(holder: Holder, tasks: Iterator[Task]) -> Holder:
    """Return ``holder`` with its tasks replaced by ``tasks``, taken in the order of `walk`."""
    return replace(
        holder,
        tasks=tuple(islice(tasks, len(holder.tasks))),
        sections=tuple(with_tasks(section, tasks) for section in holder.sections),
    )
