"""The records of the machine forms: a task, a measure, a target, a deadline, a link as plain data.

Other programs read them: fields are only ever added.
"""

from collections.abc import Sequence

from plan_cli.model.plan import Deadline, Entry, Role, Step, Target
from plan_cli.report import Record


def task_record(
    entry: Entry, role: Role | None = None, steps: Sequence[Step] | None = None
) -> Record:
    """Return the record of a task; ``steps`` are the measures to show, else all of them."""
    responsible = entry.responsible
    return {
        "plan": entry.plan.name,
        "id": entry.id,
        "list": entry.list.name,
        "no": entry.task.number,
        "title": entry.title,
        "title_by": title_source(entry),
        "section": entry.section.heading if entry.section else None,
        "action": entry.action,
        "project": entry.task.project,
        "lead": list(responsible.lead),
        "support": list(responsible.support),
        "named": list(responsible.named),
        "collectives": list(responsible.collectives),
        "note": entry.note or None,
        "role": role.value if role else None,
        "measures": [step_record(step) for step in (entry.steps if steps is None else steps)],
        "targets": [target_record(entry, target) for target in entry.task.editor.targets],
        "deadlines": [deadline_record(entry, d) for d in entry.task.editor.deadlines],
        "related": related_records(entry),
        "text": entry.text,
    }


def step_record(step: Step) -> Record:
    """Return the record of a measure, its sub-heading repeated on each that stands under it."""
    responsible = step.responsible
    return {
        "id": step.id,
        "heading": step.heading,
        "text": step.text,
        "named": list(responsible.named),
        "collectives": list(responsible.collectives),
        "lead": list(responsible.lead),
        "support": list(responsible.support),
    }


def target_record(entry: Entry, target: Target) -> Record:
    """Return the record of a target of ``entry``."""
    return {
        "task": entry.id,
        "what": target.what,
        "op": target.op,
        "value": target.value,
        "unit": target.unit,
        "modality": target.modality,
        "quote": target.quote,
    }


def deadline_record(entry: Entry, deadline: Deadline) -> Record:
    """Return the record of a deadline of ``entry``."""
    return {
        "task": entry.id,
        "what": deadline.what,
        "due": deadline.due.isoformat(),
        "precision": deadline.precision,
        "modality": deadline.modality,
        "quote": deadline.quote,
    }


def related_records(entry: Entry) -> list[Record]:
    """Return the tasks linked with ``entry``, from either side, in document order."""
    links = entry.plan.links.get(entry.id, {})
    return [{"id": id, "strength": strength} for id, strength in links.items()]


def title_source(entry: Entry) -> str | None:
    """Return who wrote the title: ``document``, ``editor`` or, without one, ``None``."""
    if entry.task.title:
        return "document"
    return "editor" if entry.title else None
