"""The two ways to write the notes of a task: a lone plain one beside its reading, or a list."""

from collections.abc import Mapping, Sequence
from typing import Any

from plan_cli.model.plan import Note, Responsibility, Task
from plan_cli.model.walk import Path, lone_note
from plan_cli.planfile.findings import Finding, Findings

CONSTRAINTS = {
    "dependentRequired": {"note": ["responsible"], "responsible": ["note"]},
    "not": {"required": ["notes", "note"]},
}
"""What `verify` sees to, in the words of JSON Schema."""


def make_task(
    note: str | None = None,
    responsible: Responsibility | None = None,
    notes: Sequence[Note] = (),
    **fields: Any,
) -> Task:
    """Return a task, its notes written in either way."""
    if note is not None:
        notes = (Note(note, responsible or Responsibility()),)
    return Task(notes=tuple(notes), **fields)


def parts(task: Task) -> dict[str, Any]:
    """Return what is written of the notes of ``task``, in the shorter way that serves."""
    if note := lone_note(task):
        return {"notes": (), "note": note.text, "responsible": note.responsible}
    return {"notes": task.notes}


def verify(values: Mapping[str, Any], path: Path, findings: Findings) -> None:
    """Find what mixes both ways, or has one half of the first."""
    if "notes" in values and ("note" in values or "responsible" in values):
        message = "note、responsible 与 notes 只能写一种"
        findings.append(Finding("E106", (*path, "notes"), message))
    elif "note" in values and "responsible" not in values:
        message = "有 note（责任部门原文），却没有 responsible（对它的读法）"
        findings.append(Finding("E102", (*path, "note"), message))
    elif "responsible" in values and "note" not in values:
        message = "有 responsible（读法），却没有 note（责任部门原文）"
        findings.append(Finding("E102", (*path, "responsible"), message))
