"""What is taken of workbooks that came back: cell against what it was and what the ledger has."""

from datetime import date
from typing import Any

import pytest

from plan_cli.ledger.event import Event
from plan_cli.ledger.sheets.account import told_cells, unanswered
from plan_cli.ledger.sheets.merge import Conflict, Merged, merge, why_not
from plan_cli.ledger.sheets.reading import read
from plan_cli.ledger.sheets.returned import Returned
from tests.ledger.making import report, state
from tests.ledger.sheets.coming_back import changed, sent

PERIOD = Event("setting", note='{"period": "2023Q2"}')


def back(*events: Event, file: str = "甲部.xlsx", unit: str = "甲部", **cells: Any) -> Returned:
    """Return a workbook made when ``events`` were told, with these cells typed."""
    return read(file, changed(sent(unit, *events), cells))


def events(merged: Merged) -> list[tuple[str, str, dict[str, Any], str]]:
    return [(each.kind, each.item, dict(each.told()), each.cell) for each in merged.events]


def refused(merged: Merged) -> list[tuple[str, str]]:
    return [(odd.cell, odd.message) for _, odd in merged.odd if odd.is_lost]


def test_what_was_typed_is_taken_with_its_source() -> None:
    merged = merge(state(), [back(G4="推进中", H4="12场", I4="办了。", N9="", I9=" ")])
    told = {"status": "推进中", "done": 12, "progress": "办了。"}
    assert events(merged) == [("report", "1.1", told, "G4,H4,I4")]
    assert merged.events[0].source == "甲部.xlsx 台账 G4,H4,I4"
    assert merged.events[0][1:4] == ("1.1", "甲部", "2023Q2")
    assert (merged.taken, merged.unchanged) == (3, 0)
    assert merged.odd == merged.conflicts == ()


TOLD = report("1.1", "甲部", status="推进中", done=12.0, progress="办了 ", due=date(2023, 9, 1))


def test_what_stands_as_it_stood_tells_nothing() -> None:
    merged = merge(state(TOLD), [back(TOLD, H4="12")])
    assert (merged.events, merged.taken, merged.unchanged) == ((), 0, 4)


def test_changed_emptied_and_already_known() -> None:
    [event] = merge(state(TOLD), [back(TOLD, G4="已完成", H4=None, I4="办了 ")]).events
    assert (event.kind, event.status, event.cleared) == ("correction", "已完成", ("done",))
    again = merge(state(TOLD, event), [back(TOLD, G4="已完成", H4=None, I4="办了 ")])
    assert (again.events, again.conflicts) == ((), ())


def test_another_period_says_nothing_of_this_one() -> None:
    former = report("1.1", "甲部", "2023Q1", status="推进中", progress="旧话")
    merged = merge(state(former), [back(former, G4="推进中")])
    assert events(merged) == [("report", "1.1", {"status": "推进中"}, "G4")]


SET = report("1.1", "甲部", progress="电话里说的", done=5.0)


def test_changed_here_and_in_the_ledger_is_a_conflict() -> None:
    file = back(I4="表里写的", H4=5, G4="推进中")
    merged = merge(state(SET), [file])
    conflict = Conflict("甲部.xlsx", "I4", "1.1", "progress", None, "电话里说的", "表里写的")
    assert merged.conflicts == (conflict,)
    assert (merged.taken, merged.unchanged) == (1, 1)
    assert list(told_cells(merged)) == [
        "冲突：甲部.xlsx 台账 I4（1.1 进展情况）\n    发出时：（空）\n"
        "    台账里：电话里说的\n    表里：表里写的"
    ]
    theirs, ours = (merge(state(SET), [file], side) for side in ("theirs", "ours"))  # type: ignore[arg-type]
    assert events(theirs) == [
        ("correction", "1.1", {"status": "推进中", "progress": "表里写的"}, "G4,I4")
    ]
    assert events(ours) == [("correction", "1.1", {"status": "推进中"}, "G4")]
    assert theirs.conflicts == ours.conflicts == ()


def test_what_the_office_closed_is_not_reopened_in_silence() -> None:
    told = [
        report("1.1", "甲部", status="推进中"),
        Event("closure", "1.1", "甲部", status="已销号", evidence="文件"),
    ]
    file = back(G4="未启动", I4="办了。")
    [conflict] = merge(state(*told), [file]).conflicts
    assert (conflict.cell, conflict.ours, conflict.theirs) == ("G4", "已销号", "未启动")
    [theirs] = merge(state(*told), [file], "theirs").events
    assert theirs.status == "未启动"
    [ours] = merge(state(*told), [file], "ours").events
    assert (ours.status, ours.progress) == (None, "办了。")
    for status in ("推进中", "已完成"):
        merged = merge(state(*told), [back(G4=status)])
        assert (merged.events, merged.conflicts, merged.odd) == ((), (), ())


