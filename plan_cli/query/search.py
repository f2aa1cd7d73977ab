"""Finding words in the document's own text: titles, sub-headings and measures."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.model.plan import Entry, Step
from plan_cli.query.filters import Selection
from plan_cli.report import (
    Column,
    Group,
    Mark,
    Marked,
    On,
    Report,
    Row,
    collectives_text,
    display_title,
    named_text,
    task_record,
)
from plan_cli.text import find_folded


class Found(NamedTuple):
    """A task and those of its measures in which, or in whose headings, all words stand."""

    entry: Entry
    steps: tuple[Step, ...]


def search(selection: Selection, words: Sequence[str]) -> list[Found]:
    """Return the tasks of ``selection`` with measures that contain all ``words``.

    A title counts as part of the first measure, a sub-heading as part of the measure it
    opens. Notes and editor's titles are not searched.
    """
    found = []
    for entry in selection.entries:
        steps = [
            step
            for step, text in zip(entry.steps, _searched(entry), strict=True)
            if all(find_folded(text, word) for word in words)
        ]
        if steps:
            found.append(Found(entry, tuple(steps)))
    return found


def search_report(selection: Selection, words: Sequence[str]) -> Report:
    """Return the hits of ``search`` as a table, one row per measure."""
    found = search(selection, words)
    count = sum(len(hit.steps) for hit in found)
    wanted = "、".join(words)
    total = f"“{wanted}”：{len(found)} 项任务、{count} 条举措。"
    return Report(
        title=f"查找：{wanted}",
        heading=selection.narrowed,
        columns=(
            Column("编号", 4, ids=True),
            Column("任务", 14),
            Column("举措", 40),
            Column("点名", 12, On.SHEET),
            Column("统称", 20, On.SHEET),
        ),
        groups=(Group(tuple(_row(hit, step, words) for hit in found for step in hit.steps)),),
        closing=(total if found else f"正文里没有“{wanted}”。",),
        records=lambda: [
            task_record(selection.plan, hit.entry, selection.role(hit.entry), hit.steps)
            for hit in found
        ],
    )


def mark_words(text: str, words: Sequence[str]) -> Marked:
    """Return ``text`` with every hit of ``words`` marked; overlapping hits are joined."""
    hits = sorted(hit for word in words for hit in find_folded(text, word))
    parts: list[tuple[str, Mark | None]] = []
    done = 0
    for start, end in hits:
        if end <= done:
            continue
        start = max(start, done)
        if start > done:
            parts.append((text[done:start], None))
        parts.append((text[start:end], Mark.HIT))
        done = end
    parts.append((text[done:], None))
    return Marked(tuple(part for part in parts if part[0]))


def _searched(entry: Entry) -> list[str]:
    """Return, for each measure, the text in which it is looked for."""
    texts = [(measure.heading or "") + measure.text for measure in entry.task.measures]
    if texts:
        texts[0] = (entry.task.title or "") + texts[0]
    return texts


def _row(hit: Found, step: Step, words: Sequence[str]) -> Row:
    number = int(step.id.rpartition(".")[2])
    heading = hit.entry.task.measures[number - 1].heading or ""
    title = display_title(hit.entry)
    return Row(
        (
            step.id,
            mark_words(title, words) if hit.entry.task.title else title,
            mark_words(heading + step.text, words),
            named_text(hit.entry.task.responsible.named),
            collectives_text(hit.entry.task.responsible.collectives),
        )
    )
