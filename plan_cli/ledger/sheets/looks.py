"""How the cells of a workbook look; each look is made once a workbook."""

from copy import copy
from enum import Enum
from typing import Any

from plan_cli.cells import TEXT_FORMAT

FONT, HEAD_FONT = "仿宋", "黑体"
GIVEN_SHADE, TYPED_SHADE = "E7E6E6", "FFF2CC"
DATE_FORMAT = "yyyy-mm-dd"


class Look(Enum):
    """What a cell is, and so how it looks."""

    TITLE = "title"
    GROUP = "group"
    LABEL = "label"
    PLAIN = "plain"
    GIVEN_HEAD = "given head"
    TYPED_HEAD = "typed head"
    GIVEN = "given"
    CENTRED = "centred"
    """Given, and short."""
    TYPED = "typed"
    """Words, whatever they look like."""
    CHOSEN = "chosen"
    AMOUNT = "amount"
    DATE = "date"


_HEADS = (Look.GIVEN_HEAD, Look.TYPED_HEAD)
_TYPED = (Look.TYPED, Look.CHOSEN, Look.AMOUNT, Look.DATE)
_LOOSE = (Look.TITLE, Look.GROUP, Look.LABEL, Look.PLAIN)
"""Those of the guide, which is no table."""


class Looks:
    """The looks of one workbook."""

    def __init__(self, book: Any) -> None:
        sheet = book.create_sheet()
        cells = {look: sheet.cell(row, 1) for row, look in enumerate(Look, 1)}
        for look, cell in cells.items():
            _style(cell, look)
        self._made = {(look, False): copy(cell._style) for look, cell in cells.items()}
        book.remove(sheet)

    def of(self, look: Look, quoted: bool = False) -> Any:
        """Return the style of a cell; ``quoted``: its text stays text when it is edited."""
        if (look, quoted) not in self._made:
            style = copy(self._made[look, False])
            style.quotePrefix = 1
            self._made[look, quoted] = style
        return self._made[look, quoted]


def _style(cell: Any, look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    heavy = look in (Look.TITLE, Look.GROUP, *_HEADS)
    size = {Look.TITLE: 18, Look.GROUP: 13}.get(look, 11)
    cell.font = Font(name=HEAD_FONT if heavy else FONT, size=size, bold=look is Look.LABEL)
    centred = look in (*_HEADS, Look.CENTRED, Look.CHOSEN, Look.AMOUNT, Look.DATE)
    cell.alignment = Alignment(
        horizontal="center" if centred else "left",
        vertical="top" if look in (Look.LABEL, Look.PLAIN) else "center",
        wrap_text=look not in (Look.TITLE, Look.GROUP),
    )
    if look not in _LOOSE:
        line = Side(style="thin", color="7F7F7F")
        cell.border = Border(line, line, line, line)
    if look is Look.GIVEN_HEAD:
        cell.fill = PatternFill("solid", fgColor=GIVEN_SHADE)
    if look in (Look.TYPED_HEAD, *_TYPED):
        cell.fill = PatternFill("solid", fgColor=TYPED_SHADE)
    if look in (Look.GIVEN, Look.CENTRED, Look.TYPED):
        cell._style.numFmtId = TEXT_FORMAT
    if look is Look.DATE:
        cell.number_format = DATE_FORMAT
    cell.protection = Protection(locked=look not in _TYPED)
