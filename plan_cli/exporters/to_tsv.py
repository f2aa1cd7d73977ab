"""Tab-separated text for other programs: one row per line, no heading, never cut."""

from collections.abc import Sequence

from plan_cli.report import Cell, Report


def export(report: Report) -> str:
    """Return one line per row; tabs and line ends inside a cell become spaces."""
    shown = report.shown("sheet")
    return "".join([_line(row.cells, shown) for row in report.rows])


def _line(cells: Sequence[Cell], shown: Sequence[int]) -> str:
    told = [cells[place] for place in shown]
    # Nearly all are printable text; a call for each took twice the time.
    texts = [each if type(each) is str and each.isprintable() else _flat(each) for each in told]
    return "\t".join(texts) + "\n"


def _flat(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return text if text.isprintable() else " ".join(text.split())
