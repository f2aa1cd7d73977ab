"""Pages of scans as a recogniser sees them, without a picture: words at their places."""

from collections.abc import Sequence

from plan_cli.importers.reading.scan.scan_lines import Box, Piece

SIZE = 40
"""How high the characters are."""


def piece(x: float, y: float, text: str, sure: float = 1.0) -> Piece:
    """Return words that begin at this place, each character as wide as high."""
    return Piece(text, (x, y, x + SIZE * len(text), y + SIZE), sure)


def typed(*lines: str, left: float = 100, top: float = 100) -> list[Piece]:
    """Return the lines of a page, one under the other; spaces in front set them in."""
    return [
        piece(left + SIZE * (len(line) - len(line.lstrip())), top + 60 * index, line.strip())
        for index, line in enumerate(lines)
    ]


class SeenPage:
    """A page on which all of this is seen; ``closer`` at a second look."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        unread: Sequence[Box] = (),
        closer: Sequence[Piece] = (),
        rules: Sequence[Box] = (),
    ) -> None:
        self.pieces = pieces
        self._unread, self._closer, self._rules = unread, closer, rules

    def unread(self, size: float) -> Sequence[Box]:
        return self._unread

    def again(self, box: Box) -> list[Piece]:
        left, top, right, bottom = box
        return [
            piece
            for piece in self._closer
            if top < piece.middle < bottom and left < piece.box[0] < right
        ]

    def rules(self, size: float) -> Sequence[Box]:
        return self._rules
