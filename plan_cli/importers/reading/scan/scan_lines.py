"""From recognised pieces of a page to its lines: where they stand says what belongs together."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from plan_cli.importers.reading.lines import joined_lines

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels from the upper left corner of the page."""

OVERLAP = 0.5
"""By how much of the lower one's height two pieces of one row overlap, at least."""
INDENT = 1.2
"""Heights of a character by which a paragraph's first line stands in, at least."""
FEW = 6
"""On a page with fewer lines nothing tells where its margin is."""


class Piece(NamedTuple):
    """Words that were recognised, where they stand, and how sure they are (0 to 1)."""

    text: str
    box: Box
    sure: float = 1.0

    @property
    def height(self) -> float:
        """How high it is."""
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> float:
        """Where it stands on the page, from the top."""
        return (self.box[1] + self.box[3]) / 2


class Row(NamedTuple):
    """What is printed in one line, from the left."""

    pieces: tuple[Piece, ...]
    begins: bool | None = None
    """Whether it stands in from the margin; None where that is not known."""

    @property
    def text(self) -> str:
        """Its words."""
        return joined_lines(piece.text for piece in self.pieces)

    @property
    def sure(self) -> float:
        """How sure its words are: as sure as the least of them."""
        return min(piece.sure for piece in self.pieces)


def usual_height(pieces: Sequence[Piece]) -> float:
    """Return how high most characters are, or 0 without any."""
    heights = [piece.height for piece in pieces for _ in piece.text]
    return median(heights) if heights else 0.0


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Return the lines that ``pieces`` make up, in the order people read: column by column."""
    rows: list[Row] = []
    for column in _columns(pieces):
        found = [Row(tuple(parts)) for parts in grouped(column)]
        lefts = sorted(row.pieces[0].box[0] for row in found)
        if len(found) >= FEW:
            edge = lefts[len(lefts) // 5] + INDENT * usual_height(column)
            found = [row._replace(begins=row.pieces[0].box[0] > edge) for row in found]
        rows += found
    return rows


def grouped(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces that stand beside each other together, from the top, then the left."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if rows and any(_beside(piece, other) for other in rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.box[0]) for row in rows]


def _beside(first: Piece, second: Piece) -> bool:
    shared = min(first.box[3], second.box[3]) - max(first.box[1], second.box[1])
    return shared > OVERLAP * min(first.height, second.height)


def overlap(first: Piece, second: Piece) -> bool:
    """Say whether two pieces are, at least in part, the same words."""
    across = min(first.box[2], second.box[2]) - max(first.box[0], second.box[0])
    return _beside(first, second) and across > OVERLAP * min(first.height, second.height)


def _columns(pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """Return the pieces of a page printed in two columns apart, those of others together."""
    left, right = _halves(pieces)
    facing = sum(any(_beside(piece, other) for other in right) for piece in left)
    return [left, right] if min(facing, len(right)) >= FEW else [pieces]


def _halves(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return what stands left and right of the middle; nothing if something crosses it."""
    if not pieces:
        return [], []
    first, last = min(p.box[0] for p in pieces), max(p.box[2] for p in pieces)
    middle = (first + last) / 2
    half = usual_height(pieces) / 2
    left = [piece for piece in pieces if piece.box[2] < middle + half]
    right = [piece for piece in pieces if piece.box[0] > middle - half and piece not in left]
    return (left, right) if len(left) + len(right) == len(pieces) else ([], [])
