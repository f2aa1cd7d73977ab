"""A measure belongs to whom its note names: tasks with several notes, as real documents have them.

The shape of the first task is that of 国办发〔2018〕121号 (several notes inside one paragraph, each
for the sentences before it), that of the second 武政规〔2026〕4号 (one note behind some measures,
a unit in several of them); the words are invented.
"""

import json
from pathlib import Path

import pytest

from plan_cli.model.plan import Measure, Note, Plan, Responsibility, Role, Task
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from plan_cli.query.asked import select
from plan_cli.query.reach import parties, role_of
from tests.conftest import Run

PLAN = """\
format: 1
document: {title: 某省促进体育消费的意见, number: 某政办发〔2023〕1号, year: 2023}
kinds: [省直部门, 市州]
units:
  - {name: 体育局, kind: 省直部门}
  - {name: 教育厅, kind: 省直部门}
  - {name: 财政厅, kind: 省直部门}
collectives:
  - {phrase: 各市州人民政府, all: [市州]}
  - {phrase: 省直有关部门, some: [省直部门]}
lists:
  - name: 重点任务
    tasks:
      - number: 1
        title: 丰富赛事供给。
        measures:
          - 修好赛道 20 公里。
          - 办好校园联赛，6月30日前开赛。
          - 各地每年办赛 3 次。
          - 加强保障。
        notes:
          - {text: 体育局负责, after: 1, responsible: {named: [体育局], lead: [体育局]}}
          - {text: 教育厅、体育局负责, after: 2, responsible: {named: [教育厅, 体育局]}}
          - {text: 各市州人民政府负责, after: 3, responsible: {collectives: [各市州人民政府]}}
          - text: 财政厅、省直有关部门负责
            responsible: {named: [财政厅], collectives: [省直有关部门]}
        editor:
          targets:
            - {what: 赛道, op: '=', value: 20, unit: 公里, quote: 赛道 20 公里}
            - {what: 各地办赛, op: '=', value: 3, unit: 次, quote: 办赛 3 次}
          deadlines:
            - {what: 校园联赛开赛, due: 2023-06-30, precision: day, quote: 6月30日前开赛}
      - number: 2
        title: 扩大开放。
        measures: [开放场馆。, 发放补贴。]
        note: 财政厅
        responsible: {named: [财政厅]}
"""


@pytest.fixture
def plan() -> Plan:
    read, findings = read_plan(Source("x.yaml", PLAN).data())
    assert findings == []
    return read


@pytest.fixture
def ask(cli: Run) -> Run:
    Path("x.yaml").write_text(PLAN, encoding="utf-8")
    return lambda *arguments: cli("-p", "x.yaml", *arguments)


@pytest.mark.parametrize(
    ("afters", "covering"),
    [
        ([None], ["0", "0", "0"]),
        ([1], ["0", "0", "0"]),
        ([0], ["0", "0", "0"]),
        ([1, None], ["0", "1", "1"]),
        ([2, 3], ["0", "0", "1"]),
        ([0, 2, None], ["01", "01", "02"]),
        ([1, None, None], ["0", "12", "12"]),
        ([1, 2], ["0", "1", "01"]),
    ],
    ids=["at the end", "the only one", "at the start", "two", "two of three", "above all", "twins",
         "nothing behind"],
)  # fmt: skip
def test_which_notes_cover_which_measures(afters: list[int | None], covering: list[str]) -> None:
    notes = tuple(Note(str(i), Responsibility(), after) for i, after in enumerate(afters))
    task = Task("1", tuple(map(Measure, "甲乙丙")), notes)
    found = ["".join(note.text for note in task.covering(place)) for place in (1, 2, 3)]
    assert found == covering


def test_roles_measure_by_measure_and_the_strongest_for_the_task(plan: Plan) -> None:
    task, _ = plan.entries
    by_name = {party.name: party for party in parties(plan)}
    expected = {
        "体育局": ["named", "named", "none", "some"],
        "教育厅": ["none", "named", "none", "some"],
        "财政厅": ["none", "none", "none", "named"],
        "市州": ["none", "none", "all", "none"],
        "省直部门": ["none", "none", "none", "some"],
    }
    for name, roles in expected.items():
        assert [role_of(by_name[name], step) for step in task.steps] == roles
    assert role_of(by_name["省直部门"], task) is Role.SOME
    assert role_of(by_name["教育厅"], task) is Role.NAMED


def test_a_checklist_has_the_measures_of_its_unit_in_the_parts_of_their_roles(ask: Run) -> None:
    rows = [line.split("\t") for line in ask("checklist", "教育厅").out.splitlines()]
    assert [(row[6], row[0], row[9]) for row in rows] == [
        ("点名任务", "1.2", "办好校园联赛，6月30日前开赛。"),
        ("待确认任务", "1.4", "加强保障。"),
    ]
    text = ask("checklist", "体育局", "-f", "txt").out
    assert (
        "修好赛道 20 公里。\n    量化指标：赛道：20 公里\n    共同责任：无；体育局（牵头）" in text
    )
    assert "办好校园联赛，6月30日前开赛。\n    共同责任：教育厅" in text
    assert "各地每年办赛" not in text


