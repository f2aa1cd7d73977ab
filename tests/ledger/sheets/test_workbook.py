"""A workbook, read back by openpyxl: what stands in it, what can be typed, how it prints."""

import json
import sys
import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest

from plan_cli.errors import OutputError
from plan_cli.ledger.event import TOLD, Event
from plan_cli.ledger.items import fingerprint
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.sheets.headings import FIELDS, MEANINGS
from plan_cli.ledger.sheets.workbook import Round, workbook
from plan_cli.ledger.state import State
from plan_cli.ledger.wanted import REPORTABLE
from tests.conftest import small_plan, small_task
from tests.exporters.reading import workbook as opened
from tests.ledger.making import TODAY, numbered, office, report

MADE = "2023-07-01"


def written(unit: str, *events: Event, period: str = "2023Q2", plan: Any = None) -> bytes:
    state = State(plan or office(), numbered(*events), TODAY)
    [answerer] = [each for each in state.items.answerers if each.name == unit]
    items = [item for item, who in state.pairs() if who is answerer]
    return workbook(Round(state, parse_period(period), MADE, "台账.db"), answerer, items)


def book(unit: str, *events: Event, **more: Any) -> Any:
    return opened(written(unit, *events, **more))


def cells(sheet: Any, id: str) -> dict[str, Any]:
    """Return what stands in the row of an item, by heading."""
    head, *rows = sheet.values
    [row] = [row for row in rows if row[0] == id]
    return dict(zip(head, row, strict=True))


def test_the_typed_columns_are_what_a_unit_may_tell() -> None:
    assert tuple(FIELDS.values()) == TOLD
    assert tuple(MEANINGS) == REPORTABLE


def test_sheets_and_headings() -> None:
    made = book("甲部")
    assert made.sheetnames == ["说明", "台账", "_plan"]
    assert made.active.title == "说明"
    assert made["_plan"].sheet_state == "veryHidden"
    head, *rows = made["台账"].values
    assert list(head) == [
        *("编号", "任务", "举措", "量化指标", "时限", "上期进展", "状态", "完成数", "进展情况"),
        *("存在问题", "下一步", "责任人", "佐证", "调整时限", "调整原因"),
    ]
    ids = ["K1.1", "K2.1", "1.1", "1.2", "1.3", "2.1", "2.2", "3.1"]
    assert [row[0] for row in rows] == ids


def test_what_the_document_says() -> None:
    row = cells(book("甲部")["台账"], "1.2")
    assert list(row.values()) == [
        "1.2",
        "1 办好讲座",
        "扩大覆盖，培训约300人，3月底前完成。",
        "培训：约 300 人",
        "2023年3月：培训",
        *[None] * 10,
    ]
    assert cells(book("丙馆")["台账"], "K1.1")["任务"] == "K1 建新馆（拟）"


def test_what_the_office_added_is_marked() -> None:
    made = book(
        "丙馆",
        Event("office", "1.1", "丙馆", confirmed=True, goal=30.0),
        Event("office", "2.3", "丙馆", lead=True, due=date(2023, 9, 30)),
        report("2.3", "丙馆", "2023Q1", status="延期", due=date(2023, 10, 31), reason="检修"),
    )["台账"]
    confirmed, led = cells(made, "1.1"), cells(made, "2.3")
    assert confirmed["任务"] == "1 办好讲座\n（有关单位，办公室确认）"
    assert confirmed["量化指标"] == "面向公众的讲座：≥ 20 场\n30 场\n（办公室计划）"
    assert led["任务"] == "2 布置新馆\n牵头（办公室指定）"
    assert led["时限"] == "2023年9月30日\n（办公室计划）\n2023年10月31日\n（已调整）"


def test_the_last_words_before_the_period_stand_beside_empty_cells() -> None:
    row = cells(
        book(
            "甲部",
            report("1.1", "甲部", "2022Q4", progress="去年的话"),
            report(
                "1.1", "甲部", "2023Q1", status="推进中", done=8.0, problem="缺\n场地", next="办"
            ),
        )["台账"],
        "1.1",
    )
    assert row["上期进展"] == (
        "2023年第一季度：推进中，完成 8 场\n去年的话\n问题：缺 场地\n下一步：办"
    )
    assert [row[each] for each in FIELDS] == [None] * 9


