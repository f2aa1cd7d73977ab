"""Word documents in the spirit of GB/T 9704-2012: tables on A4 landscape, pages upright.

The body is built as text and parsed once: cell by cell through python-docx, the checklist of
one department takes three times as long. python-docx opens, sets up and saves the document.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any

from plan_cli.exporters import docx_letter
from plan_cli.exporters.docx_parts import TWIPS_PER_MM, WORD, paragraph, run, runs
from plan_cli.exporters.docx_table import table
from plan_cli.exporters.docx_template import template
from plan_cli.exporters.markup import clean
from plan_cli.repack import repack
from plan_cli.report import Group, Report, cell_text
from plan_cli.text import width

A4 = (210, 297)
MARGINS = {"top": 14, "left": 18, "right": 18, "bottom": 14}
"""In millimetres, less than on a letter: room for tables, and still for holes."""
UPRIGHT_MARGINS = {"top": 25, "left": 26, "right": 24, "bottom": 22}
FOOTER_MM = 7
NOTE_STYLE = '<w:rStyle w:val="GroupNote"/>'
KEPT_ROWS = 3
"""How many rows stay with the foot, so that it does not stand alone on a page."""
CHARACTER_TWIPS = 240
"""The width of a Chinese character in the text (12 points)."""


def export(report: Report) -> bytes:
    """Return a docx file. Raises ModuleNotFoundError without python-docx."""
    import docx
    from docx.oxml.parser import parse_xml

    document = docx.Document(template())
    text_width = _set_up(document.sections[0], report)
    if report.paper == "letter":
        blocks = docx_letter.body(report, text_width)
        docx_letter.number_pages(document)
    else:
        blocks = _body(report, text_width)
        _tell_source(document.sections[0].footer, report)
    body: Any = parse_xml(f'<w:body xmlns:w="{WORD}">{"".join(blocks)}</w:body>')
    end = document.element.body.sectPr
    for block in list(body):
        end.addprevious(block)
    _describe(document.core_properties, report)
    buffer = io.BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue(), report.imprint.made)


def _set_up(section: Any, report: Report) -> int:
    """Set paper and margins; return the width of the text in twips."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    upright = report.layout == "page" or report.paper == "letter"
    margins, footer = (UPRIGHT_MARGINS if upright else MARGINS), FOOTER_MM
    if report.paper == "letter":
        margins, footer = docx_letter.MARGINS, docx_letter.FOOTER_MM
    across, down = A4 if upright else reversed(A4)
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(across), Mm(down)
    for side, size in margins.items():
        setattr(section, f"{side}_margin", Mm(size))
    section.footer_distance = Mm(footer)
    return int((across - margins["left"] - margins["right"]) * TWIPS_PER_MM)


def _tell_source(footer: Any, report: Report) -> None:
    """Say in small type beside the page number where the report comes from."""
    if report.imprint.source:
        footer.paragraphs[0].add_run(f"　　{clean(report.imprint.source)}", style="来源")


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
        yield paragraph("Title", run(report.title))
    for line in report.heading:
        yield paragraph("Subtitle", run(line))
    for number, group in enumerate(report.groups, 1):
        if group.heading:
            note = run(f"　{group.note}", NOTE_STYLE) if group.note else ""
            yield paragraph("Heading1", run(group.heading) + note)
        indent = f'<w:ind w:firstLine="{2 * CHARACTER_TWIPS}"/>'
        yield from (paragraph("Labelled", run(line), indent) for line in group.text)
        last = number == len(report.groups)
        if report.layout == "page":
            yield from _labelled(report, group, kept=KEPT_ROWS if last and report.closing else 0)
        elif group.rows:
            yield table(report.within(group), group, text_width, last)
    for line in report.closing:
        yield paragraph("Closing", run(line))
    for labels in report.imprint.signed:
        yield _signed(labels, text_width)
    # A document may not end in a table.
    yield paragraph("End", "")


def _signed(labels: Sequence[str], text_width: int) -> str:
    """Return one line with room to write behind each label, all equally wide."""
    slot = text_width // len(labels)
    tabs, content = [], []
    for number, label in enumerate(labels):
        tabs.append(f'<w:tab w:val="left" w:pos="{number * slot}"/>' if number else "")
        end = (number + 1) * slot - 2 * CHARACTER_TWIPS
        tabs.append(f'<w:tab w:val="left" w:leader="underscore" w:pos="{end}"/>')
        lead = "<w:r><w:tab/></w:r>" if number else ""
        content.append(f"{lead}{run(f'{label}：')}<w:r><w:tab/></w:r>")
    return paragraph("Signed", "".join(content), f"<w:tabs>{''.join(tabs)}</w:tabs>")


def _labelled(report: Report, group: Group, kept: int) -> Iterator[str]:
    """Yield the rows of a page: label and text, the text on a hanging indent.

    The last rows, as many as are ``kept``, stay on one page with what follows.
    """
    room = max((width(cell_text(row.cells[0])) for row in report.rows), default=0)
    indent = (room + 2) * CHARACTER_TWIPS // 2
    style = "Dense" if report.paper == "one sheet" else "Labelled"
    for number, row in enumerate(group.rows):
        keep = "<w:keepNext/>" if number >= len(group.rows) - kept else ""
        label, text = row.cells
        content = "".join(runs(text))
        if room:
            shape = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
            shape = f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/></w:tabs>{shape}'
            content = f"{run(cell_text(label), '<w:b/>')}<w:r><w:tab/></w:r>{content}"
        else:
            shape = f'<w:ind w:firstLine="{2 * CHARACTER_TWIPS}"/>'
        yield paragraph(style, content, keep + shape)
