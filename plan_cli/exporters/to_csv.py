"""Comma-separated text for spreadsheets, with a heading row."""

import csv
import io

from plan_cli.report import Cell, On, Report, cell_text

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula (OWASP, “CSV Injection”)."""


def export(report: Report) -> str:
    """Return heading and rows; a text that looks like a formula gets a leading ``'``."""
    shown = report.shown(On.SHEET)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([report.columns[i].heading for i in shown])
    writer.writerows([_safe(row.cells[i]) for i in shown] for row in report.rows)
    return buffer.getvalue()


def _safe(cell: Cell) -> str | int | float:
    if isinstance(cell, int | float):
        return cell
    text = cell_text(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
