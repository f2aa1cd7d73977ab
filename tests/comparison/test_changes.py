"""What changed about a task, who it concerns, and the laws that always hold."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.comparison.changes import Change, compare, find_in_both
from plan_cli.errors import UsageError
from plan_cli.model.plan import (
    Deadline,
    Editorial,
    Measure,
    Note,
    Plan,
    Responsibility,
    Role,
    Target,
    Task,
    Unit,
)
from tests.conftest import small_plan, small_task


def only(old: Plan, new: Plan) -> Change:
    [change] = compare(old, new).changes
    return change


def with_task(plan: Plan, **fields: object) -> Plan:
    """The small plan, its only task changed."""
    [tasks] = plan.lists
    [task] = tasks.tasks
    return replace(plan, lists=(replace(tasks, tasks=(replace(task, **fields),)),))  # type: ignore[arg-type]


def noted(text: str, **reading: tuple[str, ...]) -> tuple[Note, ...]:
    return (Note(text, Responsibility(**reading)),)


LONG = "建设数据平台，开展统计调查，举办三场培训。"
MORE = "建设数据平台，开展统计调查，举办五场培训。"
BASE = small_plan(small_task(1, "做好一件事", LONG, ["甲部", "乙部"], ["机关各部室"]))


def test_the_same() -> None:
    change = only(BASE, BASE)
    assert change.change == "same"
    assert not change.touched


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (small_task(2, "做好一件事", LONG, ["甲部", "乙部"], ["机关各部室"]), "renumbered"),
        (small_task(1, "办好一件事", LONG, ["甲部", "乙部"], ["机关各部室"]), "reworded"),
        (small_task(1, "做好一件事", MORE, ["甲部", "乙部"], ["机关各部室"]), "reworded"),
        (small_task(1, "做好一件事", LONG, ["甲部"], ["机关各部室"]), "reassigned"),
        (small_task(1, "做好一件事", LONG, ["甲部", "乙部"], ["有关下属单位"]), "reassigned"),
        (small_task(1, "做好一件事", LONG, ["乙部", "甲部"], ["机关各部室"]), "reassigned"),
        (small_task(3, "做成一件事", LONG, ["丙馆"]), "reworded,renumbered,reassigned"),
    ],
)  # fmt: skip
def test_words(task: str, expected: str) -> None:
    assert only(BASE, small_plan(task)).change == expected


def test_who_joined_and_left() -> None:
    new = small_plan(small_task(1, "做好一件事", LONG, ["丙馆", "甲部"], ["有关下属单位"]))
    change = only(BASE, new)
    assert change.named == (("丙馆",), ("乙部",))
    assert change.collectives == (("有关下属单位",), ("机关各部室",))
    assert change.first == ("甲部", "丙馆")
    assert change.relisted


def test_lead_and_support() -> None:
    old = with_task(BASE, notes=noted("甲部、乙部负责", named=("甲部", "乙部")))
    new = with_task(
        BASE,
        notes=noted(
            "甲部牵头，乙部配合", named=("甲部", "乙部"), lead=("甲部",), support=("乙部",)
        ),
    )
    change = only(old, new)
    assert change.change == "reassigned"
    assert change.named == ((), ())
    assert change.lead == (("甲部",), ())
    assert change.support == (("乙部",), ())


def test_a_note_worded_otherwise_is_told_but_is_the_same() -> None:
    old = with_task(BASE, notes=noted("责任部门：甲部、乙部", named=("甲部", "乙部")))
    change = only(old, with_task(BASE, notes=noted("责任部门：甲部和乙部", named=("甲部", "乙部"))))
    assert (change.change, change.touched) == ("same", True)
    change = only(old, with_task(BASE, notes=noted("责任单位：甲部、乙部", named=("甲部", "乙部"))))
    assert not change.touched


def test_targets_and_deadlines() -> None:
    def edited(value: int, year: int, *more: Target) -> Plan:
        target = Target("培训", ">=", value, "场", "三场培训")
        deadline = Deadline("平台", date(year, 12, 31), "year", "建设数据平台")
        return with_task(BASE, editor=Editorial(targets=(target, *more), deadlines=(deadline,)))

    report = Target("报告", "=", 1, "份", "统计调查")
    change = only(edited(3, 2022), edited(5, 2023, report))
    assert change.change == "same"
    [(before, after)] = change.targets.changed
    assert isinstance(before, Target)
    assert isinstance(after, Target)
    assert (before.value, after.value) == (3, 5)
    assert (change.targets.added, change.targets.removed) == ((report,), ())
    [(was, now)] = change.deadlines.changed
    assert isinstance(was, Deadline)
    assert isinstance(now, Deadline)
    assert (was.due.year, now.due.year) == (2022, 2023)


def test_another_quote_of_the_same_target_is_no_change() -> None:
    plans = [
        with_task(BASE, editor=Editorial(targets=(Target("培训", "=", 3, "场", quote),)))
        for quote in ("举办三场培训", "三场培训")
    ]
    assert not only(*plans).touched


TWO = small_plan(
    small_task(1, "办馆", "建设科技馆新馆。", ["甲部"]), small_task(2, "调查", LONG, ["乙部"])
)


def test_for_one_department() -> None:
    new = small_plan(
        small_task(1, "办馆", "建设科技馆新馆。", ["甲部"]),
        small_task(2, "调查", LONG, ["甲部"]),
        small_task(3, "压减经费", "严格预算执行。", ["乙部"]),
    )
    comparison = compare(TWO, new, ["甲部"])
    told = [change for change in comparison.changes if comparison.tells(change)]
    assert [change.entry.id for change in told] == ["2"]
    assert comparison.roles(comparison.asked[0], told[0]) == (Role.NONE, Role.NAMED)
    other = compare(TWO, new, ["乙部"])
    assert [c.entry.id for c in other.changes if other.tells(c)] == ["2", "3"]


def test_a_name_that_one_plan_knows_is_enough() -> None:
    new = replace(TWO, units=(*TWO.units, Unit("丁部", "机关部室")))
    assert find_in_both(TWO, new, "丁部").name == "丁部"
    assert find_in_both(new, TWO, "丁部").name == "丁部"
    with pytest.raises(UsageError, match="没有叫“戊部”"):
        find_in_both(TWO, new, "戊部")


def test_a_name_is_not_taken_for_part_of_another() -> None:
    """甲部 stands in one plan; 大甲部 in the other is somebody else."""
    new = replace(TWO, units=(Unit("大甲部", "机关部室"), *TWO.units[1:]))
    asked = find_in_both(TWO, new, "甲部")
    assert (asked.old.name, asked.new.name) == ("甲部", "甲部")
    renamed = find_in_both(TWO, new, "甲")
    assert renamed.name == "甲部（旧）、大甲部（新）"


CLAUSES = ("压减一般性支出", "推进业务线上办理", "修订管理办法", "建设展教平台")


@st.composite
def mutated(draw: st.DrawFn, plan: Plan) -> Plan:
    """``plan`` with tasks deleted, swapped, reworded, renumbered, reassigned."""
    names = [unit.name for unit in plan.units]

    def change(task: Task) -> Task:
        what = draw(st.sampled_from(["keep", "keep", "word", "rewrite", "assign", "title"]))
        if what == "word":
            clause = draw(st.sampled_from(CLAUSES))
            first, *rest = task.measures
            task = replace(task, measures=(replace(first, text=f"{clause}，{first.text}"), *rest))
        elif what == "rewrite":
            clauses = draw(st.permutations(CLAUSES))
            task = replace(task, title=None, measures=(Measure("，".join(clauses)),))
        elif what == "assign":
            named = tuple(draw(st.lists(st.sampled_from(names), unique=True)))
            task = replace(task, notes=noted("、".join(named), named=named))
        elif what == "title":
            task = replace(task, title=draw(st.sampled_from(CLAUSES)))
        return task

    lists = []
    for tasks in plan.lists:
        everything = [e.task for e in plan.entries if e.list is tasks]
        order = draw(st.permutations(everything))
        kept = order[: draw(st.integers(0, len(order)))]
        anew = tuple(replace(change(task), number=str(i)) for i, task in enumerate(kept, 1))
        lists.append(replace(tasks, tasks=anew, sections=()))
    return replace(plan, lists=tuple(lists))


def summary(change: Change, back: bool) -> tuple[object, ...]:
    """What a change says; ``back``: what its mirror image must say."""
    step = -1 if back else 1
    old, new = (e.id if e else None for e in (change.old, change.new)[::step])
    names = {"added": "removed", "removed": "added"} if back else {}
    shifts = [s[::step] for s in (change.named, change.collectives, change.lead, change.support)]
    return (old, new, names.get(change.change, change.change), *shifts, change.note)


@settings(max_examples=25)
@given(st.data())
def test_every_task_once_and_back_is_the_mirror(plan: Plan, data: st.DataObject) -> None:
    old, new = data.draw(mutated(plan)), data.draw(mutated(plan))
    there, back = compare(old, new).changes, compare(new, old).changes
    assert Counter(c.old.id for c in there if c.old) == Counter(e.id for e in old.entries)
    assert Counter(c.new.id for c in there if c.new) == Counter(e.id for e in new.entries)
    assert {summary(c, False) for c in there} == {summary(c, True) for c in back}


@settings(max_examples=10)
@given(st.data())
def test_any_plan_against_itself_is_the_same(plan: Plan, data: st.DataObject) -> None:
    one = data.draw(mutated(plan))
    changes = compare(one, one).changes
    assert [c.change for c in changes] == ["same"] * len(one.entries)
    assert not any(c.touched for c in changes)
