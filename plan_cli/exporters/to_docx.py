"""Word documents in the spirit of GB/T 9704-2012: tables on A4 landscape, pages upright.

The body is built as text and parsed once: cell by cell through python-docx, the checklist of
one department takes three times as long. python-docx opens, sets up and saves the document.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any

from plan_cli.exporters.docx_template import template
from plan_cli.exporters.markup import clean, escaped, pieces
from plan_cli.exporters.repack import repack
from plan_cli.report import Cell, Column, Group, Layout, Mark, On, Report, Row, cell_text
from plan_cli.text import width

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A4 = (210, 297)
MARGINS = {"top": 26, "left": 25, "right": 22, "bottom": 24}
"""In millimetres, less than on a letter: room for tables, and still for binding (订口)."""
UPRIGHT_MARGINS = {"top": 37, "left": 28, "right": 26, "bottom": 35}
FOOTER_MM = 14
TWIPS_PER_MM = 1440 / 25.4
NARROW = 6
"""Columns up to this width, in characters, are centred."""
LONG = 400
"""A cell with more characters than this fills most of a page: its row may break."""
CHARACTER_TWIPS = 240
"""The width of a Chinese character in the text (12 points)."""
SLOT_TWIPS = 3400
"""How wide a label and the line behind it are, where something is signed."""
BAND_SHADE, HEAD_SHADE, FAINT = "F2F2F2", "E7E6E6", "7F7F7F"

_STYLES = {
    Mark.HIT: '<w:b/><w:highlight w:val="yellow"/>',
    Mark.ADDED: '<w:u w:val="single"/>',
    Mark.REMOVED: "<w:strike/>",
    Mark.STRONG: "<w:b/>",
    Mark.ABSENT: f'<w:color w:val="{FAINT}"/>',
}


def export(report: Report) -> bytes:
    """Return a docx file. Raises ModuleNotFoundError without python-docx."""
    import docx
    from docx.oxml.parser import parse_xml

    document = docx.Document(template())
    text_width = _set_up(document.sections[0], upright=report.layout is Layout.PAGE)
    body: Any = parse_xml(f'<w:body xmlns:w="{WORD}">{"".join(_body(report, text_width))}</w:body>')
    end = document.element.body.sectPr
    for block in list(body):
        end.addprevious(block)
    _describe(document.core_properties, report)
    buffer = io.BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue(), report.imprint.made)


def _set_up(section: Any, upright: bool) -> int:
    """Set paper and margins; return the width of the text in twips."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    short, long = A4
    margins = UPRIGHT_MARGINS if upright else MARGINS
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (
        (Mm(short), Mm(long)) if upright else (Mm(long), Mm(short))
    )
    for side, size in margins.items():
        setattr(section, f"{side}_margin", Mm(size))
    section.footer_distance = Mm(FOOTER_MM)
    across = (short if upright else long) - margins["left"] - margins["right"]
    return int(across * TWIPS_PER_MM)


def _describe(properties: Any, report: Report) -> None:
    """Fill in the document's properties, which hold at most 255 characters each."""
    properties.title = clean(report.title)[:255]
    properties.subject = clean(report.imprint.subject)[:255]
    properties.author = properties.last_modified_by = clean(report.imprint.author)[:255]
    properties.comments = clean(report.imprint.source)[:255]
    properties.language = "zh-CN"
    if report.imprint.made:
        properties.created = datetime.combine(report.imprint.made, time())


def _body(report: Report, text_width: int) -> Iterator[str]:
    if report.title:
        yield _paragraph("Title", _run(report.title))
    for line in report.heading:
        yield _paragraph("Subtitle", _run(line))
    for number, group in enumerate(report.groups, 1):
        if group.heading:
            yield _paragraph("Heading1", _run(group.heading))
        if group.note:
            yield _paragraph("GroupNote", _run(group.note))
        if report.layout is Layout.PAGE:
            yield from _labelled(report, group)
        elif group.rows:
            yield _table(report, group, text_width, last=number == len(report.groups))
    for line in report.closing:
        yield _paragraph("Closing", _run(line))
    if report.imprint.signed:
        yield _signed(report.imprint.signed, text_width)
    # A document may not end in a table: this paragraph is there even when it is empty.
    yield _paragraph("Source", _run(report.imprint.source))


