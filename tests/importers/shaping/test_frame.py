"""What of a document is its letter, what its lists, what ends it."""

from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.frame import Frame, framed
from plan_cli.importers.shaping.layout import Paragraph

TITLE = "某市科协2023年工作要点"
FIRST, SECOND = "1. 办好活动。（责任单位：科普部）", "2. 办好年会。（责任单位：学会部）"
LETTER = ("关于印发工作要点的通知", "各部门：", "现将要点印发给你们。", "某市科协", "2023年2月1日")


def document(*texts: str | tuple[str, ...]) -> Frame:
    """Return the parts of a document; what is given in cells is a row of a table."""
    rows = [(text,) if isinstance(text, str) else text for text in texts]
    return framed(
        blocks_of(
            [Paragraph("\t".join(row), "", cells=row if len(row) > 1 else ()) for row in rows]
        ).blocks
    )


def bodies(frame: Frame) -> list[str]:
    return [block.text for block in frame.body]


def wholes(frame: Frame) -> list[list[str]]:
    return [[block.text for block in each.blocks] for each in frame.lists]


def test_a_letter_with_its_list() -> None:
    frame = document(*LETTER, TITLE, FIRST, SECOND, "（此件公开发布）")
    assert bodies(frame) == list(LETTER[2:])
    assert [each.title for each in frame.lists] == [(TITLE,)]
    assert wholes(frame) == [[*LETTER[2:], TITLE, FIRST, SECOND]]
    assert frame.ending == ("（此件公开发布）",)
    assert frame.year == 2023


def test_each_list_holds_what_stands_behind_its_title() -> None:
    frame = document(*LETTER, "附件1", TITLE, FIRST, "附件2", "任务清单", SECOND)
    assert [each.title for each in frame.lists] == [(TITLE,), ("任务清单",)]
    assert wholes(frame) == [[*LETTER[2:], "附件1", TITLE, FIRST, "附件2"], ["任务清单", SECOND]]


def test_a_document_that_is_the_plan_itself() -> None:
    frame = document(TITLE, "为做好工作，制定本要点。", FIRST, SECOND)
    assert bodies(frame) == ["为做好工作，制定本要点。"]
    assert [each.title for each in frame.lists] == [()]
    assert frame.lists[0].tree.body == []
    assert wholes(frame) == [["为做好工作，制定本要点。", FIRST, SECOND]]


def test_tasks_above_the_first_title_are_a_list_without_one() -> None:
    frame = document(TITLE, "为做好工作，制定本要点。", FIRST, "附件", "任务清单", SECOND)
    assert [each.title for each in frame.lists] == [(), ("任务清单",)]
    assert bodies(frame) == ["为做好工作，制定本要点。"]


def test_a_list_that_names_no_one_ends_the_document_with_its_mark() -> None:
    frame = document(TITLE, FIRST, SECOND, "附件", "附件1", "报送材料清单", "1. 年度总结。")
    assert len(frame.lists) == 1
    assert frame.ending == ("附件", "附件1", "报送材料清单", "1. 年度总结。")


TABLE = (("序号", "重点任务", "责任单位"), ("1", "办好活动", "科普部"), ("2", "办好年会", "学会部"))


def test_a_table_behind_items_that_name_no_one_is_the_list() -> None:
    frame = document(TITLE, "1. 办好活动。", "2. 办好年会。", "任务分解", *TABLE)
    assert bodies(frame) == ["1. 办好活动。", "2. 办好年会。"]
    [only] = frame.lists
    assert next(block.text for block in only.tree.blocks) == "任务分解"
    assert len(only.blocks) == 6


def test_a_table_is_part_of_the_list_where_items_name_somebody_or_there_are_none() -> None:
    for above in (FIRST, "做好工作。"):
        frame = document(TITLE, above, "任务分解", *TABLE)
        assert next(block.text for block in frame.lists[0].blocks) == above
    assert bodies(frame) == ["做好工作。", "任务分解", "序号　重点任务　责任单位"]
