"""From paragraphs to blocks: each with its number and its notes, or the columns it is a row of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.shaping.groups import grouped
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.markers import counted_marker, find_marker
from plan_cli.importers.shaping.nodes import Block
from plan_cli.importers.shaping.unfolding import unfolded
from plan_cli.notes.columns import Columns, find_columns, heads_table, other_holders
from plan_cli.notes.labels import COLONS
from plan_cli.notes.spotting import NoteSpot, find_notes
from plan_cli.notes.words import SIGNERS, either
from plan_cli.numerals import HAN
from plan_cli.text import listed


class Blocks(NamedTuple):
    """The blocks of a document, and what its tables leave to a person."""

    blocks: list[Block]
    doubts: list[Doubt]


def blocks_of(paragraphs: Sequence[Paragraph]) -> Blocks:
    """Return ``paragraphs`` with what was found in them."""
    digits = any(p.cells and p.cells[0].strip().isdigit() for p in paragraphs)
    reader = _Tables(digits)
    for paragraph in paragraphs:
        reader.take(paragraph)
    reader.end_table()
    return Blocks(reader.blocks, reader.doubts)


class _Tables:
    """Takes paragraphs one by one; the rows of a table wait for its end.

    A row with a single filled cell is a heading inside the table; rows of tables that name no one
    responsible are paragraphs like any other. Headings that a table repeats on each page are left
    out.
    """

    def __init__(self, digits: bool) -> None:
        self._digits = digits
        """Whether rows are numbered in digits, so that 一 in their place numbers a heading."""
        self.blocks: list[Block] = []
        self.doubts: list[Doubt] = []
        self._number = 0
        """The number of the last item that had one in plain digits."""
        self._columns: Columns | None = None
        self._heading: tuple[str, ...] = ()
        """The headings of a table, while no row of it has been taken."""
        self._headings: set[tuple[str, ...]] = set()
        """All lines of headings of the table."""
        self._rows: list[Paragraph] = []
        self._inherited: Sequence[NoteSpot] = ()
        """The notes of the row that heads those that wait."""

    def take(self, paragraph: Paragraph) -> None:
        """Take the next paragraph or row."""
        if not paragraph.cells:
            self.end_table()
            if len(paragraph.text) > LONG:
                self._columns = None
            self._plain(paragraph)
        elif heads_table(paragraph.cells) or find_columns(paragraph.cells):
            self._head(paragraph)
        elif self._columns and _is_task(paragraph, self._columns, self._digits):
            self._rows.append(paragraph)
            self._heading = ()
        else:
            self.end_table()
            self._between(paragraph)
            self._heading = ()

    def _between(self, paragraph: Paragraph) -> None:
        """Take a row that tells of no task: a heading, with its sums or without, or other words."""
        heading = _unrowed(paragraph)
        if self._columns and _sums_up(paragraph, self._digits):
            words, *sums = _filled(paragraph)
            if _HAN_NUMBER.fullmatch(words):
                heading = heading._replace(label=words)
                words, sums = f"{words}\u3000{sums[0]}", sums[1:]
            self._headline(heading._replace(text=words, cells=()))
            if sums:
                self._plain(heading._replace(text="\u3000".join(sums), cells=paragraph.cells))
        elif self._columns and _runs_across(paragraph, self._columns):
            self._headline(heading._replace(cells=()))
        else:
            self._headline(heading)

    def _headline(self, heading: Paragraph) -> None:
        """Take what heads rows inside a table; its notes hold for them (学术（牵头：学会部）)."""
        notes = find_notes(heading.text) if self._columns and not heading.cells else []
        self._inherited = notes if notes and notes[0].start else []
        if self._inherited:
            self.blocks.append(Block(heading, find_marker(heading.text), (), depth=1))
        else:
            self._plain(heading)

    def _head(self, paragraph: Paragraph) -> None:
        """Take the headings of columns; they may be the second line of two."""
        if self._columns and paragraph.cells in self._headings:
            return
        self.end_table()
        if not self._heading:
            self._headings = set()
        self._headings.add(paragraph.cells)
        self._columns = find_columns(paragraph.cells, self._heading)
        self._inherited = ()
        self._heading = paragraph.cells
        self._plain(_unrowed(paragraph))
        if others := other_holders(paragraph.cells):
            doubt = Doubt(Cause.OTHER_HOLDERS, (), paragraph.place, (listed(others),))
            self.doubts.append(doubt)

    def end_table(self) -> None:
        """Give the rows that wait."""
        if self._columns and self._rows:
            self.blocks += grouped(self._rows, self._columns, self._inherited)
        self._rows = []

    def _plain(self, paragraph: Paragraph) -> None:
        for part, notes in unfolded(paragraph):
            marker = find_marker(part.text, self._number) or counted_marker(part.text, part.label)
            if marker and marker.kind == "arabic":
                self._number = marker.value
            self.blocks.append(Block(part, marker, notes))


LONG = 60
"""Behind a paragraph longer than this, rows are another table's."""


_TOTAL = re.compile("(?:合计|总计|小计|共计)(?:[（(].*[）)])?")
"""What the row begins with that adds up a table."""
_NUMBER = re.compile(r"[\d.,，%％]+")
_HAN_NUMBER = re.compile(rf"[（(]?[{HAN}]{{1,3}}[）)、]?")
_SIGNED = re.compile(rf"{either(SIGNERS)}[^{COLONS}]{{0,4}}[{COLONS}]")
"""What the row begins with that says who made the table, and when."""


def _is_task(paragraph: Paragraph, columns: Columns, digits: bool) -> bool:
    """Say whether a row tells of a task: no sum, and no heading."""
    filled = [cell for cell in paragraph.cells if cell]
    if len(paragraph.cells) != len(columns.headings) or len(set(filled)) < 2:
        return False
    first = "".join(filled[0].split())
    aside = _TOTAL.fullmatch(first) or _SIGNED.match(first)
    return not (aside or _runs_across(paragraph, columns) or _sums_up(paragraph, digits))


def _runs_across(paragraph: Paragraph, columns: Columns) -> bool:
    """Say whether one cell of a row takes all columns but that of the number: a heading."""
    told = {cell for index, cell in enumerate(paragraph.cells) if index != columns.number}
    return len(paragraph.cells) == len(columns.headings) > 2 and len(told) == 1


def _sums_up(paragraph: Paragraph, digits: bool) -> bool:
    """Say whether a row begins with words and has nothing but sums behind: it heads those below.

    A number as sections have it may stand before the words, with no sums (一 | 高速公路项目), where
    tasks are numbered in ``digits``.
    """
    first, *others = _filled(paragraph)
    if digits and _HAN_NUMBER.fullmatch(first) and others and not _NUMBER.fullmatch(others[0]):
        return all(map(_NUMBER.fullmatch, others[1:]))
    words = not (_NUMBER.fullmatch(first) or _TOTAL.fullmatch("".join(first.split())))
    return words and bool(others) and all(map(_NUMBER.fullmatch, others))


def _unrowed(paragraph: Paragraph) -> Paragraph:
    """Return a row as a paragraph; with a single filled cell it can be a heading."""
    cells = _filled(paragraph)
    return paragraph._replace(
        text="　".join(cells), cells=() if len(cells) == 1 else paragraph.cells
    )


def _filled(paragraph: Paragraph) -> list[str]:
    """Return the cells that hold words, one that takes several columns once."""
    cells = paragraph.cells
    return [
        cell
        for index, cell in enumerate(cells)
        if cell and cell not in cells[max(0, index - 1) : index]
    ]
