"""Plans as tables for programs that reckon over many: one row after another, no keys.

Each row begins with what tells its plan from others, so that it stands alone.
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from plan_cli.model.plan import Plan, Role, Unit
from plan_cli.query.plans import Facts
from plan_cli.query.reach import Duty, Party, parties, role_of, ways_of
from plan_cli.records import title_source

Type = Literal["text", "texts", "whole", "number", "yes or no"]
Row = tuple[Any, ...]


class Relation(NamedTuple):
    """A table: its columns behind those of the plan, and its rows."""

    columns: dict[str, Type]
    rows: Callable[[Plan], Iterator[Row]]


PLAN: dict[str, Type] = {"plan": "text", "year": "whole", "issuer": "text", "file": "text"}
"""The columns that begin every row; `Plan.name` is the plan."""
YEAR = "year"
"""The column that folders are named by."""
_REACHED: dict[str, Type] = {
    "unit": "text",
    "kind": "text",
    "is_kind": "yes or no",
    "role": "text",
    "way": "text",
}


def plan_columns(facts: Facts) -> Row:
    """Return what every row of a plan begins with."""
    return (facts.name, facts.year, facts.issuer, facts.file)


def _tasks(plan: Plan) -> Iterator[Row]:
    for entry in plan.entries:
        row = (
            entry.id,
            entry.list.name,
            entry.task.number,
            entry.title,
            title_source(entry),
            entry.section.heading if entry.section else None,
            entry.action,
            entry.task.project,
            entry.note or None,
        )
        reached = list(_reached(plan, entry)) or [(None,) * len(_REACHED)]
        yield from ((*row, *each) for each in reached)


def _responsibilities(plan: Plan) -> Iterator[Row]:
    for entry in plan.entries:
        for step in entry.steps:
            yield from ((entry.id, step.id, *each) for each in _reached(plan, step))


def _reached(plan: Plan, duty: Duty) -> Iterator[Row]:
    """Yield whom a task or measure reaches: units, and kinds as wholes."""
    for party in parties(plan):
        if (role := role_of(party, duty)) is not Role.NONE:
            way = next(iter(sorted(ways_of(party, duty))), None)
            yield party.name, _kind(party), not isinstance(party, Unit), role.value, way


def _kind(party: Party) -> str:
    return party.kind if isinstance(party, Unit) else party.name


def _measures(plan: Plan) -> Iterator[Row]:
    for entry in plan.entries:
        for step in entry.steps:
            named, collectives = step.responsible.named, step.responsible.collectives
            yield entry.id, step.id, step.heading, step.text, list(named), list(collectives)


def _targets(plan: Plan) -> Iterator[Row]:
    for entry in plan.entries:
        for t in entry.task.editor.targets:
            yield entry.id, entry.title, t.what, t.op, t.value, t.unit, t.modality, t.quote


RELATIONS = {
    "tasks": Relation(
        {
            **dict.fromkeys(("id", "list", "no", "title", "title_by", "section"), "text"),
            **dict.fromkeys(("action", "project", "note"), "text"),
            **_REACHED,
        },
        _tasks,
    ),
    "responsibilities": Relation({"task": "text", "id": "text", **_REACHED}, _responsibilities),
    "measures": Relation(
        {
            **dict.fromkeys(("task", "id", "heading", "text"), "text"),
            "named": "texts",
            "collectives": "texts",
        },
        _measures,
    ),
    "targets": Relation(
        {
            **dict.fromkeys(("task", "title", "what", "op"), "text"),
            "value": "number",
            **dict.fromkeys(("unit", "modality", "quote"), "text"),
        },
        _targets,
    ),
}
"""By name: tasks has a row for each task, unit and role, and one without a unit for a task that
reaches nobody; responsibilities the same by measure."""
