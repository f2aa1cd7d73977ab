"""The sheet that is filled in: one row an item, what is given locked, what is typed checked."""

from collections.abc import Sequence
from typing import Any

from plan_cli.cells import (
    A4,
    LINE_POINTS,
    MAX_ROW_POINTS,
    lines_of,
    measured_rows,
    needs_quote,
    put_text,
)
from plan_cli.ledger.event import Told
from plan_cli.ledger.sheets.headings import HEADINGS, ID, MEANINGS, Heading
from plan_cli.ledger.sheets.looks import Look, Looks
from plan_cli.ledger.sheets.sheet_rows import SheetRow
from plan_cli.text import clip, listed, width

FROZEN = "D2"
"""The first cell that moves: one who types sees what is to be done."""
CENTURY = 36526
"""The first day of 2000, as spreadsheets count days."""
WIDEST = 255
MARGIN = 0.4
MOST_IN_HEADER = 50
"""Characters of one part of the print header; a spreadsheet takes 255 in all."""
_LOOKS: dict[Told, Look] = {"status": Look.CHOSEN, "done": Look.AMOUNT, "due": Look.DATE}


class Table:
    """The sheet while it is filled."""

    def __init__(self, sheet: Any, looks: Looks, rows: Sequence[SheetRow]) -> None:
        from openpyxl.utils import get_column_letter

        self.sheet, self.looks, self.rows = sheet, looks, rows
        self.letters = [get_column_letter(place) for place in range(1, len(HEADINGS) + 1)]
        self.widths = _widths(rows)
        self.row_class = measured_rows()

    def fill(self, above: Sequence[str]) -> None:
        """Write all rows and set up screen, checks and paper; ``above`` is printed over them:
        on the left, in the middle and on the right.
        """
        for place, heading in enumerate(HEADINGS, 1):
            look = Look.TYPED_HEAD if heading.field else Look.GIVEN_HEAD
            self._put(1, place, heading.name, look)
        for number, row in enumerate(self.rows, 2):
            self._row(number, row)
        self._screen()
        self._checks()
        self._paper(above)

    def _row(self, number: int, row: SheetRow) -> None:
        lines = 1
        for place, (heading, content) in enumerate(zip(HEADINGS, row.cells, strict=True), 1):
            self._put(number, place, content, _look(heading))
            if isinstance(content, str):
                lines = max(lines, lines_of(content, self.widths[place - 1]))
        points = min(MAX_ROW_POINTS, lines * LINE_POINTS + 6)
        self.sheet.row_dimensions[number] = self.row_class(self.sheet, number, points)

    def _put(self, row: int, place: int, content: Any, look: Look) -> None:
        cell = self.sheet.cell(row, place)
        if isinstance(content, str):
            put_text(cell, content)
        elif content is not None:
            cell.value = content
        # Behind the value: openpyxl gives a date a format of its own.
        cell._style = self.looks.of(look, isinstance(content, str) and needs_quote(content))

    def _screen(self) -> None:
        sheet = self.sheet
        for letter, size in zip(self.letters, self.widths, strict=True):
            sheet.column_dimensions[letter].width = size
        sheet.row_dimensions[1].height = 2 * LINE_POINTS
        sheet.freeze_panes = FROZEN
        sheet.auto_filter.ref = f"A1:{self.letters[-1]}{len(self.rows) + 1}"
        protection = sheet.protection
        protection.sheet = True
        protection.formatColumns = protection.formatRows = False
        protection.sort = protection.autoFilter = False

    def _checks(self) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        choices = ",".join(MEANINGS)
        checks: dict[Told, Any] = {
            "status": DataValidation(
                type="list",
                formula1=f'"{choices}"',
                error=f"请选：{listed(list(MEANINGS))}",
            ),
            "done": DataValidation(
                type="decimal",
                operator="greaterThanOrEqual",
                formula1="0",
                errorStyle="warning",
                error="这里最好只写数字，如 12。就这样写吗？",
            ),
            "due": DataValidation(
                type="date",
                operator="greaterThanOrEqual",
                formula1=str(CENTURY),
                errorStyle="warning",
                error="这里最好写成 2022-09-30 这样的日期。就这样写吗？",
            ),
        }
        for letter, heading in zip(self.letters, HEADINGS, strict=True):
            if heading.field in checks:
                check = checks[heading.field]
                check.allow_blank = check.showErrorMessage = True
                check.errorTitle = heading.name
                check.add(f"{letter}2:{letter}{len(self.rows) + 1}")
                self.sheet.add_data_validation(check)

    def _paper(self, above: Sequence[str]) -> None:
        sheet = self.sheet
        sheet.print_title_rows = "1:1"
        page = sheet.page_setup
        page.orientation, page.paperSize = "landscape", A4
        page.fitToWidth, page.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = MARGIN
        margins.top = margins.bottom = 2 * MARGIN
        margins.header = margins.footer = MARGIN
        head = sheet.oddHeader
        for part, text in zip((head.left, head.center, head.right), above, strict=True):
            part.text = clip(text, MOST_IN_HEADER).replace("&", "&&")
        sheet.oddFooter.center.text = "第 &P 页 共 &N 页"


def _look(heading: Heading) -> Look:
    if heading.field:
        return _LOOKS.get(heading.field, Look.TYPED)
    return Look.CENTRED if heading.name == ID else Look.GIVEN


def _widths(rows: Sequence[SheetRow]) -> list[float]:
    """Return how wide the columns are; one grows where a row could not be as high as its text."""
    longest = [0] * len(HEADINGS)
    for row in rows:
        texts = (each if isinstance(each, str) else "" for each in row.cells)
        longest = [max(most, width(text)) for most, text in zip(longest, texts, strict=True)]
    needed = [most * LINE_POINTS * 1.1 / MAX_ROW_POINTS for most in longest]
    return [
        round(min(WIDEST, max(each.width, most)), 1)
        for each, most in zip(HEADINGS, needed, strict=True)
    ]
