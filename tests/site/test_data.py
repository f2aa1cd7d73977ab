import json
from datetime import date

import pytest

from plan_cli.cli.loading import load_plan
from plan_cli.model.plan import Plan
from plan_cli.query.reach import phrases_for, role_of
from plan_cli.report import Record
from plan_cli.site.data import EVERY_ROLE, page_data
from tests.conftest import RICH, Run, small_plan, small_task
from tests.ledger.making import report, state


@pytest.fixture(scope="module")
def data(plan: Plan) -> Record:
    return page_data(plan)


def names(data: Record) -> list[str]:
    return [party["name"] for party in data["parties"]]


def role(data: Record, reading: int, name: str) -> str:
    """Look a role up, as the script does."""
    digit = data["readings"][reading]["roles"][names(data).index(name)]
    return str(data["roles"][int(digit)]["code"])


def why(data: Record, reading: int, name: str) -> list[str]:
    places = data["readings"][reading]["why"][names(data).index(name)]
    return [data["phrases"][place] for place in places]


def task(data: Record, id: str) -> Record:
    return next(each for each in data["tasks"] if each["id"] == id)


def test_the_five_counts_of_everybody_are_those_of_plan_dept(data: Record, cli: Run) -> None:
    records = json.loads(cli("dept", "--json").out)
    told = {each["name"]: [each[role.value] for role in EVERY_ROLE] for each in records}
    assert {party["name"]: party["counts"] for party in data["parties"]} == told
    assert told["科普部"] == [5, 9, 7, 1, 11]


def test_roles_and_phrases_of_some_duties(data: Record) -> None:
    reading = task(data, "20")["reading"]
    assert role(data, reading, "科普部") == "party"
    assert why(data, reading, "科普部") == ["各基层党组织"]
    assert role(data, task(data, "9")["reading"], "济源示范区科协") == "none"
    assert why(data, task(data, "9")["reading"], "济源示范区科协") == []
    assert why(data, task(data, "13")["reading"], "科普部") == ["科普部"]


def test_measures_under_different_notes_have_readings_of_their_own() -> None:
    data = page_data(load_plan(str(RICH)))
    measures = task(data, "1")["measures"]
    assert [role(data, measures[id], "科普部") for id in ("1.1", "1.2", "1.3")] == [
        "named",
        "some",
        "some",
    ]
    assert role(data, task(data, "1")["reading"], "科普部") == "named"


def test_every_duty_reads_as_the_query_says(plan: Plan, data: Record) -> None:
    for entry in plan.entries:
        own = task(data, entry.id)
        readings = [own["reading"], *(own["measures"][step.id] for step in entry.steps)]
        for duty, reading in zip((entry, *entry.steps), readings, strict=True):
            for party in (*plan.units, *plan.kinds):
                found = role_of(party, duty)
                assert role(data, reading, party.name) == found.value
                phrases = phrases_for(party, duty, found) if found.value != "none" else ()
                assert why(data, reading, party.name) == list(phrases)


def test_groups_and_the_row_for_spreadsheets(data: Record) -> None:
    own = task(data, "14")
    assert own["groups"] == {
        "action": "科普中原",
        "project": "现代科技馆体系推进工程",
        "section": "四、实施“科普中原”行动，提升高质量科普供给能力",
        "list": "工作要点",
    }
    assert own["row"][:2] == ["14", "实施现代科技馆体系推进工程"]
    assert [column["heading"] for column in data["columns"] if column["role"]] == ["责任方式"]
    assert task(data, "K1")["groups"]["action"] == "未列入"


def test_only_ways_to_group_that_part_the_tasks_are_offered(data: Record) -> None:
    assert [axis["name"] for axis in data["axes"]] == ["action", "project", "section", "list"]
    alike = small_plan(small_task(1), small_task(2))
    assert [axis["groups"] for axis in page_data(alike)["axes"]] == [
        ["东风行动", "未列入"],
        ["春晖工程", "未列入"],
    ]


def test_the_day_is_the_readers_unless_it_is_given(plan: Plan) -> None:
    assert page_data(plan)["today"] is None
    assert page_data(plan, today=date(2022, 5, 10))["today"] == "2022-05-10"
    assert page_data(plan)["days"] == {
        "past": "已逾期 {} 天",
        "today": "就在今天",
        "left": "还有 {} 天",
    }


def test_without_a_ledger_nothing_is_said_of_progress(data: Record) -> None:
    assert {repr(each["states"]) for each in data["tasks"]} == {"None"}


def test_what_a_ledger_knows_is_told_for_all_and_for_each() -> None:
    known = state(report("K1.1", "甲部", status="已完成"), report("K1.1", "丙馆", status="推进中"))
    data = page_data(known.plan, known)
    states = task(data, "K1")["states"]
    told = {
        name: [data["lights"][found[0]]["code"], data["statuses"][found[1]]]
        for name, found in zip(["", *names(data)], states, strict=True)
        if found
    }
    assert told[""] == ["yellow", "推进中"]
    assert told["甲部"] == ["green", "已完成"]
    assert told["丙馆"] == ["yellow", "推进中"]
    assert "乙部" not in told
