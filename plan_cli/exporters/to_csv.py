"""Comma-separated text for spreadsheets, with a heading row."""

import csv
import io

from plan_cli.report import Cell, Report, cell_text

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula (OWASP, “CSV Injection”)."""

_WIDE = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in ".-"}
"""What makes a spreadsheet take an id for a number or a date, as its full-width twin: CSV
cannot say that a cell is text, and ids are looked up whatever their width."""


def export(report: Report) -> str:
    """Return heading and rows; a text that looks like a formula gets a leading ``'``, ids get
    full-width signs (``1．10``).
    """
    shown = report.shown("sheet")
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([report.columns[i].heading for i in shown])
    writer.writerows(
        [_safe(row.cells[i], report.columns[i].ids) for i in shown] for row in report.rows
    )
    return buffer.getvalue()


def _safe(cell: Cell, ids: bool) -> str | int | float:
    if isinstance(cell, int | float):
        return cell
    text = cell_text(cell).translate(_WIDE if ids else {})
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
