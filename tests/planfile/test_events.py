"""Plain data out of YAML, with both loaders: what is refused, what stays text, where it stands."""

import pytest

from plan_cli.planfile.findings import Finding
from plan_cli.planfile.places import Broken
from plan_cli.planfile.source import Source

pytestmark = pytest.mark.usefixtures("loader")


def broken(text: str) -> Broken:
    with pytest.raises(Broken) as raised:
        Source("x.yaml", text).data()
    return raised.value


def test_every_scalar_stays_text() -> None:
    text = "a: no\non: 010\nyes: 12:30:45\nb: 2022-06-31\nc: .nan\nd: ~\ne:\nf: 1_000\ng: 0x1F\n"
    assert Source("x", text).data() == {
        "a": "no", "on": "010", "yes": "12:30:45", "b": "2022-06-31", "c": ".nan", "d": "~",
        "e": "", "f": "1_000", "g": "0x1F",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("a: !!python/object/apply:os.system [x]", "E005", "1:4", "类型标记"),
        ("a: !x y", "E005", "1:4", "类型标记"),
        ("a: b\n---\nc: d\n", "E005", "2:1", "不止一份"),
        ("a: &x [*x]", "E005", "1:8", "别名"),
        ("a: *x", "E005", "1:4", "别名"),
        ("? [a]\n: b", "E005", "1:3", "键必须是一段文字"),
        ("[" * 200_000, "E005", "1:41", "嵌套"),
        ("{a: " * 200_000, "E005", "1:161", "嵌套"),
        ("- " * 200_000, "E005", "1:81", "嵌套"),
        ("a:\n  - b: " + "[" * 3000, "E005", "2:45", "嵌套"),
        ("a: [\"[[\", '{', " + "[" * 3000, "E005", "1:54", "嵌套"),
        ("a:  # [[[\n" + "[" * 3000, "E005", "2:40", "嵌套"),
        ("a: " + "字" * 60_000, "E005", "1:4", "50000 字"),
        ("a: &a [x, x]\nb: [" + "*a, " * 60_000 + "]", "E005", "2:", "别名"),
        ("".join(f"k{n}: v\n" for n in range(1200)), "E005", "1001:1", "1000 个以上"),
        ("a: b\n" * 1200, "E005", "1001:1", "1000 个以上"),
        ("a: b\nc\x00: d", "E004", "2:2", "\\x00"),
        ("a: \x1b[2J", "E004", "1:4", "\\x1b"),
    ],
)
def test_what_is_refused_and_where(text: str, code: str, place: str, words: str) -> None:
    error = broken(text)
    assert error.code == code
    assert f"x.yaml:{place}" in error.message
    assert words in error.message
    assert error.hint.endswith("。")
    assert error.message.replace("\n", "").isprintable()


@pytest.mark.parametrize("text", ["", "# 只有注释\n"])
def test_a_file_without_a_value_is_called_empty(text: str) -> None:
    error = broken(text)
    assert (error.code, error.message) == ("E002", "x.yaml：文件是空的")


def test_half_a_character_is_refused_and_not_shown() -> None:
    error = broken('a: "\\ud800"')
    assert error.code in ("E003", "E005")  # the C library refuses it itself
    assert error.message.startswith("x.yaml:1:")
    assert error.message.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: b\nnote：责任部门\n", "2:5", "半角"),
        ("a: b\nnote:责任部门\nc: d\n", "2:6", "空一格"),
        ("a:\n  b: c\n\td: e\n", "3:1", "制表符"),
        ("a: b: c\n", "1:5", "第二个"),
        ('a: "x\nb: c\n', "1:4", "没有收尾"),
        ("a: [x, y\nb: c\n", ":", "没有收尾"),
        ("a: [x, y\n", "1:4", "没有收尾"),
        ("op: >=\n", "1:", "加半角引号"),
        ("a: @b\n", "1:4", "加半角引号"),
        ("a:\n  - b\n - c\n", "3:2", "对不齐"),
        ('a: "\\q"\n', "1:", "单引号"),
    ],
)
def test_syntax_errors_teach(text: str, place: str, words: str) -> None:
    error = broken(text)
    assert error.code == "E003"
    assert place in error.message.split("：")[0]
    assert words in error.hint


NESTED = """\
lists:
  - name: 一
    tasks:
      - number: 1
        measures:
          - 甲。
          - {heading: 乙, text: 丙。}
        responsible:
          named: [科普部, 办公室]
  - name: 二
    note: |
      第一行
      第二行
"""


@pytest.mark.parametrize(
    ("path", "part", "place"),
    [
        (("lists", 0, "name"), "", (2, 11)),
        (("lists", 0, "tasks", 0, "number"), "", (4, 17)),
        (("lists", 0, "tasks", 0, "measures", 0), "", (6, 13)),
        (("lists", 0, "tasks", 0, "measures", 0, "text"), "", (6, 13)),
        (("lists", 0, "tasks", 0, "measures", 1, "text"), "", (7, 32)),
        (("lists", 0, "tasks", 0, "responsible", "named", 1), "", (9, 24)),
        (("lists", 1, "name"), "二", (10, 11)),
        (("lists", 1, "note"), "二行", (13, 8)),
        (("lists", 1, "none", 3), "", (10, 5)),
        ((), "", (1, 1)),
    ],
)
def test_where_values_stand(path: tuple[str | int, ...], part: str, place: tuple[int, int]) -> None:
    spot = Source("x", NESTED).find(Finding("E104", path, "", part))
    assert (spot.line, spot.column) == place


def test_where_keys_stand() -> None:
    path = ("lists", 0, "tasks", 0, "measures", 1, "heading")
    spot = Source("x", NESTED).find(Finding("E101", path, "", at_key=True))
    assert (spot.line, spot.column) == (7, 14)
    assert spot.excerpt == "- {heading: 乙, text: 丙。}"
    assert spot.caret == "   ^"


def test_repeated_keys_are_found_at_every_depth() -> None:
    source = Source("x", "a: 1\nb:\n  - c: 1\n    d: 2\n    c: 3\na: 2\n")
    assert source.data() == {"a": "2", "b": [{"c": "3", "d": "2"}]}  # the last counts
    assert [(f.path, f.place) for f in source.duplicates] == [
        (("b", 0, "c"), (4, 4)),
        (("a",), (5, 0)),
    ]
    assert "第 3 行" in source.duplicates[0].message


def test_the_caret_of_a_long_line_points_at_the_word() -> None:
    text = "a: " + "字" * 60 + "X" + "字" * 60
    spot = Source("x", text).find(Finding("E104", ("a",), "", part="X"))
    assert spot.column == 64
    assert spot.excerpt == "…" + "字" * 30 + "X" + "字" * 35 + "…"
    assert spot.caret == " " * 61 + "^"


def test_excerpts_show_marks_and_names_too() -> None:
    source = Source("a\x1b[31m.yaml", 'k: "\u202e字"')
    spot = source.find(Finding("E401", ("k",), "", part="字"))
    assert str(spot) == "a\\x1b[31m.yaml:1:6"
    assert spot.excerpt == 'k: "\\u202e字"'
    assert spot.caret == " " * 10 + "^"
