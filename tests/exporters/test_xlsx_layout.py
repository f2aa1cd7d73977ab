"""The layout of a workbook in numbers: what is measured must fit on paper and into Excel."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest

from plan_cli.errors import OutputError
from plan_cli.exporters.to_xlsx import export
from plan_cli.report import Cell, Column, Group, Report, Row
from tests.exporters.reading import workbook
from tests.exporters.samples import sample


def sheet(*texts: str) -> Any:
    return workbook(export(sample(*texts))).worksheets[0]


def table(widths: Sequence[int], *rows: Sequence[Cell], helper: int = 0) -> Any:
    """Return the sheet of a table with columns of these widths, the last ones ``helper`` s."""
    columns = tuple(
        Column(f"列{place}", size, helper=place > len(widths) - helper)
        for place, size in enumerate(widths, 1)
    )
    report = Report("", columns, (Group(tuple(Row(tuple(cells)) for cells in rows)),))
    return workbook(export(report)).worksheets[0]


def widths(sheet: Any) -> list[float]:
    return [column.width for column in sheet.column_dimensions.values()]


def heights(sheet: Any) -> list[float]:
    return [row.height for row in sheet.row_dimensions.values()]


def test_columns_are_as_wide_as_their_usual_text() -> None:
    """In digits: 2.1 for a Chinese character, and 1.5 for the edges."""
    assert widths(sheet()) == [9.9, 64.5, 14.1, 9.9, 12.0, 9.9]


def test_a_table_too_wide_to_be_read_in_print_is_narrowed_as_a_whole() -> None:
    """Three columns of 64.5 digits are brought to 125 together; the helper follows them."""
    assert widths(table([30, 30, 30, 30], helper=1)) == [41.7, 41.7, 41.7, 41.7]


def test_a_column_grows_where_a_text_would_make_its_row_too_high() -> None:
    assert widths(table([30, 4], ["长" * 2000, ""])) == [176.0, 9.9]
    assert widths(table([30, 4], ["长" * 3000, ""])) == [255.0, 9.9]
    assert widths(table([30, 4], ["", "长" * 2000], helper=1)) == [64.5, 9.9]


def test_rows_are_as_high_as_their_lines_need() -> None:
    """16 points a line; the title has twice the size. 29 characters go into the second column."""
    page = sheet("短。", "长" * 150)
    assert heights(page) == [35, 19, 19, 22, 38, 6 * 16 + 6, 38]
    assert heights(sheet("长" * 2000))[4] == 25 * 16 + 6


def test_helpers_make_no_row_higher() -> None:
    assert heights(table([30, 4], ["短。", "长" * 100], helper=1)) == [22, 22]
    assert heights(table([30, 4], ["短。", "长" * 10])) == [22, 3 * 16 + 6]


def test_rows_still_fit_what_is_typed_in() -> None:
    """A height of its own would be kept whatever stands in the row."""
    with zipfile.ZipFile(io.BytesIO(export(sample()))) as archive:
        written = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<row r="5" ht="38"' in written
    assert "customHeight" not in written


def test_lines_of_the_heading_span_what_is_printed() -> None:
    assert {str(area) for area in sheet().merged_cells.ranges} == {"A1:E1", "A2:E2", "A3:E3"}
    report = Report("题", (Column("编号", 4),), ())
    assert not workbook(export(report)).worksheets[0].merged_cells.ranges


def test_the_foot_is_broken_by_hand_for_it_must_not_be_merged() -> None:
    """Nine tenths of 110.4 digits hold 49 characters."""
    page = workbook(export(sample()._replace(closing=("脚" * 100,)))).worksheets[0]
    assert [page.cell(row, 1).value for row in range(7, 13)] == [
        None,
        "脚" * 49,
        "脚" * 49,
        "脚脚",
        "签收人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿",
        "电话：＿＿＿＿＿＿＿＿",
    ]


def upright(*groups: Group) -> Any:
    columns = (Column("", 6, ids=True), Column("", 40))
    return workbook(export(Report("题", columns, groups, layout="page"))).worksheets[0]


def test_a_page_is_labels_and_text() -> None:
    page = upright(Group((Row(("编号", "14")), Row(("", "长" * 40))), "组", "注"), Group(()))
    assert list(page.values) == [
        ("题", None), ("组", None), ("注", None), ("编号", "14"), (None, "长" * 40),
    ]  # fmt: skip
    assert widths(page) == [7.0, 84.0]
    assert [page.row_dimensions[row].height for row in (1, 4, 5)] == [35, 19, 35]
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:B1"]


def look(cell: Any) -> tuple[Any, ...]:
    """Return font, size, bold; how it is aligned, whether it wraps; whether it is ruled."""
    sides = cell.border.left, cell.border.right, cell.border.top, cell.border.bottom
    place = cell.alignment
    return (
        *(cell.font.name, cell.font.size, cell.font.bold),
        *(place.horizontal, place.vertical, bool(place.wrap_text)),
        {side.style for side in sides} == {"thin"},
    )


def test_how_cells_look() -> None:
    page = sheet()
    assert {name: look(page[name]) for name in ("A1", "A2", "A4", "A5", "B5", "F5", "A8")} == {
        "A1": ("宋体", 20, True, "center", "center", True, False),
        "A2": ("仿宋", 11, False, "center", "center", True, False),
        "A4": ("黑体", 11, False, "center", "center", True, True),
        "A5": ("仿宋", 11, False, "center", "center", True, True),
        "B5": ("仿宋", 11, False, "left", "center", True, True),
        "F5": ("仿宋", 11, False, "left", "center", False, True),
        "A8": ("仿宋", 11, False, "left", "center", False, False),
    }
    assert (page["A4"].fill.fgColor.rgb, page["B5"].fill.fill_type) == ("00E7E6E6", None)
    assert {page[name].number_format for name in ("A1", "A2", "A4", "B5", "A8")} == {"General"}
    counts = workbook(export(sample()))["计数"]
    assert look(counts["B3"]) == ("仿宋", 11, False, "center", "center", True, True)
    page = upright(Group((Row(("编号", "14")),), "组", "注"))
    assert {name: look(page[name]) for name in ("A2", "A3", "A4", "B4")} == {
        "A2": ("黑体", 12, False, "left", "center", False, False),
        "A3": ("仿宋", 11, False, "left", "center", False, False),
        "A4": ("仿宋", 11, True, "left", "top", True, False),
        "B4": ("仿宋", 11, False, "left", "top", True, False),
    }


def test_columns_up_to_six_characters_are_centred() -> None:
    page = table([6, 7], ["甲", "乙"])
    assert [page.cell(2, place).alignment.horizontal for place in (1, 2)] == ["center", "left"]


def test_print_is_centred_between_its_margins() -> None:
    page = sheet()
    margins = page.page_margins
    assert (margins.left, margins.right, margins.top, margins.bottom) == (0.7, 0.7, 0.6, 0.7)
    assert page.print_options.horizontalCentered
    assert table([4]).oddFooter.right.text is None
    assert not table([4]).print_area


def test_a_cell_holds_as_much_as_excel_allows() -> None:
    assert table([4], ["长" * 32_767]).cell(2, 1).value == "长" * 32_767
    with pytest.raises(OutputError):
        table([4], ["长" * 32_768])
