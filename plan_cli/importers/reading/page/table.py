"""Tables of web pages: merged cells are repeated; tables that only lay out a page come apart."""

from collections.abc import Sequence

from plan_cli.errors import InputError
from plan_cli.importers.reading.lines import Line
from plan_cli.notes.columns import find_columns

MAX_CELLS = 200_000
MAX_SPAN = 60
MANY = 8
"""So many lines in one cell are no entry of a table but a part of the page."""


class Table:
    """A table as it is read, row by row."""

    def __init__(self) -> None:
        self.in_cell = False
        self._cells: list[list[Line]] | None = None
        self._rows: list[int] = []
        self._owner: list[int] = []
        self._above: dict[int, tuple[int, list[Line]]] = {}
        self._merged: set[int] = set()
        self._total = 0
        self._headed = False
        """Whether its columns have headings of a table of tasks: then it lays out nothing."""

    def start_row(self) -> None:
        """Begin a row."""
        self._cells, self._rows, self._owner, self._merged = [], [], [], set()

    def start_cell(self, rows: int, columns: int) -> None:
        """Begin a cell that spans so many rows and columns. Raises InputError at too many."""
        if self._cells is None:
            self.start_row()
        self._spanned()
        self.in_cell = True
        assert self._cells is not None
        first = len(self._cells)
        for _ in range(max(1, min(columns, MAX_SPAN))):
            self._put([], max(rows, 1), first)
        if self._total > MAX_CELLS:
            raise InputError("网页里的表格过大", "请只保留任务表，另存后再试。")

    def add(self, line: Line) -> None:
        """Put ``line`` into the cell that is open."""
        if self._cells:
            self._cells[self._owner[-1]].append(line)

    def end_row(self, place: str) -> list[Line]:
        """Return the row as a line; as the lines in it, if it lays out the page."""
        if self._cells is None:
            return []
        self._spanned()
        for index, rows in enumerate(self._rows):
            if rows > 1:
                self._above[index] = (rows - 1, self._cells[self._owner[index]])
        cells, self._cells, self.in_cell = self._cells, None, False
        if _lays_out(cells) and not (self._headed and sum(map(bool, cells)) > 1):
            return [line for cell in cells for line in cell]
        texts = tuple(_text(cells[owner]) for owner in self._owner)
        self._headed |= find_columns(texts) is not None
        if not any(texts):
            return []
        return [Line("\t".join(texts), place, cells=texts, merged=frozenset(self._merged))]

    def _spanned(self) -> None:
        """Put in the cells that reach down from the rows above."""
        assert self._cells is not None
        while (index := len(self._cells)) in self._above:
            left, lines = self._above.pop(index)
            if left > 1:
                self._above[index] = (left - 1, lines)
            self._merged.add(index)
            self._put(lines, 1, index)

    def _put(self, lines: list[Line], rows: int, owner: int) -> None:
        assert self._cells is not None
        self._cells.append(lines)
        self._rows.append(rows)
        self._owner.append(owner)
        self._total += 1


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text.replace("\t", " ") for line in lines)


def _lays_out(cells: Sequence[Sequence[Line]]) -> bool:
    """Say whether a row holds parts of the page instead of entries."""
    filled = [cell for cell in cells if cell]
    if any(len(cell) >= MANY or any(line.cells for line in cell) for cell in filled):
        return True
    return len(filled) == 1 and len(filled[0]) > 2
