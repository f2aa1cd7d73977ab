from datetime import date

import pytest

from plan_cli.errors import UsageError
from plan_cli.ledger.rules import Facts, light_of, parse_rule, rules_with, time_gone
from plan_cli.model.statuses import Light, Status

RULES = rules_with({})
JULY = date(2022, 7, 2)
"""The day when half of 2022 is gone: 183 of 365 days."""


@pytest.mark.parametrize(
    ("status", "due", "share", "light"),
    [
        (None, None, None, "grey"),
        ("推进中", None, None, "green"),
        ("未启动", None, None, "red"),
        ("已完成", date(2022, 6, 1), 0.1, "green"),
        ("已销号", date(2022, 6, 1), None, "green"),
        ("中止", date(2022, 6, 1), None, "grey"),
        ("推进中", date(2022, 7, 1), None, "red"),
        (None, date(2022, 7, 1), None, "red"),
        ("推进中", date(2022, 7, 2), None, "yellow"),
        ("推进中", date(2022, 8, 1), None, "yellow"),
        ("推进中", date(2022, 8, 2), None, "green"),
        ("推进中", None, 0.5, "green"),
        ("推进中", None, 0.41, "green"),
        ("推进中", None, 0.39, "yellow"),
        ("推进中", None, 0.25, "yellow"),
        ("推进中", None, 0.2, "red"),
        ("推进中", None, 1.0, "green"),
        (None, None, 0.39, "yellow"),
    ],
)
def test_lights(status: Status | None, due: date | None, share: float | None, light: Light) -> None:
    assert light_of(Facts(status, due, share, 2022), JULY, RULES) == light


def test_the_time_that_is_gone() -> None:
    facts = Facts(None, None, None, 2022)
    assert time_gone(facts, date(2021, 12, 31)) == 0
    assert time_gone(facts, date(2022, 12, 31)) == 1
    assert time_gone(facts, date(2023, 5, 1)) == 1
    assert time_gone(facts, JULY) == pytest.approx(183 / 365)
    assert time_gone(facts._replace(due=date(2022, 1, 10)), date(2022, 1, 5)) == 0.5


def test_numbers_that_an_office_sets() -> None:
    assert parse_rule("临期天数=15") == ("soon", 15)
    assert parse_rule("soon＝15天") == ("soon", 15)
    assert parse_rule("落后=0.2") == ("behind", 0.2)
    strict = rules_with({"soon": 3})
    facts = Facts("推进中", date(2022, 7, 6), None, 2022)
    assert light_of(facts, JULY, RULES) == "yellow"
    assert light_of(facts, JULY, strict) == "green"


@pytest.mark.parametrize("word", ["临期=15", "临期天数", "临期天数=多", "soon=-1", "=3"])
def test_what_cannot_be_set_is_told_with_what_can(word: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_rule(word)
    assert "临期天数=30" in error.value.hint
