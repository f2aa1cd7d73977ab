"""The words of a PDF page at their places: what is drawn side by side makes a piece.

PDFium tells each character with its box; its own lines follow the order of drawing, in which
two columns, a late correction or a stamp come anywhere.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from ctypes import Array, c_double
from itertools import islice, repeat
from math import atan2, isfinite, pi
from operator import sub
from typing import Any, NamedTuple

from plan_cli.importers.reading.lines import tidy
from plan_cli.importers.reading.pdf_tables import Box

Glyph = tuple[int, str, float, float, float, float]
"""A character: its number on the page, what it is, its box."""

HOLE = "□"
"""Stands for a character that was drawn, and of which the file does not say what it is."""
_UNNAMED = re.compile("[\ue000-\uefff\uf100-\uf8ff\ufffd]")
"""Characters of private use. At U+F000 fonts of symbols have bullets: ornaments, left out."""
APART = 0.9
"""A gap of this many heights of the letters parts two pieces."""
TWICE = 0.3
"""The same letter again, this near (in widths of the letter), is a letter made bold."""
LAYERS = 4
"""So many pieces before one are looked at, whether it repeats them."""
SAMPLE = 16
"""Every so many characters are asked how they are turned."""


class Piece(NamedTuple):
    """Words that stand side by side, with no wide gap in between."""

    text: str
    box: Box
    base: float
    """The height of the line that they stand on: fonts differ in how far boxes reach below it."""
    size: float
    """How high the letters are, with what room they are given."""
    glyphs: Sequence[Glyph]
    askew: bool = False
    """Whether they are turned against the others: a watermark, a heading on its side."""

    @property
    def centre(self) -> tuple[float, float]:
        """A point that lies in the cell that the words stand in."""
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2 if self.askew else self.base + self.size / 4


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

    total = text.count_chars()
    chars = list(text.get_text_range())
    if len(chars) != total:
        chars = [chr(pdfium.FPDFText_GetUnicode(text, index)) for index in range(total)]
    unmapped = _mark_holes(text, chars)
    boxes = (pdfium.FS_RECTF * total)()
    deque(map(pdfium.FPDFText_GetLooseCharBox, repeat(text.raw), range(total), boxes), 0)
    drawn = islice((i for i, char in enumerate(chars) if not char.isspace()), 0, None, SAMPLE)
    turns = Counter(round(_quarters(text, index)) % 4 for index in drawn)
    turn = turns.most_common(1)[0][0] if turns else 0
    glyphs = list(zip(range(total), chars, *_sides(boxes, turn), strict=True))
    runs = _runs(glyphs, lambda index: abs((_quarters(text, index) - turn + 2) % 4 - 2) > 0.02)
    pieces = [_piece(run, _base(text, run[0][0], turn), askew) for run, askew in runs]
    return Words(pieces, turn, unmapped)


def _quarters(text: Any, index: int) -> float:
    """Return by how many quarters a character has to be turned to stand upright.

    PDFium's own angle takes what slants for turned.
    """
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    angle = atan2(matrix.b, matrix.a)
    return -angle / (pi / 2) if isfinite(angle) else 0.0


def _base(text: Any, index: int, turn: int) -> float:
    """Return the height of the line that a character stands on."""
    import pypdfium2.raw as pdfium

    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return turned((x.value, y.value, x.value, y.value), turn)[1]


def _mark_holes(text: Any, chars: list[str]) -> bool:
    """Put `HOLE` for each character that the file does not name; say whether there are any."""
    import pypdfium2.raw as pdfium

    unsaid = map(pdfium.FPDFText_HasUnicodeMapError, repeat(text.raw), range(len(chars)))
    holes = [index for index, error in enumerate(unsaid) if error == 1]
    if all(chars[index].isspace() for index in holes):
        holes = []
    if _UNNAMED.search("".join(chars)):
        holes += [index for index, char in enumerate(chars) if _UNNAMED.match(char)]
    for index in holes:
        chars[index] = HOLE
    return bool(holes)


def _sides(boxes: Array[Any], turn: int) -> tuple[list[float], ...]:
    """Return the left, bottom, right and top of all characters, on the page as it is read."""
    values: list[float] = list(memoryview(boxes).cast("B").cast("f")) if boxes else []
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


def _runs(
    glyphs: Sequence[Glyph], askew: Callable[[int], bool]
) -> Iterator[tuple[list[Glyph], bool]]:
    """Yield the characters that stand side by side, in the order they are drawn in."""
    run: list[Glyph] = []
    tilted = False
    start, end, low, high, last = 0.0, 0.0, 0.0, 0.0, ""
    for glyph in glyphs:
        index, char, left, bottom, right, top = glyph
        if char.isspace():
            if run and char not in "\r\n":
                run.append(glyph)
            continue
        if run and char == last and abs(left - start) + abs(bottom - low) < TWICE * (right - left):
            continue
        size = min(top - bottom, high - low)
        level = min(top, high) - max(bottom, low) >= size / 2
        beside = level and -size / 2 < left - end < APART * size
        if run and not (askew(index) if tilted else beside):
            yield run, tilted
            run = []
        if not run:
            tilted = askew(index)
        run.append(glyph)
        start, end, low, high, last = left, right, bottom, top, char
    if run:
        yield run, tilted


def _piece(glyphs: Sequence[Glyph], base: float, askew: bool = False) -> Piece:
    """Return these characters as one piece."""
    printed = [glyph for glyph in glyphs if not glyph[1].isspace()] or glyphs
    _, _, lefts, bottoms, rights, tops = zip(*printed, strict=True)
    box = (min(lefts), min(bottoms), max(rights), max(tops))
    size = min(map(sub, tops, bottoms))
    return Piece(tidy("".join(glyph[1] for glyph in glyphs)), box, base, size, glyphs, askew)


def part_of(piece: Piece, glyphs: Sequence[Glyph]) -> Piece:
    """Return some characters of a piece as a piece of their own."""
    return _piece(glyphs, piece.base, piece.askew)


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces that stand on one line together, from the top down, left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted((each for each in pieces if each.text), key=lambda each: -each.base):
        if rows and _level(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_once(row) for row in rows]


def _once(row: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line from left to right, what is printed twice once."""
    kept: list[Piece] = []
    for piece in sorted(row, key=lambda piece: piece.box[0]):
        if any(_repeats(piece, each) for each in kept[-LAYERS:]):
            continue
        if kept and _repeats(kept[-1], piece):
            kept.pop()
        rest = _parted(kept, piece.box[0]) if kept else []
        kept += [piece, *rest]
    return kept


