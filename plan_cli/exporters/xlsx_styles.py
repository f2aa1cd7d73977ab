"""How cells of a workbook look.

Each look is made once: styling cell by cell takes longer than writing the cells.
"""

from collections.abc import Sequence
from copy import copy
from enum import Enum
from typing import Any

from plan_cli.cells import TEXT_FORMAT, measured_rows

FONT, HEAD_FONT, TITLE_FONT = "仿宋", "黑体", "宋体"
HEAD_SHADE = "E7E6E6"


class Look(Enum):
    """What a cell is, and so how it looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEAD = "head"
    TEXT = "text"
    CENTRED = "centred"
    NUMBER = "number"
    HELPER = "helper"
    """On one line, so that it makes no row higher."""
    GROUP = "group"
    LABEL = "label"
    VALUE = "value"
    PLAIN = "plain"


class Styles:
    """The looks of one workbook."""

    def __init__(self, book: Any) -> None:
        sheet = book.create_sheet()
        self._made = {
            (look, False, False): _style(sheet.cell(row, 1), look)
            for row, look in enumerate(Look, 1)
        }
        book.remove(sheet)
        self.row = measured_rows()

    def rich(self, parts: Sequence[tuple[str, bool]]) -> Any:
        """Return a text of which some parts are bold; it can be no formula."""
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont

        fonts = {bold: InlineFont(rFont=FONT, sz=11, b=bold) for bold in (False, True)}
        return CellRichText(*(TextBlock(fonts[bold], text) for text, bold in parts if text))

    def of(self, look: Look, quoted: bool = False, ids: bool = False) -> Any:
        """Return the style of a cell; ``quoted``: its text stays text when it is edited;
        ``ids``: whatever is typed in is text.
        """
        if (look, quoted, ids) not in self._made:
            style = copy(self._made[look, False, False])
            style.quotePrefix = int(quoted)
            style.numFmtId = TEXT_FORMAT if ids else style.numFmtId
            self._made[look, quoted, ids] = style
        return self._made[look, quoted, ids]


def _style(cell: Any, look: Look) -> Any:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    name, size, bold = {
        Look.TITLE: (TITLE_FONT, 20, True),
        Look.HEAD: (HEAD_FONT, 11, False),
        Look.GROUP: (HEAD_FONT, 12, False),
        Look.LABEL: (FONT, 11, True),
    }.get(look, (FONT, 11, False))
    cell.font = Font(name=name, size=size, bold=bold)
    centred = look in (Look.TITLE, Look.SUBTITLE, Look.HEAD, Look.CENTRED, Look.NUMBER)
    cell.alignment = Alignment(
        horizontal="center" if centred else "left",
        vertical="top" if look in (Look.LABEL, Look.VALUE) else "center",
        wrap_text=look not in (Look.GROUP, Look.PLAIN, Look.HELPER),
    )
    if look in (Look.HEAD, Look.TEXT, Look.CENTRED, Look.NUMBER, Look.HELPER):
        line = Side(style="thin", color="000000")
        cell.border = Border(line, line, line, line)
    if look is Look.HEAD:
        cell.fill = PatternFill("solid", fgColor=HEAD_SHADE)
    return copy(cell._style)