def test_an_older_copy_does_not_undo_what_was_told_since() -> None:
    newer = report("1.1", "甲部", status="已完成", progress="全办完了")
    older = back(G4="推进中", I4="办了一半")
    assert [each.cell for each in merge(state(newer), [older]).conflicts] == ["G4", "I4"]
    untouched = back(I5="别的事")
    assert events(merge(state(newer), [untouched])) == [
        ("report", "1.2", {"progress": "别的事"}, "I5")
    ]


def test_two_workbooks_of_one_unit() -> None:
    one, same = back(G4="推进中", I4="甲"), back(file="甲部(1).xlsx", G4="推进中", I4="甲", I5="乙")
    merged = merge(state(), [one, same])
    assert events(merged) == [
        ("report", "1.1", {"status": "推进中", "progress": "甲"}, "G4,I4"),
        ("report", "1.2", {"progress": "乙"}, "I5"),
    ]
    other = back(file="甲部(1).xlsx", I4="丙")
    for side in (None, "theirs", "ours"):
        [conflict] = merge(state(), [one, other], side).conflicts  # type: ignore[arg-type]
        assert conflict[:2] == ("甲部(1).xlsx", "I4")
        assert (conflict.ours, conflict.theirs, conflict.other) == ("甲", "丙", "甲部.xlsx")
        known = state(report("1.1", "甲部", progress="甲"))
        assert merge(known, [one, other], side).conflicts == (conflict,)  # type: ignore[arg-type]


def test_what_cannot_be_read_keeps_nothing_else_from_being_taken() -> None:
    merged = merge(state(), [back(G4="完成", H4="约12", I4="办了。", H2=3, N9="5.20")])
    assert events(merged) == [("report", "1.1", {"progress": "办了。"}, "I4")]
    assert refused(merged) == [
        ("H2", "写了完成数，可这一项没有量化指标"),
        ("G4", "不是一种状态"),
        ("H4", "不是确定的数量"),
        ("N9", "不是确定的日期"),
    ]
    assert list(told_cells(merged))[1] == (
        "未收：甲部.xlsx 台账 G4（现为“完成”）：不是一种状态。"
        "请从下拉列表里选一个：未启动、推进中、已完成、延期、中止。"
    )


@pytest.mark.parametrize(
    ("cells", "taken", "refusal"),
    [
        ({"G4": "延期"}, {}, ("G4", "延期要写明调整到哪一天和原因")),
        ({"G4": "延期", "O4": "下雨"}, {"reason": "下雨"}, ("G4", "延期要写明调整到哪一天和原因")),
        ({"G4": "中止"}, {}, ("G4", "中止要写明原因")),
        ({"G4": "已销号"}, {}, ("G4", "已销号由办公室认定，不能填报")),
    ],
)
def test_a_status_that_lacks_what_it_needs(
    cells: dict[str, Any], taken: dict[str, Any], refusal: tuple[str, str]
) -> None:
    merged = merge(state(), [back(**cells)])
    assert [each[2] for each in events(merged)] == ([taken] if taken else [])
    assert refused(merged) == [refusal]


@pytest.mark.parametrize(
    ("due", "status", "message"),
    [
        ("9月1日", "推进中", "调整时限只在延期时写"),
        ("9月1日", None, "调整时限只在延期时写"),
        ("5月1日", "延期", "调整时限 2023-05-01 比今天 2023-05-10 还早"),
        ("6月1日", "延期", "调整时限 2023-06-01 比现在的时限 2023-06-30 还早"),
    ],
)
def test_a_time_limit_moved_the_way_round(due: str, status: str | None, message: str) -> None:
    limit = Event("office", "1.1", due=date(2023, 6, 30)) if "现在" in message else None
    file = back(G4=status, N4=due, O4="下雨")
    merged = merge(state(*([limit] if limit else [])), [file])
    assert refused(merged)[0] == ("N4", message)
    assert "due" not in dict(merged.events[0].told())


def test_a_moved_limit_is_corrected_in_its_period() -> None:
    moved = report("1.1", "甲部", **MOVED)
    merged = merge(state(moved), [back(moved, N4="8月1日")])
    assert events(merged) == [("correction", "1.1", {"due": date(2023, 8, 1)}, "N4")]


MOVED = {"status": "延期", "due": date(2023, 9, 1), "reason": "下雨"}


def test_a_status_with_what_it_needs() -> None:
    merged = merge(state(), [back(G4="延期", N4="9月1日", O4="下雨")])
    assert events(merged) == [("report", "1.1", MOVED, "G4,N4,O4")]


def test_what_a_status_needs_is_not_emptied_and_need_not_be_said_again() -> None:
    moved = report("1.1", "甲部", **MOVED)
    merged = merge(state(moved), [back(moved, O4=None)])
    assert refused(merged) == [("O4", "延期要写明调整到哪一天和原因")]
    later = read("甲部.xlsx", changed(sent("甲部", moved, period="2023Q3"), {"G4": "延期"}))
    assert events(merge(state(moved), [later])) == [("report", "1.1", {"status": "延期"}, "G4")]
    resumed = report("1.1", "甲部", status="推进中")
    assert refused(merge(state(moved, resumed), [later])) == [
        ("G4", "延期要写明调整到哪一天和原因")
    ]


