import io
from typing import Any

import openpyxl
import pytest

from plan_cli.errors import OutputError
from plan_cli.exporters.to_xlsx import export
from plan_cli.report import Column, Group, Marked, Row
from tests.exporters.reading import workbook
from tests.exporters.samples import sample

HEAD = 4
"""The row of column headings in the sample: below title and two lines."""


def sheet(*texts: str) -> Any:
    return workbook(export(sample(*texts))).worksheets[0]


def test_each_row_stands_alone_below_one_heading_row() -> None:
    values = list(sheet("甲事。", "乙事。").values)
    assert [row[0] for row in values[:3]] == ["甲部责任清单", "某文件（1号）", "点名 2 项"]
    assert values[3] == ("编号", "举措", "时限", "进展", "备注", "部分")
    assert values[4:7] == [
        ("1.1", "甲事。", "6月\n开馆", None, None, "一"),
        ("1.2", "乙事。", "6月\n开馆", None, None, "一"),
        ("2", "再做事。", "6月\n开馆", None, None, "一"),
    ]


def test_nothing_is_merged_below_the_heading() -> None:
    assert all(area.max_row < HEAD for area in sheet().merged_cells.ranges)


def test_it_prints_one_a4_page_wide_with_repeated_heading() -> None:
    page = sheet()
    assert page.page_setup.orientation == "landscape"
    assert int(page.page_setup.paperSize) == 9
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == f"${HEAD}:${HEAD}"
    assert page.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert (page.oddFooter.right.text, page.oddFooter.right.size) == ("来源：1号", 8)


def test_panes_are_frozen_and_the_filter_covers_the_rows() -> None:
    page = sheet("甲事。", "乙事。")
    assert page.freeze_panes == f"A{HEAD + 1}"
    assert page.auto_filter.ref == f"A{HEAD}:F{HEAD + 3}"


def test_an_empty_table_has_a_filter_and_no_choices() -> None:
    page = workbook(export(sample()._replace(groups=()))).worksheets[0]
    assert page.auto_filter.ref == f"A{HEAD}:F{HEAD}"
    assert page.data_validations.dataValidation == []


def test_choices_are_offered_on_every_row() -> None:
    [offer] = sheet("甲事。", "乙事。").data_validations.dataValidation
    assert offer.type == "list"
    assert offer.formula1 == '"未启动,推进中,已完成"'
    assert str(offer.sqref) == "D5:D7"
    assert offer.allow_blank
    assert not offer.showErrorMessage  # a choice is offered, any other words are as good


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "=HYPERLINK(“a”)"])
def test_formulas_stay_text(text: str) -> None:
    cell = sheet(text).cell(HEAD + 1, 2)
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_numbers_stay_numbers() -> None:
    counts = workbook(export(sample()))["计数"]
    assert [row for row in counts.values if row[0] == "点名"] == [("点名", 2)]


def test_annexes_are_sheets_of_their_own_which_are_not_printed() -> None:
    first, second = workbook(export(sample())).worksheets
    assert (first.title, first.sheet_state) == ("甲部责任清单", "visible")
    assert (second.title, second.sheet_state) == ("计数", "hidden")


def test_helper_columns_are_not_printed() -> None:
    """The five columns to be read and the foot: two lines to sign, closing, a gap."""
    assert sheet().print_area == f"'甲部责任清单'!$A$1:$E${HEAD + 2 + 4}"


def test_strong_words_are_bold_in_their_cell() -> None:
    report = sample()
    strong = Marked((("题", "strong"), ("\n事", None)))
    [group, *_] = report.groups
    row = group.rows[1]
    cells = (*row.cells[:2], strong, *row.cells[3:])
    content = export(report._replace(groups=(Group((Row(cells),)),)))
    cell = openpyxl.load_workbook(io.BytesIO(content), rich_text=True).worksheets[0].cell(5, 2)
    assert [(part.text, bool(part.font.b)) for part in cell.value] == [
        ("题", True),
        ("\n事", False),
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("甲/乙:丙?[丁]*\\", "甲_乙_丙__丁___"),
        ("长" * 40, "长" * 31),
        ("'引'", "引"),
        ("", "表"),
        ("甲\n乙", "甲 乙"),
    ],
)
def test_any_title_makes_a_sheet_name(title: str, name: str) -> None:
    assert workbook(export(sample()._replace(title=title))).sheetnames[0] == name


def test_two_sheets_with_one_title_get_two_names() -> None:
    report = sample()
    doubled = report._replace(annexes=(report._replace(annexes=()),))
    first, second = workbook(export(doubled)).sheetnames
    assert first != second


def test_a_text_that_no_cell_can_hold_is_refused_not_cut() -> None:
    with pytest.raises(OutputError) as caught:
        export(sample("长" * 33_000))
    assert caught.value.exit_code == 4
    assert "32767" in caught.value.message


def test_pages_stand_upright() -> None:
    report = sample()._replace(
        columns=(Column("", 6), Column("", 40)), groups=(), layout="page", annexes=()
    )
    assert workbook(export(report)).worksheets[0].page_setup.orientation == "portrait"


def test_the_properties_tell_what_it_is() -> None:
    properties = workbook(export(sample())).properties
    assert (properties.title, properties.subject) == ("甲部责任清单", "某文件")
    assert properties.creator == properties.lastModifiedBy == "plan 1.0"
    assert properties.description == "来源：1号"
    assert properties.created.date().isoformat() == "2022-05-10"
    assert properties.modified.date().isoformat() == "2022-05-10"
