"""Workbooks are made by openpyxl; what it does not write (a value beside a formula) by hand."""

import io
import re
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from plan_cli.errors import InputError
from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading.from_xlsx import read, shown_value

HEADINGS = ["序号", "任务", "责任单位"]


def book(*rows: list[object], **sheets: list[list[object]]) -> Any:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    for name, more in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in more:
            sheet.append(row)
    return workbook


def saved(workbook: Any) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(buffer, "w") as made:
        for name in archive.namelist():
            text = archive.read(name)
            made.writestr(name, re.sub(old, new, text.decode()) if name == part else text)
    return buffer.getvalue()


def test_rows_with_their_places_and_what_stands_above_the_headings() -> None:
    printed = read(saved(book(["某市任务表"], HEADINGS, [1, "做好\n科普。", "科普部"])))
    assert [(line.text, line.cells) for line in printed.lines] == [
        ("某市任务表", ()),
        ("序号\t任务\t责任单位", ("序号", "任务", "责任单位")),
        ("1\t做好\n科普。\t科普部", ("1", "做好\n科普。", "科普部")),
    ]
    assert printed.lines[2].place == "工作表“Sheet”第 3 行"
    assert printed.doubts == []


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (None, "General", ""),
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (0.955, "0.0%", "95.5%"),
        (True, "General", "是"),
        (date(2025, 6, 30), "yyyy/m/d", "2025年6月30日"),
        (date(2025, 6, 1), 'yyyy"年"m"月"', "2025年6月"),
        ("  两 行\n字 ", "@", "两 行\n字"),
    ],
)
def test_values_as_the_sheet_shows_them(value: object, form: str, shown: str) -> None:
    assert shown_value(value, form) == shown


def test_cells_merged_downwards_are_repeated_and_marked() -> None:
    workbook = book(HEADINGS, [1, "甲", "科普部"], [2, None, "学会部"])
    workbook.active.merge_cells("B2:B3")
    *_, below = read(saved(workbook)).lines
    assert (below.cells, below.merged) == (("2", "甲", "学会部"), {1})


def test_hidden_rows_columns_and_sheets_are_left_out_and_told() -> None:
    rows = [HEADINGS, [1, "甲", "科普部"]]
    workbook = book([*HEADINGS, "密"], [1, "甲", "科普部", "x"], [2, "乙", "学会部", "y"], 另=rows)
    workbook.active.row_dimensions[3].hidden = True
    workbook.active.column_dimensions["D"].hidden = True
    workbook["另"].sheet_state = "hidden"
    printed = read(saved(workbook))
    assert [line.cells for line in printed.lines] == [
        ("序号", "任务", "责任单位"),
        ("1", "甲", "科普部"),
    ]
    assert [doubt.message for doubt in printed.doubts] == [
        "工作表“另”隐藏了，或没有任务表的表头，没有读",
        "隐藏的行、列没有读：“Sheet”D 列、“Sheet”第 3 行",
    ]


@pytest.mark.parametrize(("row", "column", "place"), [(20_001, 1, "A20001"), (2, 61, "BI2")])
def test_what_stands_past_the_rows_and_columns_that_are_read_is_told(
    row: int, column: int, place: str
) -> None:
    workbook = book(HEADINGS, [1, "甲", "科普部"])
    workbook.active.cell(row, column + 1).number_format = "0.00"
    assert read(saved(workbook)).doubts == []
    workbook.active.cell(row, column, "乙")
    assert [doubt.message for doubt in read(saved(workbook)).doubts] == [
        f"工作表太大，从 “Sheet”{place} 起没有读；请分成几个工作簿"
    ]


def test_sheets_without_tasks_are_left_out_and_the_others_headed() -> None:
    tasks = [HEADINGS, [1, "甲", "科普部"]]
    printed = read(saved(book(*tasks, 学会=tasks, 说明=[["联系方式", "电话"], ["办公室", "123"]])))
    assert [line.text for line in printed.lines if not line.cells] == ["Sheet", "学会"]
    assert [doubt.about for doubt in printed.doubts] == [("说明",)]


def test_empty_sheets_are_not_worth_a_word() -> None:
    printed = read(saved(book(HEADINGS, [1, "甲", "科普部"], Sheet2=[], Sheet3=[[None]])))
    assert printed.doubts == []


def test_a_dimension_that_is_wrong_hides_nothing() -> None:
    content = saved(book(HEADINGS, [1, "甲", "科普部"]))
    wrong = changed(
        content, "xl/worksheets/sheet1.xml", r'<dimension ref="[^"]*"', '<dimension ref="A1"'
    )
    assert [line.cells for line in read(wrong).lines][1] == ("1", "甲", "科普部")


