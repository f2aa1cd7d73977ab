"""What docx, xlsx and html share: text that XML can hold, its escaping, the shape of rows."""

from collections.abc import Iterator, Sequence
from html import escape

from plan_cli.report import AnyColumn, Cell, Mark, Marked, cell_text
from plan_cli.text import breaks, visible

LINE_KEEPERS = "\n\t"
NARROW = 6
"""Columns up to this width, in characters, are centred."""
WHOLE_LINES = 8
"""A row with more lines than this may break across pages: kept whole, it leaves gaps."""


def clean(text: str) -> str:
    r"""Return ``text`` with what XML cannot hold, or nobody can see, as marks like ``\x1b``."""
    return visible(text, keep=LINE_KEEPERS)


def escaped(text: str) -> str:
    """Return ``text`` cleaned, and safe as text and as an attribute of XML and HTML."""
    return escape(clean(text))


def pieces(cell: Cell) -> Iterator[tuple[str, Mark | None]]:
    """Yield the pieces of a cell, each with what it is singled out for."""
    if isinstance(cell, Marked):
        yield from cell.parts
    elif text := cell_text(cell):
        yield text, None


def lines(cell: Cell) -> Iterator[tuple[Marked, bool]]:
    """Yield the lines of a cell, each with whether all of it is small type: that sets it closer."""
    parted: list[list[tuple[str, Mark | None]]] = [[]]
    for text, mark in pieces(cell):
        first, *more = text.split("\n")
        parted[-1].append((first, mark))
        parted += [[(line, mark)] for line in more]
    for line in parted:
        parts = tuple(part for part in line if part[0])
        yield Marked(parts), bool(parts) and all(mark == "small" for _, mark in parts)


def may_break(cells: Sequence[Cell], columns: Sequence[AnyColumn]) -> bool:
    """Say whether a row is so high that it may break across pages."""
    heights = (
        sum(1 + len(breaks(line, 2 * column.width)) for line in cell_text(cell).split("\n"))
        for cell, column in zip(cells, columns, strict=True)
    )
    return max(heights, default=0) > WHOLE_LINES
