"""Workbooks: the sheets that hold a table of tasks, row by row, by openpyxl.

Read whole and not in openpyxl's read-only mode, which knows neither merged cells nor hidden rows.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from plan_cli.archives import FAILURES
from plan_cli.errors import InputError
from plan_cli.importers.doubts import Cause, Doubt, Told
from plan_cli.importers.reading.lines import Line, Printed, Progress, no_progress, tidy
from plan_cli.importers.reading.raised import raised
from plan_cli.notes.columns import find_columns
from plan_cli.text import listed

MAX_UNPACKED = 48 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS = 20_000, 60
HEAD_ROWS = 30
"""Within how many filled rows the headings of a table of tasks are looked for."""
BROKEN = InputError("xlsx 文件损坏，打不开", "请用 Excel 或 WPS 打开后另存一份，再试。")


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the rows of all visible sheets that hold a table of tasks.

    Raises InputError for a file that is broken, too large, or holds no such sheet.
    """
    formulas = _has_formulas(content)
    workbook = _opened(content, data_only=True)
    unsaved = _opened(content, data_only=False) if formulas else None
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    told = Told()
    readers = [_Sheet(sheet, unsaved and unsaved[sheet.title], told) for sheet in sheets]
    wanted = []
    for index, reader in enumerate(readers, 1):
        reader.read()
        wanted += [reader] if reader.has_tasks else []
        progress(index, len(readers))
    if not wanted:
        raise InputError(
            "工作簿里没有任务表",
            "要有一行表头，写明“责任单位”“牵头单位”之类的一栏；隐藏的工作表不读。",
        )
    lines: list[Line] = []
    for reader in wanted:
        titled = reader.lines and not reader.lines[0].cells
        if len(wanted) > 1 and not titled:
            lines.append(Line(reader.name, f"工作表“{reader.name}”", level=1))
        lines += reader.lines
    read_ones = [each.sheet for each in wanted]
    filled = [each for each in workbook.worksheets if each not in read_ones and _is_filled(each)]
    left_out = [sheet.title for sheet in filled]
    return Printed(lines, [*_doubts(wanted, left_out), *told.doubts()])


def _is_filled(sheet: Any) -> bool:
    """Say whether a sheet holds anything: old workbooks are born with three, two stay empty."""
    return any(cell.value is not None for cell in sheet._cells.values())


def plain(content: bytes) -> str:
    """Return the words of all cells of all sheets, hidden ones too. Raises InputError."""
    sheets = _opened(content, data_only=True).worksheets
    rows = (row for sheet in sheets for row in sheet.iter_rows())
    return "\n".join(shown_value(c.value, c.number_format or "") for row in rows for c in row)


def _doubts(sheets: Sequence["_Sheet"], left_out: Sequence[str]) -> Iterator[Doubt]:
    """Yield what of the workbook was not read."""
    if left_out:
        yield Doubt(Cause.SHEETS_LEFT_OUT, about=(listed(left_out),))
    for cause, places in (
        (Cause.HIDDEN_CELLS, [place for sheet in sheets for place in sheet.hidden]),
        (Cause.BEYOND, [place for sheet in sheets for place in sheet.beyond]),
        (Cause.NO_VALUE, [place for sheet in sheets for place in sheet.without_value]),
    ):
        if places:
            yield Doubt(cause, (), "", (listed(places[:5]) + ("等" if len(places) > 5 else ""),))


