"""The words of a PDF page at their places: what is drawn side by side makes a piece.

PDFium tells each character with its box; its own lines follow the order of drawing, in which
two columns, a late correction or a stamp come anywhere.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from ctypes import Array
from itertools import islice
from math import pi
from typing import Any, NamedTuple

from plan_cli.importers.reading.lines import tidy

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the page, held to be read."""
Glyph = tuple[int, str, float, float, float, float]
"""A character: its number on the page, what it is, its box."""

HOLE = "□"
"""Stands for a character that was drawn, and of which the file does not say what it is."""
SYMBOLS = ("\uf000", "\uf0ff")
"""Where fonts of symbols have their bullets: ornaments, left out."""
APART = 0.9
"""A gap of this many heights of the letters parts two pieces."""
TWICE = 0.3
"""The same letter again, this near (in heights of the letters), is a letter made bold."""
SAMPLE = 16
"""Every so many characters are asked how they are turned."""


class Piece(NamedTuple):
    """Words that stand side by side, with no wide gap in between."""

    text: str
    box: Box
    glyphs: Sequence[Glyph]
    askew: bool = False
    """Whether they are turned against the others: a watermark, a heading on its side."""

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]

    @property
    def centre(self) -> tuple[float, float]:
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2


class Words(NamedTuple):
    """What is written on a page."""

    pieces: list[Piece]
    turn: int
    """How many quarters the page has to be turned to be read; boxes are turned already."""
    unmapped: bool
    """Whether characters were drawn of which the file does not say what they are."""


def words_of(text: Any) -> Words:
    """Return the words of a page, given as PDFium's text page."""
    import pypdfium2.raw as pdfium

    def quarter(index: int) -> float:
        return pdfium.FPDFText_GetCharAngle(text, index) / (pi / 2) % 4

    total = text.count_chars()
    chars = list(text.get_text_range())
    if len(chars) != total:
        chars = [chr(pdfium.FPDFText_GetUnicode(text, index)) for index in range(total)]
    unmapped = _mark_holes(text, chars)
    boxes = (pdfium.FS_RECTF * total)()
    for index, box in enumerate(boxes):
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
    drawn = islice((i for i, char in enumerate(chars) if not char.isspace()), 0, None, SAMPLE)
    turns = Counter(round(quarter(index)) % 4 for index in drawn)
    turn = turns.most_common(1)[0][0] if turns else 0
    glyphs = list(zip(range(total), chars, *_sides(boxes, turn), strict=True))
    pieces = list(_pieces(glyphs, lambda index: abs(quarter(index) - turn) % 4 > 0.02))
    return Words(pieces, turn, unmapped)


def _mark_holes(text: Any, chars: list[str]) -> bool:
    """Put `HOLE` for each character that the file does not name; say whether there are any."""
    import pypdfium2.raw as pdfium

    unsaid = pdfium.FPDFText_HasUnicodeMapError
    holes = [index for index, char in enumerate(chars) if unsaid(text, index) == 1]
    if all(chars[index].isspace() for index in holes):
        holes = []
    for index, char in enumerate(chars):
        private = "\ue000" <= char <= "\uf8ff" and not SYMBOLS[0] <= char <= SYMBOLS[1]
        if private or char == "\ufffd":
            holes.append(index)
    for index in holes:
        chars[index] = HOLE
    return bool(holes)


def _sides(boxes: Array[Any], turn: int) -> tuple[list[float], ...]:
    """Return the left, bottom, right and top of all characters, on the page as it is read."""
    values = memoryview(boxes).cast("B").cast("f").tolist() if boxes else []
    left, top, right, bottom = (values[side::4] for side in range(4))
    for _ in range(turn):
        left, bottom, right, top = [-y for y in top], left, [-y for y in bottom], right
    return left, bottom, right, top


def turned(box: Box, turn: int) -> Box:
    """Return ``box`` on the page as it is read."""
    left, bottom, right, top = box
    for _ in range(turn):
        left, bottom, right, top = -top, left, -bottom, right
    return left, bottom, right, top


def _pieces(glyphs: Sequence[Glyph], askew: Callable[[int], bool]) -> Iterator[Piece]:
    """Yield the pieces that ``glyphs`` make up, in the order they are drawn in."""
    run: list[Glyph] = []
    tilted = False
    at, end, low, size, last = 0.0, 0.0, 0.0, 1.0, ""
    for glyph in glyphs:
        index, char, left, bottom, right, top = glyph
        if char.isspace():
            if run and char not in "\r\n":
                run.append(glyph)
            continue
        if run and char == last and abs(left - at) + abs(bottom - low) < TWICE * size:
            continue
        beside = abs(bottom - low) < size / 2 and -size / 2 < left - end < APART * size
        if run and not (askew(index) if tilted else beside):
            yield piece_of(run, tilted)
            run = []
        if not run:
            tilted = askew(index)
        run.append(glyph)
        at, end, low, size, last = left, right, bottom, max(top - bottom, 1.0), char
    if run:
        yield piece_of(run, tilted)


def piece_of(glyphs: Sequence[Glyph], askew: bool = False) -> Piece:
    """Return these characters as one piece."""
    printed = [glyph for glyph in glyphs if not glyph[1].isspace()]
    if not printed:
        return Piece("", glyphs[0][2:], glyphs, askew)
    _, _, lefts, bottoms, rights, tops = zip(*printed, strict=True)
    box = (min(lefts), min(bottoms), max(rights), max(tops))
    return Piece(tidy("".join(glyph[1] for glyph in glyphs)), box, glyphs, askew)


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces that stand on one line together, from the top down, left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted((each for each in pieces if each.text), key=lambda each: -each.centre[1]):
        if not rows or not _level(rows[-1][0], piece):
            rows.append([piece])
        elif not any(_repeats(piece, each) for each in rows[-1]):
            rows[-1] = [each for each in rows[-1] if not _repeats(each, piece)] + [piece]
    return [sorted(row, key=lambda piece: piece.box[0]) for row in rows]


def _level(one: Piece, other: Piece) -> bool:
    """Say whether two pieces stand on one line."""
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    small, large = sorted((one.height, other.height))
    return shared >= small / 2 and large < 2.5 * small


def _repeats(piece: Piece, other: Piece) -> bool:
    """Say whether ``piece`` is printed over the same words of ``other``, to look bold."""
    shared = min(piece.box[2], other.box[2]) - max(piece.box[0], other.box[0])
    wide = piece.box[2] - piece.box[0]
    return shared > wide - TWICE * 2 * piece.height and shared > wide / 2 and piece.text in other.text


def text_of(row: Sequence[Piece]) -> str:
    """Return the words of one line."""
    text, end = "", row[0].box[0]
    for piece in row:
        apart = piece.box[0] - end > 0.2 * piece.height
        text += (" " if apart and text else "") + piece.text
        end = piece.box[2]
    return text
