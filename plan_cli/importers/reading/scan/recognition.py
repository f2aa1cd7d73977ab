"""Pages of pictures made lines, and what a person should know of how sure they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading.lines import Line, tidy
from plan_cli.importers.reading.scan.scan_lines import (
    Box,
    Piece,
    Row,
    overlap,
    rows_of,
    usual_height,
)
from plan_cli.importers.reading.scan.scan_tables import Table, find_tables, like_table
from plan_cli.importers.reading.scan.scanned_page import ScannedPage

WEAK = 0.8
"""Lines whose words are less sure than this are doubted."""
DIRT = 2.5
"""Heights of a character: what is less wide and cannot be read is more likely dirt than words."""
SHOWN = 20
"""How many weak lines are told with their words."""
_DASHES = r"[—–\-－―─━_~·一]*"
_PAGE_NUMBER = re.compile(rf"{_DASHES}\s?\d{{1,4}}\s?{_DASHES}")
"""A page number; its dashes are often taken for the character 一."""


class Page(Protocol):
    """A page with the words that are found on it, and what else can be asked of its picture."""

    @property
    def pieces(self) -> Sequence[Piece]:
        """The words with their places."""

    def unread(self, size: float) -> Sequence[Box]:
        """Return where writing stands that no piece covers; ``size``: of a character."""

    def again(self, box: Box) -> list[Piece]:
        """Return what is found in a part when it is looked at more closely."""

    def rules(self, size: float) -> Sequence[Box]:
        """Return the drawn lines."""


class Recognition:
    """Recognises page after page; what is to be told of them is told at the end."""

    def __init__(self, see: Callable[[Any], Page] = ScannedPage) -> None:
        self._see = see
        self._pages: list[int] = []
        self._wordless: list[int] = []
        self._weak: list[str] = []
        self._unread: list[str] = []
        self._tables: list[str] = []

    def page(self, picture: Any, number: int) -> list[Line]:
        """Return the lines of page ``number``, given as a picture in colours."""
        page = self._see(picture)
        size = usual_height(page.pieces)
        if not size:
            self._wordless.append(number)
            return []
        self._pages.append(number)
        pieces, unread = _mended(page, size)
        tables = find_tables(pieces, page.rules(size), page.again)
        lines: list[Line] = []
        top = float("-inf")
        for table in tables:
            lines += self._prose(pieces, top, table.top, number, len(lines))
            lines += _table_lines(table, number)
            top = table.bottom
        lines += self._prose(pieces, top, float("inf"), number, len(lines))
        self._unread += [f"第 {number} 页{_where(box, pieces)}" for box in unread]
        return lines

    def _prose(
        self, pieces: Sequence[Piece], top: float, bottom: float, number: int, before: int
    ) -> list[Line]:
        """Return the lines between two heights of a page, ``before`` of it being above."""
        inside = [piece for piece in pieces if top <= piece.middle <= bottom]
        if like_table(inside):
            self._tables.append(f"第 {number} 页")
        rows = rows_of(inside)
        lines = []
        for index, row in enumerate(rows):
            place = f"第 {number} 页第 {before + index + 1} 行"
            text = tidy(row.text)
            edge = index in (0, len(rows) - 1)
            aside = edge and bool(_PAGE_NUMBER.fullmatch(text))
            lines.append(Line(text, place, begins=row.begins, page=number, aside=aside))
            if row.sure < WEAK and not aside:
                self._weak.append(f"{place}“{_shown(row)}”")
        return lines

    def doubts(self) -> Iterator[Doubt]:
        """Yield what is to be told of all pages."""
        if self._pages:
            yield Doubt(Cause.RECOGNISED, about=(page_numbers(self._pages),))
        if self._wordless:
            yield Doubt(Cause.NO_WORDS, about=(page_numbers(self._wordless),))
        if self._weak:
            shown = "；".join(self._weak[:SHOWN])
            yield Doubt(Cause.WEAK, about=(len(self._weak), shown))
        if self._unread:
            yield Doubt(Cause.UNREAD, about=("；".join(self._unread[:SHOWN]),))
        if self._tables:
            yield Doubt(Cause.LIKE_TABLE, about=("、".join(self._tables),))


def _mended(page: Page, size: float) -> tuple[list[Piece], list[Box]]:
    """Return the pieces of a page with those found at a second look, and what is still unread.

    The search for words loses a line now and then; its ink shows where. It is found when it is
    looked at by itself, larger.
    """
    pieces = list(page.pieces)
    unread = []
    for box in page.unread(size):
        left, top, right, bottom = box
        around = (left - size, top - size, right + size, bottom + size)
        found = [piece for piece in page.again(around) if top < piece.middle < bottom]
        pieces += [piece for piece in found if not any(overlap(piece, other) for other in pieces)]
        if not found and right - left > DIRT * size:
            unread.append(box)
    return pieces, unread


def _table_lines(table: Table, number: int) -> Iterator[Line]:
    place = f"第 {number} 页（表格）"
    for cells, merged in table.rows:
        yield Line("\t".join(cells), place, cells=cells, merged=merged, page=number)


def _where(box: Box, pieces: Sequence[Piece]) -> str:
    """Return between which words a place on the page is, for people."""
    above = [row for row in rows_of(pieces) if row.pieces[0].middle < box[1]]
    return f"“{_shown(above[-1])}”之后" if above else "开头"


def _shown(row: Row) -> str:
    return row.text if len(row.text) <= 16 else f"{row.text[:16]}…"


def page_numbers(numbers: Sequence[int]) -> str:
    """Return the numbers of pages in few words: ``1—3、7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = (str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs)
    return "、".join(shown)
