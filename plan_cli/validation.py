"""What must hold inside a plan so that its answers can be trusted. Rules only yield findings."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plan_cli.model import Note, Plan, Section, Task, TaskList
from plan_cli.schema import Finding, Path


class Placed(NamedTuple):
    """A task with its path and its id."""

    id: str
    task: Task
    path: Path


def fatal_findings(plan: Plan) -> list[Finding]:
    """Return what makes answers from ``plan`` wrong, in the order of the rules."""
    return [finding for rule in FATAL for finding in rule(plan)]


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
        for index, note in enumerate(placed.task.notes):
            if len(placed.task.notes) == 1 and note.after is None:
                yield note, (*placed.path, "note"), (*placed.path, "responsible")
            else:
                base = (*placed.path, "notes", index)
                yield note, (*base, "text"), (*base, "responsible")


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


def unique_ids(plan: Plan) -> Iterator[Finding]:
    """Two tasks may not answer to one id."""
    seen: set[str] = set()
    for placed in placed_tasks(plan):
        if placed.id in seen:
            message = f"编号 {placed.id} 用了两次"
            yield Finding("E201", (*placed.path, "number"), message)
        seen.add(placed.id)


def unique_names(plan: Plan) -> Iterator[Finding]:
    """No two units, kinds, collectives, actions, projects or lists may share a name."""
    declared = (
        ("units", "name", [unit.name for unit in plan.units]),
        ("kinds", "name", [kind.name for kind in plan.kinds]),
        ("collectives", "phrase", [collective.phrase for collective in plan.collectives]),
        ("actions", "name", [action.name for action in plan.actions]),
        ("projects", "name", [project.name for project in plan.projects]),
        ("lists", "name", [tasks.name for tasks in plan.lists]),
    )
    for table, key, names in declared:
        counts = Counter(names)
        for index, name in enumerate(names):
            if counts[name] > 1 and names.index(name) != index:
                yield Finding("E202", (table, index, key), f"“{name}”声明了两次", name)


def known_kinds(plan: Plan) -> Iterator[Finding]:
    """Units and collectives may speak of declared kinds only."""
    kinds = {kind.name for kind in plan.kinds}
    for index, unit in enumerate(plan.units):
        if unit.kind not in kinds:
            message = f"类别“{unit.kind}”没有在 kinds 里声明"
            yield Finding("E203", ("units", index, "kind"), message)
    for index, collective in enumerate(plan.collectives):
        for role in ("all", "some", "party"):
            for place, kind in enumerate(getattr(collective, role)):
                if kind not in kinds:
                    message = f"类别“{kind}”没有在 kinds 里声明"
                    yield Finding("E203", ("collectives", index, role, place), message)


def known_groupings(plan: Plan) -> Iterator[Finding]:
    """Sections and tasks may carry out declared actions and projects only."""
    actions = {action.name for action in plan.actions}
    projects = {project.name for project in plan.projects}
    for section, path in placed_sections(plan):
        if section.action and section.action not in actions:
            message = f"行动“{section.action}”没有在 actions 里声明"
            yield Finding("E204", (*path, "action"), message)
    for placed in placed_tasks(plan):
        if placed.task.project and placed.task.project not in projects:
            message = f"工程“{placed.task.project}”没有在 projects 里声明"
            yield Finding("E204", (*placed.path, "project"), message)


def declared_responsible(plan: Plan) -> Iterator[Finding]:
    """Readings of notes may use declared units and collectives only."""
    units = {unit.name for unit in plan.units}
    for note, _, path in placed_notes(plan):
        responsible = note.responsible
        for place, name in enumerate(responsible.named):
            if name not in units:
                message = f"单位“{name}”没有在 units 里声明"
                yield Finding("E205", (*path, "named", place), message)
        for place, phrase in enumerate(responsible.collectives):
            if phrase not in plan.bindings:
                message = f"统称“{phrase}”没有在 collectives 里声明"
                yield Finding("E205", (*path, "collectives", place), message)
        for key in ("lead", "support"):
            for place, name in enumerate(getattr(responsible, key)):
                if name not in responsible.named:
                    message = f"{key} 里的“{name}”没有写进同一处的 named"
                    yield Finding("E206", (*path, key, place), message)


def readings_in_notes(plan: Plan) -> Iterator[Finding]:
    """What is read out of a note must stand in it, in order."""
    for note, _, path in placed_notes(plan):
        for key in ("named", "collectives"):
            start = 0
            for place, words in enumerate(getattr(note.responsible, key)):
                found = note.text.find(words, start)
                if found < 0:
                    message = f"“{words}”不在责任部门原文里，或先后与原文不同"
                    yield Finding("E207", (*path, key, place), message)
                else:
                    start = found + len(words)


Rule = Callable[[Plan], Iterator[Finding]]

FATAL: tuple[Rule, ...] = (
    unique_ids,
    unique_names,
    known_kinds,
    known_groupings,
    declared_responsible,
    readings_in_notes,
)
"""The rules without which answers would be wrong; loading for any command runs them."""
