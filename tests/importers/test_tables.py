"""Tables of tasks, each in every form that it can come in."""

import pytest

from plan_cli.errors import InputError
from plan_cli.importers.convert import convert
from plan_cli.importers.doubts import Cause
from plan_cli.importers.encoding.assembly import Encoded
from plan_cli.importers.handover import plan_file
from plan_cli.importers.registry import read_document
from plan_cli.model.plan import Entry, Plan
from tests.importers.making import GRIDS, Grid, grid_text

EVERY_FORM = pytest.mark.parametrize("name", GRIDS)
TITLE = "某市2025年重点任务分解表"


def imported(name: str, grid: Grid, title: str = TITLE) -> Encoded:
    return convert(read_document(GRIDS[name](title, grid), name))


def who(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return entry.responsible.lead, entry.responsible.named


def by_measure(plan: Plan) -> list[tuple[str, tuple[str, ...]]]:
    return [(step.text, step.responsible.named) for entry in plan.entries for step in entry.steps]


@EVERY_FORM
def test_a_cell_over_several_rows_is_a_section_whose_unit_leads_in_all_of_them(name: str) -> None:
    plan = imported(
        name,
        [
            ["领域", "序号", "数据集名称", "建设内容", "责任单位"],
            ["医疗健康\n（牵头单位：省卫健委）", "1", "门诊数据集", "汇聚门诊数据。", "甲市卫健委"],
            [None, "2", "影像数据集", "汇聚影像数据。", "乙市数据局"],
            ["海洋经济\n（牵头单位：省海洋厅）", "3", "航运数据集", "建成数据集。", "省海港集团"],
        ],
    ).plan
    assert [(entry.id, entry.title) for entry in plan.entries] == [
        ("1", "门诊数据集"),
        ("2", "影像数据集"),
        ("3", "航运数据集"),
    ]
    assert [entry.section and entry.section.heading for entry in plan.entries] == [
        "医疗健康（牵头单位：省卫健委）",
        "医疗健康（牵头单位：省卫健委）",
        "海洋经济（牵头单位：省海洋厅）",
    ]
    assert [who(entry) for entry in plan.entries] == [
        (("省卫健委",), ("省卫健委", "甲市卫健委")),
        (("省卫健委",), ("省卫健委", "乙市数据局")),
        (("省海洋厅",), ("省海洋厅", "省海港集团")),
    ]


@EVERY_FORM
def test_a_task_over_several_rows_has_measures_each_with_its_own_units(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "工作事项", "主要内容", "责任单位"],
            ["1", "办好展会", "举办开幕式。", "市商务局"],
            [None, None, "做好交通保障。", "市公安局、市交通局"],
            ["2", "建好平台", "建成平台1个。", "市数据局"],
        ],
    ).plan
    assert [(entry.id, entry.title) for entry in plan.entries] == [
        ("1", "办好展会"),
        ("2", "建好平台"),
    ]
    assert by_measure(plan) == [
        ("举办开幕式。", ("市商务局",)),
        ("做好交通保障。", ("市公安局", "市交通局")),
        ("建成平台1个。", ("市数据局",)),
    ]


@EVERY_FORM
def test_a_unit_whose_cell_spans_the_rows_of_a_task_answers_for_all_of_it(name: str) -> None:
    plan = imported(
        name,
        [
            ["工作事项", "主要内容", "牵头单位", "配合单位"],
            ["办好展会", "举办开幕式。", "市商务局", "市外事办"],
            [None, "做好交通保障。", None, "市公安局"],
            ["建好平台", "建成平台1个。", "市数据局", "市财政局"],
        ],
    ).plan
    assert by_measure(plan) == [
        ("举办开幕式。", ("市商务局", "市外事办")),
        ("做好交通保障。", ("市商务局", "市公安局")),
        ("建成平台1个。", ("市数据局", "市财政局")),
    ]


@EVERY_FORM
def test_the_row_that_adds_up_a_table_is_no_task(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "重点任务", "资金（万元）", "责任单位"],
            ["1", "建好平台，投入运行。", "20", "市数据局"],
            ["2", "办好展会，扩大影响。", "30", "市商务局"],
            ["合计", "2项", "50", ""],
        ],
    ).plan
    assert [entry.id for entry in plan.entries] == ["1", "2"]
    assert plan.lists[0].closing == ("合计　2项　50",)


