"""The shipped plan against the document, and against what was read out of it by hand."""

import re
from pathlib import Path

import pytest

from plan_cli.model.plan import Plan, Role, Unit
from plan_cli.query.fulltext import paragraphs
from plan_cli.query.reach import count_roles, parties, role_of
from plan_cli.validation.fatal import fatal_findings
from tests import truth

DOCUMENT = Path(__file__).parent / "data" / "plan2022.md"


def bare(text: str) -> str:
    return re.sub(r"[\s#*]", "", text)


def test_text_is_the_document_character_for_character(plan: Plan) -> None:
    rebuilt = "".join(each.text for each in paragraphs(plan))
    assert bare(rebuilt) == bare(DOCUMENT.read_text(encoding="utf-8"))


def test_no_paragraph_keeps_a_page_break(plan: Plan) -> None:
    assert not [each for each in paragraphs(plan) if "\n" in each.text]


def test_spaces_inside_lines_stay_as_printed(plan: Plan) -> None:
    assert "“i 科普”志愿服务品牌" in plan.entries[5].text
    assert "50项以上“i科普”科技志愿服务" in plan.entries[25].text


def test_ids_in_document_order(plan: Plan) -> None:
    assert [entry.id for entry in plan.entries] == list(truth.NOTES)


@pytest.mark.parametrize("id", truth.NOTES)
def test_notes_are_read_as_printed(plan: Plan, id: str) -> None:
    [entry] = [entry for entry in plan.entries if entry.id == id]
    named, collectives = truth.NOTES[id]
    assert list(entry.task.responsible.named) == named
    assert list(entry.task.responsible.collectives) == collectives
    assert entry.note == "责任部门：" + "，".join(["、".join(named), *collectives])


def test_no_lead_is_invented(plan: Plan) -> None:
    assert all(not e.task.responsible.lead + e.task.responsible.support for e in plan.entries)


def test_titles(plan: Plan) -> None:
    printed = {entry.id: entry.title for entry in plan.entries if entry.task.title}
    assert printed == truth.TITLES
    for entry in plan.entries[:11]:
        assert entry.task.title is None
        assert entry.task.editor.title


def test_actions_and_projects(plan: Plan) -> None:
    for name, ids in truth.ACTIONS.items():
        assert [entry.id for entry in plan.entries if entry.action == name] == ids
    assert [e.id for e in plan.entries if e.action is None and not e.list.prefix] == [
        "20",
        "21",
        "22",
    ]
    carried_out = {e.task.project: e.id for e in plan.entries if e.task.project}
    assert carried_out == truth.PROJECTS
    assert [project.name for project in plan.projects] == list(truth.PROJECTS)
    assert [action.name for action in plan.actions] == list(truth.ACTIONS)


def test_measures_are_sentences(plan: Plan) -> None:
    assert {entry.id: len(entry.steps) for entry in plan.entries} == truth.MEASURES
    for entry in plan.entries:
        for step in entry.steps:
            assert step.text.endswith("。")
            assert step.text.count("。") == 1


def test_sub_headings(plan: Plan) -> None:
    found = {
        entry.id: headings
        for entry in plan.entries
        if (headings := [m.heading for m in entry.task.measures if m.heading])
    }
    assert found == truth.HEADINGS


def test_a_sub_heading_is_no_measure(plan: Plan) -> None:
    [entry] = [entry for entry in plan.entries if entry.id == "12"]
    assert entry.steps[1].text == "培育20个以上全国科普示范县（市、区）。"
    assert entry.steps[1].heading == "推进基层科普服务全覆盖。"


def test_roles_of_one_department(plan: Plan) -> None:
    [unit] = [unit for unit in plan.units if unit.name == "科普部"]
    for role, ids in truth.KEPUBU.items():
        assert [e.id for e in plan.entries if role_of(unit, e) == role] == ids


def test_counts_named_by_the_design(plan: Plan) -> None:
    found = {p.name: tuple(count_roles(p, plan.entries).values()) for p in parties(plan)}
    assert found["科普部"] == (5, 9, 7, 1, 11)
    assert found["医疗卫生机构科协"] == (0, 17, 0, 0, 16)
    assert all(sum(counts) == 33 for counts in found.values())


def test_a_kind_is_not_reached_through_a_named_unit(plan: Plan) -> None:
    institutions = next(kind for kind in plan.kinds if kind.name == "直属事业单位")
    assert role_of(institutions, plan.entries[1]) is Role.NONE


def test_some_cities_do_not_include_jiyuan(plan: Plan) -> None:
    kinds = {kind.name: kind for kind in plan.kinds}
    [entry] = [entry for entry in plan.entries if entry.id == "9"]
    assert role_of(kinds["省辖市科协"], entry) is Role.SOME
    assert role_of(kinds["济源示范区科协"], entry) is Role.NONE


def test_party_committee_is_an_assumption_that_is_shown(plan: Plan) -> None:
    unit = next(unit for unit in plan.units if unit.name == "机关党委")
    assert isinstance(unit, Unit)
    assert unit.kind == "机关部室"
    assert unit.remark is not None
    assert "假定" in unit.remark


def test_every_unit_has_pinyin_aliases(plan: Plan) -> None:
    for party in parties(plan):
        assert sum(alias.isascii() for alias in party.aliases) >= 2


def test_no_rule_is_broken(plan: Plan) -> None:
    assert fatal_findings(plan) == []
