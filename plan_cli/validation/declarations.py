"""Rules about what is declared: aliases that collide, declarations that nothing uses."""

from collections.abc import Iterator

from plan_cli.model.plan import Plan
from plan_cli.model.walk import Path, placed_notes, placed_sections, placed_tasks
from plan_cli.planfile.findings import Finding, quoted
from plan_cli.text import fold


def distinct_aliases(plan: Plan) -> Iterator[Finding]:
    """No alias may mean two units or kinds, or be the name of another."""
    parties = [("units", i, unit.name, unit.aliases) for i, unit in enumerate(plan.units)]
    parties += [("kinds", i, kind.name, kind.aliases) for i, kind in enumerate(plan.kinds)]
    owners: dict[str, tuple[str, int]] = {}
    for table, index, name, _ in parties:
        if owners.setdefault(fold(name), (table, index))[0] != table:
            yield Finding("E301", (table, index, "name"), f"{quoted(name)}既是单位又是类别的名称")
    called = {(table, index): name for table, index, name, _ in parties}
    names = {fold(name) for name in called.values()}
    for table, index, name, aliases in parties:
        for place, alias in enumerate(aliases):
            folded = fold(alias)
            owner = owners.setdefault(folded, (table, index))
            if owner != (table, index):
                what = "名称" if folded in names else "别名"
                message = f"{quoted(name)}的别名{quoted(alias)}也是{quoted(called[owner])}的{what}"
                yield Finding("E301", (table, index, "aliases", place), message)


def used_units(plan: Plan) -> Iterator[Finding]:
    """Every declared unit is named by a note."""
    used = {name for note, _, _ in placed_notes(plan.lists) for name in note.responsible.named}
    for index, unit in enumerate(plan.units):
        if unit.name not in used:
            message = f"单位{quoted(unit.name)}声明了，但没有一处责任部门点到它"
            yield Finding("E302", ("units", index, "name"), message)


def used_collectives(plan: Plan) -> Iterator[Finding]:
    """Every declared collective stands in a note, and binds kinds, each in one way."""
    used = {
        phrase for note, _, _ in placed_notes(plan.lists) for phrase in note.responsible.collectives
    }
    for index, collective in enumerate(plan.collectives):
        path: Path = ("collectives", index, "phrase")
        shown = quoted(collective.phrase)
        if collective.phrase not in used:
            yield Finding("E303", path, f"统称{shown}声明了，但没有一处责任部门用到它")
        bound = collective.all + collective.some + collective.party
        if not bound:
            yield Finding("E304", path, f"统称{shown}没有约束任何类别")
        for kind in sorted({kind for kind in bound if bound.count(kind) > 1}):
            yield Finding("E307", path, f"类别{quoted(kind)}在统称{shown}里写了不止一次")


def used_kinds(plan: Plan) -> Iterator[Finding]:
    """Every kind is reached by a collective or has a unit."""
    used = {unit.kind for unit in plan.units}
    for collective in plan.collectives:
        used.update(collective.all, collective.some, collective.party)
    for index, kind in enumerate(plan.kinds):
        if kind.name not in used:
            message = f"类别{quoted(kind.name)}没有单位，也没有统称约束它"
            yield Finding("E305", ("kinds", index, "name"), message)


def used_groupings(plan: Plan) -> Iterator[Finding]:
    """Every action has a section, every project a task."""
    actions = {section.action for section, _ in placed_sections(plan.lists)}
    projects = {placed.task.project for placed in placed_tasks(plan.lists)}
    for index, action in enumerate(plan.actions):
        if action.name not in actions:
            message = f"行动{quoted(action.name)}声明了，但没有部分实施它"
            yield Finding("E306", ("actions", index), message)
    for index, project in enumerate(plan.projects):
        if project.name not in projects:
            message = f"工程{quoted(project.name)}声明了，但没有任务实施它"
            yield Finding("E306", ("projects", index), message)


DECLARATIONS = (distinct_aliases, used_units, used_collectives, used_kinds, used_groupings)
