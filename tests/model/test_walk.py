"""One traversal: every part once, in the order of the document, with its path."""

from dataclasses import replace

from plan_cli.model.plan import Measure, Note, Responsibility, Section, Task, TaskList
from plan_cli.model.walk import notes_of, placed_tasks, walk, with_tasks


def task(number: str) -> Task:
    return Task(number, (Measure("做好。"),))


INNER = Section("（一）内", tasks=(task("2"),), closing=("内完。",))
OUTER = Section("一、外", tasks=(task("1"),), sections=(INNER,))
LIST = TaskList(
    "要点", "A", preamble=("开头。",), tasks=(task("0"),), sections=(OUTER,), closing=("末尾。",)
)


def test_everything_comes_in_order_with_its_path_and_the_sections_around_it() -> None:
    section = ("lists", 0, "sections", 0)
    assert list(walk(LIST, ("lists", 0))) == [
        ("开头。", ("lists", 0, "preamble", 0), ()),
        (LIST.tasks[0], ("lists", 0, "tasks", 0), ()),
        (OUTER, section, ()),
        (OUTER.tasks[0], (*section, "tasks", 0), (OUTER,)),
        (INNER, (*section, "sections", 0), (OUTER,)),
        (INNER.tasks[0], (*section, "sections", 0, "tasks", 0), (OUTER, INNER)),
        ("内完。", (*section, "sections", 0, "closing", 0), (OUTER, INNER)),
        ("末尾。", ("lists", 0, "closing", 0), ()),
    ]


def test_tasks_have_the_id_that_they_are_asked_for_by() -> None:
    other = TaskList("重点", tasks=(replace(task("5"), id="5-2"),))
    found = [(placed.id, placed.path[:2]) for placed in placed_tasks([LIST, other])]
    assert found == [("A0", ("lists", 0)), ("A1", ("lists", 0)), ("A2", ("lists", 0)),
                     ("5-2", ("lists", 1))]  # fmt: skip


def test_changed_tasks_come_where_they_stood() -> None:
    changed = with_tasks(LIST, (replace(each.task, title=each.id) for each in placed_tasks([LIST])))
    assert changed.tasks[0].title == "A0"
    assert changed.sections[0].tasks[0].title == "A1"
    assert changed.sections[0].sections[0].tasks[0].title == "A2"
    assert changed.closing == ("末尾。",)


def test_a_plain_note_has_the_short_form_and_any_other_the_long() -> None:
    plain = replace(task("1"), notes=(Note("甲部", Responsibility()),))
    assert [path for _, path, _ in notes_of(plain, ("t",))] == [("t", "note")]
    behind = replace(task("1"), notes=(Note("甲部", Responsibility(), after=0),))
    assert [path for _, path, _ in notes_of(behind, ("t",))] == [("t", "notes", 0, "text")]