def test_what_was_told_month_by_month_stands_in_the_quarter() -> None:
    months = [
        report("1.1", "甲部", "2023-04", done=2.0),
        report("1.1", "甲部", "2023-05", status="推进中", progress="五月的话"),
        report("1.1", "甲部", "2023Q1", progress="上季的话"),
        report("1.1", "甲部", "2023H1", progress="半年的话"),
    ]
    assert cells(book("甲部", *months)["台账"], "1.1")["上期进展"] == (
        "2023年5月：推进中\n五月的话\n2023年4月：完成 2 场\n2023年第一季度：\n上季的话"
    )


def test_what_was_told_for_the_period_stands_in_the_cells_and_in_the_base() -> None:
    due = date(2023, 9, 30)
    made = book(
        "甲部",
        report("1.1", "甲部", status="延期", done=8.0, due=due, reason="检修", problem="无"),
        report("1.1", "甲部", done=8.5, cleared=("problem",)),
    )
    row = cells(made["台账"], "1.1")
    assert (row["状态"], row["完成数"], row["调整原因"]) == ("延期", 8.5, "检修")
    assert (row["调整时限"], row["存在问题"]) == (datetime(2023, 9, 30), None)
    hidden = {id: (mark, base) for id, mark, base, *_ in list(made["_plan"].values)[1:]}
    assert json.loads(hidden["1.1"][1]) == {
        "status": "延期",
        "done": 8.5,
        "due": "2023-09-30",
        "reason": "检修",
    }
    assert hidden["1.2"][1] == "{}"


def test_the_hidden_sheet_says_what_the_workbook_is_for() -> None:
    hidden = book("丙馆")["_plan"]
    known = json.loads(hidden["A1"].value)
    assert fingerprint("丙馆") in known.pop("guide")
    assert known == {
        "format": 1,
        "plan": "某科协〔2023〕1号",
        "unit": "丙馆",
        "period": "2023Q2",
        "made": MADE,
        "ledger": "台账.db",
    }
    assert [row[:2] for row in list(hidden.values)[1:]] == [
        ("K1.1", "da9e1d0643d6ffad"),
        ("2.3", "962f6dd3869e98b3"),
    ]


def test_ids_are_text() -> None:
    measures = '", "'.join(f"第{number}件。" for number in range(1, 11))
    made = book("甲部", plan=small_plan(small_task(12, measure=measures)))
    for sheet in (made["台账"], made["_plan"]):
        cell = sheet["A11"]
        assert (cell.value, cell.data_type) == ("12.10", "s")
    assert made["台账"]["A11"].number_format == "@"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", '=HYPERLINK("http://a")'])
def test_no_text_becomes_a_formula(text: str) -> None:
    told = report("1.1", "甲部", progress=text, problem=text)
    before = report("1.2", "甲部", "2023Q1", progress=text)
    sheet = book("甲部", told, before)["台账"]
    for place in ("I4", "J4"):
        assert (sheet[place].value, sheet[place].data_type) == (text, "s")
        assert sheet[place].quotePrefix
    plan = small_plan(small_task(1, measure="'=1+1'"), small_task(2, measure=text.replace('"', "")))
    rows = book("甲部", plan=plan)["台账"]
    assert {cell.data_type for row in rows.iter_rows() for cell in row} <= {"s", "n"}


def test_what_nobody_sees_is_marked_and_the_base_is_what_the_cell_holds() -> None:
    made = book("甲部", report("1.1", "甲部", progress="甲\x1b\u200b乙\n丙"))
    assert cells(made["台账"], "1.1")["进展情况"] == "甲\\x1b\\u200b乙\n丙"
    base = json.loads(made["_plan"]["C4"].value)
    assert base == {"progress": "甲\\x1b\\u200b乙\n丙"}


