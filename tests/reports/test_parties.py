from plan_cli.model.plan import Plan
from plan_cli.query.asked import select
from plan_cli.query.axes import AXES
from plan_cli.reports.groupings import grouping_table
from plan_cli.reports.parties import party_page, party_table


def test_all_parties_with_five_counts(plan: Plan) -> None:
    rows = {row.cells[0]: row.cells for row in party_table(select(plan, {})).rows}
    assert rows["科普部"] == ("科普部", "机关部室", 5, 9, 7, 1, 11, 33)
    assert rows["医疗卫生机构科协"][2:] == (0, 17, 0, 0, 16, 33)
    assert len(rows) == 7 + 8


def test_a_page_shows_the_tasks_by_role(plan: Plan) -> None:
    unit = next(unit for unit in plan.units if unit.name == "科普部")
    report = party_page(select(plan, {}), unit)
    assert [group.heading for group in report.groups[2:]] == [
        "点名（5）",
        "统称（9）",
        "待确认（7）",
        "党组织承担（1）",
        "量化指标（13）",
        "时限（4）",
    ]
    assert [record["role"] for record in report.records()].count("some") == 7


def test_filters_narrow_the_counts(plan: Plan) -> None:
    rows = list(party_table(select(plan, {"action": ["科普中原"]})).rows)
    assert all(row.cells[-1] == 4 for row in rows)


def test_groupings_account_for_the_rest(plan: Plan) -> None:
    report = grouping_table(select(plan, {}), AXES["project"])
    assert [row.cells[1] for row in report.rows] == [1] * 6
    assert report.closing == ("另有 27 项任务不属于任何工程。",)
