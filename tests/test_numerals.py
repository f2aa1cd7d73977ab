import pytest

from plan_cli.numerals import in_digits, listed_number, numbers_in, numeral, printed_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("5", 5), ("１２", 12), ("五", 5), ("十", 10), ("十一", 11), ("二十二", 22), ("一百零五", 105),
     ("两", 2), ("二〇二二", 2022), ("十四五", None), ("第五", None), ("", None), ("5a", None),
     ("-1", None), ("二十", 20), ("九十九", 99), ("①", 1), ("⑳", 20), ("⑵", 2), ("㈢", 3),
     ("（三）", 3), ("廿二", 22), ("卅", 30), ("一百廿", 120), ("五卅", None)],
)  # fmt: skip
def test_numeral(text: str, number: int | None) -> None:
    assert numeral(text) == number


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [
        *[
            ("chineseCounting", n, t)
            for n, t in ((1, "一"), (10, "十"), (11, "十一"), (35, "三十五"))
        ],
        *[("chineseCounting", n, t) for n, t in ((99, "九十九"), (100, "一○○"), (101, "一○一"))],
        *[("chineseCountingThousand", n, t) for n, t in ((20, "二十"), (101, "一百〇一"))],
        *[("chineseCountingThousand", n, t) for n, t in ((110, "一百一十"), (1005, "一千〇五"))],
        *[
            ("chineseLegalSimplified", n, t)
            for n, t in ((2, "贰"), (10, "壹拾"), (101, "壹佰零壹"))
        ],
        *[("ideographLegalTraditional", n, t) for n, t in ((2, "貳"), (16, "壹拾陸"))],
        *[("japaneseCounting", n, t) for n, t in ((12, "十二"), (101, "百一"))],
        *[("ideographDigital", n, t) for n, t in ((9, "九"), (10, "一〇"), (101, "一〇一"))],
        *[("ideographTraditional", n, t) for n, t in ((1, "甲"), (10, "癸"), (11, "11"))],
        *[("ideographZodiac", n, t) for n, t in ((1, "子"), (12, "亥"), (13, "13"))],
        *[("ideographZodiacTraditional", n, t) for n, t in ((1, "甲子"), (60, "癸亥"))],
        *[("decimalEnclosedCircle", n, t) for n, t in ((1, "①"), (20, "⑳"), (21, "21"))],
        *[("decimalEnclosedParen", n, t) for n, t in ((1, "⑴"), (20, "⒇"))],
        *[("decimalEnclosedFullstop", n, t) for n, t in ((1, "⒈"), (20, "⒛"))],
        *[("ideographEnclosedCircle", n, t) for n, t in ((3, "㊂"), (10, "㊉"))],
        *[("upperLetter", n, t) for n, t in ((1, "A"), (26, "Z"), (27, "AA"), (54, "BBB"))],
        ("lowerLetter", 28, "bb"),
        *[("upperRoman", n, t) for n, t in ((4, "IV"), (49, "XLIX"), (1994, "MCMXCIV"))],
        ("lowerRoman", 9, "ix"),
        *[("decimalZero", n, t) for n, t in ((9, "09"), (10, "10"), (100, "100"))],
        *[("ordinal", n, t) for n, t in ((1, "1st"), (12, "12th"), (22, "22nd"), (103, "103rd"))],
        ("decimalFullWidth", 10, "１０"),
        ("numberInDash", 3, "- 3 -"),
        ("hex", 26, "1A"),
        ("decimal", 0, "0"),
        ("none", 7, ""),
        ("hebrew1", 7, None),
    ],
)
def test_numbers_as_word_prints_them(form: str, value: int, printed: str | None) -> None:
    assert printed_number(form, value) == printed


@pytest.mark.parametrize(
    ("text", "number"),
    [("甲", 1), ("癸", 10), ("壹", 1), ("壹拾贰", 12), ("IV", 4), ("Ⅸ", 9), ("IIII", None),
     ("⒒", 11), ("十一", 11), ("⑳", 20), ("亥", 12), ("貳拾參", 23), ("c", 3), ("iv", 4),
     ("AB", None), ("", None)],
)  # fmt: skip
def test_numbers_of_items(text: str, number: int | None) -> None:
    assert listed_number(text) == number


def test_numbers_in_a_text() -> None:
    assert numbers_in("创办 50 期以上，五项左右，1,200人，3.5万元") == {50, 5, 1200, 3.5, 35000}
    assert numbers_in("一批") == {1}
    assert numbers_in("若干") == set()


@pytest.mark.parametrize(
    ("text", "plain"),
    [("第十四项", "第14项"), ("014", "14"), ("K03", "K3"), ("二〇二二年五月十日", "2022年5月10日"),
     ("“十四五”规划", "“十四五”规划"), ("科普部", "科普部"), ("1234567890", "1234567890")],
)  # fmt: skip
def test_numbers_of_a_text_in_digits(text: str, plain: str) -> None:
    assert in_digits(text) == plain
