"""The inside of a task that stands in a table: one row, or several that belong together."""

import re
from collections.abc import Iterator, Sequence

from plan_cli.importers.encoding.body import MAX_TITLE, Body, NotePiece, Taker, sentence_end
from plan_cli.importers.shaping.nodes import Block, Node
from plan_cli.model.plan import Measure
from plan_cli.notes.columns import Columns
from plan_cli.notes.grammar import read_note
from plan_cli.notes.labels import Part
from plan_cli.notes.spotting import NoteSpot, find_notes

NAMING = re.compile(r"[^\W\d_]")
"""What a cell has that tells what a task is about: not the number of a file alone."""
STOPS = re.compile(r"[，。；,;]")
_FIRST_PARTS = (Part.PLAIN, Part.LEAD)
NOBODY = re.compile(r"[\W_]*|无|暂无")
"""What is written into a cell for no one."""


def take_rows_apart(node: Node) -> Body:
    """Return the parts of a task whose first row is the head of ``node``.

    Each row has its measures and then its notes, in whatever order its cells stand: who stands in a
    row answers for all of it, its time included. Who stands in a cell that spans all rows answers
    for all, and so do those of the group that the task is in.
    """
    assert node.head
    assert node.head.columns
    columns = node.head.columns
    rows = [node.head, *(block for block in node.body if block.goes_on)]
    title = _title(node.head, columns)
    taker = Taker()
    spanning = _spanning(rows, columns)
    for row in rows:
        _take(taker, row, columns, title, spanning)
    place = node.head.paragraph.place
    whole = [_spot(node.head, columns, index, part) for index, part in spanning]
    after = 0 if taker.notes else len(taker.measures)
    notes = [NotePiece(spot, 0, place) for spot in node.head.group_notes]
    notes += [NotePiece(spot, after, place) for spot in whole]
    taker.notes[:0] = notes
    for block in node.blocks:
        if block not in rows:
            taker.take(block, 0)
    words = None if title is None else node.head.paragraph.cells[title]
    return Body(words, tuple(taker.measures), tuple(taker.notes))


def _spanning(rows: Sequence[Block], columns: Columns) -> list[tuple[int, Part]]:
    """Return the columns of units whose one cell spans all of several rows."""
    if len(rows) == 1:
        return []
    first, *others = (row.paragraph for row in rows)
    return [
        (index, part)
        for index, part in columns.responsible
        if first.cells[index]
        and all(index in other.merged or not other.cells[index] for other in others)
    ]


def _take(
    taker: Taker,
    row: Block,
    columns: Columns,
    title: int | None,
    spanning: Sequence[tuple[int, Part]],
) -> None:
    """Take the cells of a row, its notes behind all its measures.

    A time that spans several tasks holds for each.
    """
    cells, merged = row.paragraph.cells, row.paragraph.merged
    people = dict(columns.responsible)
    numbers = (columns.number, columns.outer)
    skipped = {*numbers, title, *columns.groups, *(index for index, _ in spanning)}
    notes = []
    for index, cell in enumerate(cells):
        repeated = index > 0 and cell == cells[index - 1] and index not in people
        if not cell or index in skipped or repeated:
            continue
        if index in columns.noted and index not in merged:
            paragraph = row.paragraph._replace(text=cell, bold=(), cells=(), merged=frozenset())
            taker.take(Block(paragraph, None, find_notes(cell)), 0)
        elif index not in people:
            if index not in merged or (index in columns.times and not row.goes_on):
                taker.measures += [Measure(text) for text in _sentences(cell)]
        elif not NOBODY.fullmatch(cell):
            notes.append(_spot(row, columns, index, people[index]))
    place = row.paragraph.place
    taker.notes += [NotePiece(spot, len(taker.measures), place) for spot in notes]


def _spot(row: Block, columns: Columns, index: int, part: Part) -> NoteSpot:
    """Return who stands in a cell; first in the row is nobody where others stand before it."""
    cells = row.paragraph.cells
    before = (at for at, each in columns.responsible if at < index and each in _FIRST_PARTS)
    reading = read_note(cells[index], part)
    if any(not NOBODY.fullmatch(cells[at]) for at in before):
        reading = reading._replace(first="")
    return NoteSpot(0, len(cells[index]), cells[index], "", "", reading)


def _title(row: Block, columns: Columns) -> int | None:
    """Return which cell is the title: the one that names the task, if short and not alone.

    Where no heading says which, it is the first that tells of the task; one of measures only if
    another of measures follows and it is no sentence (工作内容 before 目标要求).
    """
    cells, merged = row.paragraph.cells, row.paragraph.merged
    told = [index for index in columns.telling if cells[index]]
    if len([index for index in told if not columns.remarks(index)]) < 2:
        return None
    named = [index for index in told if columns.names_items(index)]
    index = next((index for index in [*named, *told] if NAMING.search(cells[index])), told[0])
    behind = any(index > place for place, _ in columns.responsible[:1]) or index in merged
    cell = cells[index]
    last = not any(columns.names_contents(other) for other in told if other > index)
    if behind or (not named and columns.names_contents(index) and (last or STOPS.search(cell))):
        return None
    alike = cell in (cells[other] for other in told if other != index)
    return index if len(cell) <= MAX_TITLE and "。" not in cell[:-1] and not alike else None


def _sentences(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = sentence_end(text, start, len(text))
        if piece := text[start:end].strip():
            yield piece
        start = end