def test_a_row_whose_words_run_across_the_columns_heads_those_below() -> None:
    rows = [
        ["序号", "重点任务", "责任单位", "完成时限"],
        ["一", "数据", "数据", "数据"],
        ["1", "建好平台，投入运行。", "市数据局", "2025年6月底前"],
        ["二", "展会（牵头：市商务局）", "展会（牵头：市商务局）", "展会（牵头：市商务局）"],
        ["2", "办好展会，扩大影响。", "市外事办", "2025年9月底前"],
    ]
    plan = imported("x.html", rows).plan
    assert [entry.section and entry.section.heading for entry in plan.entries] == [
        "一　数据",
        "二　展会（牵头：市商务局）",
    ]
    assert [who(entry) for entry in plan.entries] == [
        ((), ("市数据局",)),
        (("市商务局",), ("市商务局", "市外事办")),
    ]


def test_a_row_that_leaves_its_task_blank_tells_more_of_the_one_above() -> None:
    rows = [
        ["重点任务", "工作措施", "责任单位"],
        ["建好平台", "完成招标。", "市数据局"],
        ["", "投入运行。", "市财政局"],
        ["办好展会", "扩大影响。", "市商务局"],
    ]
    plan = imported("x.html", rows).plan
    assert [entry.title for entry in plan.entries] == ["建好平台", "办好展会"]
    assert by_measure(plan) == [
        ("完成招标。", ("市数据局",)),
        ("投入运行。", ("市财政局",)),
        ("扩大影响。", ("市商务局",)),
    ]


def test_a_label_with_what_it_says_heads_no_columns() -> None:
    rows = [["任务名称", "建好平台，投入运行"], ["责任单位", "市数据局"], ["完成时限", "6月底前"]]
    plan = imported("x.html", rows).plan
    assert [unit.name for unit in plan.units] == ["市数据局"]


@EVERY_FORM
def test_a_time_whose_cell_spans_several_tasks_holds_for_each(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "重点任务", "责任单位", "完成时限"],
            ["1", "建好平台，投入运行。", "市数据局", "2025年6月底前"],
            ["2", "办好展会，扩大影响。", "市商务局", None],
            ["3", "修好道路，方便出行。", "市交通局", "2025年9月底前"],
        ],
    ).plan
    assert [[step.text for step in entry.steps] for entry in plan.entries] == [
        ["建好平台，投入运行。", "2025年6月底前"],
        ["办好展会，扩大影响。", "2025年6月底前"],
        ["修好道路，方便出行。", "2025年9月底前"],
    ]


@EVERY_FORM
def test_headings_of_two_lines(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "重点任务", "责任分工", "责任分工"],
            [None, None, "牵头单位", "配合单位"],
            ["1", "建好平台，年底运行。", "市数据局", "市财政局"],
            ["2", "办好展会，扩大影响。", "市商务局", "市外事办"],
        ],
    ).plan
    assert [who(entry) for entry in plan.entries] == [
        (("市数据局",), ("市数据局", "市财政局")),
        (("市商务局",), ("市商务局", "市外事办")),
    ]


@EVERY_FORM
def test_a_second_table_that_names_nobody_is_no_list_of_tasks(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "具体任务", "牵头部门"],
            ["1", "建成工单平台。", "市数据局"],
            ["2", "推广电子证照。", "市公安局"],
            ["序号", "园区", "区（县、市）"],
            ["1", "东部软件园", "甲区"],
            ["序号", "恳请事项", "建议责任单位"],
            ["1", "支持新增指标", "省级部门"],
        ],
    ).plan
    assert [who(entry) for entry in plan.entries] == [
        (("市数据局",), ("市数据局",)),
        (("市公安局",), ("市公安局",)),
    ]
    assert [unit.name for unit in plan.units] == ["市数据局", "市公安局"]


