from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH

from plan_cli.exporters.to_docx import export
from plan_cli.report import Column, Group, Report, Row
from tests.exporters.reading import W, document, paragraph_text, value

MM = 36000
"""English Metric Units in a millimetre."""


def letter(*groups: Group) -> Any:
    return document(export(Report("", (Column("", 0), Column("", 40)), groups, layout="page",
                                  paper="letter")))  # fmt: skip


def test_a_letter_is_laid_out_as_the_standard_has_it() -> None:
    """GB/T 9704-2012: 5.2.1 margins, 5.2.3 lines and characters, 7.3.1 title, 7.3.3 headings."""
    opened = letter(
        Group((), "某市文件", part="letterhead"),
        Group((Row(("", "某发〔2023〕1号")),), part="number"),
        Group((), "关于某事的通知", part="title"),
        Group((), "一、总体要求", part="section"),
        Group((), "（一）目标", part="subsection"),
        Group((Row(("", "正文。")),)),
    )
    [section] = opened.sections
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge / MM) for edge in edges] == [37, 35, 28, 26]
    assert [p.text for p in opened.paragraphs] == [
        "某市文件", "某发〔2023〕1号", "关于某事的通知", "一、总体要求", "（一）目标", "正文。",
    ]  # fmt: skip
    fonts = [
        style.element.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")
        for style in (opened.styles[name] for name in ("公文标题", "公文一级标题", "公文二级标题"))
    ]
    assert fonts == ["方正小标宋简体", "黑体", "楷体"]
    text = opened.styles["公文"]
    assert text.font.size.pt == 16
    lines = (297 - 37 - 35) * MM / text.paragraph_format.line_spacing
    assert 22 <= lines < 22.1
    closer = int(text.element.find(f"{W}rPr/{W}spacing").get(f"{W}val")) / 20
    assert 28 <= (210 - 28 - 26) * MM / 12700 / (text.font.size.pt + closer) < 29


def test_the_pages_of_a_letter_are_numbered_outside() -> None:
    opened = letter(Group((Row(("", "正文。")),)))
    [section] = opened.sections
    numbers = [
        [(paragraph_text(p._p), p.alignment) for p in footer.paragraphs]
        for footer in (section.footer, section.even_page_footer)
    ]
    right, left = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
    assert numbers == [[("— 1 —", right)], [("— 1 —", left)]]
    assert opened.settings.odd_and_even_pages_header_footer


def test_a_red_line_stands_below_the_number_of_a_letter_with_letterhead() -> None:
    """GB/T 9704-2012, 7.2.7."""
    number = Group((Row(("", "某发〔2023〕1号")),), part="number")
    head = Group((), "某市文件", part="letterhead")
    title = Group((), "关于某事的通知", part="title")

    def lines(*groups: Group) -> list[str | None]:
        return [value(p._p, "pPr/pBdr/bottom", "color") for p in letter(*groups).paragraphs]

    assert lines(head, number, title) == [None, "FF0000", None]
    assert lines(number, title) == [None, None]
    assert lines(head, title, number) == [None, None, None]


def test_the_name_stands_centred_over_the_date_four_characters_from_the_edge() -> None:
    """GB/T 9704-2012, 7.3.5."""
    signed = letter(Group((), part="signature", text=("某市科协", "2023年5月1日"))).paragraphs
    assert [p.alignment for p in signed] == [WD_ALIGN_PARAGRAPH.RIGHT] * 2
    assert [value(p._p, "pPr/ind", "right") for p in signed] == [str(5 * 315), str(4 * 315)]
