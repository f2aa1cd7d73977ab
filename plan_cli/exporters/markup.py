"""What docx, xlsx and html share: text that XML can hold, and its escaping."""

from collections.abc import Iterator
from html import escape

from plan_cli.report import Cell, Mark, Marked, cell_text
from plan_cli.text import visible

LINE_KEEPERS = "\n\t"


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
