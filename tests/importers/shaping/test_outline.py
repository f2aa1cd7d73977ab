"""Which level is that of the tasks: the one whose items carry notes."""

import pytest

from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.nodes import Node, tasks_of
from plan_cli.importers.shaping.outline import outline


def tree(*texts: str) -> Node:
    return outline(blocks_of([Paragraph(text, "") for text in texts]).blocks)


def tasks(*texts: str) -> list[str]:
    return [node.head.marker.label for node in tasks_of(tree(*texts)) if node.head.marker]


def test_tasks_under_sections() -> None:
    assert tasks(
        "一、科普", "1. 办活动。好。（责任单位：科普部）", "2. 建基地。好。（责任单位：科普部）",
        "二、学会", "3. 办年会。好。（责任单位：学会部）",
    ) == ["1.", "2.", "3."]  # fmt: skip


def test_the_section_is_the_task_where_it_carries_the_note() -> None:
    assert tasks(
        "一、科普。", "1. 办活动。", "2. 建基地。", "（责任单位：科普部）",
        "二、学会。", "1. 办年会。", "（责任单位：学会部）",
    ) == ["一、", "二、"]  # fmt: skip


def test_three_levels_with_the_task_in_the_middle() -> None:
    assert tasks(
        "一、主要任务", "（一）科普。", "1. 办活动。", "2. 建基地。（责任单位：科普部）",
        "（二）学会。", "1. 办年会。", "2. 办论坛。（责任单位：学会部）",
    ) == ["（一）", "（二）"]  # fmt: skip


def test_three_levels_with_the_task_at_the_bottom() -> None:
    assert tasks(
        "一、主要任务", "（一）科普",
        "1. 办活动。（责任单位：科普部）", "2. 建基地。（责任单位：科普部）",
        "（二）学会", "3. 办年会。（责任单位：学会部）", "4. 办论坛。（责任单位：学会部）",
    ) == ["1.", "2.", "3.", "4."]  # fmt: skip


def test_a_part_without_notes_holds_no_tasks() -> None:
    assert tasks(
        "一、总体要求", "（一）指导思想。坚持。", "（二）目标。达到。", "二、任务",
        "（三）科普。好。（责任单位：科普部）", "（四）学会。好。（责任单位：学会部）",
        "三、保障措施", "（一）加强领导。好。", "（二）强化督导。好。",
    ) == ["（三）", "（四）"]  # fmt: skip


def test_a_task_without_a_note_among_tasks_is_one() -> None:
    assert tasks(
        "一、任务", "1. 科普。（责任单位：科普部）", "2. 宣传。做好宣传。",
        "3. 学会。（责任单位：学会部）",
    ) == ["1.", "2.", "3."]  # fmt: skip


def test_unnumbered_headings_hold_tasks() -> None:
    node = tree(
        "科普工作", "1. 办活动。（责任单位：科普部）", "2. 建基地。（责任单位：科普部）",
        "学会工作", "3. 办年会。（责任单位：学会部）",
    )  # fmt: skip
    assert [child.head.text for child in node.children] == ["科普工作", "学会工作"]
    assert len(list(tasks_of(node))) == 3


def test_words_in_bold_head_items_unless_they_are_labels() -> None:
    """The same labels under every item say what stands behind them, in bold or not."""
    labels = ("主要措施：新增食堂15个。", "牵头单位：县民政局", "责任单位：县财政局")
    items = ("1. 办好助餐。", *labels, "2. 建好中心。", *labels)
    bold = [Paragraph(text, "", bold=((0, text.find("：") + 1),)) for text in items]
    for each in (bold, [p._replace(bold=((0, p.bold[0][1] - 1),)) for p in bold]):
        found = list(tasks_of(outline(blocks_of(each).blocks)))
        assert [node.head.text for node in found if node.head] == ["1. 办好助餐。", "2. 建好中心。"]
    leads = [
        "办好助餐：新增食堂15个。（责任单位：县民政局）",
        "建好中心：年底开放。（县民政局负责）",
    ]
    heads = [Paragraph(text, "", bold=((0, 5),)) for text in leads]
    assert [node.kind for node in tasks_of(outline(blocks_of(heads).blocks))] == ["led", "led"]


def test_a_first_sentence_heads_an_item_where_every_heading_has_several_with_notes() -> None:
    note = "由市委组织部牵头，市统计局参与。"
    items = [f"{title}。开展活动2期，建好平台3个。{note}" for title in ("完善工作格局", "编好规划")]
    several = ("一、加强领导", *items, "二、引育人才", *items)
    assert [node.kind for node in tasks_of(tree(*several))] == ["led"] * 4
    for fewer in (
        ("一、加强领导", items[0], "二、引育人才", *items),
        ("一、加强领导", *items, f"1. 办好活动。{note}"),
        ("一、加强领导", items[0], f"开展活动，建好平台3个，做好各项服务工作。{note}"),
        items,
    ):
        assert "led" not in [node.kind for node in tasks_of(tree(*fewer))]


def test_bullets_are_those_of_items_where_half_of_them_have_notes() -> None:
    note = "[发展部牵头；责任人：赵敏]"
    lines = (
        "一、服务发展",
        f"● 办好招聘会。{note}",
        "●管好经费。",
        "二、家庭",
        f"● 寻找家庭。{note}",
    )
    found = list(tasks_of(tree(*lines)))
    assert [node.head.text[:4] for node in found if node.head] == ["● 办好", "●管好经", "● 寻找"]
    unprinted = [Paragraph(text.lstrip("● "), "", series="●" * ("●" in text)) for text in lines]
    assert len(list(tasks_of(outline(blocks_of(unprinted).blocks)))) == 3
    measures = ("1. 做好服务。", "● 办好招聘会。", "● 管好经费。", note)
    assert [node.kind for node in tasks_of(tree(*measures, *measures))] == ["arabic", "arabic"]


