import pytest

from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.rows import whole_rows

HEADINGS = ("序号", "重点任务", "责任单位")


def row(page: int, *cells: str) -> Line:
    return Line("\t".join(cells), f"第 {page} 页", cells=cells, page=page)


def cells(*lines: Line) -> list[tuple[str, ...]]:
    return [line.cells for line in whole_rows(lines) if line.cells]


def test_a_row_cut_by_the_page_is_joined() -> None:
    first = row(1, "1", "推进项目建设，提升", "市财政局、市住")
    rest = row(2, "", "服务能力。", "建局")
    assert cells(row(1, *HEADINGS), first, rest, row(2, "2", "办会。", "市科协")) == [
        HEADINGS,
        ("1", "推进项目建设，提升服务能力。", "市财政局、市住建局"),
        ("2", "办会。", "市科协"),
    ]


def test_page_numbers_and_repeated_headings_stand_between() -> None:
    number = Line("— 1 —", "第 1 页", page=1)
    first = row(1, "1", "推进项目", "市财政局")
    joined = cells(first, number, row(2, *HEADINGS), row(2, "", "建设。", "、市科协"))
    assert joined == [("1", "推进项目建设。", "市财政局、市科协"), HEADINGS]


def test_a_row_can_go_on_over_three_pages() -> None:
    first = row(1, "1", "推进项目", "市财政局")
    second, third = row(2, "", "建设，提升", ""), row(3, "", "服务。", "")
    joined = ("1", "推进项目建设，提升服务。", "市财政局")
    assert cells(first, second, third) == [joined]
    repeated = cells(first, row(2, *HEADINGS), second, row(3, *HEADINGS), third)
    assert repeated == [joined, HEADINGS, HEADINGS]


def test_rows_that_begin_on_the_new_page_stay_apart() -> None:
    first = row(1, "1", "推进项目建设。", "市财政局")
    for second in (row(2, "2", "办会。", "市科协"), row(2, "", "再办会。", "市科协")):
        assert cells(first, second) == [first.cells, second.cells]


def test_a_row_with_the_next_number_goes_on_with_none() -> None:
    above = row(1, "经济（40分）", "20", "地区生产总值增速", "经济发展局")
    below = row(2, "", "21", "社会治安满意度", "政法办公室")
    assert cells(above, below) == [above.cells, below.cells]


def test_rows_on_one_page_stay_apart() -> None:
    first, second = row(1, "1", "推进项目", "市财政局"), row(1, "", "建设", "市科协")
    assert cells(first, second) == [first.cells, second.cells]


def test_lines_in_a_cell_run_on_but_a_unit_of_its_own_stays_apart() -> None:
    first, second = cells(
        row(1, *HEADINGS), row(1, "1", "推进项目\n建设。", "市财政\n局\n市住建局")
    )
    assert (first, second) == (HEADINGS, ("1", "推进项目建设。", "市财政局 市住建局"))


def test_rows_of_tables_of_different_widths_stay_apart() -> None:
    first, second = row(1, "1", "推进项目建设，提升", "市财政局"), row(2, "", "注：数据为预计数")
    assert cells(first, second) == [first.cells, second.cells]


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        ("县商务局、县邮政\n分公司、县供销社", "县商务局、县邮政分公司、县供销社"),
        ("实验室管理处★\n网络信息中心", "实验室管理处★ 网络信息中心"),
        ("党委办公室\n党委组织部（人力资源\n部）", "党委办公室 党委组织部（人力资源部）"),
        ("战略发展部\n各部门\n各子公司", "战略发展部 各部门 各子公司"),
        ("各有关单\n位", "各有关单位"),
        ("机关各科室\n局属各单位", "机关各科室 局属各单位"),
        ("计划财务部\n机关各部门、直属各单位", "计划财务部 机关各部门、直属各单位"),
        ("市教育局\n所属各学校", "市教育局所属各学校"),
        ("石桥镇\n梅溪乡", "石桥镇 梅溪乡"),
        ("学校安全工作领导小组\n办公室", "学校安全工作领导小组办公室"),
        ("市气象台\n市预警信息中心", "市气象台 市预警信息中心"),
        ("中水南岳工程局\n有限公司", "中水南岳工程局有限公司"),
        ("市生态环境局\n岚溪分局", "市生态环境局岚溪分局"),
        ("牵头：镇建设办\n配合：各村", "牵头：镇建设办 配合：各村"),
    ],
)
def test_where_lines_of_a_cell_are_names_of_their_own(cell: str, whole: str) -> None:
    assert cells(row(1, "1", "推进项目。", cell)) == [("1", "推进项目。", whole)]
