"""Words that stand where nothing is read: each is told with its place, and counts as not taken."""

from typing import Any

import pytest

from tests.ledger.making import report
from tests.ledger.sheets.coming_back import came_back, changed, sent, told


def lost(*changes: Any) -> list[tuple[str, str]]:
    """Return the cells and words of what is not taken."""
    return [(odd.cell, odd.stands) for odd in came_back(*changes).odd if odd.is_lost]


@pytest.mark.parametrize(
    "title", ["本期进展", "进展", "工作进展", "完成情况", "进度情况", "本季度工作进展"]
)
def test_other_words_for_a_heading(title: str) -> None:
    returned = came_back({"I1": title, "I4": "办了。"})
    assert told(returned) == {"1.1": {"progress": "办了。"}}
    assert returned.odd == ()


def test_another_word_beside_the_heading_itself_is_a_column_of_its_own() -> None:
    assert lost({"R1": "完成情况", "R4": "三场", "I4": "办了。"}) == [("R4", "三场")]


def test_a_heading_that_looks_like_another_one_is_no_second_one() -> None:
    returned = came_back({"N1": "调整后时限", "N4": "6月30日", "R1": "上期状态", "R4": "推进中"})
    assert told(returned) == {"1.1": {"due": "6月30日"}}
    assert [odd.message for odd in returned.odd] == ["所在的列“上期状态”不是台账的列，没有读"]


def test_words_above_the_headings() -> None:
    def add(words: str) -> list[tuple[str, str]]:
        return lost(lambda sheet: (sheet.insert_rows(1, 2), sheet.__setitem__("A2", words)))

    assert add("经费紧张，请协调。") == [("A2", "经费紧张，请协调。")]
    assert add("甲部第二季度台账") == add("单位：甲部") == []


def test_a_column_under_an_unknown_heading() -> None:
    returned = came_back({"I1": "干了啥", "I4": "办了。", "F1": "上季度", "P1": "序号", "P4": 3})
    assert [(odd.cell, odd.message, odd.is_lost) for odd in returned.odd] == [
        ("", "缺少“进展情况”一列，这一列没有读，台账里的不变", False),
        ("I4", "所在的列“干了啥”不是台账的列，没有读", True),
        ("P4", "所在的列“序号”不是台账的列，没有读", False),
    ]


def test_what_stood_there_when_it_went_out_is_not_typed() -> None:
    from plan_cli.ledger.sheets.reading import read

    events = [report("1.1", "甲部", "2023Q1", progress="旧"), report("1.1", "甲部", progress="新")]
    content = changed(sent("甲部", *events), {"F1": "上季度的", "I1": "干了啥", "I5": "办了。"})
    odd = read("甲部.xlsx", content).odd
    assert [each.cell for each in odd if each.is_lost] == ["I5"]


def test_rows_without_id() -> None:
    assert lost({"I12": "另办一事。"}) == [("I12", "另办一事。")]
    assert lost({"B12": "另一件"}) == [("B12", "另一件")]
    assert lost({"A12": "说明：全部按时。"}) == [("A12", "说明：全部按时。")]
    assert lost({"A12": "合计", "H12": 9}) == [("A12", "合计 9")]
    assert lost({"A12": "填表人：张三", "D12": "联系电话：1"}) == []
    bare = {"A4": None, "C4": None, "G4": "推进中", "I4": "办了 \n 三场。"}
    assert lost(bare) == [("G4", "推进中 办了 三场。")]


def test_a_row_of_another_id_shows_what_was_typed() -> None:
    assert lost({"A4": "9.9", "C4": None, "I4": "办了。"}) == [("A4", "办了。")]
    assert lost({"A4": "3.1", "I4": "办了。"}) == [("A4", "办了。")]


def test_words_typed_into_what_was_given() -> None:
    returned = came_back(
        lambda sheet: setattr(sheet["C4"], "value", sheet["C4"].value + "\n已办3场"),
        lambda sheet: setattr(sheet["D4"], "value", "面向公众的讲座：≥ 20 场，实3，"),
        {"E4": "已完成", "F9": "办了。", "B9": None, "C5": "扩大覆盖。"},
    )
    assert [(odd.cell, odd.stands, odd.message) for odd in returned.odd] == [
        ("C4", "已办3场", "写在“举措”一列里，没有读"),
        ("D4", "，实3，", "写在“量化指标”一列里，没有读"),
        ("E4", "已完成", "写在“时限”一列里，没有读"),
        ("F9", "办了。", "写在“上期进展”一列里，没有读"),
    ]