def test_what_closes_the_measures_of_an_item_is_its_note() -> None:
    item = ("（1）推进联运。", "（2）建好停车场。", "以上措施由市交通局牵头，市公安局配合。")
    assert tasks("1. 交通运输。", *item, "2. 金融服务。", *item) == ["1.", "2."]


def test_numbering_that_skips_or_restarts() -> None:
    assert tasks(
        "一、科普", "1. 甲。（责任单位：科普部）", "3. 乙。（责任单位：科普部）",
        "二、学会", "1. 丙。（责任单位：学会部）",
    ) == ["1.", "3.", "1."]  # fmt: skip


def test_paragraphs_without_any_number_are_tasks_if_they_carry_notes() -> None:
    node = tree(
        "为促进发展，提出以下措施。", "做好科普，办好活动。（责任单位：科普部）",
        "做好学会工作，办好年会。", "责任单位：学会部",
    )  # fmt: skip
    found = list(tasks_of(node))
    assert [task.head.text[:4] for task in found] == ["做好科普", "做好学会"]
    assert [block.text for block in found[1].body] == ["责任单位：学会部"]
    assert [block.text[:3] for block in node.body] == ["为促进"]


def row(*cells: str) -> Paragraph:
    return Paragraph("\t".join(cells), "", cells=cells)


def test_groups_stand_in_groups() -> None:
    heads = ("板块", "类别", "序号", "重点任务", "责任单位")
    rows = [row("科普", "活动", str(number), "办讲座。", "宣传部") for number in (1, 2)]
    rows += [row("科普", "阵地", str(number), "建站点。", "办公室") for number in (3, 4)]
    [part] = outline(blocks_of([row(*heads), *rows]).blocks).children
    assert [node.head.text for node in part.children if node.head] == ["活动", "阵地"]
    assert [len(node.children) for node in part.children] == [2, 2]


def test_a_heading_across_a_table_stands_above_its_rows_and_beside_the_groups_before() -> None:
    rows = [
        row("类别", "序号", "重点任务", "责任单位"),
        row("学会", "1", "办年会。", "学会部"),
        row("学会", "2", "办论坛。", "学会部"),
        row(*["县级任务"] * 4),
        row("", "1", "办讲座。", "宣传部"),
    ]
    found = outline(blocks_of(rows).blocks)
    assert [(node.head.text, len(node.children)) for node in found.children if node.head] == [
        *(("学会", 2), ("县级任务", 1)),
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("一、", "二、"), ("壹、", "贰、", "叁、")),
        (("1. ", "2. "), ("（一）", "（二）", "（一）")),
        (("第一条 ", "第二条 "), ("（一）", "（二）", "（一）")),
        (("甲、", "乙、"), ("一、", "二、", "三、")),
    ],
)
def test_numbers_nest_as_the_document_has_them(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    found = tree(
        f"{above[0]}科普", f"{below[0]}办活动。好。（责任单位：科普部）",
        f"{below[1]}建基地。好。（责任单位：科普部）",
        f"{above[1]}学会", f"{below[2]}办年会。好。（责任单位：学会部）",
    )  # fmt: skip
    assert [[child.is_task for child in node.children] for node in found.children] == [
        [True, True],
        [True],
    ]


def test_a_number_before_the_first_part_does_not_stand_above_it() -> None:
    found = tree(
        "1. 前言。", "一、科普", "1. 办活动。好。（责任单位：科普部）",
        "2. 建基地。好。（责任单位：科普部）", "二、学会", "3. 办年会。好。（责任单位：学会部）",
    )  # fmt: skip
    assert [len(node.children) for node in found.children] == [0, 2, 1]


def test_a_sentence_in_brackets_heads_nothing() -> None:
    found = tree(
        "（括号内为责任单位，第一个为牵头单位）", "一、科普", "1. 办活动。好。（责任单位：科普部）",
        "2. 建基地。好。（责任单位：科普部）",
    )  # fmt: skip
    assert [block.text for block in found.body] == ["（括号内为责任单位，第一个为牵头单位）"]


def counted(label: str, text: str, series: str) -> Paragraph:
    return Paragraph(f"{label}{text}", "", label=label, series=series)


def sizes(*paragraphs: Paragraph) -> list[int]:
    found = outline(blocks_of(paragraphs).blocks)
    return [len(node.children) for node in found.children]


NOTED = "好。好。（责任单位：科普部）"


def test_two_lists_that_print_alike_nest_if_only_so_their_numbers_go_on() -> None:
    assert sizes(
        counted("1. ", "科普", "a/0"), counted("1. ", NOTED, "a/1"), counted("2. ", NOTED, "a/1"),
        counted("2. ", "学会", "a/0"), counted("1. ", NOTED, "a/1"),
    ) == [2, 1]  # fmt: skip
    assert sizes(
        Paragraph("一、科普", ""), counted("一、", NOTED, "a/0"), counted("二、", NOTED, "a/0"),
        Paragraph("二、学会", ""), counted("三、", NOTED, "a/0"),
    ) == [2, 1]  # fmt: skip
    assert sizes(
        counted("1. ", NOTED, "a/0"), Paragraph(f"2. {NOTED}", ""), counted("3. ", NOTED, "b/1"),
    ) == [0, 0, 0]  # fmt: skip
