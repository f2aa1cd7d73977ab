from datetime import date

import pytest

from plan_cli.errors import UsageError
from plan_cli.model.plan import Plan, Role
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from plan_cli.query.asked import choose_parts
from plan_cli.query.lookup import find_party
from plan_cli.query.reach import parties, role_of
from plan_cli.report import Report, Row, cell_text
from plan_cli.reports.paper.checklist import Printing, checklist, index

PRINTING = Printing(date(2022, 5, 10), "1.2.3")

MADE_UP = """\
format: 1
document: {title: 某市工作要点, number: 某发〔2023〕1号, year: 2023}
kinds: [机关部室, 学会, 高校]
units:
  - {name: 甲部, kind: 机关部室}
  - {name: 乙部, kind: 机关部室}
  - {name: 丙部, kind: 机关部室, remark: 整理者的假定。}
collectives:
  - {phrase: 机关各部室, all: [机关部室]}
  - {phrase: 机关有关部室, some: [机关部室]}
  - {phrase: 各学会, all: [学会]}
  - {phrase: 各学会和高校, all: [学会, 高校]}
  - {phrase: 各基层党组织, party: [机关部室]}
lists:
  - name: 工作要点
    tasks:
      - number: 1
        measures: [甲事一。, {heading: 扩面，, text: 甲事二。}]
        note: 责任部门：甲部、乙部，各学会
        responsible: {named: [甲部, 乙部], collectives: [各学会], lead: [甲部], support: [乙部]}
        editor:
          title: 拟的题
          targets: [{what: 甲事, op: '=', value: 2, unit: 件, quote: 甲事二}]
          deadlines: [{what: 甲事, due: 2023-06-30, precision: month, quote: 甲事一}]
      - number: 2
        title: 乙题。
        measures: [乙事。]
        note: 责任部门：甲部
        responsible: {named: [甲部]}
      - number: 3
        title: 丙题。
        measures: [丙事。]
        note: 责任部门：乙部，机关各部室，各学会和高校
        responsible: {named: [乙部], collectives: [机关各部室, 各学会和高校]}
      - number: 4
        title: 丁题。
        measures: [丁事一。, 丁事二。]
        note: 责任部门：机关有关部室
        responsible: {collectives: [机关有关部室]}
      - number: 5
        title: 戊题。
        measures: [戊事。]
        note: 责任部门：各基层党组织
        responsible: {collectives: [各基层党组织]}
      - number: 6
        title: 己题。
        measures: [己事。]
        note: 责任部门：乙部
        responsible: {named: [乙部]}
"""


@pytest.fixture(scope="module")
def made_up() -> Plan:
    read, findings = read_plan(Source("x.yaml", MADE_UP).data())
    assert findings == []
    return read


def made(plan: Plan, name: str, brief: bool = False, **words: list[str]) -> Report:
    selection = choose_parts(plan, words)
    return checklist(selection, find_party(plan, name), PRINTING._replace(brief=brief))


def named_cells(report: Report, row: Row, page: bool = True) -> dict[str, str]:
    skipped = "sheet" if page else "page"
    return {
        column.heading: cell_text(cell)
        for column, cell in zip(report.columns, row.cells, strict=True)
        if column.on != skipped
    }


def test_the_heading_says_whose_of_what_when_and_how_many(made_up: Plan) -> None:
    report = made(made_up, "甲部")
    assert report.title == "甲部责任清单"
    assert report.heading == (
        "某市工作要点（某发〔2023〕1号）　2023年度",
        "点名 2 项，统称 1 项，待确认 1 项，党组织承担 1 项，未涉及 1 项；共 6 项　"
        "打印日期：2022年5月10日",
    )


def test_the_parts_say_why_and_quote_the_phrase(made_up: Plan) -> None:
    groups = made(made_up, "甲部").groups
    assert [(group.heading, group.note) for group in groups] == [
        ("一、点名任务（2 项）", "责任部门写明“甲部”。"),
        ("二、统称任务（1 项）", "责任部门写“机关各部室”，每个单位都负责。"),
        ("三、待确认任务（1 项）", "责任部门只写“机关有关部室”，是否承担须确认。"),
        ("四、党组织承担任务（1 项）", "责任部门写“各基层党组织”，由党组织承担。"),
    ]


