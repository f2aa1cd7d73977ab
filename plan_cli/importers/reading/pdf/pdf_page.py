"""A page of a PDF put together: its tables, its columns, the lines in between, as they are read."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from plan_cli.importers.reading.lines import Line
from plan_cli.importers.reading.pdf.pdf_cells import Row, filled
from plan_cli.importers.reading.pdf.pdf_open import Spans, open_table
from plan_cli.importers.reading.pdf.pdf_words import Piece, rows_of, text_of
from plan_cli.importers.reading.pdf_tables import Box, Grid, Rule, find_grids, rules_of

SPOTS = 64
"""At so many places in the middle half of a page a gutter is looked for."""
FEWEST = 5
"""Lines that a column has at least."""
FULL = 0.45
"""How full the lines of a column are on average: prose is, also where it ends in short lines."""
NARROW = 8
"""Characters that a column is wide at least."""
ACROSS = 0.2
"""Of a page in columns no more than this stands across the gutter."""
INDENT = 10.0
"""Points by which a paragraph's first line stands in, at least."""
AFTER = 1
"""Lines behind a table that ends a page: its number."""


class Pages:
    """Puts pages together, one after the other: a table may go on from the page before."""

    def __init__(self) -> None:
        self.number = 0
        self.unread = False
        """Whether the last page holds a table of which it is not certain how it is to be read."""
        self._spans: Spans = ()
        self._across: Sequence[Rule] = ()
        self._edges: Sequence[float] = ()
        """Where the lines down stand of the table that ends the page before."""

    def lines(
        self, pieces: Sequence[Piece], boxes: Sequence[Box], apart: Callable[[int, int], bool]
    ) -> list[Line]:
        """Return the lines of the next page; ``apart`` is what `filled` asks."""
        self.number += 1
        self.unread = False
        self._across, _ = rules_of(boxes)
        lines: list[Line] = []
        rest = list(pieces)
        for grid in find_grids(boxes):
            goes_on = grid.has_edges(self._edges)
            rows = filled(grid, [piece for piece in rest if _within(piece, grid)], apart, goes_on)
            if rows:
                above = [piece for piece in rest if piece.centre[1] > grid.box[1]]
                lines += self._between([piece for piece in above if not _within(piece, grid)])
                lines += self._rows(rows)
                self._spans, self._edges = (), grid.xs
                rest = [piece for piece in rest if piece.centre[1] <= grid.box[1]]
        if len(rows_of(rest)) > AFTER:
            self._edges = ()
        lines += self._between(rest)
        return lines

    def _between(self, pieces: Sequence[Piece]) -> Iterator[Line]:
        """Yield the lines of what stands in no grid; tables without lines are looked for."""
        rows = rows_of([piece for piece in pieces if not piece.askew])
        while table := open_table(rows, self._across, self._spans):
            yield from self._prose(rows[: table.start])
            if table.rows:
                yield from self._rows(table.rows)
            else:
                self.unread = True
                for row in rows[table.start : table.end]:
                    yield self._line(text_of(row))
            rows = rows[table.end :]
            self._spans = table.spans if table.rows and len(rows) <= AFTER else ()
        yield from self._prose(rows)
        yield from (self._line(piece.text) for piece in pieces if piece.askew)
        if len(rows) > AFTER:
            self._spans = ()

    def _prose(self, rows: Iterable[Sequence[Piece]]) -> Iterator[Line]:
        for part in _columns([piece for row in rows for piece in row]):
            printed = rows_of(part)
            lefts = sorted(row[0].box[0] for row in printed)
            margin = lefts[len(lefts) // 5] if len(lefts) > FEWEST else None
            for row in printed:
                begins = None if margin is None else row[0].box[0] > margin + INDENT
                yield self._line(text_of(row))._replace(begins=begins)

    def _line(self, text: str) -> Line:
        return Line(text, f"第 {self.number} 页", page=self.number)

    def _rows(self, rows: Iterable[Row]) -> Iterator[Line]:
        for row in rows:
            place = f"第 {self.number} 页（表格）"
            text = "\t".join(row.cells)
            yield Line(text, place, cells=row.cells, merged=row.merged, page=self.number)


def _within(piece: Piece, grid: Grid) -> bool:
    left, bottom, right, top = grid.box
    x, y = piece.centre
    return left <= x <= right and bottom < y <= top


def _columns(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces column by column; a line that stands across parts what it is between."""
    gutter = _gutter(pieces)
    if gutter is None:
        yield list(pieces)
        return
    left: list[Piece] = []
    right: list[Piece] = []
    for row in rows_of(pieces):
        if any(piece.box[0] < gutter < piece.box[2] for piece in row):
            yield from _one_by_one(left, right)
            yield row
            left, right = [], []
            continue
        left += [piece for piece in row if piece.box[2] <= gutter]
        right += [piece for piece in row if piece.box[0] >= gutter]
    yield from _one_by_one(left, right)


def _one_by_one(*columns: Sequence[Piece]) -> Iterator[list[Piece]]:
    for column in filter(None, columns):
        yield from _columns(column)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where an empty stripe parts two columns of prose, or None."""
    if len(pieces) < 2 * FEWEST:
        return None
    start = min(piece.box[0] for piece in pieces)
    wide = max(piece.box[2] for piece in pieces) - start
    places = [start + wide * (0.25 + 0.5 * spot / SPOTS) for spot in range(SPOTS)]
    crossed = [sum(piece.box[0] < x < piece.box[2] for piece in pieces) for x in places]
    fewest = min(crossed)
    if fewest > ACROSS * len(pieces):
        return None
    free = [x for x, count in zip(places, crossed, strict=True) if count == fewest]
    x = free[len(free) // 2]
    left = [piece for piece in pieces if piece.box[2] <= x]
    right = [piece for piece in pieces if piece.box[0] >= x]
    if not (_is_prose(left) and _is_prose(right)):
        return None
    shared = min(_top(left), _top(right)) - max(_bottom(left), _bottom(right))
    return x if shared > 2 * left[0].size else None


def _is_prose(pieces: Sequence[Piece]) -> bool:
    if len(pieces) < FEWEST:
        return False
    wide = max(piece.box[2] for piece in pieces) - min(piece.box[0] for piece in pieces)
    filled = sum(piece.box[2] - piece.box[0] for piece in pieces)
    size = max(piece.size for piece in pieces)
    return wide > NARROW * size and filled > FULL * wide * len(rows_of(pieces))


def _top(pieces: Sequence[Piece]) -> float:
    return max(piece.box[3] for piece in pieces)


def _bottom(pieces: Sequence[Piece]) -> float:
    return min(piece.box[1] for piece in pieces)
