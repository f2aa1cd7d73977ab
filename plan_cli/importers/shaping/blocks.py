"""From paragraphs to blocks: each with its number and its notes, or the columns it is a row of."""

from collections.abc import Iterator, Sequence

from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.markers import find_marker
from plan_cli.importers.shaping.nodes import Block
from plan_cli.importers.shaping.tables import Columns, find_columns
from plan_cli.importers.shaping.unfolding import unfolded


def blocks_of(paragraphs: Sequence[Paragraph]) -> list[Block]:
    """Return ``paragraphs`` with what was found in them."""
    blocks = []
    for paragraph, columns in _with_columns(paragraphs):
        if columns:
            blocks.append(Block(paragraph, None, (), columns))
            continue
        for part, notes in unfolded(paragraph):
            blocks.append(Block(part, find_marker(part.text), notes))
    return blocks


def _with_columns(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Columns | None]]:
    """Yield each paragraph with the columns that hold for it, if it is a row of tasks.

    A row with a single filled cell is a heading inside the table; rows of other tables are
    paragraphs like any other. Headings that a table repeats on each page are left out.
    """
    columns: Columns | None = None
    for paragraph in paragraphs:
        if not paragraph.cells:
            columns = None if len(paragraph.text) > 60 else columns
            yield paragraph, None
        elif found := find_columns(paragraph.cells):
            repeated = columns and found.headings == columns.headings
            columns = found
            if not repeated:
                yield _plain(paragraph), None
        elif columns and _is_task(paragraph, columns):
            yield paragraph, columns
        else:
            yield _plain(paragraph), None


def _is_task(paragraph: Paragraph, columns: Columns) -> bool:
    filled = [cell for cell in paragraph.cells if cell]
    return len(paragraph.cells) == len(columns.headings) and len(set(filled)) >= 2


def _plain(paragraph: Paragraph) -> Paragraph:
    """Return a row as a paragraph; with a single filled cell it can be a heading."""
    cells = [
        cell
        for index, cell in enumerate(paragraph.cells)
        if cell and cell not in paragraph.cells[max(0, index - 1) : index]
    ]
    return paragraph._replace(
        text="　".join(cells), cells=() if len(cells) == 1 else paragraph.cells
    )