def test_formulas_give_their_saved_value_or_are_told() -> None:
    content = saved(book(HEADINGS, ["=1+0", "甲", "科普部"], ["=1+1", "乙", "学会部"]))
    sheet = "xl/worksheets/sheet1.xml"
    content = changed(content, sheet, r"<f>1\+0</f><v ?/?>(</v>)?", "<f>1+0</f><v>1</v>")
    printed = read(content)
    assert [line.cells[0] for line in printed.lines] == ["序号", "1", ""]
    assert [doubt.about for doubt in printed.doubts] == [("“Sheet”A3",)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 nothing", "损坏"),
        (saved(book(["年份", "产值"], ["2025", "3"])), "没有任务表"),
    ],
    ids=["broken", "no tasks"],
)
def test_what_cannot_be_read_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as raised:
        read(content)
    assert raised.value.hint


def test_a_sheet_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = saved(book(HEADINGS))
    monkeypatch.setattr("plan_cli.importers.reading.from_xlsx.MAX_UNPACKED", 1000)
    with pytest.raises(InputError, match="解开后超过"):
        read(content)


def test_no_more_than_five_places_are_told() -> None:
    for count, end in ((5, ""), (6, "等")):
        workbook = book(HEADINGS, *([i, "甲", "科普部"] for i in range(count + 1)))
        for row in range(2, count + 2):
            workbook.active.row_dimensions[row].hidden = True
        [doubt] = read(saved(workbook)).doubts
        places = "、".join(f"“Sheet”第 {row} 行" for row in range(2, 7))
        assert doubt.about == (f"{places}{end}",)


def test_empty_rows_are_no_lines_and_hidden_ones_of_them_not_told() -> None:
    workbook = book(HEADINGS, [None, "", None], [1, "甲", "科普部"])
    workbook.active.row_dimensions[2].hidden = True
    printed = read(saved(workbook))
    assert [line.place[-5:] for line in printed.lines] == ["第 1 行", "第 3 行"]
    assert printed.doubts == []


@pytest.mark.parametrize(("above", "read_"), [(29, True), (30, False)])
def test_headings_are_looked_for_in_the_first_thirty_rows(above: int, read_: bool) -> None:
    content = saved(book(*[["甲", "乙"]] * above, HEADINGS, [1, "甲", "科普部"]))
    if read_:
        assert len(read(content).lines) == above + 2
    else:
        with pytest.raises(InputError, match="没有任务表"):
            read(content)


def test_a_row_of_one_word_is_text_above_the_headings_only() -> None:
    printed = read(saved(book(["题", "题"], HEADINGS, ["组", "组", "组"], [1, "甲", "科普部"])))
    assert [len(line.cells) for line in printed.lines] == [0, 3, 3, 3]


def test_rows_and_columns_beyond_what_is_sensible_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("plan_cli.importers.reading.from_xlsx.MAX_ROWS", 2)
    monkeypatch.setattr("plan_cli.importers.reading.from_xlsx.MAX_COLUMNS", 3)
    printed = read(saved(book([*HEADINGS, "密"], [1, "甲", "科普部", "x"], [2, "乙", "学会部"])))
    assert [line.cells for line in printed.lines] == [tuple(HEADINGS), ("1", "甲", "科普部")]


def test_several_hidden_columns_side_by_side_are_told_each() -> None:
    workbook = book([*HEADINGS, "密", "秘"], [1, "甲", "科普部", "x", "y"])
    for column in "DE":
        workbook.active.column_dimensions[column].hidden = True
    [doubt] = read(saved(workbook)).doubts
    assert doubt.about == ("“Sheet”D 列、“Sheet”E 列",)


def test_struck_words_marks_and_comments_are_left_out_and_told() -> None:
    workbook = book(HEADINGS, [1, "建站", "科普部"], [2, "旧任务", "人事部"])
    sheet = workbook.active
    struck, high = InlineFont(strike=True), InlineFont(vertAlign="superscript")
    sheet["B2"] = CellRichText("惠及10", TextBlock(high, "4"), "人", TextBlock(high, "①"))
    sheet["C2"] = CellRichText(TextBlock(struck, "办公室、"), "科普部")
    sheet["A3"].font = sheet["B3"].font = sheet["C3"].font = Font(strike=True)
    sheet["C2"].comment = Comment("请核实", "某")
    printed = read(saved(workbook))
    gone = "“办公室、”“2”“旧任务”“人事部”"
    assert [line.cells for line in printed.lines[1:]] == [("1", "惠及10⁴人", "科普部")]
    assert printed.doubts == [
        Doubt(Cause.NOTE_MARKS, (), "“Sheet”B2", ("“①”",)),
        Doubt(Cause.COMMENTS, (), "“Sheet”C2", (1, "“请核实”")),
        Doubt(Cause.STRUCK, (), "“Sheet”C2、“Sheet”A3、“Sheet”B3、“Sheet”C3", (gone,)),
    ]
