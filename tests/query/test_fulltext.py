from plan_cli.model.plan import (
    Document,
    Measure,
    Note,
    Plan,
    Responsibility,
    Section,
    Task,
    TaskList,
)
from plan_cli.query.fulltext import paragraphs, task_paragraph

NOBODY = Responsibility()


def task_text(task: Task) -> str:
    return task_paragraph(task, ()).text


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


def test_a_note_may_stand_before_all_measures() -> None:
    task = Task("1", (Measure("做。"),), (Note("甲部", NOBODY, after=0),), title="标题")
    assert task_text(task) == "1. 标题（甲部）做。"


def test_a_task_may_be_printed_without_a_number() -> None:
    assert task_text(Task("1", (Measure("做。"),), label="")) == "做。"


def test_the_number_stands_above_the_title_or_below() -> None:
    for place, texts in (
        ("above", ["红头", "某〔2023〕1号", "标题"]),
        ("below", ["红头", "标题", "某〔2023〕1号"]),
    ):
        document = Document(
            "标题", 2023, number="某〔2023〕1号", letterhead="红头", number_place=place
        )
        assert [each.text for each in paragraphs(Plan(document, ()))] == texts


def test_every_paragraph_is_a_part_of_the_letter() -> None:
    """GB/T 9704-2012 sets 一、 and （一） in different type."""
    inner = Section("（一）小节", preamble=("小节的话。",), tasks=(Task("1", (Measure("做。"),)),))
    lists = (TaskList("要点", title="要点", sections=(Section("一、大节", sections=(inner,)),)),)
    document = Document(
        "标题", 2023, "某〔2023〕1号", None, "红头", "各部室：", ("正文。",), ("某月某日",)
    )
    assert [(each.part, each.text) for each in paragraphs(Plan(document, lists))] == [
        ("letterhead", "红头"),
        ("number", "某〔2023〕1号"),
        ("title", "标题"),
        ("addressees", "各部室："),
        ("body", "正文。"),
        ("title", "要点"),
        ("section", "一、大节"),
        ("subsection", "（一）小节"),
        ("body", "小节的话。"),
        ("body", "1. 做。"),
        ("body", "某月某日"),
    ]


def test_every_piece_knows_its_place() -> None:
    task = Task("1", (Measure("做甲。"),), (Note("甲部", NOBODY),), title="标题。")
    assert [(span.path, span.text) for span in task_paragraph(task, ("t",)).spans] == [
        (("t", "number"), "1. "),
        (("t", "title"), "标题。"),
        (("t", "measures", 0, "text"), "做甲。"),
        (("t", "note"), "（"),
        (("t", "note"), "甲部"),
        (("t", "note"), "）"),
    ]