@EVERY_FORM
def test_who_builds_is_told_and_left_to_a_person(name: str) -> None:
    plan, doubts = imported(
        name,
        [
            ["序号", "项目名称", "建设内容", "建设单位", "责任单位"],
            ["1", "东部水厂", "建成水厂1座。", "某市水务公司", "市水利局"],
            ["2", "西部泵站", "改造泵站2座。", "某市排水公司", "市住建局"],
        ],
    )
    assert [entry.responsible.named for entry in plan.entries] == [("市水利局",), ("市住建局",)]
    assert [entry.title for entry in plan.entries] == ["东部水厂", "西部泵站"]
    [told] = [doubt.message for doubt in doubts if "建设单位" in doubt.message]
    assert told == "表格的“建设单位”一栏没有当作责任单位；如果由它负责，请补入"


@EVERY_FORM
def test_lines_inside_a_cell_are_no_separators(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "任务", "责任单位"],
            ["1", "建好光通信\n基地。", "成都三维\n原光通讯\n技术有限\n公司"],
            ["2", "办好论坛。", "高新区电子信息科\n技有限公司"],
            ["3", "办好年会。", "市教育局\n市财政局"],
            ["4", "建好中心。", "急诊医学科\n骨科\n肾内科"],
        ],
    ).plan
    assert [entry.responsible.named for entry in plan.entries] == [
        ("成都三维原光通讯技术有限公司",),
        ("高新区电子信息科技有限公司",),
        ("市教育局", "市财政局"),
        ("急诊医学科", "骨科", "肾内科"),
    ]
    assert plan.entries[0].text == "建好光通信基地。"


@EVERY_FORM
def test_nobody_in_a_cell_is_no_doubt(name: str) -> None:
    plan, doubts = imported(
        name,
        [
            ["序号", "任务", "牵头单位", "配合单位"],
            ["1", "建好平台。", "市数据局", ""],
            ["2", "办好展会。", "市商务局", "/"],
            ["3", "办好论坛。", "市科协", "无"],
        ],
    )
    assert [entry.responsible.support for entry in plan.entries] == [(), (), ()]
    assert not [doubt for doubt in doubts if doubt.cause.name in ("NOBODY", "CELL_LOST")]


@EVERY_FORM
def test_persons_are_text_and_never_units(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "任务", "责任单位", "责任领导", "联系人"],
            ["1", "建好平台。", "市数据局", "张三", "李四"],
            ["2", "办好展会。", "市商务局", "王五", "赵六 12345"],
        ],
    ).plan
    assert [unit.name for unit in plan.units] == ["市数据局", "市商务局"]
    assert [step.text for entry in plan.entries for step in entry.steps] == [
        "建好平台。",
        "办好展会。",
    ]
    assert "赵六 12345" in plan.entries[1].note


@EVERY_FORM
def test_times_are_deadlines_where_they_are_dates(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "任务", "责任单位", "完成时限"],
            ["1", "建好平台。", "市数据局", "2025年6月底前"],
            ["2", "办好展会。", "市商务局", "长期"],
            ["3", "办好论坛。", "市科协", "每季度"],
            ["4", "办好年会。", "市科协", "6月"],
        ],
    ).plan
    due = [[limit.due.isoformat() for limit in e.task.editor.deadlines] for e in plan.entries]
    assert due == [["2025-06-30"], [], [], ["2025-06-30"]]
    assert plan.entries[0].task.editor.deadlines[0].what == "建好平台"


def test_a_table_behind_a_text_that_names_nobody_is_the_list() -> None:
    text = (
        "# 某市培训工作实施方案\n\n二、主要任务\n\n（一）举办培训班。年内举办培训班10期。\n\n"
        "（二）建好平台。建成平台1个。\n\n附件：任务分工表\n\n"
    )
    table = grid_text(
        "任务分工表",
        [
            ["序号", "工作事项", "主要内容", "牵头单位", "配合单位"],
            ["1", "举办培训班", "年内举办培训班10期。", "人事科", "财务科"],
            ["2", "建好平台", "建成平台1个。", "信息科", "财务科"],
        ],
    )
    plan, doubts = convert(read_document(text.encode() + table, "x.md"))
    assert [(entry.title, entry.responsible.named) for entry in plan.entries] == [
        ("举办培训班", ("人事科", "财务科")),
        ("建好平台", ("信息科", "财务科")),
    ]
    assert "（二）建好平台。建成平台1个。" in plan.document.body
    [told] = [doubt for doubt in doubts if doubt.cause.name == "REPEATED"]
    assert told.message.startswith("正文里的 2 项与表格里的任务相同")


