from typing import Any

from plan_cli.exporters.to_docx import export
from plan_cli.report import Column, Group, Report, Row
from tests.exporters.reading import W, document, paragraph_text, value
from tests.exporters.samples import sample


def rows(table: Any) -> list[Any]:
    return list(table._tbl.iter(f"{W}tr"))


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


def test_small_type_is_smaller_and_set_closer() -> None:
    table = document(export(sample())).tables[0]
    first, second = table.rows[2].cells[2].paragraphs
    assert (first.style.name, second.style.name) == ("表格正文", "表格小字")
    assert second.runs[0].font.size.pt == 9


def test_a_table_shares_out_the_width_by_its_usual_texts() -> None:
    """261 mm in twentieths of a point, for 4, 30, 6, 4 and 5 characters and the padding."""
    table = document(export(sample())).tables[0]._tbl
    widths = ["1370", "8494", "1918", "1370", "1644"]
    assert [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")] == widths
    assert value(table, "tblPr/tblW", "w") == "14796"
    cells = [[value(cell, "tcPr/tcW", "w") for cell in row.iter(f"{W}tc")] for row in table.tr_lst]
    assert cells == [widths, ["14796"], widths]


def test_headings_and_bands_are_shaded_and_narrow_columns_centred() -> None:
    head, band, row = document(export(sample())).tables[0]._tbl.tr_lst
    assert {value(cell, "tcPr/shd", "fill") for cell in head.tc_lst} == {"E7E6E6"}
    assert [value(cell, "tcPr/shd", "fill") for cell in band.tc_lst] == ["F2F2F2"]
    assert {value(cell, "tcPr/shd", "fill") for cell in row.tc_lst} == {None}
    sides = [value(cell, "p/pPr/jc") for cell in row.tc_lst]
    assert sides == ["center", None, "center", "center", "center"]


def test_numbers_are_centred_however_wide_their_column() -> None:
    columns = (Column("任务", 12), Column("任务数", 12))
    report = Report("", columns, (Group((Row(("甲事", 3)),)),))
    [_, row] = document(export(report)).tables[0]._tbl.tr_lst
    assert [value(cell, "p/pPr/jc") for cell in row.tc_lst] == [None, "center"]


def test_the_words_of_a_band_behind_the_first_are_smaller() -> None:
    _, band, _ = document(export(sample())).tables[0]._tbl.tr_lst
    [first, second] = band.iter(f"{W}r")
    assert first.find(f"{W}rPr/{W}b") is not None
    assert value(second, "rPr/sz") == "18"
    assert second.find(f"{W}rPr/{W}b") is None


def test_the_last_row_of_all_stays_with_the_foot_and_no_other() -> None:
    tables = document(export(sample("甲事。", "乙事。"))).tables
    kept = [[p.pPr.find(f"{W}keepNext") is not None for p in t._tbl.iter(f"{W}p")] for t in tables]
    assert not any(kept[0])
    assert kept[1] == [False] * 5 + [True] * 6  # a cell has two lines
