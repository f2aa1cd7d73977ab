"""Tab-separated text for other programs: one row per line, no heading, never cut."""

from collections.abc import Iterable

from plan_cli.report import Cell, Report


def export(report: Report) -> str:
    """Return one line per row; tabs and line ends inside a cell become spaces."""
    shown = report.shown("sheet")
    return "".join([_line([row.cells[i] for i in shown]) for row in report.rows])


def _line(cells: Iterable[Cell]) -> str:
    texts = (c if type(c) is str and c.isprintable() else _flat(c) for c in cells)
    return "\t".join(texts) + "\n"


def _flat(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return text if text.isprintable() else " ".join(text.split())
