"""Excel workbooks: every row stands alone, ready to be filtered, sorted, filled in and printed."""

import io
from collections.abc import Sequence
from typing import Any

from plan_cli.cells import (
    A4,
    LINE_POINTS,
    MAX_ROW_POINTS,
    held,
    lines_of,
    needs_quote,
    put_text,
)
from plan_cli.exporters.markup import clean
from plan_cli.exporters.xlsx_styles import Look, Styles
from plan_cli.repack import repack
from plan_cli.report import AnyColumn, Cell, Marked, Report, Row, cell_text
from plan_cli.text import breaks, width

READABLE = 125
"""On A4 across, this many digits print at their size, or at least at nine points of eleven where
a substitute for the usual font is wider."""
WIDEST = 255
NARROW = 6
SHEET_NAME_MAX = 31
_SHEET_NAME_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))


def export(report: Report) -> bytes:
    """Return an xlsx file; annexes are hidden sheets, so that they are not printed.

    Raises ModuleNotFoundError without openpyxl, OutputError for a text that no cell can hold.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    styles = Styles(book)
    shown = (report, *report.asides)
    for each in (*shown, *report.annexes):
        _Sheet(book.create_sheet(_sheet_name(each.title)), each, styles).fill()
    for sheet in book.worksheets[len(shown) :]:
        sheet.sheet_state = "hidden"
    properties = book.properties
    properties.title = clean(report.title)
    properties.subject = clean(report.imprint.subject)
    properties.creator = properties.lastModifiedBy = clean(report.imprint.author)
    properties.description = clean(report.imprint.source)
    buffer = io.BytesIO()
    book.save(buffer)
    return repack(buffer.getvalue(), report.imprint.made)


def _sheet_name(title: str) -> str:
    """Return a title as the name of a sheet, which has its own rules; openpyxl numbers doubles."""
    plain = clean(title).replace("\n", " ").translate(_SHEET_NAME_FORBIDDEN)
    return plain[:SHEET_NAME_MAX].strip("' ") or "表"


class _Sheet:
    """One sheet while it is filled, from the top down."""

    def __init__(self, sheet: Any, report: Report, styles: Styles) -> None:
        from openpyxl.utils import get_column_letter

        self.sheet = sheet
        self.report = report
        self.styles = styles
        self.upright = report.layout == "page"
        self.shown = report.shown("sheet")
        self.columns: list[AnyColumn] = [report.columns[i] for i in self.shown]
        self.widths = _column_widths(report, self.shown)
        self.printed = sum(not column.helper for column in self.columns)
        self.printed_width = sum(self.widths[: self.printed])
        self.letters = [get_column_letter(place) for place in range(1, len(self.columns) + 1)]
        self.next = 1

    def fill(self) -> None:
        """Write heading, rows and foot, and set up screen and paper."""
        for number, line in enumerate((self.report.title, *self.report.heading)):
            if line:
                self._heading_line(line, Look.SUBTITLE if number else Look.TITLE)
        if self.upright:
            self._page()
        else:
            self._table()
        self._foot()
        self._set_up()

    def _heading_line(self, line: str, look: Look) -> None:
        self._put(1, line, look)
        if self.printed > 1:
            self.sheet.merge_cells(
                start_row=self.next, end_row=self.next, start_column=1, end_column=self.printed
            )
        size = 2 if look is Look.TITLE else 1
        self._height(_lines(line, self.printed_width / size) * (LINE_POINTS * size + 3))
        self.next += 1

    def _table(self) -> None:
        head = self.next
        for place, column in enumerate(self.columns, 1):
            self._put(place, column.heading, Look.HEAD)
        sizes = zip(self.columns, self.widths, strict=True)
        self._height(max(_lines(c.heading, size) for c, size in sizes) * LINE_POINTS + 6)
        self.next += 1
        looks = [_look(column) for column in self.columns]
        for row in self.report.rows:
            self._row(row, looks)
        last = self.next - 1
        self.sheet.freeze_panes = f"A{head + 1}"
        self.sheet.print_title_rows = f"{head}:{head}"
        self.sheet.auto_filter.ref = f"A{head}:{self.letters[-1]}{last}"
        if last > head:
            self._offer_choices(head + 1, last)

    def _row(self, row: Row, looks: Sequence[Look]) -> None:
        lines = 1
        for place, (i, look) in enumerate(zip(self.shown, looks, strict=True), 1):
            self._put(place, row.cells[i], look, self.columns[place - 1].ids)
            if look is not Look.HELPER:
                lines = max(lines, _lines(row.cells[i], self.widths[place - 1]))
        self._height(lines * LINE_POINTS + 6)
        self.next += 1

    def _height(self, points: float) -> None:
        """Tell how high a row is, as programs measure it that do not fit rows to their text."""
        self.sheet.row_dimensions[self.next] = self.styles.row(self.sheet, self.next, points)

    def _page(self) -> None:
        for group in self.report.groups:
            for line, look in ((group.heading, Look.GROUP), (group.note, Look.PLAIN)):
                if line:
                    self._put(1, line, look)
                    self.next += 1
            for row in group.rows:
                self._put(1, row.cells[0], Look.LABEL, self.columns[0].ids)
                self._put(2, row.cells[1], Look.VALUE)
                self._height(_lines(row.cells[1], self.widths[1]) * LINE_POINTS + 3)
                self.next += 1

    def _put(self, place: int, content: Cell, look: Look, ids: bool = False) -> None:
        cell = self.sheet.cell(self.next, place)
        if isinstance(content, int | float):
            cell.value = content
            cell._style = self.styles.of(Look.NUMBER)
            return
        text = held(cell_text(content))
        if isinstance(content, Marked) and any(m == "strong" for _, m in content.parts):
            cell.value = self.styles.rich([(clean(t), m == "strong") for t, m in content.parts])
        else:
            put_text(cell, text)
        cell._style = self.styles.of(look, quoted=needs_quote(text), ids=ids)

    def _offer_choices(self, first: int, last: int) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        for letter, column in zip(self.letters, self.columns, strict=True):
            if column.choices:
                offer = DataValidation(
                    type="list",
                    formula1=f'"{",".join(column.choices)}"',
                    allow_blank=True,
                )
                offer.add(f"{letter}{first}:{letter}{last}")
                self.sheet.add_data_validation(offer)

    def _foot(self) -> None:
        """Write what stands at the end, broken by hand: merged cells do not sort or filter."""
        self.next += 1
        for line in (*self.report.closing, *self.report.imprint.signature):
            ends = [*breaks(line, int(self.printed_width * 0.9)), len(line)]
            for start, end in zip([0, *ends], ends, strict=False):
                self._put(1, line[start:end], Look.PLAIN)
                self.next += 1

    def _set_up(self) -> None:
        sheet = self.sheet
        for letter, size in zip(self.letters, self.widths, strict=True):
            sheet.column_dimensions[letter].width = size
        sheet.page_setup.orientation = "portrait" if self.upright else "landscape"
        sheet.page_setup.paperSize = A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        if self.printed < len(self.columns):
            sheet.print_area = f"A1:{self.letters[self.printed - 1]}{self.next - 1}"
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left, margins.right, margins.top, margins.bottom = 0.7, 0.7, 0.6, 0.7
        sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
        if source := self.report.imprint.source:
            sheet.oddFooter.right.text = f"&8{clean(source).replace('&', '&&')}"


def _look(column: AnyColumn) -> Look:
    if column.helper:
        return Look.HELPER
    return Look.CENTRED if column.width <= NARROW else Look.TEXT


def _column_widths(report: Report, shown: Sequence[int]) -> list[float]:
    """Return the widths of columns in digits: as usual, but not so wide that print gets tiny.

    A column grows where one of its texts would otherwise make a row higher than Excel shows.
    """
    if report.layout == "page":
        labels = max((width(cell_text(row.cells[0])) for row in report.rows), default=0)
        usual = [labels + 3.0, 84.0]
    else:
        usual = [2.1 * report.columns[i].width + 1.5 for i in shown]
        printed = sum(s for i, s in zip(shown, usual, strict=True) if not report.columns[i].helper)
        shrink = min(1.0, READABLE / printed)
        usual = [size * shrink for size in usual]
    widths = []
    for i, size in zip(shown, usual, strict=True):
        helper = report.columns[i].helper
        texts = () if helper else (cell_text(row.cells[i]) for row in report.rows)
        longest = max(map(width, texts), default=0)
        needed = longest * LINE_POINTS * 1.1 / MAX_ROW_POINTS
        widths.append(round(min(WIDEST, max(size, needed)), 1))
    return widths


def _lines(cell: Cell, room: float) -> int:
    return lines_of(cell_text(cell), room)