def test_one_row_per_measure_under_its_task(made_up: Plan) -> None:
    report = made(made_up, "甲部")
    band, first, second, *_ = report.groups[0].rows
    assert band.band == ("1　拟的题（拟）", "共同责任：乙部（配合），各学会；甲部（牵头）")
    assert named_cells(report, first) == {
        "编号": "□ 1.1",
        "工作任务与举措": "甲事一。",
        "完成时限": "2023年6月\n甲事",
        "责任人": "",
        "进展情况": "",
        "备注": "",
    }
    assert named_cells(report, second) == {
        "编号": "□ 1.2",
        "工作任务与举措": "扩面，甲事二。\n量化指标：甲事：2 件",
        "完成时限": "",
        "责任人": "",
        "进展情况": "",
        "备注": "",
    }


def test_each_row_of_a_sheet_stands_alone(made_up: Plan) -> None:
    report = made(made_up, "甲部")
    row = report.groups[0].rows[2]
    assert named_cells(report, row, page=False) == {
        "编号": "1.2",
        "工作任务与举措": "【点名】拟的题（拟）\n扩面，甲事二。\n量化指标：甲事：2 件",
        "完成时限": "",
        "责任人": "",
        "进展情况": "",
        "备注": "",
        "部分": "点名任务",
        "任务编号": "1",
        "任务": "拟的题（拟）",
        "举措": "扩面，甲事二。",
        "量化指标": "甲事：2 件",
        "依据": "“甲部”",
        "共同责任": "乙部（配合），各学会；甲部（牵头）",
    }


def test_what_is_to_be_confirmed_shows_its_measures(made_up: Plan) -> None:
    *_, some, party = made(made_up, "甲部").groups
    assert some.rows[0].band == ("4　丁题", "共同责任：机关有关部室")
    assert [row.cells[1] for row in some.rows[1:]] == ["4.1", "4.2"]
    assert party.rows[0].band == ("5　戊题", "共同责任：各基层党组织")
    assert [row.cells[1] for row in party.rows[1:]] == ["5.1"]


def test_brief_has_one_row_per_task_with_all_that_is_set(made_up: Plan) -> None:
    report = made(made_up, "甲部", brief=True)
    assert [row.cells[1] for row in report.rows] == ["1", "2", "3", "4", "5"]
    assert not any(row.band for group in report.groups for row in group.rows)
    cells = named_cells(report, report.groups[0].rows[0])
    assert cells["工作任务"] == (
        "拟的题（拟）\n量化指标：甲事 2 件\n共同责任：乙部（配合），各学会；甲部（牵头）"
    )
    assert cells["完成时限"] == "2023年6月\n甲事"
    assert named_cells(report, report.groups[0].rows[0], page=False)["举措"] == (
        "整项任务（2 条举措）"
    )


def test_a_kind_has_the_parts_it_has(made_up: Plan) -> None:
    report = made(made_up, "学会")
    assert [group.heading for group in report.groups] == ["一、统称任务（2 项）"]
    bands = [row.band for row in report.groups[0].rows if row.band]
    assert bands == [
        ("1　拟的题（拟）", "共同责任：甲部（牵头）、乙部（配合），各学会"),
        ("3　丙题", "共同责任：乙部，机关各部室，各学会和高校"),
    ]


def test_nobody_else_responsible_is_said(made_up: Plan) -> None:
    bands = [row.band for group in made(made_up, "甲部").groups for row in group.rows if row.band]
    assert ("2　乙题", "共同责任：无") in bands


def test_nobody_is_called_lead_where_the_document_does_not_say_so(plan: Plan) -> None:
    for party in parties(plan):
        report = checklist(choose_parts(plan, {}), party, PRINTING)
        texts = [line for g in report.groups for row in g.rows for line in row.band]
        assert not any("牵头" in text for text in texts)


def test_the_end_is_signed_and_says_where_it_comes_from(made_up: Plan) -> None:
    imprint = made(made_up, "甲部").imprint
    assert imprint.signed == (
        ("填报单位（盖章）", "部门负责人（签字）"),
        ("填表人", "联系电话", "填报日期"),
    )
    assert imprint.source == "来源：某发〔2023〕1号；由 plan 1.2.3 生成。"
    assert imprint.made == date(2022, 5, 10)


def test_editors_words_are_explained(made_up: Plan) -> None:
    closing = "\n".join(made(made_up, "甲部").closing)
    assert "（拟）：" in closing
    assert "由整理者从原文摘出；完成时限空白处，文件没有写明，由责任部门填写。" in closing
    assert "整理者注：整理者的假定。" in made(made_up, "丙部").closing


