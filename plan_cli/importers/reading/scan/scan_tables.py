"""Tables on scanned pages: by their drawn lines, else by the headings their columns stand under."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from plan_cli.importers.reading.pdf_tables import Cell, find_grids
from plan_cli.importers.reading.scan.scan_lines import Box, Piece, grouped, rows_of, usual_height
from plan_cli.notes.words import HOLDERS, TIMES, either

_NUMBER = re.compile("序号|编号|项次")
_NAMED = re.compile(rf"(?:任务|举措|措施|内容|事项|工作|项目|{either(HOLDERS, TIMES)})$")
POINTS = 12.0
"""How high characters in a table are taken to be, in the measure of `find_grids`."""
STEPS = 20
"""At how many places between two headings a column is tried to end."""
REACHES = 0.8
"""Heights of a character by which a piece stands in a cell, at least."""

Again = Callable[[Box], list[Piece]]
"""Looks more closely at a part of the page."""


class TableRow(NamedTuple):
    """The cells of a row, and which of them reach down from the row above."""

    cells: tuple[str, ...]
    merged: frozenset[int] = frozenset()


class Table(NamedTuple):
    """A table with what it takes of the page, from the top down to the bottom."""

    top: float
    bottom: float
    rows: tuple[TableRow, ...]


def find_tables(pieces: Sequence[Piece], rules: Sequence[Box], again: Again) -> list[Table]:
    """Return the tables of a page, from the top."""
    return list(_ruled(pieces, rules, again)) or list(_headed(pieces))


def like_table(pieces: Sequence[Piece]) -> bool:
    """Say whether ``pieces`` stand as in a table: three or more side by side, again and again."""
    return sum(len(row) >= 3 for row in grouped(pieces)) >= 3


def _ruled(pieces: Sequence[Piece], rules: Sequence[Box], again: Again) -> Iterator[Table]:
    """Yield the tables whose lines are drawn; words across two cells are looked at again."""
    size = usual_height(pieces)
    scale = POINTS / (size or POINTS)
    for grid in find_grids(_flipped(box, scale) for box in rules):
        boxes = {cell: _flipped(cell.box, 1 / scale) for row in grid.rows for cell in row}
        words = _words(pieces, boxes, size, again)
        rows = tuple(
            TableRow(
                tuple(words[cell] for cell in row),
                frozenset(column for column, cell in enumerate(row) if cell.row < index),
            )
            for index, row in enumerate(grid.rows)
            if any(words[cell] for cell in row)
        )
        if sum(sum(map(bool, row.cells)) > 1 for row in rows) > 1:
            _, top, _, bottom = _flipped(grid.box, 1 / scale)
            yield Table(top, bottom, rows)


def _flipped(box: Box, scale: float) -> Box:
    """Return a box measured from the other edge: PDF counts from the bottom, pictures do not."""
    left, first, right, second = box
    return left * scale, -second * scale, right * scale, -first * scale


def _words(
    pieces: Sequence[Piece], boxes: Mapping[Cell, Box], size: float, again: Again
) -> dict[Cell, str]:
    """Return the words of each cell, in the lines they are printed in."""
    inside: dict[Cell, list[Piece]] = {cell: [] for cell in boxes}
    torn: set[Cell] = set()
    for piece in pieces:
        cells = [cell for cell, box in boxes.items() if _stands_in(piece, box, size)]
        for cell in cells:
            inside[cell].append(piece)
        if len(cells) > 1:
            torn.update(cells)
    inside |= {cell: again(boxes[cell]) for cell in torn}
    return {cell: "\n".join(row.text for row in rows_of(found)) for cell, found in inside.items()}


def _stands_in(piece: Piece, box: Box, size: float) -> bool:
    left, _, right, _ = piece.box
    shared = min(right, box[2]) - max(left, box[0])
    return box[1] < piece.middle < box[3] and shared > min(REACHES * size, (right - left) / 2)


def _headed(pieces: Sequence[Piece]) -> Iterator[Table]:
    """Yield the table without lines that stands under headings with a number, told from its top.

    Each row begins with its number. Where the numbers stand in the middle of their rows nothing
    says where a row begins: no table is made of them.
    """
    rows = grouped(pieces)
    head = next((index for index, row in enumerate(rows) if _is_head(row)), None)
    if head is None:
        return
    below = [piece for row in rows[head + 1 :] for piece in row]
    edges = [_edge(left, right, below) for left, right in pairwise(rows[head])]
    table = [[[piece.text] for piece in rows[head]]]
    bottom = rows[head][0].box[3]
    for row in rows[head + 1 :]:
        cells = [_column(piece, edges) for piece in row]
        if None in cells or (len(table) == 1 and cells[0]):
            break
        if cells[0] == 0:
            table.append([[] for _ in rows[head]])
        for piece, column in zip(row, cells, strict=True):
            table[-1][column or 0].append(piece.text)
        bottom = max(piece.box[3] for piece in row)
    if len(table) > 1:
        made = (TableRow(tuple("\n".join(cell) for cell in row)) for row in table)
        yield Table(rows[head][0].box[1], bottom, tuple(made))


def _edge(left: Piece, right: Piece, below: Sequence[Piece]) -> float:
    """Return where between two headings the fewest pieces below them would be cut."""
    start, end = left.box[2], right.box[0]
    places = [start + (end - start) * step / STEPS for step in range(STEPS + 1)]
    cut = [sum(piece.box[0] < place < piece.box[2] for piece in below) for place in places]
    best = [place for place, count in zip(places, cut, strict=True) if count == min(cut)]
    return best[len(best) // 2]


def _is_head(row: Sequence[Piece]) -> bool:
    """Say whether a row is that of the headings: a number, and two that name what is below."""
    named = [piece for piece in row[1:] if _NAMED.search(piece.text)]
    return bool(_NUMBER.fullmatch(row[0].text)) and len(named) >= 2


def _column(piece: Piece, edges: Sequence[float]) -> int | None:
    """Return which column a piece stands in; None if it reaches over an edge of one."""
    left, _, right, _ = piece.box
    if any(left + piece.height < edge < right - piece.height for edge in edges):
        return None
    return sum((left + right) / 2 > edge for edge in edges)
