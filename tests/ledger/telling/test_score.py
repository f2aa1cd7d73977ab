from plan_cli.ledger.telling.score import ranked, scores
from tests.ledger.telling.round import FIRST, SECOND, TODAY, setting, tally, told


def test_every_point_of_a_sum_is_told() -> None:
    for each in scores(tally(*FIRST, *SECOND), TODAY).records():
        assert each["points"] == sum(part["points"] for part in each["parts"])
    first = scores(tally(*FIRST, *SECOND), TODAY).records()[0]
    assert (first["unit"], first["place"], first["points"]) == ("甲部", 1, 55)
    assert first["parts"][2] == {
        "item": "1.1-2", "rule": "solved", "points": 5, "why": "上期报过问题，本期没有",
    }  # fmt: skip


def test_those_with_as_many_points_share_a_place_in_the_order_of_the_plan() -> None:
    same = [told("2023Q2", unit, "3.1", status="推进中") for unit in ("南区科协", "东县科协")]
    places = [(each.place, each.score.unit.name) for each in ranked(tally(*same))]
    assert places == [
        (1, "东县科协"), (1, "南区科协"), (3, "甲部"), (3, "西县科协"), (5, "乙部"), (5, "丙馆"),
    ]  # fmt: skip


def test_the_office_may_set_the_points() -> None:
    rules = setting(rules={"answered": 2.5, "late": 0, "solved": 0})
    found = {each.score.unit.name: each.score for each in ranked(tally(*FIRST, *SECOND, rules))}
    assert found["甲部"].total == 27.5
    assert found["乙部"].parts == []
    shown = scores(tally(*FIRST, *SECOND, rules), TODAY)
    assert "填报分2.5（报告期内填报了的事项，每项得分）" in shown.closing[0]
