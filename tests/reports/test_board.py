from datetime import date

from plan_cli.ledger.event import Event
from plan_cli.ledger.state import State
from plan_cli.model.plan import Plan
from plan_cli.query.asked import select
from plan_cli.reports.board import board
from tests.conftest import Run


def text_of(plan: Plan, heading: str) -> list[str]:
    report = board(select(plan, {}), date(2022, 6, 2))
    [group] = [group for group in report.groups if group.heading.startswith(heading)]
    return [f"{row.cells[0]} {row.cells[1]}" for row in group.rows]


def test_key_tasks_with_their_units(plan: Plan) -> None:
    rows = text_of(plan, "重点工作")
    assert len(rows) == 11
    assert rows[5].startswith("K6 ")
    assert rows[5].endswith("科普部、调研宣传部")


def test_past_and_coming_dates(plan: Plan) -> None:
    rows = text_of(plan, "时限（今天 2022年6月2日）")
    assert "已逾期 1 天，确保" in rows[0]
    assert "还有 212 天，力争" in rows[1]
    assert len(rows) == 4


def test_dates_that_matter_no_more() -> None:
    from tests.ledger.making import TODAY, report, state

    def dates(*events: Event) -> list[str]:
        known = state(*events)
        rows = board(select(known.plan, {}, known=known), TODAY).groups[3].rows
        return [str(row.cells[1]) for row in rows]

    assert dates()[0] == "2023年3月：培训（已逾期 40 天）"
    done = [report("1.2", unit, status="已完成") for unit in ("甲部", "乙部")]
    assert dates(*done)[0] == "2023年3月：培训（已完成）"
    moved = Event("office", "1.2", due=date(2023, 6, 30))
    assert dates(moved)[0] == "2023年3月：培训（现时限 2023年6月30日，办公室计划）"


def test_five_red_tasks_are_shown_and_how_many_more_there_are(plan: Plan) -> None:
    from tests.ledger.making import numbered, report

    told = [
        report(id, unit, "2022Q2", status="未启动")
        for id, unit in (
            ("K1", "机关党委"),
            ("K3", "办公室"),
            ("K4", "组织人事部"),
            ("K5", "学会学术部"),
            ("K6", "科普部"),
            ("K8", "调研宣传部"),
        )
    ]

    def last_of(reports: int) -> list[str]:
        known = State(plan, numbered(*told[:reports]), date(2022, 5, 10))
        rows = board(select(plan, {}, known=known), date(2022, 5, 10)).groups[1].rows
        return [f"{row.cells[0]} {row.cells[1]}" for row in rows[-2:]]

    fourth = "K5 红灯：推动创新链和产业链融合（拟）　学会学术部"
    fifth = "K6 红灯：推广科技志愿服务“河南经验”“兰考模式”（拟）　科普部"
    assert last_of(5) == [fourth, fifth]
    assert last_of(6) == [fifth, " ……另有 1 项红灯，见 plan list --light red"]


def test_load_as_bars(plan: Plan) -> None:
    [row] = [row for row in text_of(plan, "各单位的任务") if "科普部" in row]
    assert row == "科普部 ■■■■■□□□□□□□□□ 5+9　指标 12 个"


def test_targets_of_a_task_stand_on_one_line_which_says_how_many_there_are(plan: Plan) -> None:
    rows = text_of(plan, "量化指标")
    assert rows[2] == "12 培育全国科普示范县（市、区） ≥ 20 个 等 5 个指标"
    assert len(rows) == 6


def test_it_fits_on_one_screen(at_terminal: Run) -> None:
    seen = at_terminal("board", "--today", "2022-05-10")
    assert seen.code == 0
    assert len(seen.out.splitlines()) <= 40
    assert "31 项任务，文件未写明时限" in seen.out


def test_a_plan_with_one_list_has_no_key_tasks(cli: Run) -> None:
    from pathlib import Path

    from tests.conftest import small_text

    Path("x.yaml").write_text(small_text(), encoding="utf-8")
    result = cli("-p", "x.yaml", "board")
    assert result.code == 0
    assert "文件没有写明时限" in result.out
