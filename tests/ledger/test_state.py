from datetime import date
from typing import Any

import pytest

from plan_cli.ledger.event import Event
from plan_cli.ledger.joint import joint_status
from plan_cli.ledger.registering import setting
from plan_cli.ledger.state import State
from plan_cli.model.known import Standing
from plan_cli.model.statuses import Status
from tests.ledger.making import TODAY, office, report, state


def of(item: str, unit: str, *events: Event, **more: Any) -> Standing:
    return state(*events, **more).of(item, [unit])


def test_the_last_word_on_each_field_holds() -> None:
    seen = of(
        "1.1",
        "甲部",
        report("1.1", "甲部", status="推进中", done=5.0, progress="办了5场"),
        report("1.1", "甲部", done=8.0),
        report("1.1", "乙部", done=1.0),
    )
    assert (seen.status, seen.done, seen.goal, seen.progress) == ("推进中", 8, 20, "办了5场")
    assert (seen.at, seen.period) == ("2023-05-02T08:00:00", "2023Q2")


def test_words_keep_the_period_that_they_were_told_for() -> None:
    first = report("1.1", "甲部", "2023Q1", progress="起草中")
    seen = of("1.1", "甲部", first, report("1.1", "甲部", "2023Q2", status="已完成"))
    assert (seen.progress, seen.period, seen.period_title) == ("起草中", "2023Q2", "2023年第一季度")


def test_words_alone_are_a_report() -> None:
    words = report("1.3", "甲部", progress="办了。")
    assert of("1.3", "甲部", words).light == "green"
    assert of("1.3", "甲部").light == "grey"
    assert of("1.3", "甲部", words, report("1.3", "甲部", cleared=("progress",))).light == "grey"


def test_a_later_period_holds_whenever_it_was_written() -> None:
    late = report("1.1", "甲部", "2023Q1", progress="一季度的话，补报")
    seen = of("1.1", "甲部", report("1.1", "甲部", "2023Q2", progress="二季度"), late)
    assert (seen.progress, seen.period) == ("二季度", "2023Q2")


def test_what_was_told_later_within_a_longer_period_holds() -> None:
    year = report("1.1", "甲部", "2023", progress="全年的话，一月说")._replace(at="2023-01-09")
    quarter = report("1.1", "甲部", "2023Q1", progress="一季度")._replace(at="2023-04-03")
    events = [each._replace(number=at, act=at) for at, each in enumerate((year, quarter), 1)]
    assert State(office(), events, TODAY).of("1.1", ["甲部"]).progress == "一季度"


def test_a_closure_counts_behind_what_it_closes_and_a_later_report_opens_it_again() -> None:
    told = report("3.1", "甲部", "2023Q2", status="已完成", evidence="照片")
    closed = Event("closure", "3.1", "甲部", status="已销号", evidence="照片")
    assert of("3.1", "甲部", told, closed).status == "已销号"
    assert of("3.1", "甲部", closed, told).status == "已完成"
    again = report("3.1", "甲部", "2023Q3", status="推进中")
    assert of("3.1", "甲部", told, closed, again).status == "推进中"


def test_what_is_told_of_a_task_holds_for_its_measures_until_they_tell_more() -> None:
    events = [
        report("1", "甲部", status="推进中", progress="全面铺开"),
        report("1.3", "甲部", status="已完成"),
    ]
    assert of("1.2", "甲部", *events).progress == "全面铺开"
    assert of("1.3", "甲部", *events).status == "已完成"
    assert of("1", "甲部", *events).status == "推进中"


def test_a_task_is_done_when_every_unit_is() -> None:
    events = [report("3", "甲部", status="已完成")]
    assert state(*events).of("3").status == "推进中"
    assert state(*events).of("3", ["甲部"]).status == "已完成"
    assert state(*events, report("3", "乙部", status="已完成")).of("3").status == "已完成"


def test_what_was_given_up_does_not_dim_the_rest() -> None:
    done = report("3", "甲部", status="已完成")
    given_up = report("3", "乙部", status="中止", reason="并入别的工作")
    both = state(done, given_up).of("3")
    assert (both.status, both.light) == ("已完成", "green")
    assert state(given_up).of("3", ["乙部"]).light == "grey"


@pytest.mark.parametrize(
    ("statuses", "joint"),
    [
        ([], None),
        ([None, None], None),
        (["已完成", None], "推进中"),
        (["已完成", "已销号"], "已完成"),
        (["已销号", "已销号"], "已销号"),
        (["未启动", "未启动"], "未启动"),
        (["未启动", "已完成"], "推进中"),
        (["延期", "推进中"], "延期"),
        (["中止", "已完成"], "已完成"),
        (["中止", "中止"], "中止"),
        (["中止", None], None),
    ],
)
def test_the_status_of_several(statuses: list[Status | None], joint: Status | None) -> None:
    assert joint_status(statuses) == joint