@pytest.mark.parametrize("name", [*GRIDS, "x.md"])
@pytest.mark.parametrize("below", ["", "科技"])
def test_a_group_that_is_left_blank_or_said_again_in_the_rows_below(name: str, below: str) -> None:
    grid = [
        ["领域", "重点任务", "主要举措", "责任单位"],
        ["科技", "攻关项目", "实施攻关10项。", "市科技局"],
        [below, "平台建设", "建成平台2个。", "市数据局"],
        ["教育", "扩充学位", "新增学位5000个。", "市教育局"],
    ]
    content = grid_text(TITLE, grid) if name == "x.md" else GRIDS[name](TITLE, grid)
    plan = convert(read_document(content, name)).plan
    assert [(e.section and e.section.heading, e.title) for e in plan.entries] == [
        ("科技", "攻关项目"),
        ("科技", "平台建设"),
        ("教育", "扩充学位"),
    ]
    assert by_measure(plan)[1] == ("建成平台2个。", ("市数据局",))


@EVERY_FORM
def test_a_table_that_only_says_who_builds_is_refused_and_the_column_named(name: str) -> None:
    grid = [["序号", "项目名称", "建设单位"], ["1", "东部水厂", "某市水务公司"]]
    with pytest.raises(InputError, match=r"没有找到责任单位|没有任务表") as raised:
        imported(name, grid)
    assert "建设单位" in raised.value.hint or name == "x.xlsx"


@EVERY_FORM
def test_a_time_behind_the_units_of_a_row_is_that_of_these_units(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "工作事项", "主要内容", "责任单位", "完成时限"],
            ["1", "办好展会", "举办开幕式。", "市商务局", "6月底前"],
            [None, None, "做好交通保障。", "市公安局", "9月底前"],
            ["2", "建好平台", "建成平台1个。", "市数据局", "12月底前"],
        ],
    ).plan
    assert by_measure(plan)[:4] == [
        ("举办开幕式。", ("市商务局",)),
        ("6月底前", ("市商务局",)),
        ("做好交通保障。", ("市公安局",)),
        ("9月底前", ("市公安局",)),
    ]


@EVERY_FORM
def test_who_leads_a_group_is_marked_at_every_task_of_it(name: str) -> None:
    grid: Grid = [
        ["领域", "序号", "任务", "责任单位"],
        ["卫生\n（牵头单位：省卫健委）", "1", "办好门诊", ""],
        [None, "2", "办好义诊", "甲市卫健委"],
    ]
    imported_plan = imported(name, grid)
    written = plan_file(imported_plan, name)
    assert written.count("“牵头单位：省卫健委”写在合并的单元格里，已记入这一组的每一项") == 2
    assert [entry.responsible.lead for entry in imported_plan.plan.entries] == [("省卫健委",)] * 2


@EVERY_FORM
def test_a_time_is_that_of_the_units_of_its_row_whoever_stands_behind_it(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "任务", "责任单位", "完成时限", "责任领导"],
            ["1", "建好平台。", "市数据局", "6月底前", "张三"],
            ["2", "办好展会。", "市商务局", "9月底前", "李四"],
        ],
    ).plan
    assert by_measure(plan) == [
        ("建好平台。", ("市数据局",)),
        ("6月底前", ("市数据局",)),
        ("办好展会。", ("市商务局",)),
        ("9月底前", ("市商务局",)),
    ]


