"""The record of one task compared, for programs."""

from plan_cli.comparison import Change, Comparison, Figure, Figures, Shift, Word
from plan_cli.model import Entry, Target
from plan_cli.query.wording import mark_changes
from plan_cli.report import (
    Mark,
    Marked,
    Record,
    deadline_record,
    target_record,
    title_source,
)


def text_changes(change: Change) -> Marked | None:
    """Return the text with words marked; ``None`` if it is the same."""
    if change.old is None or change.new is None:
        mark = Mark.ADDED if change.new else Mark.REMOVED
        return Marked(((change.entry.text, mark),))
    if Word.REWORDED not in change.words:
        return None
    return mark_changes(change.old.text, change.new.text)


def change_record(comparison: Comparison, change: Change) -> Record:
    """Return the record of a task compared; what did not change is empty or null.

    ``role`` is null unless exactly one unit or kind was asked for.
    """
    old, new, text = change.old, change.new, text_changes(change)
    roles = [comparison.roles(asked, change) for asked in comparison.asked]
    return {
        "plan": _both(comparison.old.name, comparison.new.name),
        "change": change.change,
        "old": old.id if old else None,
        "new": new.id if new else None,
        "list": _both(old.list.name if old else None, new.list.name if new else None),
        "title": change.entry.title,
        "title_by": title_source(change.entry),
        "role": _both(*(role.value for role in roles[0])) if len(roles) == 1 else None,
        "units": {
            "joined": [*change.named.joined, *change.collectives.joined],
            "left": [*change.named.left, *change.collectives.left],
            "first": _both(*change.first) if change.relisted else None,
            "named": _shift_record(change.named),
            "lead": _shift_record(change.lead),
            "support": _shift_record(change.support),
            "collectives": _shift_record(change.collectives),
        },
        "note": _both(old.note if old else None, new.note if new else None)
        if change.note
        else None,
        "targets": _figures_record(change, change.targets),
        "deadlines": _figures_record(change, change.deadlines),
        "text": None if text is None else _text_record(change, text),
    }


def _both(old: str | None, new: str | None) -> Record:
    return {"old": old, "new": new}


def _shift_record(shift: Shift) -> Record:
    return {"joined": list(shift.joined), "left": list(shift.left)}


def _figures_record(change: Change, figures: Figures) -> Record:
    return {
        "added": [_figure_record(change.new, figure) for figure in figures.added],
        "removed": [_figure_record(change.old, figure) for figure in figures.removed],
        "changed": [
            {"old": _figure_record(change.old, old), "new": _figure_record(change.new, new)}
            for old, new in figures.changed
        ],
    }


def _figure_record(entry: Entry | None, figure: Figure) -> Record:
    assert entry is not None
    if isinstance(figure, Target):
        return target_record(entry, figure)
    return deadline_record(entry, figure)


def _text_record(change: Change, text: Marked) -> Record:
    texts = [entry.text if entry else None for entry in (change.old, change.new)]
    return {**_both(*texts), "marked": str(text)}
