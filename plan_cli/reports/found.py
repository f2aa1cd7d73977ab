"""The measures in which words were found."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.model.plan import Entry, Step
from plan_cli.query.asked import Selection
from plan_cli.query.counting import Tally, fixed
from plan_cli.query.search import search
from plan_cli.report import Cell, Column, Group, Mark, Marked, Report, filled
from plan_cli.reports.standings import as_of, record_of, state_columns
from plan_cli.reports.wordings import collectives_text, display_title, named_text
from plan_cli.text import find_folded, listed


class _Line(NamedTuple):
    entry: Entry
    step: Step
    heading: str
    """The sub-heading that stands right before the measure."""


def search_report(selection: Selection, words: Sequence[str]) -> Report:
    """Return the hits of ``search`` as a table, one row per measure."""
    found = search(selection.by_measure(), words)
    lines = [_line(hit.entry, step) for hit in found for step in hit.steps]
    columns = (*_columns(words), *state_columns(selection.seen, _id))
    wanted = listed(words)
    in_all = f"“{wanted}”：{len(found)} 项任务、{len(lines)} 条举措。"
    several = f"“{fixed(wanted)}”：{{}} 项任务、{{}} 条举措。"
    counts = (len(found), len(lines))
    total = Tally(in_all if found else f"正文里没有“{wanted}”。", several, counts)
    return Report(
        title=f"查找：{wanted}",
        heading=(*selection.narrowed, *as_of(selection.seen)),
        columns=columns,
        groups=(Group(filled(columns, lines)),) if found else (),
        closing=(total,),
        records=lambda: [
            record_of(hit.entry, selection.role(hit.entry), hit.steps, selection.seen)
            for hit in found
        ],
    )


def _id(line: _Line) -> str:
    return line.step.id


def _line(entry: Entry, step: Step) -> _Line:
    number = int(step.id.rpartition(".")[2])
    return _Line(entry, step, entry.task.measures[number - 1].heading or "")


def _columns(words: Sequence[str]) -> tuple[Column[_Line], ...]:
    def title(line: _Line) -> Cell:
        shown = display_title(line.entry)
        return mark_words(shown, words) if line.entry.task.title else shown

    return (
        Column("编号", 4, lambda line: line.step.id, ids=True),
        Column("任务", 14, title),
        Column("举措", 40, lambda line: mark_words(line.heading + line.step.text, words)),
        Column("点名", 12, lambda line: named_text(line.step.responsible.named), on="sheet"),
        Column(
            "统称", 20, lambda line: collectives_text(line.step.responsible.collectives), on="sheet"
        ),
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
