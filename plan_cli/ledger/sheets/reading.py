"""One workbook that came back, read by openpyxl: a file's bytes in, what it tells out.

Read in openpyxl's read-only mode: it knows neither merged cells nor formulas beside their values,
which the XML tells (`bounds`), but it leaves pictures, links, comments and all other sheets alone,
and makes nothing of ranges that a hostile file declares a million rows long.
"""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import Any

from plan_cli.archives import FAILURES
from plan_cli.cells import MAX_CHARACTERS
from plan_cli.errors import InputError
from plan_cli.ledger.sheets.answers import Outside, Table
from plan_cli.ledger.sheets.astray import above
from plan_cli.ledger.sheets.bounds import BROKEN, MAX_COLUMNS, TOO_LARGE, Survey, surveyed
from plan_cli.ledger.sheets.carried import AGAIN, LOST, carried
from plan_cli.ledger.sheets.headings import HIDDEN, TABLE
from plan_cli.ledger.sheets.heads import Row, find_heads
from plan_cli.ledger.sheets.other_sheets import Others, beyond, commented
from plan_cli.ledger.sheets.returned import Odd, Returned
from plan_cli.ledger.sheets.typed_cells import Given
from plan_cli.text import fold

MAX_MERGED = 200_000
"""Cells of all merged ranges together."""
CHINESE_DATES = frozenset((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58))
"""Built-in number formats of dates in Chinese programs (ECMA-376, 18.8.30), as 5月20日, which
openpyxl takes for plain numbers."""


def read(file: str, content: bytes) -> Returned:
    """Return what the workbook called ``file`` tells.

    Raises InputError, with what to do, for what is no workbook of ours that can be read.
    """
    surveys = surveyed(content)
    try:
        workbook = _opened(content)
        sheets = {fold(sheet.title): sheet for sheet in workbook.worksheets}
        hidden, sheet = sheets.get(fold(HIDDEN)), sheets.get(fold(TABLE))
        if hidden is None:
            raise LOST
        known = carried([row for row in hidden.iter_rows(values_only=True) if any(row)])
        if sheet is None:
            message = f"没有名为“{TABLE}”的工作表"
            raise InputError(message, f"请把填写的工作表改名为“{TABLE}”；没有了，{AGAIN}")
        survey = surveys[sheet._worksheet_path]
        rows = list(_rows(sheet, workbook.epoch))
        outside = Outside(survey.formulas, _merged(survey, rows))
        others = Others(known, rows)
        beside = list(_beside(workbook, others, surveys))
    except (TypeError, AttributeError, SyntaxError, *FAILURES):
        raise BROKEN from None
    heads = find_heads(rows)
    below = rows[heads.at + 1 :]
    table = Table(heads, known.sent, outside)
    answers = tuple(table.answers(below))
    odd = (*heads.odd(), *above(rows[: heads.at]), *table.odd, *beside)
    return Returned(file, known.unit, known.period, known.plan, known.made, answers, odd)


def _opened(content: bytes) -> Any:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl would lose if it saved the file
        workbook = openpyxl.load_workbook(
            BytesIO(content), read_only=True, data_only=True, keep_links=False
        )
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()  # WPS declares A1 whatever the sheet holds
    workbook._date_formats = ()  # openpyxl makes an error of 20221020 in a cell for dates
    return workbook


def _beside(workbook: Any, others: Others, surveys: Mapping[str, Survey]) -> Iterator[Odd]:
    """Yield what is said outside the table, where people see it."""
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "veryHidden" or fold(sheet.title) == fold(HIDDEN):
            continue
        if fold(sheet.title) != fold(TABLE):
            yield from others.odd(sheet.title, list(_rows(sheet, workbook.epoch)))
        yield from commented(surveys, sheet._worksheet_path, sheet.title)
        yield from beyond(surveys[sheet._worksheet_path], sheet.title)


def _rows(sheet: Any, epoch: datetime) -> Iterator[Row]:
    """Yield the rows that hold something.

    openpyxl fills gaps with one and the same row: up to a million times.
    """
    before = None
    for cells in sheet.iter_rows(max_col=MAX_COLUMNS):
        if cells is before:
            continue
        before = cells
        filled = [cell for cell in cells if _holds(cell.value)]
        if filled:
            found = {cell.column: _given(cell, epoch) for cell in filled}
            yield Row(filled[0].row, found)


def _holds(value: Any) -> bool:
    if isinstance(value, str):
        if len(value) > MAX_CHARACTERS:
            raise TOO_LARGE
        return bool(fold(value))
    return value is not None


def _given(cell: Any, epoch: datetime) -> Given:
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format
    from openpyxl.utils.datetime import from_excel

    value, form = cell.value, cell.number_format or ""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and (cell.style_array.numFmtId in CHINESE_DATES or is_date_format(form)):
        with suppress(OverflowError, ValueError):  # too many days: it stays the number it is
            value = from_excel(value, epoch, is_timedelta_format(form))
    return Given(value, form, cell.coordinate)


def _merged(survey: Survey, rows: list[Row]) -> Mapping[str, str]:
    """Return the ranges of cells that show what the first of their range holds."""
    from openpyxl.utils import get_column_letter, range_boundaries

    last = rows[-1].number if rows else 0
    found: dict[str, str] = {}
    room = MAX_MERGED
    for span in survey.merged:
        left, top, right, bottom = range_boundaries(span)
        right, bottom = min(right, MAX_COLUMNS), min(bottom, last)
        room -= max(1, (right - left + 1) * (bottom - top + 1))
        if room < 0:
            raise TOO_LARGE
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    found[f"{get_column_letter(column)}{row}"] = span
    return found
