from datetime import date

import pytest

from plan_cli.ledger.event import Event
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.telling.tally import (
    Moved,
    Pair,
    Tally,
    by_light,
    by_status,
    silent,
)
from tests.ledger.telling.round import FIRST, SECOND, setting, state, tally, told

Q2 = parse_period("2023Q2")


def pair_of(counted: Tally, id: str, unit: str) -> Pair:
    [found] = [p for p in counted.pairs if (p.item.id, p.answerer.name) == (id, unit)]
    return found


def test_a_state_as_of_a_period_holds_what_belongs_to_it_and_before() -> None:
    later = told("2023Q3", "甲部", "1.1-1", status="已完成", done=20)
    whole_year = told("2023", "甲部", "1.2", status="中止", reason="不办了")
    now = state(*FIRST, *SECOND, later, whole_year, today=date(2023, 12, 1))
    then = now.as_of(Q2)
    assert then.today == date(2023, 6, 30)
    assert (then.of("1.1-1").status, then.of("1.1-1").done) == ("推进中", 12)
    assert (now.of("1.1-1").status, now.of("1.1-1").done) == ("已完成", 20)
    assert (then.of("1.2").status, now.of("1.2").status) == ("已完成", "中止")
    assert then.settings.members == now.settings.members


def test_what_belongs_to_no_period_counts_by_its_day() -> None:
    closure = Event(
        "closure", "1.2", "甲部", status="已销号", evidence="汇编", at="2023-07-04T09:00:00"
    )
    now = state(*FIRST)
    now.events += (closure,)
    assert now.as_of(Q2).of("1.2").status == "推进中"
    assert now.as_of(parse_period("2023Q3")).of("1.2").status == "已销号"


def test_a_period_that_is_not_over_stands_for_today() -> None:
    assert tally(*FIRST, today=date(2023, 5, 10)).day == date(2023, 5, 10)
    assert tally(*FIRST, today=date(2023, 7, 5)).day == date(2023, 6, 30)


def test_counts_by_status_and_light() -> None:
    standings = [pair.now for pair in tally(*FIRST, *SECOND).pairs]
    assert by_status(standings) == {
        "未启动": 0, "推进中": 5, "已完成": 2, "已销号": 0, "延期": 1, "中止": 0, None: 2,
    }  # fmt: skip
    assert by_light(standings) == {"red": 2, "yellow": 0, "grey": 2, "green": 6}


def test_a_task_is_done_when_all_who_answer_for_it_are() -> None:
    done = [told("2023Q2", unit, "2.1", status="已完成") for unit in ("丙馆", "乙部")]
    both = {standing.item: standing.status for standing in tally(*done).tasks()}
    one = {standing.item: standing.status for standing in tally(done[0]).tasks()}
    assert (one["2"], both["2"]) == ("推进中", "已完成")


def test_late_and_behind_are_counted_on_the_last_day_of_the_period() -> None:
    counted = tally(*FIRST, *SECOND)
    assert {(p.item.id, p.answerer.name): p.late for p in counted.pairs if p.late} == {
        ("2.1", "乙部"): 30
    }
    [behind] = [p for p in counted.pairs if p.gap]
    assert (behind.item.id, round(behind.gap, 3)) == ("1.1-2", 0.396)  # 181/365 less 30/300
    assert pair_of(counted, "2.1", "乙部").newly_late
    later = tally(*FIRST, *SECOND, period="2023Q3", today=date(2023, 10, 9))
    assert not pair_of(later, "2.1", "乙部").newly_late
    assert pair_of(later, "2.1", "乙部").late == 122


def test_rules_of_the_office_say_what_is_behind() -> None:
    lenient = setting(rules={"behind": 0.5, "far": 0.5})
    assert [p for p in tally(*FIRST, *SECOND, lenient).pairs if p.gap] == []


