"""One change told: to people as lines with words marked, to programs as a record."""

from collections.abc import Iterable, Iterator, Sequence

from plan_cli.comparison.changes import Change, Comparison, Figure, Figures, Shift, Word
from plan_cli.comparison.wording import changed_sentences, mark_changes
from plan_cli.model.plan import Entry, Target
from plan_cli.query.figures import amount, due_text
from plan_cli.records import deadline_record, target_record, title_source
from plan_cli.report import ROLE_NAMES, Mark, Marked, Record
from plan_cli.reports.wordings import collectives_text, named_text

Parts = tuple[tuple[str, Mark | None], ...]


def text_changes(change: Change) -> Marked | None:
    """Return the text with words marked; ``None`` if it is the same."""
    if change.old is None or change.new is None:
        mark: Mark = "added" if change.new else "removed"
        return Marked(((change.entry.text, mark),))
    if Word.REWORDED not in change.words:
        return None
    return mark_changes(change.old.text, change.new.text)


def told(comparison: Comparison, change: Change, text: Marked | None) -> Iterator[Parts]:
    """Yield one line for each thing that changed."""
    if len(comparison.asked) == 1:
        [asked] = comparison.asked
        roles = dict.fromkeys(ROLE_NAMES[role] for role in comparison.roles(asked, change))
        yield ((f"{asked.name}：{' → '.join(roles)}", None),)
    if text is not None:
        sentences, left_out = changed_sentences(text)
        rest = f"（其余 {left_out} 句未改）" if left_out else ""
        yield (("正文：", None), *sentences.parts, (rest, None))
    yield from _people_lines(change)
    yield from leading_lines(change)
    if change.note and not change.reassigned and change.old and change.new:
        notes = mark_changes(change.old.note, change.new.note)
        yield (("责任原文：", None), *notes.parts)
    yield from figure_lines(change)


def _people_lines(change: Change) -> Iterator[Parts]:
    if left := people(change.named.left, change.collectives.left):
        yield ("退出：", None), (left, "removed")
    if joined := people(change.named.joined, change.collectives.joined):
        yield ("加入：", None), (joined, "added")


def leading_lines(change: Change) -> Iterator[Parts]:
    """Yield one line for each part in a note that other units play now."""
    for label, shift in (("牵头", change.lead), ("配合", change.support)):
        if any(shift):
            yield (
                (f"{label}：", None),
                *_exchanged(named_text(shift.left), named_text(shift.joined)),
            )
    if change.relisted:
        yield (("列第一：", None), *_exchanged(*map(str, change.first)))


def figure_lines(change: Change) -> Iterator[Parts]:
    """Yield one line for each target and deadline that changed."""
    for label, figures in (("指标", change.targets), ("时限", change.deadlines)):
        for old, new in figures.changed:
            yield ((f"{label}：", None), *_exchanged(_figure_text(old), _figure_text(new)))
        for figure in figures.removed:
            yield ((f"{label}：", None), (_figure_text(figure), "removed"))
        for figure in figures.added:
            yield ((f"{label}：", None), (_figure_text(figure), "added"))


def _exchanged(old: str, new: str) -> Parts:
    parts: Parts = ((old, "removed"), (new, "added"))
    return tuple((text, mark) for text, mark in parts if text)


def people(named: Sequence[str], collectives: Sequence[str]) -> str:
    """Return units and collectives as a note lists them."""
    return "，".join(text for text in (named_text(named), collectives_text(collectives)) if text)


def _figure_text(figure: Figure) -> str:
    if isinstance(figure, Target):
        return f"{figure.what} {amount(figure)}"
    return f"{figure.what} {due_text(figure)}"


def one_cell(lines: Iterable[Parts]) -> Marked:
    """Return lines as one cell."""
    parts: list[tuple[str, Mark | None]] = []
    for line in lines:
        parts += [("\n", None)] if parts else []
        parts += [(text, mark) for text, mark in line if text]
    return Marked(tuple(parts))


def change_record(comparison: Comparison, change: Change) -> Record:
    """Return the record of a task compared; what did not change is empty or null.

    ``role`` is null unless exactly one unit or kind was asked for.
    """
    old, new, text = change.old, change.new, text_changes(change)
    roles = [comparison.roles(asked, change) for asked in comparison.asked]
    notes = [entry.note if entry else None for entry in (old, new)]
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
        "note": _both(*notes) if change.note else None,
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
