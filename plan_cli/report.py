"""One shape for every answer: `Report`. Every exporter and view takes it.

A report has two readings. *Page* forms (terminal, docx, html, txt, md) show groups under
their headings, bands that span the table, and the columns meant for pages, but no folded
rows. *Sheet* forms (tsv, csv, xlsx) show each row standing alone, with the columns meant for
sheets. The *record* forms (json, yaml) show ``records`` and nothing else.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from plan_cli.bars import Bar
from plan_cli.model.plan import Role, Way

CONFIRMED = "办公室确认"
"""Of whom the document leaves it open, and the office says that it is responsible."""
ROLE_NAMES = {
    Role.NAMED: "点名",
    Role.ALL: "统称",
    Role.SOME: "待确认",
    Role.PARTY: "党组织承担",
    Role.NONE: "未涉及",
}
WAY_NAMES: dict[Way, str] = {"lead": "牵头", "support": "配合"}
EDITOR_MARK = "（拟）"
"""Behind a title that an editor has made where the document has none."""
Record = dict[str, Any]
"""Plain data for JSON: text, numbers, None, lists and records."""


Mark = Literal["hit", "added", "removed", "strong", "small"]
"""What a piece of text is singled out for; small is what is good to know beside the matter."""


class Marked(NamedTuple):
    """Text of which some pieces are singled out."""

    parts: tuple[tuple[str, Mark | None], ...]

    def __str__(self) -> str:
        return "".join(_SIGNS.get(mark, "{}").format(text) for text, mark in self.parts)


_SIGNS: dict[Mark | None, str] = {"added": "{{+{}+}}", "removed": "[-{}-]"}
"""How plain text shows marks: what came and what went must not be taken for one text."""


class Coded(NamedTuple):
    """A word that programs read as ``code`` and people as ``name``, as they do a role."""

    code: str
    name: str

    def __str__(self) -> str:
        return self.code


Cell = str | int | float | Role | Coded | Marked | Bar | None

On = Literal["all", "page", "sheet"]
"""Where a column is shown."""

T = TypeVar("T")


def nothing(item: Any) -> Cell:
    """Fill no cell: what a column shows is written by hand, or the rows are made elsewhere."""
    return None


class Column(NamedTuple, Generic[T]):
    """One column of a table of items."""

    heading: str
    width: int
    """Its usual width in Chinese characters, for layout."""
    of: Callable[[T], Cell] = nothing
    """What stands in it, for an item."""
    on: On = "all"
    heat: bool = False
    """Whether larger numbers are shown warmer, where there is colour."""
    by_hand: bool = False
    """Whether a person fills it in: a box to tick, or room to write in (empty cells)."""
    choices: tuple[str, ...] = ()
    """What a form may offer to fill in; other words are as good."""
    ids: bool = False
    """Whether it holds ids: to a spreadsheet 1.10 is a number and 1-1 a date, unless told."""
    helper: bool = False
    """Whether it only helps a sheet to be sorted and filtered: last, and left out of print."""


AnyColumn = Column[Any]
"""A column whose rows are made already, as exporters see it."""


class Row(NamedTuple):
    """Cells for all columns; or a ``band`` of lines that spans a page and no sheet shows."""

    cells: tuple[Cell, ...] = ()
    band: tuple[str, ...] = ()
    total: bool = False
    """Whether it sums up the others."""


def filled(columns: Sequence[Column[T]], items: Sequence[T]) -> tuple[Row, ...]:
    """Return one row for each of ``items``, as ``columns`` say."""
    return tuple(map(Row, zip(*(map(column.of, items) for column in columns), strict=True)))


LetterPart = Literal[
    "letterhead", "number", "title", "addressees", "section", "subsection", "body", "signature"
]
"""What a paragraph is in an official letter (公文); GB/T 9704-2012, 7. A signature is who signs,
and the day: at the right (7.3.5)."""


class Group(NamedTuple):
    """Rows under a heading; ``note`` says in a few words what they have in common."""

    rows: tuple[Row, ...]
    heading: str = ""
    note: str = ""
    part: LetterPart = "body"
    """What it is in a letter: of use only where the paper is one."""
    folded: bool = False
    """Whether its heading says enough on a page, and only sheets show its rows."""
    text: tuple[str, ...] = ()
    """Paragraphs under its heading, before its rows; sheets do not show them."""
    columns: tuple[AnyColumn, ...] = ()
    """Where its rows are a table of their own: in its place on pages, a sheet of a workbook."""


WRITE_HERE = "＿" * 8
"""Room to write in, for forms that cannot draw a line."""


class Imprint(NamedTuple):
    """What a report says about itself on paper and in the properties of a file."""

    subject: str = ""
    author: str = ""
    source: str = ""
    """Where it comes from; the last line of a file."""
    made: date | None = None
    """The day it was made. It comes from outside: no exporter reads the clock."""
    signed: tuple[tuple[str, ...], ...] = ()
    """What is filled in by hand at the end (填表人, 填报日期): lines of labels."""

    @property
    def signature(self) -> tuple[str, ...]:
        """The lines to sign on, in plain characters."""
        return tuple(
            "　　".join(f"{label}：{WRITE_HERE}" for label in line) for line in self.signed
        )


Layout = Literal["table", "page"]
"""How people read a report: a table, or a page of labels and text (two columns)."""
Paper = Literal["plain", "one sheet", "letter"]
"""How a page is laid out on paper; a letter is the official one itself: nothing but its text."""


def no_records() -> Sequence[Record]:
    """Stand for a report that has no record form."""
    return ()


class Report(NamedTuple):
    """An answer, ready to be shown in any form."""

    title: str
    columns: tuple[AnyColumn, ...]
    groups: tuple[Group, ...]
    heading: tuple[str, ...] = ()
    """Lines under the title."""
    closing: tuple[str, ...] = ()
    """Lines that account for the rest: on standard error, in files at the foot."""
    hints: tuple[str, ...] = ()
    """Lines for the person at the keyboard only; never in a file."""
    layout: Layout = "table"
    records: Callable[[], Sequence[Record]] = no_records
    imprint: Imprint = Imprint()
    annexes: tuple["Report", ...] = ()
    """Further tables, for forms that hold several side by side (xlsx); others omit them."""
    single: bool = False
    """Whether the one record stands alone in JSON, not in an array."""
    paper: Paper = "plain"
    exit_code: int = 0
    """What the program leaves with: 1 where the answer is that something is wrong."""

    @property
    def rows(self) -> Iterator[Row]:
        """All rows of its own table that stand for something, without bands."""
        return (row for g in self.groups if not g.columns for row in g.rows if not row.band)

    @property
    def foot(self) -> tuple[str, ...]:
        """The lines at the end of a file: closing lines, signature, source."""
        lines = (*self.closing, *self.imprint.signature, self.imprint.source)
        return tuple(line for line in lines if line)

    def paged(self) -> "Report":
        """Return the report as pages show it: without the rows of folded groups."""
        groups = (group._replace(rows=()) if group.folded else group for group in self.groups)
        return self._replace(groups=tuple(g for g in groups if g.heading or not g.folded))

    def within(self, group: Group) -> "Report":
        """Return the report whose table the rows of ``group`` stand in."""
        if not group.columns:
            return self
        return self._replace(columns=group.columns, groups=(group._replace(columns=()),))

    @property
    def asides(self) -> tuple["Report", ...]:
        """The tables of groups that have columns of their own, each as a report."""
        return tuple(
            Report(group.heading, group.columns, (Group(group.rows),), imprint=self.imprint)
            for group in self.groups
            if group.columns and group.rows
        )

    def shown(self, on: On) -> list[int]:
        """Return the indices of the columns that a page or a sheet shows."""
        return [i for i, column in enumerate(self.columns) if column.on in ("all", on)]


def cell_text(cell: Cell) -> str:
    """Return a cell as people read it."""
    if isinstance(cell, Role):
        return ROLE_NAMES[cell]
    if isinstance(cell, Coded):
        return cell.name
    return "" if cell is None else str(cell)