def test_a_goal_of_the_office_counts() -> None:
    goal = Event("office", "1.1", "甲部", goal=40.0)
    assert merge(state(goal), [back(goal, H4="50%")]).events[0].done == 20


def test_items_that_changed_since() -> None:
    file = back(I4="办了。", I9="改了。")
    moved = [answer._replace(fingerprint="0") for answer in file.answers]
    merged = merge(state(), [file._replace(answers=tuple(moved))])
    assert merged.events == ()
    assert refused(merged) == [
        ("I4", "发出后计划文件里的 1.1 改过了"),
        ("I9", "发出后计划文件里的 3.1 改过了"),
    ]


def test_items_that_only_have_another_number_now() -> None:
    file = back(I4="办了。")
    moved = [answer._replace(item="9.9") for answer in file.answers]
    merged = merge(state(), [file._replace(answers=tuple(moved))])
    assert events(merged) == [("report", "1.1", {"progress": "办了。"}, "I4")]
    twins = [answer._replace(is_only=False) for answer in moved]
    merged = merge(state(), [file._replace(answers=tuple(twins))])
    assert refused(merged) == [("I4", "发出后计划文件里的 9.9 改过了")]


def test_somebody_who_no_longer_answers() -> None:
    confirmed = Event("office", "1.1", "丙馆", confirmed=True)
    file = back(confirmed, unit="丙馆", I3="办了。")
    assert events(merge(state(confirmed), [file])) == [
        ("report", "1.1", {"progress": "办了。"}, "I3")
    ]
    assert refused(merge(state(), [file])) == [("I3", "1.1 现在不由 丙馆 负责")]


def test_workbooks_that_belong_elsewhere() -> None:
    file = back()
    assert why_not(state(), file) is None
    for other, message in (
        (file._replace(plan="别的文件"), "是另一份文件的台账（别的文件）"),
        (file._replace(unit="丁部\x1b"), "填报单位“丁部\\x1b”不在文件和成员名单里"),
        (file._replace(period="2023Q5"), "报告期“2023Q5”不是台账用的写法"),
        (file._replace(period="2023q2"), "报告期“2023q2”不是台账用的写法"),
    ):
        why = why_not(state(), other)
        assert why
        assert why.message == message


def test_a_workbook_of_a_former_period_is_taken_for_its_own() -> None:
    file = read("甲部.xlsx", changed(sent(period="2023Q1"), {"I4": "补报"}))
    merged = merge(state(PERIOD), [file])
    assert merged.events[0].period == "2023Q1"
    assert [odd.message for _, odd in merged.odd] == [
        "是 2023年第一季度的表，最近发出的是 2023年第二季度的"
    ]


MEMBERS = Event("setting", note='{"members": {"直属单位": ["一馆", "二馆", "丙馆"]}}')


def test_who_has_not_answered() -> None:
    confirmed = Event("office", "1.1", "一馆", confirmed=True)
    also = Event("office", "1.1", "二馆", confirmed=True)
    now = state(MEMBERS, confirmed, also, report("3.1", "乙部"), report("1.1", "甲部", "2023Q1"))
    assert list(unanswered(now, [report("1.1", "一馆")], "2023Q2")) == [
        "2023年第二季度还没有报的（1 个）：甲部",
        "2023年第二季度直属单位 已报 1/3，还没有报的：丙馆、二馆",
    ]
    rest = [report("1.1", name) for name in ("一馆", "二馆", "甲部", "丙馆")]
    assert list(unanswered(now, rest, "2023Q2")) == [
        "2023年第二季度直属单位 已报 3/3",
        "2023年第二季度都已经报了",
    ]


def test_an_amount_that_fell_is_taken_with_a_hint() -> None:
    former = report("1.1", "甲部", "2023Q1", done=5.0)
    merged = merge(state(former), [back(former, H4=3)])
    assert [each.done for each in merged.events] == [3]
    [(_, odd)] = merged.odd
    assert (odd.cell, odd.message, odd.is_lost) == ("H4", "完成数比以前报的少（5→3）", False)


def test_an_amount_far_beyond_the_goal_is_taken_with_a_hint() -> None:
    merged = merge(state(), [back(H4=2000)])
    assert [each.done for each in merged.events] == [2000]
    [(_, odd)] = merged.odd
    assert odd.message == "完成数 2000场 是指标的 100 倍，单位可能写错了"
    assert not odd.is_lost
    assert merge(state(), [back(H4=1999)]).odd == ()


def test_a_reason_that_says_nothing_is_none() -> None:
    merged = merge(state(), [back(G4="中止", O4="/"), back(G5="中止", O5="无")])
    assert [odd.message for _, odd in merged.odd] == ["中止要写明原因"] * 2