def test_a_text_that_no_cell_holds_is_told() -> None:
    with pytest.raises(OutputError, match="有一格文字长 40000 字，Excel 一格最多 32767 字"):
        written("甲部", report("1.1", "甲部", progress="长" * 40_000))


def test_only_what_is_typed_is_unlocked() -> None:
    sheet = book("甲部")["台账"]
    locked = [cell.protection.locked for cell in sheet[2]]
    assert locked == [True] * 6 + [False] * 9
    assert all(cell.protection.locked for cell in sheet[1])
    protection = sheet.protection
    assert (protection.sheet, protection.password) == (True, None)
    # What is true here is forbidden.
    allowed = ("sort", "autoFilter", "formatColumns", "formatRows")
    assert [name for name in allowed if getattr(protection, name)] == []
    assert protection.formatCells
    assert protection.deleteRows
    shades = [cell.fill.fgColor.rgb for cell in sheet[1]]
    assert shades == ["00E7E6E6"] * 6 + ["00FFF2CC"] * 9


def test_checks_where_one_types() -> None:
    checks = {
        str(each.sqref): each for each in book("甲部")["台账"].data_validations.dataValidation
    }
    assert set(checks) == {"G2:G9", "H2:H9", "N2:N9"}
    status, done, due = checks["G2:G9"], checks["H2:H9"], checks["N2:N9"]
    assert (status.type, status.formula1) == ("list", '"未启动,推进中,已完成,延期,中止"')
    assert status.errorStyle in (None, "stop")
    assert (done.type, done.operator, done.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert (due.type, due.errorStyle, done.errorStyle) == ("date", "warning", "warning")
    assert all(each.showErrorMessage and each.allow_blank for each in checks.values())


def test_it_prints_one_a4_page_wide_with_repeated_heading() -> None:
    sheet = book("甲部")["台账"]
    page = sheet.page_setup
    assert (page.orientation, int(page.paperSize)) == ("landscape", 9)
    assert (page.fitToWidth, page.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    head = sheet.oddHeader
    assert (head.left.text, head.center.text) == ("单位：甲部", "某市科协2023年工作要点")
    assert head.right.text == "2023年第二季度"
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", "A1:O9")


def test_rows_are_as_high_as_their_text_and_columns_grow_before_one_is_cut() -> None:
    sheet = book("甲部", plan=small_plan(small_task(1, measure="做" * 32)))["台账"]
    assert sheet.row_dimensions[2].height == 3 * 16 + 6
    assert sheet.column_dimensions["C"].width == 32
    sheet = book("甲部", plan=small_plan(small_task(1, measure="做" * 900)))["台账"]
    assert sheet.row_dimensions[2].height == 400
    assert sheet.column_dimensions["C"].width == 79.2
    sheet = book("甲部", report("1.1", "甲部", progress="做" * 900))["台账"]
    assert (sheet.column_dimensions["C"].width, sheet.column_dimensions["I"].width) == (32, 79.2)


def test_the_guide_says_what_to_do() -> None:
    lines = list(book("甲部")["说明"].values)
    assert lines[0] == ("2023年第二季度进展填报说明", None)
    facts = dict(lines[1:])
    assert (facts["单位"], facts["事项"]) == ("甲部", "共 8 项")
    assert facts["文件"] == "某市科协2023年工作要点（某科协〔2023〕1号）"
    assert facts["延期"] == "到时限完不成，要改期；必须写“调整时限”和“调整原因”"
    assert facts["9"] == "有不明白的，请问某市科协负责督查的同志。"
    assert facts["完成数"].startswith("到本期末累计完成的数量，只写数字")


def test_the_same_input_gives_the_same_bytes() -> None:
    told = report("1.1", "甲部", status="推进中")
    first = written("甲部", told)
    assert first == written("甲部", told)
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert b"2023-07-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_without_the_library_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(OutputError) as error:
        written("甲部")
    assert "没有装读写 Excel 的组件" in error.value.message
    assert "pip install openpyxl" in error.value.hint
