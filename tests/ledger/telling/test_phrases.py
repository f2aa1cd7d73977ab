import pytest

from plan_cli.ledger.telling.phrases import bar, everybody, matter, number, percent
from plan_cli.model.plan import Document
from tests.ledger.telling.round import MEMBERS, tally


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 3, "0.0%"),
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (3, 3, "100.0%"),
        (2999, 3000, "99.9%"),  # 99.97: not all
        (1, 3000, "0.1%"),  # 0.03: not none
        (60, 50, "120.0%"),
        (0, 0, ""),
    ],
)
def test_a_share_has_one_decimal_and_is_all_only_where_it_is(
    part: float, whole: float, told: str
) -> None:
    assert percent(part, whole) == told


@pytest.mark.parametrize(
    ("part", "whole", "full"), [(0, 20, 0), (12, 20, 6), (19.9, 20, 9), (20, 20, 10), (30, 20, 10)]
)
def test_a_bar_is_full_only_where_all_is_done(part: float, whole: float, full: int) -> None:
    assert bar(part, whole) == "■" * full + "□" * (10 - full)


def test_a_number_has_no_needless_decimals() -> None:
    told = [number(value) for value in (12.0, 0.5, 1234567.0, 2.25, 100.0)]
    assert told == ["12", "0.5", "1234567", "2.25", "100"]


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("某市科协关于印发《某市科协2023年工作要点》的通知", "某市科协2023年工作要点"),
        ("某市科协关于印发2023年工作要点的通知", "2023年工作要点"),
        ("某市科协2023年工作要点", "某市科协2023年工作要点"),
    ],
)
def test_a_letter_that_issues_a_plan_is_about_that_plan(title: str, about: str) -> None:
    assert matter(Document(title, 2023)) == about


def test_many_bodies_of_a_kind_are_counted_where_a_line_has_no_room_for_them() -> None:
    counted = tally()
    assert everybody(counted, {"甲部", *MEMBERS}, most=1) == "甲部、县区科协（3个）"
    assert everybody(counted, MEMBERS[:2]) == "东县科协、西县科协"
    assert everybody(counted, MEMBERS[:2], most=1) == "县区科协2个（共3个）"
