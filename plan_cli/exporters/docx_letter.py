"""An official letter (公文) in Word, laid out as GB/T 9704-2012 has it.

28 characters of 16 points (3号) a line and 22 lines a page; page numbers outside, ``— 1 —``.
Fonts, sizes and indents stand in ``word/styles.xml``.
"""

from collections.abc import Iterator
from typing import Any

from plan_cli.exporters.docx_parts import WORD, paragraph, run, runs
from plan_cli.report import LetterPart, Report

MARGINS = {"top": 37, "left": 28, "right": 26, "bottom": 35}
"""In millimetres: the text is 156 wide and 225 high (5.2.1)."""
FOOTER_MM = 23
"""From the lower edge: the number stands 7 mm below the text (7.5)."""
_STYLES: dict[LetterPart, str] = {
    "letterhead": "Letterhead",
    "number": "LetterNumber",
    "title": "LetterTitle",
    "addressees": "Addressees",
    "section": "LetterSection",
    "subsection": "LetterSubsection",
    "body": "LetterBody",
}
_RED_LINE = (
    '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="FF0000"/></w:pBdr>'
    '<w:spacing w:after="579"/>'
)
"""Below the number of a letter with letterhead (7.2.7)."""


def body(report: Report) -> Iterator[str]:
    """Yield the paragraphs of the letter, each in the style of its part."""
    above = None
    for group in report.groups:
        shape = ""
        style = _STYLES[group.part]
        if group.part == "number" and above == "letterhead":
            shape = _RED_LINE
        if group.heading:
            yield paragraph(style, run(group.heading))
        for row in group.rows:
            yield paragraph(style, "".join(runs(row.cells[1])), shape)
        above = group.part


def number_pages(document: Any) -> None:
    """Number the pages of a python-docx ``document``, odd ones right, even ones left."""
    from docx.oxml.parser import parse_xml

    document.settings.odd_and_even_pages_header_footer = True
    [section] = document.sections
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        shape = f'<w:ind w:left="280" w:right="280"/><w:jc w:val="{side}"/>'
        number = paragraph("PageNumber", run("— ") + field + run(" —"), shape)
        root = footer._element
        for old in list(root):
            root.remove(old)
        root.append(parse_xml(number.replace("<w:p>", f'<w:p xmlns:w="{WORD}">', 1)))
