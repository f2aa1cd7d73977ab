from datetime import date

import pytest

from plan_cli.errors import UsageError
from plan_cli.ledger.periods import parse_period, quarter_of


@pytest.mark.parametrize(
    ("word", "name", "first", "last", "title"),
    [
        ("2022Q2", "2022Q2", "2022-04-01", "2022-06-30", "2022年第二季度"),
        ("2022q4", "2022Q4", "2022-10-01", "2022-12-31", "2022年第四季度"),
        ("２０２２Ｑ１", "2022Q1", "2022-01-01", "2022-03-31", "2022年第一季度"),
        ("2022-05", "2022-05", "2022-05-01", "2022-05-31", "2022年5月"),
        ("2024-2", "2024-02", "2024-02-01", "2024-02-29", "2024年2月"),
        ("2022H1", "2022H1", "2022-01-01", "2022-06-30", "2022年上半年"),
        ("2022H2", "2022H2", "2022-07-01", "2022-12-31", "2022年下半年"),
        ("2022", "2022", "2022-01-01", "2022-12-31", "2022年全年"),
        ("2022年", "2022", "2022-01-01", "2022-12-31", "2022年全年"),
        ("2022年第三季度", "2022Q3", "2022-07-01", "2022-09-30", "2022年第三季度"),
        ("2022年1季度", "2022Q1", "2022-01-01", "2022-03-31", "2022年第一季度"),
        ("2022年下半年", "2022H2", "2022-07-01", "2022-12-31", "2022年下半年"),
        ("2022年5月", "2022-05", "2022-05-01", "2022-05-31", "2022年5月"),
    ],
)
def test_periods_as_people_write_them(
    word: str, name: str, first: str, last: str, title: str
) -> None:
    period = parse_period(word)
    assert (period.name, period.title) == (name, title)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "word", ["2022Q5", "2022H3", "2022-13", "2022-00", "Q2", "22Q2", "", "0000", "9999", "0001Q1"]
)
def test_what_is_no_period_is_told_how_to_write_one(word: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_period(word)
    assert "2022Q2" in error.value.hint


def test_a_longer_period_comes_behind_the_shorter_that_ends_with_it() -> None:
    names = ["2022", "2022Q2", "2022-06", "2022H1", "2022Q1"]
    assert [each.name for each in sorted(map(parse_period, names))] == [
        "2022Q1",
        "2022-06",
        "2022Q2",
        "2022H1",
        "2022",
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2022-01-01", "2022Q1"),
        ("2022-03-31", "2022Q1"),
        ("2022-04-01", "2022Q2"),
        ("2022-12-31", "2022Q4"),
    ],
)
def test_the_quarter_of_a_day(day: str, name: str) -> None:
    assert quarter_of(date.fromisoformat(day)).name == name