def _signed(labels: Sequence[str], text_width: int) -> str:
    """Return one line on which to write behind each label, at the right end of the text."""
    tabs, runs = [], []
    for number, label in enumerate(labels):
        start = text_width - (len(labels) - number) * SLOT_TWIPS
        tabs.append(f'<w:tab w:val="left" w:pos="{start}"/>')
        end = start + SLOT_TWIPS - 2 * CHARACTER_TWIPS
        tabs.append(f'<w:tab w:val="left" w:leader="underscore" w:pos="{end}"/>')
        runs.append(f"<w:r><w:tab/></w:r>{_run(f'{label}：')}<w:r><w:tab/></w:r>")
    return _paragraph("Signed", "".join(runs), f"<w:tabs>{''.join(tabs)}</w:tabs>")


def _labelled(report: Report, group: Group) -> Iterator[str]:
    """Yield the rows of a page: label and text, the text on a hanging indent."""
    room = max((width(cell_text(row.cells[0])) for row in report.rows), default=0)
    indent = (room + 2) * CHARACTER_TWIPS // 2
    for row in group.rows:
        label, text = row.cells
        content = "".join(_runs(text))
        if room:
            shape = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
            shape = f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/></w:tabs>{shape}'
            content = f"{_run(cell_text(label), '<w:b/>')}<w:r><w:tab/></w:r>{content}"
        else:
            shape = f'<w:ind w:firstLine="{2 * CHARACTER_TWIPS}"/>'
        yield _paragraph("Labelled", content, shape)


def _table(report: Report, group: Group, text_width: int, last: bool) -> str:
    """Return a table; its ``last`` row is kept with what follows, if that is the foot."""
    shown = report.shown(On.PAGE)
    columns = [report.columns[i] for i in shown]
    widths = _widths(columns, text_width)
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    rows = [_head_row(columns, widths)]
    for number, row in enumerate(group.rows, 1):
        if row.band:
            rows.append(_band_row(row, len(widths), text_width))
        else:
            cells = [row.cells[i] for i in shown]
            rows.append(_row(cells, columns, widths, last and number == len(group.rows)))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def _widths(columns: Sequence[Column], text_width: int) -> list[int]:
    """Share out the width of the text: one character more than usual each, for the padding."""
    weights = [column.width + 1 for column in columns]
    return [text_width * weight // sum(weights) for weight in weights]


def _head_row(columns: Sequence[Column], widths: Sequence[int]) -> str:
    cells = "".join(
        _cell(_paragraph("TableHead", _run(column.heading)), size, HEAD_SHADE)
        for column, size in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _band_row(row: Row, span: int, text_width: int) -> str:
    lines = [
        _paragraph("BandText" if number else "BandHead", _run(line))
        for number, line in enumerate(row.band)
    ]
    cell = _cell("".join(lines), text_width, BAND_SHADE, span)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _row(
    cells: Sequence[Cell], columns: Sequence[Column], widths: Sequence[int], keep: bool
) -> str:
    shape = "<w:keepNext/>" if keep else ""
    parts = []
    for cell, column, size in zip(cells, columns, widths, strict=True):
        centred = column.width <= NARROW or isinstance(cell, int | float)
        align = '<w:jc w:val="center"/>' if centred else ""
        parts.append(_cell(_paragraph("TableText", "".join(_runs(cell)), shape + align), size))
    long = any(len(cell_text(cell)) > LONG for cell in cells)
    kept = "" if long else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{kept}{''.join(parts)}</w:tr>"


def _cell(content: str, size: int, shade: str = "", span: int = 1) -> str:
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{spanning}{shading}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _paragraph(style: str, runs: str, shape: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{shape}</w:pPr>{runs}</w:p>'


def _runs(cell: Cell) -> Iterator[str]:
    for text, mark in pieces(cell):
        yield _run(text, _STYLES[mark] if mark else "")


def _run(text: str, style: str = "") -> str:
    if not text:
        return ""
    lines = escaped(text).replace("\t", "</w:t><w:tab/><w:t>").split("\n")
    content = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{style}</w:rPr>' if style else ''}{content}</w:r>"