def _has_formulas(content: bytes) -> bool:
    """Say whether a sheet holds a formula; refuse what unpacks to more than is reasonable."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
                limit = MAX_UNPACKED // (1024 * 1024)
                raise InputError(f"xlsx 解开后超过 {limit} MB", "请只保留任务表再试。")
            sheets = [name for name in archive.namelist() if "worksheets/" in name]
            return any(re.search(b"<(?:x:)?f[ >]", archive.read(name)) for name in sheets)
    except FAILURES:
        raise BROKEN from None


def _opened(content: bytes, data_only: bool) -> Any:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return openpyxl.load_workbook(BytesIO(content), data_only=data_only, rich_text=True)
    except (InvalidFileException, TypeError, AttributeError, SyntaxError, *FAILURES):
        raise BROKEN from None


class _Sheet:
    """Reads one sheet."""

    def __init__(self, sheet: Any, unsaved: Any | None, told: Told) -> None:
        self.sheet = sheet
        self.name = tidy(sheet.title)
        self.lines: list[Line] = []
        self.has_tasks = False
        self.hidden: list[str] = []
        self.without_value: list[str] = []
        self.beyond = self._beyond()
        self._told = told
        self._unsaved = unsaved
        self._spans = _spans(sheet)

    def read(self) -> None:
        """Take all rows. What stands alone above the headings is text, and no row."""
        columns = self._columns()
        filled = 0
        for row in self._rows():
            number = row[0].row
            cells = tuple(self._text(row[index]) for index in columns)
            if not any(cells):
                continue
            if self.sheet.row_dimensions[number].hidden:
                self.hidden.append(f"“{self.name}”第 {number} 行")
                continue
            filled += 1
            self.has_tasks |= filled <= HEAD_ROWS and find_columns(cells) is not None
            self.lines.append(self._line(number, cells, columns))

    def _line(self, number: int, cells: tuple[str, ...], columns: Sequence[int]) -> Line:
        place = f"工作表“{self.name}”第 {number} 行"
        distinct = set(filter(None, cells))
        if not self.has_tasks and len(distinct) == 1:
            return Line(distinct.pop(), place)
        merged = frozenset(
            at
            for at, index in enumerate(columns)
            if self._spans.get((number, index + 1), (number,))[0] < number
        )
        return Line("\t".join(cells), place, cells=cells, merged=merged)

    def _columns(self) -> list[int]:
        """Return the indices of the columns that hold something and are not hidden."""
        filled = {column for _, column in self._spans}
        for row in self._rows():
            filled.update(cell.column for cell in row if cell.value is not None)
        hidden = [each for each in self.sheet.column_dimensions.values() if each.hidden]
        shown = []
        for column in sorted(filled):
            if any(each.min <= column <= each.max for each in hidden):
                letter = self.sheet.cell(1, column).column_letter
                self.hidden.append(f"“{self.name}”{letter} 列")
            else:
                shown.append(column - 1)
        return shown

    def _beyond(self) -> list[str]:
        """Return the first place that holds something past the rows and columns that are read."""
        cells = self.sheet._cells.values()  # openpyxl's own ways around make the cells between
        for cell in cells:
            if cell.value is not None and (cell.row > MAX_ROWS or cell.column > MAX_COLUMNS):
                return [f"“{self.name}”{cell.coordinate}"]
        return []

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that the file has, no more than are sensible."""
        places = (*self.sheet._cells, *self._spans)
        columns = min(self.sheet.max_column, MAX_COLUMNS)
        for number in sorted({row for row, _ in places if row <= MAX_ROWS}):
            yield from self.sheet.iter_rows(number, number, max_col=columns)

    def _text(self, cell: Any) -> str:
        """Return what a cell shows; a merged cell what its first shows."""
        row, column = self._spans.get((cell.row, cell.column), (cell.row, cell.column))
        first = self.sheet.cell(row, column)
        if first.value is None and self._unsaved is not None:
            formula = self._unsaved.cell(row, column).value
            if isinstance(formula, str) and formula.startswith("="):
                self.without_value.append(f"“{self.name}”{first.coordinate}")
        self._told.place = f"“{self.name}”{first.coordinate}"
        if cell.comment:
            self._told.add(Cause.COMMENTS, tidy(cell.comment.text))
        return shown_value(self._kept(first), first.number_format or "")

    def _kept(self, cell: Any) -> object:
        """Return what a cell holds; struck words and the marks of notes are left out and told."""
        runs = [(cell.value, cell.font)]
        if isinstance(cell.value, list):
            runs = [(getattr(r, "text", r), getattr(r, "font", cell.font)) for r in cell.value]
        kept: list[object] = []
        for words, font in runs:
            if words is not None and font is not None and font.strike:
                self._told.add(Cause.STRUCK, tidy(str(words)))
            elif isinstance(words, str) and font is not None and font.vertAlign in _LIFTED:
                kept.append(self._lifted(words, "".join(map(str, kept)), font.vertAlign))
            else:
                kept.append(words)
        return kept[0] if len(kept) == 1 else "".join(map(str, kept))

    def _lifted(self, words: str, before: str, stands: str) -> str:
        shown = raised(words, before, stands)
        if shown is None:
            self._told.add(Cause.NOTE_MARKS, tidy(words))
        return shown or ""


_LIFTED = ("superscript", "subscript")


def _spans(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell of a merged range the first, whose words they show."""
    spans = {}
    for span in sheet.merged_cells.ranges:
        for row in range(span.min_row, min(span.max_row, MAX_ROWS) + 1):
            for column in range(span.min_col, min(span.max_col, MAX_COLUMNS) + 1):
                spans[row, column] = (span.min_row, span.min_col)
    return spans


def shown_value(value: object, form: str) -> str:
    """Return ``value`` as the sheet shows it under the number format ``form``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date | datetime):
        return _shown_date(value, form)
    if isinstance(value, int | float):
        if "%" in form:
            return f"{value * 100:.10g}%"
        return f"{value:.15g}"
    return "\n".join(filter(None, map(tidy, str(value).splitlines())))


def _shown_date(value: date, form: str) -> str:
    """Return a date in the words that notes and deadlines use."""
    month = f"{value.year}年{value.month}月"
    days = "d" in re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", form.lower())
    return f"{month}{value.day}日" if days or not form else month
