import pytest

from plan_cli.numerals import in_digits, in_han, numbers_in, numeral


@pytest.mark.parametrize(
    ("text", "number"),
    [("5", 5), ("１２", 12), ("五", 5), ("十", 10), ("十一", 11), ("二十二", 22), ("一百零五", 105),
     ("两", 2), ("二〇二二", 2022), ("十四五", None), ("第五", None), ("", None), ("5a", None),
     ("-1", None), ("二十", 20), ("九十九", 99), ("①", 1), ("⑳", 20), ("⑵", 2), ("㈢", 3),
     ("（三）", 3), ("廿二", 22), ("卅", 30), ("一百廿", 120), ("五卅", None)],
)  # fmt: skip
def test_numeral(text: str, number: int | None) -> None:
    assert numeral(text) == number


def test_chinese_numbers() -> None:
    shown = [in_han(value) for value in (1, 10, 11, 20, 35)]
    assert shown == ["一", "十", "十一", "二十", "三十五"]


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