def test_progress_is_chosen_from_three_states(made_up: Plan) -> None:
    chosen = {c.heading: c.choices for c in made(made_up, "甲部").columns if c.choices}
    assert chosen == {"进展情况": ("未启动", "推进中", "已完成")}


def test_columns_that_help_to_sort_and_filter_come_last_and_are_not_printed(made_up: Plan) -> None:
    shown = [column for column in made(made_up, "甲部").columns if column.on != "page"]
    assert [(column.heading, column.helper) for column in shown] == [
        *(
            (name, False)
            for name in ("编号", "工作任务与举措", "完成时限", "责任人", "进展情况", "备注")
        ),
        *(
            (name, True)
            for name in ("部分", "任务编号", "任务", "举措", "量化指标", "依据", "共同责任")
        ),
    ]


def test_the_annex_counts_tasks_and_measures(made_up: Plan) -> None:
    [annex] = made(made_up, "甲部").annexes
    assert [row.cells for row in annex.rows] == [
        ("点名任务", 2, 3, "1 2"),
        ("统称任务", 1, 1, "3"),
        ("待确认任务", 1, 2, "4"),
        ("党组织承担任务", 1, 1, "5"),
        ("未涉及", 1, 1, "6"),
    ]


def test_filters_narrow_and_are_printed(made_up: Plan) -> None:
    report = made(made_up, "甲部", search=["乙事", "丙事"], dept=["乙部"])
    assert [row.cells[1] for row in report.rows] == ["3.1"]
    assert "部门：乙部" in report.heading
    assert "文字：乙事、丙事" in report.heading
    assert "共 1 项" in report.heading[1]


def test_role_chooses_parts(made_up: Plan) -> None:
    report = made(made_up, "甲部", role=["some", "点名"])
    assert [group.heading[:2] for group in report.groups] == ["一、", "二、"]
    assert "责任方式：点名、待确认" in report.heading
    with pytest.raises(UsageError):
        made(made_up, "甲部", role=["甲"])


def test_nothing_to_do_is_an_answer(made_up: Plan) -> None:
    report = made(made_up, "高校", search=["己事"])
    assert report.groups == ()
    assert report.closing == ("高校没有任务。",)


def test_records_are_its_tasks_with_their_role(made_up: Plan) -> None:
    records = made(made_up, "甲部").records()
    assert [(record["id"], record["role"]) for record in records] == [
        ("1", "named"),
        ("2", "named"),
        ("3", "all"),
        ("4", "some"),
        ("5", "party"),
    ]
    assert len(records[0]["measures"]) == 2


def test_all_measures_of_all_bound_tasks_stand_there_once(plan: Plan) -> None:
    for party in parties(plan):
        report = checklist(choose_parts(plan, {}), party, PRINTING)
        ids = [row.cells[1] for row in report.rows]
        reached = [e for e in plan.entries if role_of(party, e) is not Role.NONE]
        steps = {step.id: step.text for entry in reached for step in entry.steps}
        assert sorted(map(str, ids)) == sorted(steps)
        for row in report.rows:
            text, *target = str(row.cells[2]).split("\n")
            assert text.endswith(steps[str(row.cells[1])])
            assert all(line.startswith("量化指标：") for line in target)


def test_the_checklist_of_2022(plan: Plan) -> None:
    report = checklist(choose_parts(plan, {}), find_party(plan, "科普部"), PRINTING)
    assert (
        "点名 5 项，统称 9 项，待确认 7 项，党组织承担 1 项，未涉及 11 项；共 33 项"
        in report.heading[1]
    )
    ids = [
        [row.band[0].split("　")[0] for row in group.rows if row.band]
        for group in report.groups[2:]
    ]
    assert ids == [["K3", "K4", "K7", "K9", "4", "11", "19"], ["20"]]


def test_the_index_lists_everybody_with_counts(made_up: Plan) -> None:
    report = index(choose_parts(made_up, {}), PRINTING)
    assert [row.cells for row in report.rows] == [
        ("甲部", "机关部室", 2, 1, 1, 1, 1, 6),
        ("乙部", "机关部室", 3, 0, 1, 1, 1, 6),
        ("丙部", "机关部室", 0, 1, 1, 1, 3, 6),
        ("机关部室", None, 0, 1, 1, 1, 3, 6),
        ("学会", None, 0, 2, 0, 0, 4, 6),
        ("高校", None, 0, 1, 0, 0, 5, 6),
    ]
    assert report.imprint.signed == ()