def test_a_rule_that_the_first_leads_makes_nobody_lead_beside_who_does() -> None:
    rows = (
        ("序号", "重点任务", "牵头部门", "配合部门", "责任部门"),
        ("1", "查好食堂", "市教育局", "市公安局、市卫健委", "市商务局"),
        ("2", "查好药店", "", "市医保局", "市药监局、市公安局"),
    )
    table = "".join(f"<tr><td>{'</td><td>'.join(cells)}</td></tr>" for cells in rows)
    text = (
        f"<h1>{TITLE}</h1><p>责任单位排在第一位的为牵头单位。</p><p>附件</p>"
        f"<h2>重点任务分工</h2><table>{table}</table>"
    )
    plan = convert(read_document(text.encode(), "x.html")).plan
    assert [who(entry) for entry in plan.entries] == [
        (("市教育局",), ("市教育局", "市公安局", "市卫健委", "市商务局")),
        (("市药监局",), ("市医保局", "市药监局", "市公安局")),
    ]


@EVERY_FORM
def test_measures_with_notes_in_their_column_each_have_their_own_units(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "重点任务", "具体措施及责任单位", "完成时限"],
            [
                "1",
                "送政策",
                "推送政策。（牵头单位：纳服处）编好指引。（责任单位：法规处）",
                "4月底前",
            ],
            ["2", "办好事", "开设专席。（责任单位：信息中心）", "5月底前"],
        ],
    ).plan
    assert [(entry.id, entry.title) for entry in plan.entries] == [("1", "送政策"), ("2", "办好事")]
    assert by_measure(plan) == [
        ("推送政策。", ("纳服处",)),
        ("编好指引。", ("法规处",)),
        ("4月底前", ("纳服处", "法规处")),
        ("开设专席。", ("信息中心",)),
        ("5月底前", ("信息中心",)),
    ]
    assert plan.entries[0].responsible.lead == ("纳服处",)


@EVERY_FORM
def test_what_is_done_is_the_title_where_what_is_to_be_reached_stands_beside_it(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "工作内容", "目标要求", "责任科室"],
            ["1", "规划实施", "建立评估机制，完成报告。", "规划科"],
            ["2", "用地报批，闲置土地处置", "保障用地。", "利用科"],
        ],
    ).plan
    assert [entry.title for entry in plan.entries] == ["规划实施", None]


@pytest.mark.parametrize("heading", ["案由", "标 题"])
@EVERY_FORM
def test_the_number_of_a_motion_is_not_its_title(name: str, heading: str) -> None:
    plan = imported(
        name,
        [
            ["提案号", heading, "提案者", "主办单位", "会办单位"],
            ["第003号", "关于加快发展低空经济的建议", "民建市委会", "市发改委", "市交通局"],
            ["第011号", "关于破解停车难问题的建议", "林晓燕", "市住建局", ""],
        ],
    ).plan
    titles = [entry.title for entry in plan.entries]
    assert titles == ["关于加快发展低空经济的建议", "关于破解停车难问题的建议"]
    assert [who(entry) for entry in plan.entries] == [
        (("市发改委",), ("市发改委", "市交通局")),
        (("市住建局",), ("市住建局",)),
    ]


@EVERY_FORM
def test_a_row_of_words_and_sums_heads_those_below(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "项目名称", "总投资", "责任单位"],
            ["合计（2个）", "", "1226300", ""],
            ["一、续建项目（1个）", "", "458500", ""],
            ["1", "锂电池基地", "186000", "招商局"],
            ["二、新开工项目（1个）", "", "767800", ""],
            ["2", "数控机床园", "92000", "发展局"],
        ],
    ).plan
    assert [(entry.id, entry.title) for entry in plan.entries] == [
        ("1", "锂电池基地"),
        ("2", "数控机床园"),
    ]
    headings = [entry.section.heading for entry in plan.entries if entry.section]
    assert headings == ["一、续建项目（1个）", "二、新开工项目（1个）"]
    assert all(entry.section.preamble for entry in plan.entries if entry.section)


@EVERY_FORM
def test_numbers_in_cells_are_read_as_numbers_in_text_are(name: str) -> None:
    rows = [
        [number, "办好事", "市教育局"] for number in ("1.1", "1.10", "（3）", "四", "05", "6-1")
    ]
    plan = imported(name, [["序号", "任务", "责任单位"], *rows]).plan
    tasks = [(entry.task.number, entry.task.label) for entry in plan.entries]
    assert tasks == [
        ("1-1", "1.1"),
        ("1-10", "1.10"),
        ("3", "（3）"),
        ("4", "四"),
        ("5", "05"),
        ("6-1", "6-1"),
    ]


