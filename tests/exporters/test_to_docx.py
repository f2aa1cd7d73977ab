import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree

from plan_cli.exporters.to_docx import export
from plan_cli.report import Column, Group, LetterPart, Report, Row
from tests.exporters.reading import W, document, paragraph_text
from tests.exporters.samples import sample

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MM = 36000
"""English Metric Units in a millimetre."""


def part(content: bytes, name: str) -> Any:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def rows(table: Any) -> list[Any]:
    return list(table._tbl.iter(f"{W}tr"))


def test_tables_lie_across_a4() -> None:
    [section] = document(export(sample())).sections
    assert (round(section.page_width / MM), round(section.page_height / MM)) == (297, 210)
    assert section.orientation == 1
    assert section.page_width > section.page_height


def test_pages_stand_upright_on_a4() -> None:
    report = sample()._replace(groups=(), layout="page")
    [section] = document(export(report)).sections
    assert (round(section.page_width / MM), round(section.page_height / MM)) == (210, 297)


def test_each_group_is_a_headed_table() -> None:
    opened = document(export(sample("甲事。", "乙事。")))
    headings = [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["一、点名　写明“甲部”。", "二、统称"]
    first, second = opened.tables
    cells = [[paragraph_text(cell) for cell in row.iter(f"{W}tc")] for row in rows(first)]
    assert cells == [
        ["编号", "举措", "时限", "进展", "备注"],
        ["1　做好事　　共同责任：乙部"],
        ["□ 1.1", "甲事。", "6月开馆", "", ""],
        ["□ 1.2", "乙事。", "6月开馆", "", ""],
    ]
    assert len(rows(second)) == 2


def test_heading_rows_are_repeated_on_every_page() -> None:
    for table in document(export(sample())).tables:
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows(table)]
        assert repeated == [True] + [False] * (len(repeated) - 1)


def test_rows_do_not_break_unless_one_has_more_than_eight_lines() -> None:
    """The column is 30 characters wide."""
    [table, _] = document(export(sample("长" * 30 * 8, "长" * 30 * 9))).tables
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows(table)]
    assert whole == [True, True, True, False]


def test_a_band_spans_the_table_and_stays_with_what_follows() -> None:
    table = document(export(sample())).tables[0]
    band = rows(table)[1]
    assert band.find(f"{W}tc/{W}tcPr/{W}gridSpan").get(f"{W}val") == "5"
    styles = document(export(sample())).styles
    for paragraph in band.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        [found] = [each for each in styles if each.style_id == style]
        assert found.paragraph_format.keep_with_next


def test_a_band_spans_a_table_of_two_columns_too() -> None:
    columns = (Column("编号", 4), Column("任务", 12))
    rows_ = (Row(band=("一",)), Row(("1", "甲事。")))
    [table] = document(export(Report("", columns, (Group(rows_),)))).tables
    assert [len(row.cells) for row in table.rows] == [2, 2, 2]
    assert [len(row.tc_lst) for row in table._tbl.tr_lst] == [2, 1, 2]


def test_headings_stay_with_their_table() -> None:
    styles = document(export(sample())).styles
    for name in ("Title", "Subtitle", "Heading 1", "表头"):
        assert styles[name].paragraph_format.keep_with_next, name


def test_the_last_row_stays_with_the_signature() -> None:
    *_, last = document(export(sample())).tables
    *_, row = rows(last)
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))


def test_grid_and_cells_are_as_wide_as_the_text() -> None:
    opened = document(export(sample()))
    [section] = opened.sections
    room = (section.page_width - section.left_margin - section.right_margin) / 635
    for table in opened.tables:
        grid = [int(column.get(f"{W}w")) for column in table._tbl.iter(f"{W}gridCol")]
        assert room - 10 <= sum(grid) <= room
        assert max(grid) == grid[1]


@pytest.mark.parametrize("style", ["Title", "Heading 1", "Normal", "表格正文", "表头", "footer"])
def test_styles_name_a_chinese_font(style: str) -> None:
    found = document(export(sample())).styles[style]
    while found.element.find(f"{W}rPr/{W}rFonts") is None:
        found = found.base_style
    font = found.element.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")
    assert font in ("方正小标宋简体", "宋体", "仿宋", "黑体")


def test_text_without_a_style_has_a_chinese_font_too() -> None:
    styles = part(export(sample()), "word/styles.xml")
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert default.get(f"{W}eastAsia") == "仿宋"


def test_the_theme_names_chinese_fonts() -> None:
    theme = part(export(sample()), "word/theme/theme1.xml")
    fonts = [each.get("typeface") for each in theme.iter(f"{A}ea")]
    assert fonts == ["宋体", "仿宋"]


def test_the_font_table_knows_the_names_of_the_standard() -> None:
    table = part(export(sample()), "word/fontTable.xml")
    others = {
        font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val").split(",")
        for font in table.iter(f"{W}font")
    }
    assert "宋体" in others["方正小标宋简体"]
    assert "SimSun" in others["宋体"]
    assert "仿宋_GB2312" in others["仿宋"]


def test_every_font_used_is_in_the_font_table() -> None:
    content = export(sample())
    declared = {f.get(f"{W}name") for f in part(content, "word/fontTable.xml").iter(f"{W}font")}
    for name in ("word/styles.xml", "word/document.xml", "word/footer1.xml"):
        for fonts in part(content, name).iter(f"{W}rFonts"):
            assert set(fonts.attrib.values()) <= declared


def test_pages_are_numbered_by_fields() -> None:
    [section] = document(export(sample())).sections
    [paragraph] = section.footer.paragraphs
    assert paragraph_text(paragraph._p) == "第 1 页 共 1 页　　来源：1号"
    fields = [each.get(f"{W}instr").strip() for each in paragraph._p.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_properties_tell_what_it_is() -> None:
    properties = document(export(sample())).core_properties
    assert properties.title == "甲部责任清单"
    assert properties.subject == "某文件"
    assert properties.author == "plan 1.0"
    assert properties.comments == "来源：1号"
    assert properties.created.date().isoformat() == "2022-05-10"


def test_a_title_of_any_length_fits_into_the_properties() -> None:
    opened = document(export(sample()._replace(title="长" * 300)))
    assert opened.core_properties.title == "长" * 255
    assert opened.paragraphs[0].text == "长" * 300


def letter(*groups: Group) -> Any:
    return document(export(Report("", (Column("", 0), Column("", 40)), groups, layout="page",
                                  paper="letter")))  # fmt: skip


def test_a_letter_is_laid_out_as_the_standard_has_it() -> None:
    """GB/T 9704-2012: 5.2.1 margins, 5.2.3 lines and characters, 7.3.1 title, 7.3.3 headings."""
    opened = letter(
        Group((), "某市文件", part=LetterPart.LETTERHEAD),
        Group((Row(("", "某发〔2023〕1号")),), part=LetterPart.NUMBER),
        Group((), "关于某事的通知", part=LetterPart.TITLE),
        Group((), "一、总体要求", part=LetterPart.SECTION),
        Group((), "（一）目标", part=LetterPart.SUBSECTION),
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


def test_small_type_is_smaller_and_set_closer() -> None:
    table = document(export(sample())).tables[0]
    first, second = table.rows[2].cells[2].paragraphs
    assert (first.style.name, second.style.name) == ("表格正文", "表格小字")
    assert second.runs[0].font.size.pt == 9
