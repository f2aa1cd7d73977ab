import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

import plan_cli.text as text_module
from plan_cli.text import (
    breaks,
    excerpt,
    find_folded,
    fold,
    nearest,
    pad,
    visible,
    width,
    without_radicals,
    wrap,
)


def test_fold_ignores_width_case_and_spaces() -> None:
    assert fold("i 科普") == fold("Ｉ科普") == "i科普"
    assert fold("２０２２ 年") == "2022年"


def test_hits_are_given_in_the_original_text() -> None:
    text = "擦亮“i 科普”品牌"
    [(start, end)] = find_folded(text, "i科普")
    assert text[start:end] == "i 科普"
    assert find_folded("一一一", "一一") == ((0, 2),)
    assert find_folded("科普", " ") == ()


def test_characters_folded_one_by_one_are() -> None:
    chars = [c for c in map(chr, range(0x11000)) if re.fullmatch(text_module._ONE_BY_ONE, c)]
    long = "".join(chars)
    assert fold(long) == "".join(map(fold, chars))
    assert fold(long) == "".join(unicodedata.normalize("NFKC", long).casefold().split())
    assert [c for c in chars if len(fold(c)) != 1] == [" "]


@given(st.from_regex(text_module._ONE_BY_ONE, fullmatch=True))
def test_long_texts_are_folded_as_unicode_says(text: str) -> None:
    plain = text + "，科普Ａ" * 5
    assert fold(plain) == "".join(unicodedata.normalize("NFKC", plain).casefold().split())


def test_radicals_are_the_characters_they_look_like() -> None:
    assert without_radicals("责任部⻔：⼈事部、⺠政⻋⻢⻓⻅") == "责任部门：人事部、民政车马长见"
    assert (
        without_radicals("⺁⺋⺟⻆⻘⻉⻚⻛⻜⻝⻣⻤⻥⻦⻩⻬⻮⻰⻳⼀⿕")
        == "厂㔾母角青贝页风飞食骨鬼鱼鸟黄齐齿龙龟一龠"
    )
    assert without_radicals("小⺌邑⻏") == "小⺌邑⻏"  # not alike
    assert fold("⼈事部⻔") == fold("人事部门") == "人事部门"
    assert find_folded("由⼈事部⻔办", "人事部门") == ((1, 5),)


def test_width_counts_chinese_twice() -> None:
    assert width("K1 科普") == 7
    assert pad("科普", 6) == "科普  "


def test_wrap_keeps_closing_marks_with_what_precedes() -> None:
    assert wrap("一二三四，五六", 8) == ["一二三", "四，五六"]
    assert wrap("说“好”字", 4) == ["说", "“好”", "字"]
    assert wrap("我说（好）", 6) == ["我说", "（好）"]


@given(st.text(), st.integers(1, 40))
def test_wrap_loses_nothing_and_fits(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert width(line) <= max(columns, 2)


@given(st.text(), st.integers(1, 40))
def test_breaks_are_inside_the_text_and_in_order(text: str, columns: int) -> None:
    offsets = breaks(text, columns)
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < len(text) for offset in offsets)


def test_control_characters_become_marks() -> None:
    assert visible("a\x1b[31m\u202eb") == "a\\x1b[31m\\u202eb"
    assert visible("两行\n字") == "两行\n字"
    assert visible("两行\n字", keep="") == "两行\\x0a字"


@given(
    st.text(
        st.sampled_from("科普a\n\x00\x1b\x7f\x85\u200b\u202e\u2028\ufeff\ufffe\ud800"), max_size=9
    )
)
def test_nothing_invisible_is_left(text: str) -> None:
    shown = visible(text)
    assert shown.replace("\n", "").isprintable()
    assert [char for char in shown if char in "科普\n"] == [
        char for char in text if char in "科普\n"
    ]


def test_excerpt_ends_at_a_clause() -> None:
    assert excerpt("加快建设新馆，力争年内建成。") == "加快建设新馆"
    assert excerpt("一，二三四五六。") == "一，二三四五六"


def test_nearest_names_come_best_first() -> None:
    assert nearest("科譜部", ["办公室", "科普部", "学会部"])[0] == "科普部"
    assert nearest("xyz", ["办公室"]) == []


def test_ambiguous_characters_are_one_or_two_wide() -> None:
    assert width("说“好”…") == 7
    assert width("说“好”…", wide=True) == 10
    assert width("e\u0301", wide=True) == 1
