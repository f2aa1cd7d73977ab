"""Tables in PDF pages: a PDF knows no tables, only lines; where they cross, there are cells."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from plan_cli.importers.reading.pdf_words import Box, Glyph, Piece, part_of, rows_of, text_of

THIN = 3.0
"""A drawn thing no thicker than this many points is a line."""
SHORT = 4.0
"""Lines shorter than this are parts of letters or ornaments."""
NEAR = 3.0
"""Lines this near to each other are one."""
MAX_CELLS = 2_000
"""Of a table on one page; what has more is a picture made of lines."""
OVER = 2
"""Characters by which words may reach over the line of their cell."""
WHOLE = -1
"""Stands for all columns of a cell."""
WIDE = 8.0
"""No cell is narrower than this many points."""


class Rule(NamedTuple):
    """A line: where it stands across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float


class Cell(NamedTuple):
    """A cell that may reach over several rows and columns."""

    row: int
    column: int
    box: Box


class Grid(NamedTuple):
    """A table: for each row and column, the cell that covers it."""

    xs: Sequence[float]
    """Where its lines down stand, from the left."""
    ys: Sequence[float]
    """Where its lines across stand, from the top."""
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.xs[0], self.ys[-1], self.xs[-1], self.ys[0]


class Row(NamedTuple):
    """A row of a table with the words in its cells; which of them repeat the one above."""

    cells: tuple[str, ...]
    merged: frozenset[int] = frozenset()


def find_grids(boxes: Iterable[Box]) -> list[Grid]:
    """Return the tables that drawn things make up, from the top of the page down."""
    across, down = rules_of(boxes)
    grids = [_grid(*part) for part in _parts(across, down)]
    return sorted((grid for grid in grids if grid), key=lambda grid: -grid.box[3])


def rules_of(boxes: Iterable[Box]) -> tuple[list[Rule], list[Rule]]:
    """Return the lines across and the lines down; the sides of a box are lines too."""
    across: list[Rule] = []
    down: list[Rule] = []
    for left, bottom, right, top in boxes:
        wide, high = right - left, top - bottom
        if high <= THIN and wide > SHORT:
            across.append(Rule((bottom + top) / 2, left, right))
        elif wide <= THIN and high > SHORT:
            down.append(Rule((left + right) / 2, bottom, top))
        elif wide > SHORT and high > SHORT:
            across += [Rule(bottom, left, right), Rule(top, left, right)]
            down += [Rule(left, bottom, top), Rule(right, bottom, top)]
    return across, down


def _parts(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the lines of each table: those that lines down connect, from the top."""
    spans = sorted((rule.end, rule.start) for rule in down)
    merged: list[tuple[float, float]] = []
    for end, start in reversed(spans):
        if merged and end >= merged[-1][0] - NEAR:
            merged[-1] = (min(start, merged[-1][0]), merged[-1][1])
        else:
            merged.append((start, end))
    for start, end in merged:
        inside = [rule for rule in across if start - NEAR <= rule.at <= end + NEAR]
        yield inside, [rule for rule in down if rule.end > start and rule.start < end]


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    xs, ys = _with_ends(down, across), _with_ends(across, down)[::-1]
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MAX_CELLS:
        return None
    beside = [[rule for rule in down if abs(rule.at - x) <= NEAR] for x in xs]
    above = [[rule for rule in across if abs(rule.at - y) <= NEAR] for y in ys]
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    middles = [(one + other) / 2 for one, other in pairwise(ys)]
    centres = [(one + other) / 2 for one, other in pairwise(xs)]
    for row, middle in enumerate(middles):
        for column, centre in enumerate(centres):
            owner = (row, column)
            if column and not _drawn(beside[column], middle):
                owner = owners[row, column - 1]
            elif row and not _drawn(above[row], centre):
                owner = owners[row - 1, column]
            owners[row, column] = owner
    last = {owner: place for place, owner in owners.items()}
    cells = {owner: _cell(owner, last[owner], xs, ys) for owner in last}
    rows = tuple(
        tuple(cells[owners[row, column]] for column in range(len(xs) - 1))
        for row in range(len(ys) - 1)
    )
    return Grid(xs, ys, rows)


def _cell(
    first: tuple[int, int], last: tuple[int, int], xs: Sequence[float], ys: Sequence[float]
) -> Cell:
    return Cell(*first, (xs[first[1]], ys[last[0] + 1], xs[last[1] + 1], ys[first[0]]))


def _places(rules: Iterable[Rule]) -> list[float]:
    """Return where lines stand, those near each other taken for one, in order."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at > places[-1] + NEAR:
            places.append(at)
    return places


def _with_ends(rules: Sequence[Rule], others: Sequence[Rule]) -> list[float]:
    """Return where lines stand, and where those that cross them end in the open.

    A table may be drawn without its border, or go on over the end of the page.
    """
    places = _places(rules)
    if len(places) < 2 or len(others) < 2:
        return places
    (_, start), (end, _) = (
        sorted(rule.start for rule in others)[:2],
        sorted(rule.end for rule in others)[-2:],
    )
    before = [start] if start < places[0] - WIDE else []
    behind = [end] if end > places[-1] + WIDE else []
    return before + places + behind


def _drawn(rules: Iterable[Rule], across: float) -> bool:
    """Say whether one of ``rules`` passes ``across``."""
    return any(rule.start <= across <= rule.end for rule in rules)


def filled(grid: Grid, pieces: Iterable[Piece], apart: Callable[[int, int], bool]) -> list[Row]:
    """Return the rows of a table with the words in its cells; none for what is a mere frame.

    ``apart`` says of two characters whether they were drawn by themselves: words of two cells
    may stand so near to each other that only this parts them.
    """
    held: dict[Cell, list[Piece]] = {}
    for piece in pieces:
        row = grid.rows[_index(grid.ys, -piece.centre[1], -1)]
        for part in _parted(piece, grid.xs, row, apart):
            held.setdefault(row[_index(grid.xs, part.centre[0], 1)], []).append(part)
    parts = {cell: _by_columns(cell, inside, grid.xs) for cell, inside in held.items()}
    if sum(sum(len(parts.get(cell, ())) for cell in set(row)) > 1 for row in grid.rows) < 2:
        return []
    rows = []
    for index, cells in enumerate(grid.rows):
        merged = frozenset(column for column, cell in enumerate(cells) if cell.row < index)
        words = tuple(_words(parts.get(cell, {}), column) for column, cell in enumerate(cells))
        rows.append(Row(words, merged))
    return [row for row in rows if any(row.cells)]


def _words(parts: Mapping[int, Sequence[Piece]], column: int) -> str:
    return "\n".join(map(text_of, rows_of(parts.get(column, parts.get(WHOLE, ())))))


def _by_columns(
    cell: Cell, pieces: Sequence[Piece], xs: Sequence[float]
) -> dict[int, Sequence[Piece]]:
    """Return what stands in a cell: `WHOLE`, or by columns where lines between were left out.

    They were, if words stand side by side in several of the columns of the table, none across.
    """
    inner = [x for x in xs if cell.box[0] < x < cell.box[2]]
    crossed = any(piece.box[0] < x < piece.box[2] for piece in pieces for x in inner)
    pairs = (pair for row in rows_of(pieces) for pair in pairwise(row))
    if crossed or not any(one.box[0] < x < other.box[0] for one, other in pairs for x in inner):
        return {WHOLE: pieces}
    parts: dict[int, list[Piece]] = {}
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
