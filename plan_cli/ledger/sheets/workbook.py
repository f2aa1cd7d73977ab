"""One workbook for one who answers: how to fill it in, what to fill in, what it is known by."""

import io
import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from plan_cli.cells import A4, LINE_POINTS, held, lines_of, measured_rows, put_text
from plan_cli.errors import OutputError, install_hint
from plan_cli.ledger.items import Answerer, Item, fingerprint
from plan_cli.ledger.periods import Period
from plan_cli.ledger.sheets.guide import GuideLine, guide
from plan_cli.ledger.sheets.headings import FORMAT, GUIDE, HIDDEN, TABLE
from plan_cli.ledger.sheets.looks import Look, Looks
from plan_cli.ledger.sheets.sheet_rows import SheetRow, row_of
from plan_cli.ledger.sheets.sheet_table import Table
from plan_cli.ledger.state import State
from plan_cli.repack import repack

GUIDE_WIDTHS = (12, 76)


class Round(NamedTuple):
    """What all workbooks of one round have in common."""

    state: State
    period: Period
    made: str
    """On which day, ISO: the hour would make each copy another file."""
    ledger: str
    """What the ledger is called."""


def workbook(given: Round, answerer: Answerer, items: Sequence[Item]) -> bytes:
    """Return the workbook in which ``answerer`` tells about ``items``: an xlsx file.

    Raises OutputError with the install command without openpyxl, and for a text that no cell
    can hold.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        message = f"没有装读写 Excel 的组件（缺少 {error.name}）"
        raise OutputError(message, install_hint("openpyxl")) from error
    unit, document = held(answerer.name), given.state.plan.document
    rows = [row_of(given.state, item, answerer, given.period) for item in items]
    book = Workbook()
    looks = Looks(book)
    book.active.title = GUIDE
    lines = guide(document, unit, given.period, len(rows))
    _fill_guide(book.active, looks, lines)
    above = (f"单位：{unit}", document.heading, given.period.title)
    Table(book.create_sheet(TABLE), looks, rows).fill(above)
    said = [fingerprint(held(text)) for line in lines for text in line]
    _fill_hidden(book.create_sheet(HIDDEN), given, answerer.name, rows, said)
    properties = book.properties
    properties.title = f"{unit} {given.period.title}台账"
    properties.creator = properties.lastModifiedBy = held(document.issuer or "")
    buffer = io.BytesIO()
    book.save(buffer)
    return repack(buffer.getvalue(), date.fromisoformat(given.made))


def _fill_guide(sheet: Any, looks: Looks, lines: Sequence[GuideLine]) -> None:
    row_class = measured_rows()
    title, room = lines[0], GUIDE_WIDTHS[1]
    for number, line in enumerate(lines, 1):
        label, text = sheet.cell(number, 1), sheet.cell(number, 2)
        if line.label:
            put_text(label, line.label)
            put_text(text, held(line.text))
            label._style, text._style = looks.of(Look.LABEL), looks.of(Look.PLAIN)
            points = lines_of(line.text, room) * LINE_POINTS + 4.0
        else:
            put_text(label, line.text)
            label._style = looks.of(Look.TITLE if line is title else Look.GROUP)
            points = LINE_POINTS * 2.0
        sheet.row_dimensions[number] = row_class(sheet, number, points)
    for letter, size in zip("AB", GUIDE_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = size
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "portrait", A4, 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_view.showGridLines = False


def _fill_hidden(
    sheet: Any, given: Round, unit: str, rows: Sequence[SheetRow], said: Sequence[str]
) -> None:
    """Write what the workbook is known by when it comes back; see `HIDDEN`."""
    known = {
        "format": FORMAT,
        "plan": given.state.plan.name,
        "unit": unit,
        "period": given.period.name,
        "made": given.made,
        "ledger": given.ledger,
        "guide": said,
    }
    put_text(sheet.cell(1, 1), held(json.dumps(known)))
    for number, row in enumerate(rows, 2):
        known_by = (row.item.id, row.item.fingerprint, row.base, *row.given[1:])
        for place, text in enumerate(known_by, 1):
            put_text(sheet.cell(number, place), held(text))
    sheet.sheet_state = "veryHidden"