def test_who_answered_and_who_owes_an_answer() -> None:
    counted = tally(*FIRST, *SECOND)
    assert [unit.name for unit in counted.units if silent(unit)] == ["乙部", "南区科协"]
    assert not pair_of(counted, "4.1", "甲部").answered
    finished = told("2023Q1", "乙部", "2.1", status="已完成")
    given_up = told("2023Q1", "乙部", "4.1", status="中止", reason="并入别的工作")
    freed = tally(*FIRST, *SECOND, finished, given_up)
    assert [unit.name for unit in freed.units if silent(unit)] == ["南区科协"]


def test_what_the_office_closed_in_the_period_is_not_owed() -> None:
    closed = Event("closure", "3.1", "南区科协", status="已销号", evidence="照片")
    counted = tally(*FIRST, *SECOND, closed)
    assert [unit.name for unit in counted.units if silent(unit)] == ["乙部"]


def test_months_of_a_quarter_answer_for_the_quarter() -> None:
    assert pair_of(tally(told("2023-05", "甲部", "1.2", status="推进中")), "1.2", "甲部").answered
    assert not pair_of(
        tally(told("2023-07", "甲部", "1.2", status="推进中")), "1.2", "甲部"
    ).answered


def test_bodies_of_a_kind_stand_together_and_apart() -> None:
    counted = tally(*FIRST, *SECOND)
    assert [body.name for body in counted.bodies] == ["甲部", "乙部", "丙馆", "县区科协"]
    assert counted.bodies[-1].members == ["东县科协", "西县科协", "南区科协"]
    assert [unit.name for unit in counted.units][3:] == ["东县科协", "西县科协", "南区科协"]


def test_a_problem_is_of_the_period_or_stands_until_the_unit_says_otherwise() -> None:
    first, answer = FIRST[4], told("2023Q2", "丙馆", "2.1", status="推进中")
    again = told("2023Q2", "丙馆", "2.1", problem="展品破损")
    silent_since = pair_of(tally(first), "2.1", "丙馆")
    assert (silent_since.problem, silent_since.problem_from) == ("展品未到货", "2023Q1")
    assert not silent_since.solved
    solved = pair_of(tally(first, answer), "2.1", "丙馆")
    assert (solved.problem, solved.solved) == ("", True)
    other = pair_of(tally(first, again), "2.1", "丙馆")
    assert (other.problem, other.problem_from, other.solved) == ("展品破损", "2023Q2", False)
    taken_back = Event("correction", "2.1", "丙馆", "2023Q2", cleared=("problem",))
    assert pair_of(tally(first, again, taken_back), "2.1", "丙馆").solved
    third = tally(first, answer, period="2023Q3", today=date(2023, 10, 8))
    assert pair_of(third, "2.1", "丙馆").problem == ""


def test_a_date_is_moved_from_the_one_that_held_before() -> None:
    may, autumn, winter = date(2023, 5, 31), date(2023, 9, 30), date(2023, 12, 20)
    once = told("2023Q2", "丙馆", "2.1", status="延期", due=autumn, reason="展品未到货")
    twice = told("2023Q3", "丙馆", "2.1", status="延期", due=winter, reason="又未到货")
    assert pair_of(tally(once), "2.1", "丙馆").moved == Moved(may, autumn, "展品未到货")
    third = {"period": "2023Q3", "today": date(2023, 10, 8)}
    assert pair_of(tally(once, twice, **third), "2.1", "丙馆").moved == Moved(
        autumn, winter, "又未到货"
    )
    assert pair_of(tally(once, **third), "2.1", "丙馆").moved is None
    undated = told("2023Q2", "甲部", "4.1", status="延期", due=autumn, reason="另有安排")
    assert pair_of(tally(undated), "4.1", "甲部").moved == Moved(None, autumn, "另有安排")


@pytest.mark.parametrize(
    ("name", "before"),
    [("2023Q2", "2023Q1"), ("2023Q1", "2022Q4"), ("2023H1", "2022H2"), ("2023-01", "2022-12"),
     ("2023", "2022")],
)  # fmt: skip
def test_the_period_before_is_as_long(name: str, before: str) -> None:
    assert parse_period(name).before.name == before