def test_a_brief_checklist_has_only_the_figures_of_its_unit(ask: Run) -> None:
    [task] = ask("checklist", "市州", "--brief").out.splitlines()
    assert "各地办赛：3 次" in task
    assert "赛道" not in task
    assert "2023年6月30日" not in task


def test_a_brief_checklist_has_a_task_once_in_its_strongest_part(ask: Run) -> None:
    [task] = ask("checklist", "体育局", "--brief").out.splitlines()
    cells = task.split("\t")
    assert (cells[0], cells[6], cells[9]) == ("1", "点名任务", "整项任务（4 条举措）")
    text = ask("checklist", "体育局", "--brief", "-f", "txt").out
    assert [line for line in text.splitlines() if "任务（" in line] == ["一、点名任务（1 项）"]


def test_records_say_who_answers_for_each_measure(ask: Run) -> None:
    [task] = json.loads(ask("show", "1", "--json").out)
    assert [m["named"] for m in task["measures"]] == [
        ["体育局"],
        ["教育厅", "体育局"],
        [],
        ["财政厅"],
    ]
    assert [m["collectives"] for m in task["measures"]] == [
        [], [], ["各市州人民政府"], ["省直有关部门"],
    ]  # fmt: skip
    assert [m["lead"] for m in task["measures"]] == [["体育局"], [], [], []]
    assert {m["support"] == [] for m in task["measures"]} == {True}
    assert task["named"] == ["体育局", "教育厅", "财政厅"]
    [record] = json.loads(ask("checklist", "市州", "--json").out)
    assert [m["id"] for m in record["measures"]] == ["1.3"]


def test_show_says_who_answers_for_which_measure(ask: Run) -> None:
    out = ask("show", "1").out
    notes, bound = out.split("责任部门（原文）\n")[1].split("\n\n")[:2]
    assert notes.splitlines() == [
        "1.1  体育局负责",
        "1.2  教育厅、体育局负责",
        "1.3  各市州人民政府负责",
        "1.4  财政厅、省直有关部门负责",
    ]
    assert "        【1.3】\n统称    市州（“各市州人民政府”）\n" in bound + "\n"
    one = ask("show", "1.2").out
    assert "教育厅、体育局负责" in one
    assert "财政厅" not in one
    assert "2023年6月30日：校园联赛开赛" in one
    assert "赛道" not in one


TWO = """\
format: 1
document: {title: 某县工作要点, year: 2023}
kinds: [部门]
units: [{name: 甲部, kind: 部门}, {name: 乙部, kind: 部门}]
lists:
  - name: 要点
    tasks:
      - number: 1
        title: 抓好建设。
        measures: [修好桥。, 修好路。]
        notes:
          - {text: 责任单位：甲部, after: 1, responsible: {named: [甲部]}}
          - {text: 责任单位：乙部, after: 2, responsible: {named: [乙部]}}
"""


def test_a_bridge_is_not_for_whom_the_road_is(cli: Run) -> None:
    Path("two.yaml").write_text(TWO, encoding="utf-8")
    shown = cli("-p", "two.yaml", "show", "1").out
    assert "【1.1】\n点名  甲部" in shown
    assert "【1.2】\n点名  乙部" in shown
    printed = cli("-p", "two.yaml", "checklist", "乙部", "-f", "txt").out
    assert "修好路。" in printed
    assert "修好桥。" not in printed
    assert "甲部" not in printed


def test_targets_and_deadlines_follow_the_measure(ask: Run, plan: Plan) -> None:
    targets = [line.split("\t") for line in ask("targets").out.splitlines()]
    assert [(row[1], row[4]) for row in targets] == [("赛道", "体育局"), ("各地办赛", "")]
    assert ask("targets", "--dept", "教育厅").err.startswith("这些任务没有写明量化指标。")
    [due] = json.loads(ask("due", "--json").out)
    assert due["named"] == ["教育厅", "体育局"]
    assert ask("due", "--dept", "财政厅").out == ""
    assert "共 0 个时限；2 项任务中有 2 项文件未写明时限。" in ask("due", "--dept", "财政厅").err
    assert "校园联赛开赛" in ask("dept", "教育厅").out
    assert "校园联赛开赛" not in ask("dept", "市州").out


def test_a_search_for_a_unit_finds_its_measures_only(ask: Run) -> None:
    assert [row.split("\t")[0] for row in ask("search", "办").out.splitlines()] == ["1.2", "1.3"]
    assert [
        row.split("\t")[0] for row in ask("search", "办", "--dept", "市州").out.splitlines()
    ] == ["1.3"]
    [hit] = ask("search", "保障").out.splitlines()
    assert hit.split("\t")[3:] == ["财政厅", "省直有关部门"]


def test_lists_and_counts_go_by_task(ask: Run, plan: Plan) -> None:
    assert [entry.id for entry in select(plan, {"dept": ["财政厅"]}).entries] == ["1", "2"]
    assert "财政厅\t省直部门\t2\t0\t0\t0\t0\t2" in ask("dept").out
