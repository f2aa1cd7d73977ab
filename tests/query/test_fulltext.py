from plan_cli.model import Measure, Note, Responsibility, Task
from plan_cli.query.fulltext import task_text

NOBODY = Responsibility()


def test_notes_stand_behind_their_measures() -> None:
    task = Task(
        "1",
        (Measure("做甲。"), Measure("做乙", "二是"), Measure("做丙。")),
        (
            Note("甲部负责", NOBODY, after=1),
            Note("乙部", NOBODY, 2, "()", "。"),
            Note("丙", NOBODY),
        ),
        title="标题。",
    )
    assert task_text(task) == "1. 标题。做甲。（甲部负责）二是做乙(乙部)。做丙。（丙）"


def test_a_label_stands_for_the_number() -> None:
    assert task_text(Task("1", (Measure("做。"),), label="（一）")) == "（一）做。"


def test_a_task_without_measures_keeps_its_note() -> None:
    assert task_text(Task("1", (), (Note("甲部", NOBODY),), title="标题")) == "1. 标题（甲部）"
