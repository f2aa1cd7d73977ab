"""Changing every task of a list, wherever it stands."""

from collections.abc import Callable
from dataclasses import replace

from plan_cli.model.plan import Section, Task, TaskList
from plan_cli.planfile.fields import Path

Change = Callable[[Task, Path, tuple[Section, ...]], Task]
"""Given a task, its path, and the sections it stands in (the outermost first)."""


def with_tasks(tasks: TaskList, path: Path, change: Change) -> TaskList:
    """Return the list at ``path`` with its tasks changed, in document order."""
    return replace(
        tasks,
        tasks=_tasks(tasks, path, (), change),
        sections=_sections(tasks, path, (), change),
    )


def _tasks(
    holder: TaskList | Section, path: Path, above: tuple[Section, ...], change: Change
) -> tuple[Task, ...]:
    return tuple(
        change(task, (*path, "tasks", index), above) for index, task in enumerate(holder.tasks)
    )


def _sections(
    holder: TaskList | Section, path: Path, above: tuple[Section, ...], change: Change
) -> tuple[Section, ...]:
    changed = []
    for index, section in enumerate(holder.sections):
        inner, within = (*path, "sections", index), (*above, section)
        changed.append(
            replace(
                section,
                tasks=_tasks(section, inner, within, change),
                sections=_sections(section, inner, within, change),
            )
        )
    return tuple(changed)