def _parted(row: list[Piece], left: float) -> list[Piece]:
    """Part the last piece of a line where another begins in it; return what stands behind.

    Quotation marks in a font of their own are drawn before or after the words around them.
    """
    before = [glyph for glyph in row[-1].glyphs if glyph[2] < left]
    behind = [glyph for glyph in row[-1].glyphs if glyph[2] >= left]
    if not before or not any(not glyph[1].isspace() for glyph in behind):
        return []
    whole = row.pop()
    row.append(part_of(whole, before))
    return [part_of(whole, behind)]


def _level(one: Piece, other: Piece) -> bool:
    """Say whether two pieces stand on one line."""
    small, large = sorted((one.size, other.size))
    return abs(one.base - other.base) < 0.4 * large < small


def _repeats(piece: Piece, other: Piece) -> bool:
    """Say whether ``piece`` is printed over the same words of ``other``, to look bold."""
    shared = min(piece.box[2], other.box[2]) - max(piece.box[0], other.box[0])
    return piece.text in other.text and shared > piece.box[2] - piece.box[0] - TWICE * piece.size


def text_of(row: Sequence[Piece]) -> str:
    """Return the words of one line."""
    text, end = row[0].text, row[0]
    for piece in row[1:]:
        gap = piece.box[0] - end.box[2] > 0.2 * min(piece.size, end.size)
        text += (" " if gap or end.glyphs[-1][1].isspace() else "") + piece.text
        end = piece
    return text
