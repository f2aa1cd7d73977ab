"""What is read of workbooks that came back, whatever was done to them."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plan_cli.errors import InputError
from plan_cli.ledger.sheets.reading import read
from tests.ledger.making import report
from tests.ledger.sheets.coming_back import (
    TABLE_PART,
    as_wps,
    came_back,
    changed,
    odds,
    sent,
    ten,
    told,
    with_part,
)
from tests.office import SOFFICE, Convert

FILLED = {"G4": "推进中", "H4": 12, "I4": "办了12场。", "G9": "未启动"}
TOLD = {
    "1.1": {"status": "推进中", "done": 12, "progress": "办了12场。"},
    "3.1": {"status": "未启动"},
}


def refused(content: bytes) -> str:
    with pytest.raises(InputError) as error:
        read("甲部.xlsx", content)
    assert error.value.hint
    return error.value.message


def test_what_goes_out_comes_back() -> None:
    returned = read("甲部.xlsx", sent("甲部", report("1.1", "甲部", done=3.5, progress="=1+1")))
    assert returned[:5] == (
        "甲部.xlsx",
        "甲部",
        "2023Q2",
        "某科协〔2023〕1号",
        "2023-07-01",
    )
    assert told(returned) == {"1.1": {"done": 3.5, "progress": "=1+1"}}
    assert [answer.base for answer in returned.answers if answer.base] == [
        {"done": 3.5, "progress": "=1+1"}
    ]
    assert [answer.item for answer in returned.answers] == [
        *("K1.1", "K2.1", "1.1", "1.2", "1.3", "2.1", "2.2", "3.1")
    ]
    assert returned.odd == ()


def test_what_stands_too_far_to_the_right_is_told() -> None:
    odd = came_back({**FILLED, "BL4": "在最后一列", "BM9": "太远", "ZZ9": "更远"}).odd
    assert ("BM9", "第 64 列右边写了内容，没有读") in [(each.cell, each.message) for each in odd]
    assert any("在最后一列" in each.stands for each in odd)
    assert all(each.is_lost for each in odd)


def test_what_was_typed_has_its_cell() -> None:
    returned = came_back(FILLED)
    assert told(returned) == TOLD
    [answer] = [each for each in returned.answers if each.item == "1.1"]
    assert [given.cell for given in answer.given.values()] == [f"{c}4" for c in "GHIJKLMNO"]


def swap_rows(sheet: Any) -> None:
    for column in range(1, 16):
        one, other = sheet.cell(4, column), sheet.cell(9, column)
        one.value, other.value = other.value, one.value


def swap_columns(sheet: Any) -> None:
    for row in range(1, 10):
        one, other = sheet.cell(row, 7), sheet.cell(row, 9)
        one.value, other.value = other.value, one.value


def hide(sheet: Any) -> None:
    sheet.auto_filter.add_filter_column(6, ["未启动"])
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["I"].hidden = True


def retitle(sheet: Any) -> None:
    titles = {"A1": "编 号", "G1": "状态*", "H1": "完成数（个）", "I1": " 进展情况\n（必填）"}
    for cell, title in {**titles, "K1": "下一步打算", "L1": "责任人：", "J1": "问题"}.items():
        sheet[cell] = title


@pytest.mark.parametrize(
    "change",
    [
        swap_rows,
        swap_columns,
        hide,
        retitle,
        lambda sheet: sheet.insert_rows(1, 2),
        lambda sheet: sheet.insert_cols(1),
        lambda sheet: sheet.insert_rows(4),
        lambda sheet: sheet.append([]),
        lambda sheet: setattr(sheet["A4"], "value", " １．１ "),
        lambda sheet: setattr(sheet["A4"], "value", "1。1"),
        lambda sheet: setattr(sheet["A4"], "value", 1.1),
        lambda sheet: setattr(sheet["A4"], "value", datetime(2023, 1, 1)),
        lambda sheet: setattr(sheet["A4"], "value", None),
        lambda sheet: setattr(sheet["C4"], "value", None),
        lambda sheet: setattr(sheet["C4"], "value", "扩大覆盖， 举办讲座20场以上。"),
        lambda sheet: sheet.merge_cells("B4:B6"),
        lambda sheet: sheet.merge_cells("A20:O22"),
    ],
)
def test_changes_that_change_nothing(change: Any) -> None:
    returned = came_back(FILLED, change)
    assert told(returned) == TOLD
    assert returned.odd == ()


def test_wps_and_its_dates() -> None:
    """WPS declares A1, and writes 5月20日 under format 58, which is no date to openpyxl."""
    content = as_wps(changed(sent(), FILLED, {"N4": 45066}))
    chinese = with_part(
        content, "xl/styles.xml", lambda xml: xml.replace('numFmtId="14"', 'numFmtId="58"')
    )
    assert told(read("甲部.xlsx", chinese)) == {
        **TOLD,
        "1.1": TOLD["1.1"] | {"due": datetime(2023, 5, 20)},
    }


def test_a_date_typed_as_a_number_into_a_cell_for_dates(
    recwarn: pytest.WarningsRecorder,
) -> None:
    def typed(sheet: Any) -> None:
        sheet["N4"], sheet["N5"], sheet["H4"] = 20230920, 45189, 12
        for cell, form in (("N4", "yyyy-mm-dd"), ("N5", "yyyy-mm-dd"), ("H4", "[h]:mm")):
            sheet[cell].number_format = form

    assert told(came_back(typed)) == {
        "1.1": {"due": 20230920, "done": timedelta(days=12)},
        "1.2": {"due": datetime(2023, 9, 20)},
    }
    assert not recwarn.list


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_libre_office(tmp_path: Path, convert: Convert) -> None:
    (tmp_path / "in").mkdir()
    typed = {"I9": "=LEN(C9)", "N4": datetime(2023, 5, 20)}
    (tmp_path / "in" / "x.xlsx").write_bytes(changed(sent(), FILLED, typed))
    convert(tmp_path, "xlsx", "in/x.xlsx")
    returned = read("x.xlsx", (tmp_path / "x.xlsx").read_bytes())
    assert told(returned) == {
        "1.1": TOLD["1.1"] | {"due": datetime(2023, 5, 20)},
        "3.1": {"status": "未启动", "progress": 9},
    }
    assert odds(returned) == [("I9", "公式按显示的结果读取", False)]


def test_rows_that_are_missing_added_or_beside_the_table_are_told() -> None:
    def change(sheet: Any) -> None:
        sheet.delete_rows(7, 2)
        sheet["A8"], sheet["C8"], sheet["G8"] = "9.9", "另做一件事。", "已完成"
        sheet["I10"] = "填表人：张三"

    returned = came_back(FILLED | {"G7": "已完成"}, change)
    assert told(returned) == TOLD
    assert odds(returned) == [
        ("A8", "“9.9”不是发出时的编号，这一行没有读", True),
        ("I10", "写在表外，没有读", False),
        ("", "少了 2 行（2.1、2.2），台账里的不变", False),
    ]


def test_a_row_twice() -> None:
    def twice(value: Any) -> Any:
        def change(sheet: Any) -> None:
            for column in range(1, 16):
                sheet.cell(11, column).value = sheet.cell(4, column).value
            sheet["I11"] = value

        return change

    assert told(came_back(FILLED, twice(FILLED["I4"]))) == TOLD
    other = came_back(FILLED, twice("别的话"))
    assert told(other) == {"3.1": {"status": "未启动"}}
    assert odds(other) == [("G4,G11", "编号 1.1 有 2 行，填的不一样，都没有读", True)]
    empty = came_back(FILLED, lambda sheet: sheet.append(["1.1"]))
    assert told(empty) == TOLD


def test_an_id_made_a_number() -> None:
    """12.10 becomes 12.1: the words of the row say which it was, else it is told."""

    def as_number(sheet: Any) -> None:
        sheet["A11"] = 12.1
        sheet["G11"] = "已完成"

    assert told(came_back(as_number, plan=ten())) == {"12.10": {"status": "已完成"}}
    unsure = came_back(as_number, {"C11": None}, plan=ten())
    assert told(unsure) == {}
    assert odds(unsure)[0] == ("A11", "对不上发出时的编号和举措，这一行没有读", True)


def test_ids_sorted_without_their_rows_are_told() -> None:
    returned = came_back(FILLED, {"A4": "3.1", "A9": "1.1"})
    assert told(returned) == {}
    assert [odd[0] for odd in odds(returned)] == ["A4", "A9", ""]


def test_merged_cells_count_for_the_first_row() -> None:
    returned = came_back({"I4": "都办了。"}, lambda sheet: sheet.merge_cells("I4:I6"))
    assert told(returned) == {"1.1": {"progress": "都办了。"}}
    assert odds(returned) == [("I4:I6", "合并了单元格，只算左上角那一格的", True)]
    assert "progress" not in returned.answers[3].given


def test_columns_missing_added_and_twice() -> None:
    returned = came_back(
        FILLED, lambda sheet: sheet.delete_cols(13), {"R1": "备注", "R4": "另见附件"}
    )
    assert told(returned) == TOLD
    assert odds(returned) == [
        ("", "缺少“佐证”一列，这一列没有读，台账里的不变", False),
        ("R4", "所在的列“备注”不是台账的列，没有读", True),
    ]
    assert "evidence" not in returned.answers[0].given
    content = changed(sent(), {"R1": "进展情况"})
    assert refused(content) == "“进展情况”有两列（I1、R1），不知道该读哪一列"


def test_formulas_are_told() -> None:
    content = changed(sent(), {"H4": "=6+6", "I4": "=A1", "J4": "=1/0"})

    def cached(xml: str) -> str:
        xml = re.sub(r"<f>6\+6</f><v ?(/>|></v>)", "<f>6+6</f><v>12</v>", xml)
        failed = '<c r="J4" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        return re.sub(r'<c r="J4".*?</c>', failed, xml)

    returned = read("甲部.xlsx", with_part(content, TABLE_PART, cached))
    assert told(returned) == {"1.1": {"done": 12, "problem": "#DIV/0!"}}
    assert odds(returned) == [
        ("H4", "公式按显示的结果读取", False),
        ("I4", "是没有算出结果的公式，没有读", True),
    ]


def test_no_table_no_headings() -> None:
    assert refused(changed(sent(), lambda sheet: setattr(sheet, "title", "表1"))) == (
        "没有名为“台账”的工作表"
    )
    assert "找不到表头" in refused(changed(sent(), lambda sheet: sheet.delete_rows(1)))
    content = changed(sent(), FILLED, lambda sheet: setattr(sheet, "title", " 台 账"))
    assert told(read("甲部.xlsx", content)) == TOLD


def test_a_hidden_sheet_lost_or_touched() -> None:
    lost = changed(sent(), lambda sheet: sheet.parent.remove(sheet), sheet="_plan")
    assert refused(lost) == "没有随表带去的隐藏工作表，不知道是谁的、哪一期的表"
    assert refused(changed(sent(), {"B2": None}, sheet="_plan")) == (
        "随表带去的隐藏工作表被改动或损坏了"
    )
