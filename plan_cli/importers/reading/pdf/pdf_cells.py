"""The cells that drawn lines make up, filled with the words that stand in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from plan_cli.importers.reading.pdf.pdf_words import Glyph, Piece, part_of, rows_of, text_of
from plan_cli.importers.reading.pdf_tables import Cell, Grid

OVER = 2
"""Characters by which words may reach over the line of their cell."""
WHOLE = None
"""Stands for all columns of a cell."""


class Row(NamedTuple):
    """A row of a table with the words in its cells; which of them repeat the one above."""

    cells: tuple[str, ...]
    merged: frozenset[int] = frozenset()


def filled(
    grid: Grid, pieces: Iterable[Piece], apart: Callable[[int, int], bool], goes_on: bool = False
) -> list[Row]:
    """Return the rows of a table with the words in its cells; none for what is a mere frame.

    A frame has no two rows with words in several cells; a table that ``goes_on`` may have one.

    ``apart`` says of two characters whether they were drawn by themselves: words of two cells
    may stand so near to each other that only this parts them.
    """
    held: dict[Cell, list[Piece]] = {}
    for piece in pieces:
        row = grid.rows[_index(grid.ys, -piece.centre[1], -1)]
        for part in _parted(piece, grid.xs, row, apart):
            held.setdefault(row[_index(grid.xs, part.centre[0], 1)], []).append(part)
    parts = {cell: _by_columns(cell, inside, grid.xs) for cell, inside in held.items()}
    told = sum(sum(len(parts.get(cell, ())) for cell in set(row)) > 1 for row in grid.rows)
    if told < 2 and not goes_on:
        return []
    rows = []
    for index, cells in enumerate(grid.rows):
        merged = frozenset(column for column, cell in enumerate(cells) if cell.row < index)
        words = tuple(_words(parts.get(cell, {}), column) for column, cell in enumerate(cells))
        rows.append(Row(words, merged))
    return [row for row in rows if any(row.cells)]


def _words(parts: Mapping[int | None, Sequence[Piece]], column: int) -> str:
    return "\n".join(map(text_of, rows_of(parts.get(column, parts.get(WHOLE, ())))))


def _by_columns(
    cell: Cell, pieces: Sequence[Piece], xs: Sequence[float]
) -> dict[int | None, Sequence[Piece]]:
    """Return what stands in a cell: `WHOLE`, or by columns where lines between were left out.

    They were, if words stand side by side in several of the columns of the table, none across.
    """
    inner = [x for x in xs if cell.box[0] < x < cell.box[2]]
    crossed = any(piece.box[0] < x < piece.box[2] for piece in pieces for x in inner)
    pairs = (pair for row in rows_of(pieces) for pair in pairwise(row))
    if crossed or not any(one.box[0] < x < other.box[0] for one, other in pairs for x in inner):
        return {WHOLE: pieces}
    parts: dict[int | None, list[Piece]] = {}
    for piece in pieces:
        parts.setdefault(_index(xs, piece.centre[0], 1), []).append(piece)
    return dict(parts)


def _index(places: Sequence[float], at: float, sign: int) -> int:
    """Return between which of ``places`` something stands, the outer ones standing for beyond."""
    return sum(sign * place <= at for place in places[1:-1])


def _parted(
    piece: Piece, xs: Sequence[float], row: Sequence[Cell], apart: Callable[[int, int], bool]
) -> Iterator[Piece]:
    """Yield the parts of ``piece`` in the cells it passes; words over a line stay whole."""
    glyphs = piece.glyphs
    for x, cell, before in zip(xs[1:], row[1:], row, strict=False):
        over = sum(glyph[2] + glyph[4] <= 2 * x for glyph in glyphs)
        if cell is before or piece.askew or over in (0, len(glyphs)):
            continue
        near = range(max(1, over - OVER), min(len(glyphs), over + OVER + 1))
        cuts = [cut for cut in near if _is_gap(glyphs[cut - 1], glyphs[cut], apart)]
        if cuts:
            cut = min(cuts, key=lambda cut: abs(cut - over))
            yield part_of(piece, glyphs[:cut])
            glyphs = glyphs[cut:]
    yield part_of(piece, glyphs)


def _is_gap(one: Glyph, other: Glyph, apart: Callable[[int, int], bool]) -> bool:
    return one[1] == " " or other[1] == " " or apart(one[0], other[0])
