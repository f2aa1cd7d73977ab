import zipfile
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

from plan_cli.exporters.to_docx import export
from plan_cli.report import Column, Group, Imprint, Layout, Paper, Report, Row
from tests.exporters.reading import W, document, paragraph_text
from tests.exporters.samples import sample

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MM = 36000
"""English Metric Units in a millimetre."""


def part(content: bytes, name: str) -> Any:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def test_tables_lie_across_a4() -> None:
    [section] = document(export(sample())).sections
    assert (round(section.page_width / MM), round(section.page_height / MM)) == (297, 210)
    assert section.orientation == 1
    assert section.page_width > section.page_height


def test_pages_stand_upright_on_a4() -> None:
    report = sample()._replace(groups=(), layout="page")
    [section] = document(export(report)).sections
    assert (round(section.page_width / MM), round(section.page_height / MM)) == (210, 297)


def test_headings_stay_with_their_table() -> None:
    styles = document(export(sample())).styles
    for name in ("Title", "Subtitle", "Heading 1", "表头"):
        assert styles[name].paragraph_format.keep_with_next, name


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


def test_texts_of_any_length_fit_into_the_properties() -> None:
    long = "长" * 300
    opened = document(export(sample()._replace(title=long, imprint=Imprint(long, long, long))))
    told = opened.core_properties
    for text in (told.title, told.subject, told.author, told.comments, told.last_modified_by):
        assert text == "长" * 255
    assert opened.paragraphs[0].text == long
    assert told.language == "zh-CN"


@pytest.mark.parametrize(
    ("layout", "paper", "edges"),
    [
        ("table", "plain", (14, 14, 18, 18, 7)),
        ("page", "plain", (25, 22, 26, 24, 7)),
        ("page", "one sheet", (25, 22, 26, 24, 7)),
        ("page", "letter", (37, 35, 28, 26, 23)),
    ],
)
def test_margins(layout: Layout, paper: Paper, edges: tuple[int, ...]) -> None:
    """Top, bottom, left, right, and the footer from the edge, in millimetres."""
    columns = (Column("", 6), Column("", 40))
    report = Report("", columns, (), layout=layout, paper=paper)
    [section] = document(export(report)).sections
    found = (
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
        section.footer_distance,
    )
    assert tuple(round(edge / MM) for edge in found) == edges


def test_room_to_sign_is_shared_out_equally() -> None:
    """Lines end two characters before the next label, and before the edge."""
    first, second = [p for p in document(export(sample())).paragraphs if p.style.name == "签收"]
    tabs = [
        [(stop.position.twips, stop.leader.name) for stop in each.paragraph_format.tab_stops]
        for each in (first, second)
    ]
    assert tabs == [
        [(6918, "LINES"), (7398, "SPACES"), (14316, "LINES")],
        [(14316, "LINES")],
    ]
    assert [first.text, second.text] == ["签收人：\t\t日期：\t", "电话：\t"]


def labelled(*groups: Group, closing: tuple[str, ...] = ("脚注",), paper: Paper = "plain") -> Any:
    columns = (Column("", 6), Column("", 40))
    report = Report("", columns, groups, layout="page", paper=paper, closing=closing)
    return document(export(report)).paragraphs


def test_the_text_of_a_page_hangs_behind_the_widest_label() -> None:
    """部门名称 takes four characters of 12 points, and one more stands between."""
    rows_ = (Row(("部门名称", "甲部")), Row(("", "乙部")))
    for paper, style in (("plain", "Labelled"), ("one sheet", "Dense")):
        first, second, _, _ = labelled(Group(rows_), paper=paper)
        assert [first.text, second.text] == ["部门名称\t甲部", "\t乙部"]
        assert [run.bold for run in first.runs] == [True, None, None]
        for paragraph in (first, second):
            shape = paragraph.paragraph_format
            assert (shape.left_indent.twips, shape.first_line_indent.twips) == (1200, -1200)
            assert [stop.position.twips for stop in shape.tab_stops] == [1200]
            assert paragraph.style.style_id == style


def test_the_text_of_a_page_without_labels_is_indented_by_two_characters() -> None:
    [text, _, _] = labelled(Group((Row(("", "甲部")),)))
    assert text.text == "甲部"
    assert text.paragraph_format.first_line_indent.twips == 480
    assert text.paragraph_format.left_indent is None


@pytest.mark.parametrize(("closing", "kept"), [(("脚注",), [0, 0, 0, 1, 1, 1]), ((), [0] * 6)])
def test_the_last_rows_of_a_page_stay_with_the_foot(
    closing: tuple[str, ...], kept: list[int]
) -> None:
    def group(count: int) -> Group:
        return Group(tuple(Row(("编号", "行")) for _ in range(count)))

    found = labelled(group(2), group(4), closing=closing)
    keeping = [p.paragraph_format.keep_with_next for p in found if p.text == "编号\t行"]
    assert list(map(bool, keeping)) == list(map(bool, kept))


def test_what_a_report_does_not_have_takes_no_paragraph() -> None:
    report = Report("", (Column("编号", 4),), (Group((Row(("1",)),)), Group(())))
    opened = document(export(report))
    assert [p.style.name for p in opened.paragraphs] == ["文末"]
    assert len(opened.tables) == 1
    [section] = opened.sections
    assert [paragraph_text(p._p) for p in section.footer.paragraphs] == ["第 1 页 共 1 页"]
    assert opened.core_properties.created is None
