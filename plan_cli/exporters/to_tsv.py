"""Tab-separated text for other programs: one row per line, no heading, never cut."""

from plan_cli.report import Cell, Report


def export(report: Report) -> str:
    """Return one line per row; tabs and line ends inside a cell become spaces."""
    shown = report.shown("sheet")
    lines = ("\t".join(_flat(row.cells[i]) for i in shown) for row in report.rows)
    return "".join(f"{line}\n" for line in lines)


def _flat(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return text if text.isprintable() else " ".join(text.split())
