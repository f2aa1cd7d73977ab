"""How the columns of a table share the width of a terminal."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_cli.cli.terminal.screen import width
from plan_cli.report import Report, cell_text
from plan_cli.text import visible

GAP = 2
MIN_COLUMN = 4
NARROW = 12
"""Columns that need no more than this get it, before the others share."""


class Slot(NamedTuple):
    """A column as it is drawn."""

    column: int
    width: int
    right: bool
    """Whether it holds numbers, which stand at the right."""


def slots_of(report: Report, room: int) -> list[Slot]:
    """Return the columns that are shown of ``report``, ``room`` columns of characters wide."""
    shown = [i for i in report.shown("page") if not _only_for_paper(report, i)]
    return [
        Slot(i, columns, any(isinstance(row.cells[i], int | float) for row in report.rows))
        for i, columns in zip(shown, _widths(report, shown, room), strict=True)
    ]


def _only_for_paper(report: Report, column: int) -> bool:
    """Say whether a column is room to write in: nobody can at a terminal."""
    return report.columns[column].by_hand and not any(
        cell_text(row.cells[column]) for row in report.rows
    )


def _widths(report: Report, shown: Sequence[int], room: int) -> list[int]:
    """Share the room out: columns that need little get it, the others share by usual width.

    Where there is not room even for those, the widest are made narrower, those last in which
    a date or a number would be broken.
    """
    room -= GAP * len(shown)
    needs = [max(_needs(report, i)) for i in shown]
    widths = dict.fromkeys(range(len(shown)), 0)
    for column in widths:
        if needs[column] <= NARROW:
            widths[column] = needs[column]
            room -= needs[column]
    open_columns = {column for column in widths if not widths[column]}
    while open_columns:
        weight = sum(report.columns[shown[c]].width for c in open_columns) or 1
        fair = {c: room * report.columns[shown[c]].width // weight for c in open_columns}
        small = {c for c in open_columns if needs[c] <= fair[c]}
        for column in small or open_columns:
            widths[column] = needs[column] if small else max(MIN_COLUMN, fair[column])
            room -= widths[column]
        open_columns -= small or open_columns
    least = dict.fromkeys(widths, MIN_COLUMN)
    for floor in ({column: _unbroken(report, i) for column, i in enumerate(shown)}, least):
        while room < 0 and (wide := [c for c in widths if widths[c] > floor[c]]):
            widths[max(wide, key=widths.__getitem__)] -= 1
            room += 1
    return list(widths.values())


def _unbroken(report: Report, column: int) -> int:
    """Return how wide the longest date, number or id in a column is."""
    words = (word for row in report.rows for word in cell_text(row.cells[column]).split())
    return max((len(word) for word in words if word.isascii()), default=MIN_COLUMN)


def _needs(report: Report, column: int) -> Iterator[int]:
    yield width(report.columns[column].heading)
    for row in report.rows:
        yield from (width(line) for line in visible(cell_text(row.cells[column])).split("\n"))
