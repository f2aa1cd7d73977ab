"""The measures in which words were found."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from plan_cli.model.known import Seen
from plan_cli.model.plan import Entry, Step
from plan_cli.query.asked import Selection
from plan_cli.query.counting import Tally, fixed
from plan_cli.query.search import search
from plan_cli.report import Cell, Column, Group, Mark, Marked, Record, Report, filled
from plan_cli.reports.standings import as_of, record_of, state_columns
from plan_cli.reports.wordings import collectives_text, display_title, named_text
from plan_cli.text import find_folded, listed


class MeasureLine(NamedTuple):
    """What a search says of a measure in which it found the words."""

    id: str
    title: str
    """As listings show it."""
    printed: bool
    """Whether the document itself has the title."""
    text: str
    """The sub-heading that stands right before the measure, and the measure."""
    named: str
    collectives: str


def search_report(selection: Selection, words: Sequence[str]) -> Report:
    """Return the hits of ``search`` as a table, one row per measure."""
    found = search(selection.by_measure(), words)
    return found_measures(
        words,
        (*selection.narrowed, *as_of(selection.seen)),
        [_line(hit.entry, step) for hit in found for step in hit.steps],
        len(found),
        lambda: [
            record_of(hit.entry, selection.role(hit.entry), hit.steps, selection.seen)
            for hit in found
        ],
        selection.seen,
    )


def found_measures(
    words: Sequence[str],
    heading: tuple[str, ...],
    lines: Sequence[MeasureLine],
    tasks: int,
    records: Callable[[], Sequence[Record]],
    seen: Seen | None = None,
) -> Report:
    """Return ``lines``, which stand in so many ``tasks``, as a table."""
    columns = (*_columns(tuple(words)), *state_columns(seen, _id))
    wanted = listed(words)
    in_all = f"“{wanted}”：{tasks} 项任务、{len(lines)} 条举措。"
    several = f"“{fixed(wanted)}”：{{}} 项任务、{{}} 条举措。"
    nothing = f"正文里没有“{wanted}”。"
    return Report(
        title=f"查找：{wanted}",
        heading=heading,
        columns=columns,
        groups=(Group(filled(columns, lines)),) if lines else (),
        closing=(Tally(in_all if lines else nothing, several, (tasks, len(lines))),),
        records=records,
    )


def _id(line: MeasureLine) -> str:
    return line.id


def _line(entry: Entry, step: Step) -> MeasureLine:
    number = int(step.id.rpartition(".")[2])
    responsible = step.responsible
    return MeasureLine(
        step.id,
        display_title(entry),
        entry.task.title is not None,
        (entry.task.measures[number - 1].heading or "") + step.text,
        named_text(responsible.named),
        collectives_text(responsible.collectives),
    )


@lru_cache(maxsize=1)  # one and the same for many plans
def _columns(words: tuple[str, ...]) -> tuple[Column[MeasureLine], ...]:
    def title(line: MeasureLine) -> Cell:
        return mark_words(line.title, words) if line.printed else line.title

    return (
        Column("编号", 4, _id, ids=True),
        Column("任务", 14, title),
        Column("举措", 40, lambda line: mark_words(line.text, words)),
        Column("点名", 12, lambda line: line.named, on="sheet"),
        Column("统称", 20, lambda line: line.collectives, on="sheet"),
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
        parts.append((text[start:end], "hit"))
        done = end
    parts.append((text[done:], None))
    return Marked(tuple(part for part in parts if part[0]))