def test_what_was_undone_does_not_hold_and_an_undo_can_be_undone() -> None:
    told = [report("3", "甲部", progress="一"), report("3", "甲部", progress="二")]
    assert of("3", "甲部", *told, Event("undo", note="2")).progress == "一"
    again = [*told, Event("undo", note="2"), Event("undo", note="3")]
    assert of("3", "甲部", *again).progress == "二"


def test_what_was_cleared_is_empty() -> None:
    seen = of(
        "1.1",
        "甲部",
        report("1.1", "甲部", done=3.0, problem="缺钱"),
        report("1.1", "甲部", cleared=("done", "problem")),
    )
    assert (seen.done, seen.problem) == (None, "")


def test_a_problem_is_gone_with_a_later_period_that_says_nothing_of_it_or_a_closure() -> None:
    first = report("1.1", "甲部", "2023Q1", problem="经费不足")
    same = report("1.1", "甲部", "2023Q1", progress="补一句")
    later = report("1.1", "甲部", "2023Q2", progress="办了5场")
    closed = Event("closure", "1.1", "甲部", status="已销号", evidence="照片")
    assert of("1.1", "甲部", first, same).problem == "经费不足"
    assert of("1.1", "甲部", first, later).problem == ""
    assert of("1.1", "甲部", later, first).problem == ""
    assert of("1.1", "甲部", first, closed).problem == ""


@pytest.mark.parametrize(
    "words",
    [
        "无",
        "没有。",
        "暂无",
        "无问题",
        " ",
        "/",
        "—",
        "目前没有问题",
        "未发现问题。",
        "（无）",
        "暂无困难",
    ],
)
def test_who_says_that_there_is_no_problem_tells_none(words: str) -> None:
    first = report("1.1", "甲部", problem="缺钱")
    assert of("1.1", "甲部", first, report("1.1", "甲部", problem=words)).problem == ""
    for problem in ("没有场地", "困难"):
        assert of("1.1", "甲部", first, report("1.1", "甲部", problem=problem)).problem == problem


def test_dates_and_amounts_that_the_office_and_the_unit_set() -> None:
    planned = Event("office", "1.2", due=date(2023, 6, 30), goal=200.0)
    seen = of("1.2", "甲部", planned)
    assert (seen.due, seen.due_by, seen.goal) == (date(2023, 6, 30), "office", 200)
    moved = report("1.2", "甲部", status="延期", due=date(2023, 9, 1), reason="场地")
    seen = of("1.2", "甲部", planned, moved)
    assert (seen.due, seen.due_by, seen.reason) == (date(2023, 9, 1), "unit", "场地")
    assert of("1.2", "乙部", planned, moved).due == date(2023, 6, 30)
    own = Event("office", "1.2", "甲部", lead=True)
    assert of("1.2", "甲部", planned, own).lead
    assert not of("1.2", "乙部", planned, own).lead


def test_who_is_confirmed_answers_and_who_is_taken_out_does_not() -> None:
    assert [who.name for _, who in state().pairs("1.1")] == ["甲部", "乙部"]
    confirmed = Event("office", "1", "丙馆", confirmed=True)
    assert [who.name for _, who in state(confirmed).pairs("1.1")] == ["甲部", "乙部", "丙馆"]
    taken_back = Event("office", "1.1", "丙馆", confirmed=False)
    both = state(confirmed, taken_back)
    assert [who.name for _, who in both.pairs("1.1")] == ["甲部", "乙部"]
    assert [who.name for _, who in both.pairs("1.2")] == ["甲部", "乙部", "丙馆"]


def test_ids_of_an_older_plan_are_carried_over() -> None:
    events = [
        report("7", "甲部", progress="旧编号"),
        Event("rebind", note='{"7": "3", "7.1": "3.1"}'),
        report("7", "乙部", progress="新文件没有 7"),
    ]
    seen = state(*events)
    assert seen.of("3", ["甲部"]).progress == "旧编号"
    assert [event.item for event in seen.events] == ["3", "7"]


def test_settings_hold_from_the_last_one() -> None:
    seen = state(
        setting(rules={"soon": 10}, period="2023Q1"),
        setting(rules={"soon": 5}, members={"直属单位": ["丁院"]}),
        setting(period="2023Q2"),
    ).settings
    assert (seen.rules["soon"], seen.rules["far"]) == (5, 0.3)
    assert seen.period is not None
    assert seen.period.name == "2023Q2"
    assert seen.members == {"直属单位": ["丁院"]}
