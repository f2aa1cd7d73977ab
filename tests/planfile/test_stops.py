"""Slips of a hand-typed file: the message names the slip and points at it, with both loaders."""

import pytest
import yaml

from plan_cli.planfile import parsing
from plan_cli.planfile.places import Broken
from plan_cli.planfile.source import Source

HEAD = "format: 1\nlists:\n  - name: 要点\n    tasks:\n"
"""Four lines before each of the pieces below."""


def slip_in(piece: str) -> Broken:
    with pytest.raises(Broken) as raised:
        Source("x.yaml", HEAD + piece).data()
    assert raised.value.code == "E003"
    return raised.value


MORE = "        note: 丙\n" * 20
TASK = "      - number: 1\n        title: 甲\n"


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("piece", "place", "words"),
    [
        # spaces that are no indentation
        (TASK + "　　　　note: 科普部\n        measures:\n          - 乙。\n", (7, 1), "全角空格"),
        (TASK + "\xa0" * 8 + "note: 科普部\n        project: 乙\n", (7, 1), "不间断空格"),
        (TASK + "        measures:\n　　　　　- 乙。\n        note: 丙\n", (8, 1), "全角空格"),
        (TASK + "      　note: 丙\n        measures: []\n", (7, 7), "全角空格"),
        (TASK + "　　　　note: 丙\n　　　　measures:\n      - 乙\n    x: y\n", (8, 1), "全角"),
        (TASK + "　　\n        note: 丙\n", (7, 1), "全角空格"),
        (TASK + "　　\r\n        note: 丙\n", (7, 1), "全角空格"),
        (TASK + "        \xa0\n        note: 丙\n", (7, 9), "不间断空格"),
        (TASK + "　　\n　　\nx: y\n", (8, 1), "全角空格"),
        (TASK + "        note: 丙\n　　　　# 说明\n        project: 丁\n", (8, 1), "全角空格"),
        (TASK + "        measures:\n　　# 说明\n          - 乙。\n", (8, 1), "全角空格"),
        (TASK + "        note: 丙\n　　", (8, 1), "全角空格"),
        # full-width marks
        (TASK + "        measures:\n          - 乙。\n        － 丙。\n", (9, 9), "半角短横线"),
        (TASK + "        measures:\n          - 乙。\n          -丙。\n", (9, 12), "空一格"),
        (TASK + "        note:　丙\n        measures: []\n", (7, 14), "半角空格"),
        (TASK + "        measures:\n          - 乙。\n          -　丙。\n", (9, 12), "半角空格"),
        (TASK + "        note：丙\n", (7, 13), "半角“: ”"),
        ("      - {number: 1，title: 甲}\n", (5, 19), "半角逗号“, ”"),
        ("      - {id: '1'，title: 甲}\n", (5, 17), "半角逗号“, ”，不是“，”"),
        ("      - {id: '1' ，title: 甲}\n", (5, 18), "半角逗号“, ”，不是“，”"),
        ("      - {number: 1；title: 甲}\n", (5, 19), "半角逗号“, ”，不是“；”"),
        ("      - {number: 1、title: 甲}\n", (5, 19), "半角逗号“, ”，不是“、”"),
        ("      - {number: 1; title: 甲}\n", (5, 19), "半角逗号“, ”，不是“;”"),
        (TASK + "        measures: ['乙'、'丙']\n", (7, 23), "半角逗号“, ”，不是“、”"),
        (TASK + "        measures: ['乙' '丙']\n", (7, 24), "各项之间少了、多了半角逗号"),
        (TASK + "        measures: [乙,, 丙]\n", (7, 22), "各项之间少了、多了半角逗号"),
        ("      - ｛number: 1, title: 甲｝\n", (5, 9), "[ ] 或 { }"),
        ("      - （number: 1, title: 甲）\n", (5, 9), "[ ] 或 { }"),
        ("      - {number: 1, title: 甲｝\n      - {number: 2}\n", (5, 29), "] 或 }"),
        (TASK + "        measures: [乙。］\n        note: 丙\n", (7, 22), "] 或 }"),
        (TASK + "＃ 说明\n        note: 丙\n", (7, 1), "半角 #"),
        (TASK + "        note: “丙: 丁”\n", (7, 15), "半角单引号"),
        # quotations
        (TASK + '        note: "丙"、丁\n        measures: []\n', (7, 18), "引号在这里已经收尾"),
        (TASK + "        note: '丙' 丁\n        measures: []\n", (7, 19), '双引号 " "'),
        (TASK + '        measures: ["乙"丙, 丁]\n', (7, 23), "引号在这里已经收尾"),
        (TASK + f"        measures:\n          - '乙。\n{MORE}        op: '='\n", (8, 13), "收尾"),
        (TASK + '        measures:\n          - "乙。\n          - "丙。"\n', (8, 13), "没有收尾"),
        (TASK + "        note: '丙\n        measures: []\n", (7, 15), "没有收尾"),
        # the rest
        (TASK + "         note: 丙\n", (7, 10), "缩进多了"),
        (TASK + "        measures: [乙 #丙]\n        note: 丁\n", (7, 22), "加半角引号"),
        (TASK + "        note: 丙 #丁\n          戊\n", (7, 17), "加半角引号"),
        (TASK + "        measures: [乙\n        note: 丁\n", (7, 19), "没有收尾"),
        (TASK + "        measures: [乙,\n丙,\n\n", (8, 3), "没有收尾"),
        (TASK + "        note\n        measures: []\n", (7, 9), "缺少冒号"),
        (TASK + "%  note: 丙\n", (7, 1), "行首的“%”"),
        # signs of YAML at the beginning of a text
        *((TASK + f"        note: {sign}丙\n", (7, 15), f"“{sign}”") for sign in "@`%*&!|>,]}"),
        *((TASK + f"        note: {sign} 丙\n", (7, 15), f"“{sign}”") for sign in "-?"),
        (TASK + "        measures:\n          - *乙。\n", (8, 13), "加半角引号，如 '*…'"),
        (TASK + "        measures: - 乙。\n", (7, 19), "是列表，第一项要另起一行"),
        (TASK + "        note: [丙]丁\n", (7, 18), "括号在这里已经收尾"),
        # escapes that stand for no character
        (TASK + '        note: "C:\\qq"\n', (7, 18), "单引号"),
        (TASK + '        note: "丙\\x4"\n', (7, 17), "单引号"),
        (TASK + '        note: "丙\\ud800"\n', (7, 17), "单引号"),
        (TASK + '        note: "丙\\U00110000"\n', (7, 17), "单引号"),
        (TASK + '        note: "丙\\UFFFFFFFF"\n', (7, 17), "单引号"),
    ],
)  # fmt: skip
def test_the_slip_is_named_at_its_place(piece: str, place: tuple[int, int], words: str) -> None:
    error = slip_in(piece)
    assert (error.location.line, error.location.column) == place
    assert words in error.hint


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("char", ["\ufeff", "\u200b"])
def test_an_unseen_character_before_a_key_is_named(char: str) -> None:
    hidden = f"\\u{ord(char):04x}"
    error = slip_in(TASK + f"        note: 丙\n{char}x\n        project: 丁\n")
    assert (error.location.line, error.location.column) == (8, 1)
    assert f"看不见的字符 {hidden}" in error.hint


def test_a_tab_is_one_column_in_what_is_shown() -> None:
    error = slip_in(TASK + "    \tnote: 丙\n")
    assert error.location.excerpt == "→note: 丙"
    assert error.location.caret == "^"


def test_a_tab_inside_a_line_is_named_where_a_loader_stops_at_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parsing, "LOADER", yaml.BaseLoader)
    error = slip_in(TASK + "        note: 丙\t丁\n")
    assert (error.location.line, error.location.column) == (7, 16)
    assert "制表符（Tab）" in error.hint
