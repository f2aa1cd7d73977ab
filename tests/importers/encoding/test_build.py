"""Where the text of a document goes: into headings, tasks, or behind the last task."""

import pytest

from plan_cli.importers.convert import convert
from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.encoding.assembly import Encoded
from plan_cli.importers.encoding.build import split_heading
from plan_cli.importers.registry import read_document
from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.model.plan import TaskList

TITLE = "某市2024年重点工作方案\n"
TASKS = "1. 做好科普。办好活动。（责任单位：科普部）\n2. 办好年会。邀请专家。（责任单位：学会部）\n"


def imported(text: str) -> Encoded:
    return convert(read_document((TITLE + text).encode(), "x.txt"))


def only_list(text: str) -> TaskList:
    [only] = imported(text).plan.lists
    return only


def test_a_note_in_the_heading_is_followed_by_the_text_of_its_task() -> None:
    text = (
        "1. 做好科普（责任单位：科普部）\n办好活动。\n2. 办好年会（责任单位：学会部）\n邀请专家。\n"
    )
    found = only_list(text)
    assert [[m.text for m in task.measures] for task in found.tasks] == [
        ["办好活动。"],
        ["邀请专家。"],
    ]
    assert found.closing == ()


def test_a_note_behind_a_first_short_sentence_is_followed_by_the_text_of_its_task() -> None:
    text = (
        "1. 做好科普。（责任单位：科普部）\n办好活动。建好基地。\n"
        "2. 办好年会。（责任单位：学会部）\n邀请专家。\n"
    )
    found = only_list(text)
    assert [task.title for task in found.tasks] == ["做好科普。", "办好年会。"]
    assert [[m.text for m in task.measures] for task in found.tasks] == [
        ["办好活动。", "建好基地。"],
        ["邀请专家。"],
    ]
    assert [task.notes[0].after for task in found.tasks] == [0, 0]
    assert found.closing == ()


def test_a_task_that_is_a_short_sentence_is_closed_by_its_note() -> None:
    text = (
        "1. 做好科普。（责任单位：科普部）\n2. 办好年会。（责任单位：学会部）\n各部门要抓好落实。\n"
    )
    assert only_list(text).closing == ("各部门要抓好落实。",)


def test_what_follows_the_last_note_closes_the_list() -> None:
    found = only_list(TASKS + "各部门要抓好落实，年底报送总结。\n")
    assert found.closing == ("各部门要抓好落实，年底报送总结。",)
    assert [m.text for m in found.tasks[1].measures] == ["邀请专家。"]


def test_a_last_task_without_a_note_keeps_what_follows_it() -> None:
    found = only_list(TASKS + "3. 建好智库。\n形成报告。\n")
    assert found.closing == ()
    assert [task.number for task in found.tasks] == ["1", "2", "3"]
    assert [m.text for m in found.tasks[2].measures] == ["形成报告。"]


def test_a_part_that_names_units_itself_is_told() -> None:
    text = (
        "一、科普工作（责任单位：科普部）\n1. 办好活动。办一场。（责任单位：宣传部）\n"
        "2. 建好基地。建一个。（责任单位：科技馆）\n"
        "二、学会工作\n3. 办好年会。邀请专家。（责任单位：学会部）\n"
    )
    plan, doubts = imported(text)
    assert [entry.task.responsible.named for entry in plan.entries] == [
        *(("宣传部",), ("科技馆",), ("学会部",))
    ]
    assert Doubt(Cause.SECTION_NOTE, ("lists", 0, "sections", 0, "heading"), "第 2 行") in doubts


def test_a_note_that_names_no_one_is_told() -> None:
    plan, doubts = imported(TASKS + "3. 建好智库。形成报告。（责任单位：）\n")
    assert plan.entries[2].task.responsible.named == ()
    assert Doubt(Cause.NOBODY, ("lists", 0, "tasks", 2, "note"), "第 4 行") in doubts


def test_what_follows_the_last_note_under_a_label_is_of_the_task() -> None:
    text = TASKS + "完成时限：2024年底前。\n"
    assert only_list(text).closing == ()
    assert only_list(text + "各部门要抓好落实。\n").closing == ("各部门要抓好落实。",)


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        (f"（一）{'某' * 44}。", "办" * 13),
        (f"（一）{'某' * 44}。{'办' * 12}", ""),
        (f"（一）{'某' * 45}。{'办' * 20}", ""),
        (f"{'某' * 44}。", "办" * 20),
        (f"{'某' * 70}。", ""),
    ],
)
def test_a_heading_ends_where_a_paragraph_goes_on_behind_it(heading: str, rest: str) -> None:
    [block] = blocks_of([Paragraph(heading + rest, "")]).blocks
    assert split_heading(block) == (heading, (rest,) if rest else ())
