import pytest

from plan_cli.importers.shaping.markers import counted_marker, find_marker


@pytest.mark.parametrize(
    ("text", "kind", "value", "label"),
    [
        ("一、总体要求", "han", 1, "一、"),
        ("十二、其他", "han", 12, "十二、"),
        ("（三）做好", "han_paren", 3, "（三）"),
        ("(二十一)做好", "han_paren", 21, "(二十一)"),
        ("1. 做好", "arabic", 1, "1."),
        ("1．做好", "arabic", 1, "1．"),
        ("12、做好", "arabic", 12, "12、"),
        ("（4）做好", "arabic_paren", 4, "（4）"),
        ("5）做好", "arabic_half", 5, "5）"),
        ("③做好", "circle", 3, "③"),
        ("第七条 做好", "article", 7, "第七条"),
        ("第二章 总则", "chapter", 2, "第二章"),
        ("2.2024年底前做好", "arabic", 2, "2."),
        ("1000. 做好", "arabic", 1000, "1000."),
        ("1001、做好", "arabic", 1001, "1001、"),
        ("3210．做好", "arabic", 3210, "3210．"),
        ("甲、做好", "stem", 1, "甲、"),
        ("IV. 做好", "roman", 4, "IV."),
        ("Ⅱ、做好", "roman", 2, "Ⅱ、"),
        ("壹拾、做好", "legal", 10, "壹拾、"),
        ("（貳）做好", "legal_paren", 2, "（貳）"),
        ("丑、做好", "branch", 2, "丑、"),
        ("iv. 做好", "roman_small", 4, "iv."),
        ("C. 做好", "letter", 3, "C."),
        ("b、做好", "letter_small", 2, "b、"),
        ("（B）做好", "letter_paren", 2, "（B）"),
        ("c) 做好", "letter_paren", 3, "c)"),
        ("⒉做好", "arabic", 2, "⒉"),
        ("问题三：做得不够", "item", 3, "问题三："),
    ],
)
def test_numbers_at_the_head(text: str, kind: str, value: int, label: str) -> None:
    marker = find_marker(text)
    assert marker is not None
    assert (marker.kind, marker.value, marker.label) == (kind, value, label)


@pytest.mark.parametrize(
    "text", ["0.5 个工作日以内。", "1.2 亿元", "3.5 公里道路", "2.4%以上", "1.5吨", "3.0 版"]
)
def test_a_number_with_a_decimal_point_heads_no_item(text: str) -> None:
    assert find_marker(text) is None


@pytest.mark.parametrize(
    "text",
    ["1.5倍以上", "2022年工作", "3个以上", "一是加强", "十项工作", "第三期培训", "科普", "",
     "十四五、十五五时期", "2024. 年底", "2023、2024年", "1999．12", "10000. 做好",
     "甲、乙两级", "I.T.产业", "V2.0版", "甲类单位", "A、B两级", "子、丑两时", "A类", "APP）"],
)  # fmt: skip
def test_what_is_no_number_of_an_item(text: str) -> None:
    assert find_marker(text) is None


def test_two_levels_in_one_number() -> None:
    marker = find_marker("2.3 做好")
    assert marker is not None
    assert (marker.value, marker.number) == (3, "2-3")


def test_ranks_nest_as_documents_do() -> None:
    texts = ("第一章 总则", "一、总体", "（一）目标", "1. 做好", "（1）先做", "①再做")
    ranks = [marker.rank for text in texts if (marker := find_marker(text))]
    assert len(ranks) == 6
    assert ranks == sorted(ranks)


def test_a_number_like_a_year_is_one_behind_the_number_before_it() -> None:
    marker = find_marker("2024. 做好", 2023)
    assert marker is not None
    assert marker.value == 2024
    assert find_marker("2024. 做好", 2022) is None


@pytest.mark.parametrize(
    ("label", "shown", "value"),
    [("[12] ", "[12]", 12), ("任务十一", "任务十一", 11), ("01 ", "01", 1), ("2nd ", "2nd", 2)],
)
def test_what_was_counted_is_a_number_however_it_is_printed(
    label: str, shown: str, value: int
) -> None:
    marker = counted_marker(f"{label}做好", label)
    assert marker is not None
    assert (marker.kind, marker.value, marker.label) == ("counted", value, shown)


def test_what_no_number_was_counted_for_has_none() -> None:
    assert counted_marker("12 做好", "") is None
    assert counted_marker("● 做好", "● ") is None
    assert counted_marker("做好", "[1] ") is None
