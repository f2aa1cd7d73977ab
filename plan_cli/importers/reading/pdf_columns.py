"""Pages set in columns: read one after the other, what stands across them in its place."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_cli.importers.reading.pdf_words import Piece, rows_of, text_of

STEP = 4.0
"""Points between the places where a gutter is looked for."""
FEWEST = 5
"""Lines that a column has at least."""
FULL = 0.6
"""How full the lines of a column are on average: words in columns are prose, no table."""
NARROW = 8
"""Characters that a column is wide at least."""
ACROSS = 0.2
"""Of a page in columns no more than this stands across the gutter."""
INDENT = 10.0
"""Points by which a paragraph's first line stands in, at least."""


class Printing(NamedTuple):
    """A line as it stands on the page, and whether it stands in from the margin, if known."""

    text: str
    begins: bool | None


def printed(pieces: Sequence[Piece]) -> Iterator[Printing]:
    """Yield the lines of a page in the order they are read in."""
    for part in _columns([piece for piece in pieces if not piece.askew]):
        rows = rows_of(part)
        lefts = sorted(row[0].box[0] for row in rows)
        margin = lefts[len(lefts) // 5] if len(lefts) >= FEWEST + 1 else None
        for row in rows:
            begins = None if margin is None else row[0].box[0] > margin + INDENT
            yield Printing(text_of(row), begins)
    for piece in pieces:
        if piece.askew:
            yield Printing(piece.text, None)


def _columns(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces column by column; one that stands across parts what is above and below."""
    gutter = _gutter(pieces)
    if gutter is None:
        yield list(pieces)
        return
    left, across, right = _sides(pieces, gutter)
    bounds = sorted((piece.centre[1] for piece in across), reverse=True)
    for number in range(len(bounds) + 1):
        for side in (left, right):
            part = [each for each in side if sum(each.centre[1] < y for y in bounds) == number]
            if part:
                yield from _columns(part)
        yield [piece for piece in across if piece.centre[1] in bounds[number : number + 1]]


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where an empty stripe parts two columns of prose, or None."""
    if len(pieces) < 2 * FEWEST:
        return None
    start = min(piece.box[0] for piece in pieces)
    wide = max(piece.box[2] for piece in pieces) - start
    places = [start + wide / 4 + STEP * step for step in range(int(wide / 2 / STEP))]
    crossed = [sum(piece.box[0] < x < piece.box[2] for piece in pieces) for x in places]
    fewest = min(crossed, default=len(pieces))
    if fewest > ACROSS * len(pieces):
        return None
    free = [x for x, count in zip(places, crossed, strict=True) if count == fewest]
    x = free[len(free) // 2]
    left, _, right = _sides(pieces, x)
    if not (_is_prose(left) and _is_prose(right)):
        return None
    shared = min(_top(left), _top(right)) - max(_bottom(left), _bottom(right))
    return x if shared > 2 * left[0].size else None


def _sides(pieces: Sequence[Piece], x: float) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Return what stands left of ``x``, what across it, what right of it."""
    left = [piece for piece in pieces if piece.box[2] <= x]
    right = [piece for piece in pieces if piece.box[0] >= x]
    return left, [piece for piece in pieces if piece.box[0] < x < piece.box[2]], right


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
