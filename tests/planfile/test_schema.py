import pytest

from plan_cli.model.plan import Note, Plan, Responsibility
from plan_cli.planfile.findings import Finding, path_text
from plan_cli.planfile.schema import dump_plan, read_plan
from plan_cli.planfile.source import Source
from tests.conftest import small_plan, small_task, small_text


def findings_of(text: str) -> list[Finding]:
    return read_plan(Source("x.yaml", text).data())[1]


def test_dump_then_read_gives_the_same_plan(plan: Plan) -> None:
    again, findings = read_plan(dump_plan(plan))
    assert findings == []
    assert dump_plan(again) == dump_plan(plan)
    assert [entry.text for entry in again.entries] == [entry.text for entry in plan.entries]


def test_several_notes_nested_sections_and_untitled_tasks_are_kept() -> None:
    text = (
        small_text().split("lists:")[0]
        + """
lists:
  - name: 工作要点
    sections:
      - heading: 一、总则
        preamble: [先说两句。]
        sections:
          - heading: （一）细则
            tasks:
              - number: 一
                label: （一）
                id: 1-1
                measures: [做甲。, 做乙。]
                notes:
                  - {text: 甲部负责, after: 1, responsible: {named: [甲部], lead: [甲部]}}
                  - {text: 乙部、甲部, brackets: "", tail: 。, responsible: {named: [乙部, 甲部]}}
        closing: [再说两句。]
"""
    )
    plan, findings = read_plan(Source("x.yaml", text).data())
    assert findings == []
    assert dump_plan(read_plan(dump_plan(plan))[0]) == dump_plan(plan)
    [entry] = plan.entries
    assert entry.id == "1-1"
    assert entry.section is not None
    assert entry.section.heading == "（一）细则"
    assert entry.task.responsible == Responsibility(("甲部", "乙部"), (), ("甲部",), ())
    assert entry.task.notes[1] == Note(
        "乙部、甲部", Responsibility(("乙部", "甲部")), None, "", "。"
    )


@pytest.mark.parametrize("word", ["no", "on", "010", "12:30", "2022-06-31", "1e3", "~", "null"])
def test_scalars_stay_text(word: str) -> None:
    plan = small_plan(small_task(title=word))
    assert plan.entries[0].title == word


@pytest.mark.parametrize(
    ("before", "after", "code", "place"),
    [
        ("format: 1", "fromat: 1", "E101", "fromat"),
        ("format: 1", "format: 2", "E104", "format"),
        ("year: 2023", "year: 二〇二三", "E104", "document.year"),
        ("kinds: [机关部室, 下属单位]", "kinds: 机关部室", "E103", "kinds"),
        ("title: 做好一件事。", "title: [做好一件事]", "E103", "lists[0].tasks[0].title"),
        ("title: 做好一件事。", "title:", "E105", "lists[0].tasks[0].title"),
        ('        measures: ["做完它。"]\n', "", "E102", "lists[0].tasks[0].measures"),
        ("note: 责任部门：甲部", "nete: 责任部门：甲部", "E101", "lists[0].tasks[0].nete"),
    ],
)
def test_slips_are_found_where_they_are(before: str, after: str, code: str, place: str) -> None:
    text = small_text()
    assert before in text
    found = findings_of(text.replace(before, after, 1))
    assert (code, place) in [(finding.code, path_text(finding.path)) for finding in found]


def test_all_slips_are_told_in_one_run() -> None:
    text = small_text().replace("year: 2023", "yaer: 2023").replace("number: 1", "numer: 1")
    assert {finding.code for finding in findings_of(text)} == {"E101", "E102"}
    assert len(findings_of(text)) == 4


def test_a_deadline_must_exist_in_the_calendar() -> None:
    deadline = "{what: 完成, due: 2022-06-31, precision: day, quote: 做完}"
    editor = f"        editor: {{deadlines: [{deadline}]}}\n"
    [finding] = findings_of(small_text(small_task() + editor))
    assert finding.code == "E104"
    assert path_text(finding.path).endswith("deadlines[0].due")