@EVERY_FORM
def test_who_made_the_table_is_no_task_of_it(name: str) -> None:
    plan = imported(
        name,
        [
            ["序号", "任务", "责任分工"],
            ["1", "办好展览", "牵头单位：陈列部\n配合单位：办公室"],
            ["2", "修好库房", "牵头单位：保管部"],
            ["制表：办公室", "2025年1月15日", ""],
        ],
    ).plan
    assert [who(entry) for entry in plan.entries] == [
        (("陈列部",), ("陈列部", "办公室")),
        (("保管部",), ("保管部",)),
    ]
    assert "制表：办公室" in "".join(plan.lists[0].closing)


@EVERY_FORM
def test_rows_with_numbers_of_their_own_are_tasks_of_the_item_they_stand_in(name: str) -> None:
    if name.endswith((".pdf", ".txt", ".md")):
        pytest.skip("cells that span rows are not told from empty ones")
    rows = [
        ["1", "学前教育扩容提质", "1—1", "改扩建幼儿园12所", "牵头单位：市教育局"],
        [None, None, "1—2", "安装监控系统", "牵头单位：市市场监管局"],
        ["2", "就业创业帮扶", "2—1", "开发岗位1500个", "牵头单位：市人社局"],
    ]
    heading = ["序号", "项目名称", "建设内容", "建设内容", "责任分工"]
    plan = imported(name, [heading, *rows]).plan
    assert [(entry.task.number, entry.task.label) for entry in plan.entries] == [
        ("1-1", "1—1"),
        ("1-2", "1—2"),
        ("2-1", "2—1"),
    ]
    assert [entry.section.heading for entry in plan.entries if entry.section] == [
        "1　学前教育扩容提质",
        "1　学前教育扩容提质",
        "2　就业创业帮扶",
    ]
    texts = [[measure.text for measure in entry.task.measures] for entry in plan.entries]
    assert texts[1:] == [["安装监控系统"], ["开发岗位1500个"]]


@EVERY_FORM
def test_a_number_as_sections_have_it_heads_rows_with_their_sums_or_none(name: str) -> None:
    encoded = imported(
        name,
        [
            ["序号", "项目名称", "总投资", "主体责任单位", "联系电话"],
            ["一", "公路项目（1个）", "1092100", "", ""],
            ["1", "高速北延线", "682000", "省高速集团", "13800210001"],
            ["二", "港航项目（1个）", "", "", ""],
            ["1", "航道整治", "53200", "市港航中心", "13800210022"],
        ],
    )
    headings = [entry.section.heading for entry in encoded.plan.entries if entry.section]
    assert headings == ["一　公路项目（1个）", "二　港航项目（1个）"]
    assert [who(entry)[1] for entry in encoded.plan.entries] == [("省高速集团",), ("市港航中心",)]
    assert Cause.NOBODY not in [doubt.cause for doubt in encoded.doubts]


def test_who_stands_first_in_a_row_leads_and_nobody_in_its_other_columns() -> None:
    rows = (
        ("序号", "任务", "责任处室", "厅属责任单位"),
        ("1", "建好平台", "基础处、资源处", "省评估中心"),
        ("2", "办好大赛", "", "省评估中心、省平台中心"),
    )
    table = "".join(f"<tr><td>{'</td><td>'.join(cells)}</td></tr>" for cells in rows)
    text = f"<h1>{TITLE}</h1><p>（责任处室列首位的为牵头处室）</p><table>{table}</table>"
    plan = convert(read_document(text.encode(), "x.html")).plan
    assert [who(entry)[0] for entry in plan.entries] == [("基础处",), ("省评估中心",)]


@EVERY_FORM
def test_where_tasks_are_numbered_so_one_that_names_nobody_is_a_task_all_the_same(
    name: str,
) -> None:
    rows = [["一", "办好讲座", "科普部"], ["二", "办好展览", ""], ["三", "办好年会", "学会部"]]
    plan = imported(name, [["序号", "任务", "责任单位"], *rows]).plan
    assert [entry.id for entry in plan.entries] == ["1", "2", "3"]
