"""Units that are one body under several spellings, counted as one where that is declared."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from plan_cli.model.plan import Note, Plan, Responsibility, Section, Task, TaskList, Unit
from plan_cli.text import fold

Holder = TypeVar("Holder", TaskList, Section)
Names = Mapping[str, str]
"""For each spelling, folded or not, what the unit is called."""


def renamed(plan: Plan, names: Names) -> Plan:
    """Return ``plan`` with its units called as ``names`` say, and found by every spelling.

    The words of the document stay: only who is meant by them is told otherwise.
    """
    folded = {fold(spelling): name for spelling, name in names.items()}
    called = {
        unit.name: folded[fold(unit.name)] for unit in plan.units if fold(unit.name) in folded
    }
    if not called:
        return plan
    return replace(
        plan,
        units=tuple(_merged(plan.units, called, names)),
        lists=tuple(_holder(tasks, called) for tasks in plan.lists),
    )


def _merged(units: Iterable[Unit], called: Names, names: Names) -> Iterable[Unit]:
    """Return units under their names, those that are one in the place of the first."""
    merged: dict[str, Unit] = {}
    for unit in units:
        name = called.get(unit.name, unit.name)
        spellings = [each for each, known in names.items() if known == name and each != name]
        before = merged.get(name)
        aliases = (*(before.aliases if before else ()), *unit.aliases, *spellings)
        merged[name] = replace(before or unit, name=name, aliases=tuple(dict.fromkeys(aliases)))
    return merged.values()


def _holder(holder: Holder, called: Names) -> Holder:
    return replace(
        holder,
        tasks=tuple(_task(task, called) for task in holder.tasks),
        sections=tuple(_holder(section, called) for section in holder.sections),
    )


def _task(task: Task, called: Names) -> Task:
    return replace(task, notes=tuple(_note(note, called) for note in task.notes))


def _note(note: Note, called: Names) -> Note:
    told = note.responsible

    def now(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(called.get(name, name) for name in names))

    responsible = Responsibility(
        now(told.named), told.collectives, now(told.lead), now(told.support)
    )
    return replace(note, responsible=responsible)
