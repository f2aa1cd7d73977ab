import pytest

from plan_cli.importers.shaping.blocks import LONG, blocks_of
from plan_cli.importers.shaping.layout import Paragraph

HEADINGS = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")


def row(*cells: str) -> Paragraph:
    return Paragraph("\t".join(cells), "", cells=cells)


def test_rows_section_rows_and_repeated_headings() -> None:
    found = blocks_of(
        [
            row(*HEADINGS),
            row("一、科普", "", "", "", ""),
            row("1", "办活动", "科普部", "", "年底"),
            row(*HEADINGS),
            row("2", "建基地", "科普部", "学会部", "6月"),
            Paragraph("附则。", ""),
        ]
    ).blocks
    assert [(block.text, block.columns is not None) for block in found] == [
        ("序号　重点任务　牵头单位　配合单位　完成时限", False),
        ("一、科普", False),
        ("1\t办活动\t科普部\t\t年底", True),
        ("2\t建基地\t科普部\t学会部\t6月", True),
        ("附则。", False),
    ]


def test_a_heading_over_all_columns_is_one_heading() -> None:
    *_, section = blocks_of([row(*HEADINGS), row(*("二、学会",) * 5)]).blocks
    assert (section.text, section.paragraph.cells) == ("二、学会", ())


def test_rows_of_another_table_behind_a_paragraph_are_no_tasks() -> None:
    before, _, _, task, _, money, total = blocks_of(
        [
            row("年份", "产值", "增速", "占比", "备注"),
            Paragraph("各地各部门要结合实际抓好落实。" * 5, ""),
            row(*HEADINGS),
            row("1", "办活动", "科普部", "学会部", "年底"),
            Paragraph("经费从年度预算中安排，专款专用，接受审计监督，年底前报送使用情况。" * 2, ""),
            row("名称", "预算", "来源", "批次", "备注"),
            row("活动", "5万元", "财政", "一", "无"),
        ]
    ).blocks
    rows = (before, task, money, total)
    assert [bool(each.columns) for each in rows] == [False, True, False, False]


def test_items_beyond_a_thousand_years_among_them() -> None:
    numbers = [999, 1000, *range(1899, 1902), 2024]
    found = blocks_of([Paragraph(f"{number}. 做好。", "") for number in numbers]).blocks
    values = [block.marker.value if block.marker else None for block in found]
    assert values == [999, 1000, 1899, 1900, 1901, None]


@pytest.mark.parametrize(("length", "is_task"), [(LONG, True), (LONG + 1, False)])
def test_rows_go_on_behind_a_paragraph_that_is_no_text_of_its_own(
    length: int, is_task: bool
) -> None:
    between = Paragraph("某" * length, "")
    first, second = row("1", "办活动", "科普部", "", ""), row("2", "建基地", "科普部", "", "")
    *_, last = blocks_of([row(*HEADINGS), first, between, second]).blocks
    assert bool(last.columns) is is_task
