"""An official letter (公文) in Word, laid out as GB/T 9704-2012 has it.

28 characters of 16 points (3号) a line and 22 lines a page; page numbers outside, ``— 1 —``.
Fonts, sizes and indents stand in ``word/styles.xml``.
"""

from collections.abc import Iterator
from typing import Any

from plan_cli.exporters.docx_parts import WORD, paragraph, run, runs
from plan_cli.exporters.docx_table import table
from plan_cli.report import Group, LetterPart, Report
from plan_cli.text import width

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
    "signature": "LetterText",
}
_RED_LINE = (
    '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="FF0000"/></w:pBdr>'
    '<w:spacing w:after="579"/>'
)
"""Below the number of a letter with letterhead (7.2.7)."""


_TITLE_ROOM = 40
"""Columns of a title that fit on a line, two to a character."""
_CHARACTER = 315
"""The width of a character of the text, in twips."""
_LINE = 579
_BEFORE_TABLE = '<w:keepNext/><w:spacing w:after="120"/>'
_BEHIND_TABLE = '<w:spacing w:before="120"/>'


def body(report: Report, text_width: int) -> Iterator[str]:
    """Yield the paragraphs of the letter, each in the style of its part, and its tables."""
    if report.title:
        yield paragraph(_STYLES["title"], run(_in_lines(report.title)))
    above, behind = None, ""
    for group in report.groups:
        shape = ""
        style = _STYLES[group.part]
        if group.part == "number" and above == "letterhead":
            shape = _RED_LINE
        if group.heading:
            yield paragraph(style, run(group.heading), behind)
        tabled = bool(group.rows) and report.layout == "table"
        yield from _signature(group) if group.part == "signature" else _text(group, tabled)
        if report.layout == "page":
            for row in group.rows:
                yield paragraph(style, "".join(runs(row.cells[1])), shape)
        elif tabled:
            yield table(report.within(group), group, text_width, last=False)
        above, behind = group.part, _BEHIND_TABLE if tabled else ""


def _in_lines(title: str) -> str:
    """Return a title that needs two lines broken behind the name that it begins with (7.3.1)."""
    name, mark, rest = title.partition("》")
    fits = width(name + mark) <= _TITLE_ROOM < width(title)
    return f"{name}{mark}\n{rest}" if fits and rest else title


def _text(group: Group, tabled: bool) -> Iterator[str]:
    """Yield the paragraphs of a group, the last of them kept with the table that follows."""
    for number, line in enumerate(group.text, 1):
        shape = _BEFORE_TABLE if tabled and number == len(group.text) else ""
        yield paragraph(_STYLES["body"], run(line), shape)


def _signature(group: Group) -> Iterator[str]:
    """Yield lines at the right, each centred on the longest, with room for a seal above."""
    longest = max(map(width, group.text), default=0)
    for number, line in enumerate(group.text):
        indent = 4 * _CHARACTER + (longest - width(line)) * _CHARACTER // 4
        room = "" if number else f'<w:spacing w:before="{2 * _LINE}"/>'
        shape = f'<w:keepNext/>{room}<w:ind w:right="{indent}"/><w:jc w:val="right"/>'
        yield paragraph(_STYLES["signature"], run(line), shape)


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
