import pytest

from plan_cli.validation.numerals import numbers_in, numeral


@pytest.mark.parametrize(
    ("text", "number"),
    [("5", 5), ("１２", 12), ("五", 5), ("十", 10), ("十一", 11), ("二十二", 22), ("一百零五", 105),
     ("两", 2), ("第五", None), ("", None), ("5a", None), ("-1", None)],
)  # fmt: skip
def test_numeral(text: str, number: int | None) -> None:
    assert numeral(text) == number


def test_numbers_in_a_text() -> None:
    assert numbers_in("创办 50 期以上，五项左右，1,200人，3.5万元") == {50, 5, 1200, 3.5, 35000}
    assert numbers_in("一批") == {1}
    assert numbers_in("若干") == set()
