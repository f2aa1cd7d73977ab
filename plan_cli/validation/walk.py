"""Every part of a plan with the path it stands at in the file."""

from collections.abc import Iterator
from typing import NamedTuple

from plan_cli.model.plan import Note, Plan, Section, Task, TaskList
from plan_cli.planfile import schema
from plan_cli.planfile.fields import Path


class Placed(NamedTuple):
    """A task with its path and its id."""

    id: str
    task: Task
    path: Path


def placed_tasks(plan: Plan) -> Iterator[Placed]:
    """Yield all tasks in document order, each with its path."""
    for index, tasks in enumerate(plan.lists):
        yield from _placed(tasks, tasks.prefix, ("lists", index))


def placed_sections(plan: Plan) -> Iterator[tuple[Section, Path]]:
    """Yield all sections, outer before inner, each with its path."""
    for index, tasks in enumerate(plan.lists):
        yield from _sections(tasks, ("lists", index))


def placed_notes(plan: Plan) -> Iterator[tuple[Note, Path, Path]]:
    """Yield all notes, each with the path of its text and of its reading."""
    for placed in placed_tasks(plan):
        yield from schema.placed_notes(placed.task, placed.path)


def _placed(holder: TaskList | Section, prefix: str, path: Path) -> Iterator[Placed]:
    for index, task in enumerate(holder.tasks):
        yield Placed(task.id or prefix + task.number, task, (*path, "tasks", index))
    for index, section in enumerate(holder.sections):
        yield from _placed(section, prefix, (*path, "sections", index))


def _sections(holder: TaskList | Section, path: Path) -> Iterator[tuple[Section, Path]]:
    for index, section in enumerate(holder.sections):
        inner = (*path, "sections", index)
        yield section, inner
        yield from _sections(section, inner)
