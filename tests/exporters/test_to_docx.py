import zipfile
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

from plan_cli.exporters.to_docx import export
from plan_cli.report import Layout
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
    report = sample()._replace(groups=(), layout=Layout.PAGE)
    [section] = document(export(report)).sections
    assert (round(section.page_width / MM), round(section.page_height / MM)) == (210, 297)


def test_each_group_is_a_headed_table() -> None:
    opened = document(export(sample("甲事。", "乙事。")))
    headings = [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["一、点名", "二、统称"]
    first, second = opened.tables
    cells = [[paragraph_text(cell) for cell in row.iter(f"{W}tc")] for row in rows(first)]
    assert cells == [
        ["办结", "编号", "举措", "时限", "进展", "备注"],
        ["1　做好事共同责任：乙部"],
        ["□", "1.1", "甲事。", "文件未写明", "", ""],
        ["□", "1.2", "乙事。", "文件未写明", "", ""],
    ]
    assert len(rows(second)) == 2


def test_heading_rows_are_repeated_on_every_page() -> None:
    for table in document(export(sample())).tables:
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows(table)]
        assert repeated == [True] + [False] * (len(repeated) - 1)


def test_rows_do_not_break_unless_one_fills_a_page() -> None:
    [table, _] = document(export(sample("短。", "长" * 500))).tables
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows(table)]
    assert whole == [True, True, True, False]


def test_a_band_spans_the_table_and_stays_with_what_follows() -> None:
    table = document(export(sample())).tables[0]
    band = rows(table)[1]
    assert band.find(f"{W}tc/{W}tcPr/{W}gridSpan").get(f"{W}val") == "6"
    styles = document(export(sample())).styles
    for paragraph in band.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        [found] = [each for each in styles if each.style_id == style]
        assert found.paragraph_format.keep_with_next


def test_headings_stay_with_their_table() -> None:
    styles = document(export(sample())).styles
    for name in ("Title", "Subtitle", "Heading 1", "说明", "表头"):
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
        assert max(grid) == grid[2]


@pytest.mark.parametrize("style", ["Title", "Heading 1", "Normal", "表格正文", "表头", "footer"])
def test_styles_name_a_chinese_font(style: str) -> None:
    found = document(export(sample())).styles[style]
    while found.element.find(f"{W}rPr/{W}rFonts") is None:
        found = found.base_style
    font = found.element.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")
    assert font in ("宋体", "仿宋", "黑体")


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
    assert "方正小标宋简体" in others["宋体"]
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
    assert paragraph_text(paragraph._p) == "第 1 页 共 1 页"
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


def test_what_the_document_does_not_say_is_grey() -> None:
    table = document(export(sample())).tables[0]
    run = table.rows[2].cells[3].paragraphs[0].runs[0]
    assert run.text == "文件未写明"
    assert str(run.font.color.rgb) == "7F7F7F"
