from plan_cli.model.plan import Plan
from plan_cli.query.asked import select
from plan_cli.query.links import trace
from plan_cli.reports.trace import trace_report
from tests.conftest import small_plan


def test_links_name_tasks_of_the_other_list(plan: Plan) -> None:
    found = trace(select(plan, {}))
    assert {link.key.list.name for link in found.links} == {"重点工作"}
    assert {link.point.list.name for link in found.links} == {"工作要点"}
    by_key = {
        key: [link.point.id for link in found.links if link.key.id == key]
        for key in ("K2", "K5", "K10")
    }
    assert by_key == {"K2": ["14"], "K5": ["10"], "K10": ["22"]}


def test_gaps_in_both_directions_complete_the_lists(plan: Plan) -> None:
    found = trace(select(plan, {}))
    keys = {link.key.id for link in found.links} | {entry.id for entry in found.unserved}
    points = {link.point.id for link in found.links} | {entry.id for entry in found.unserving}
    assert keys == {f"K{number}" for number in range(1, 12)}
    assert points == {str(number) for number in range(1, 23)}
    assert "K9" in {entry.id for entry in found.unserved}


def test_units_on_one_side_only(plan: Plan) -> None:
    links = {(link.key.id, link.point.id): link for link in trace(select(plan, {})).links}
    link = links["K7", "18"]
    assert link.only_key == ("组织人事部",)
    assert link.only_point == ("学会学术部",)


def test_one_key_task_with_both_notes(plan: Plan) -> None:
    report = trace_report(select(plan, {}), ["K7"])
    records = report.records()
    assert {record["from"] for record in records} == {"K7"}
    by_point = {record["to"]: record for record in records}
    assert by_point["16"]["to_note"] == "责任部门：组织人事部，有关直属事业单位"
    assert by_point["16"]["from_note"].startswith("责任部门：调研宣传部、组织人事部，")
    assert by_point["16"]["strength"] == "strong"


def test_a_work_point_may_be_asked_for(plan: Plan) -> None:
    assert [r["from"] for r in trace_report(select(plan, {}), ["14"]).records()] == ["K2"]


def test_a_plan_without_links_says_what_there_could_be() -> None:
    report = trace_report(select(small_plan(), {}))
    assert report.title == "重点任务的落实"
    assert [group.heading for group in report.groups] == ["没有对应重点任务的落实任务（1）"]
    assert report.closing[0] == (
        "0 项重点任务由 0 项落实任务落实；"
        "没有落实的重点任务 0 项，没有对应重点任务的落实任务 1 项。"
    )


def test_related_tasks_are_seen_from_either_side(plan: Plan) -> None:
    assert "14" in plan.links["K2"]
    assert "K2" in plan.links["14"]
