"""The 通报 at its edges, and as a letter and a workbook."""

from datetime import date
from typing import Any

from plan_cli.ledger.event import Event
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.state import State
from plan_cli.ledger.telling.bulletin import bulletin
from plan_cli.ledger.telling.tally import Tally
from plan_cli.report import Group, Report
from tests.conftest import small_plan, small_task
from tests.exporters.reading import document, rendered, value, workbook
from tests.ledger.telling.round import FIRST, MEMBERS, SECOND, TODAY, setting, state, tally, told


def report(*events: Event, **kwargs: Any) -> Report:
    return bulletin(tally(*events, **kwargs), TODAY)


def section(shown: Report, heading: str) -> Group:
    [found] = [group for group in shown.groups if group.heading.endswith(heading)]
    return found


def text(shown: Report, heading: str) -> str:
    return "".join(section(shown, heading).text)


def everything_done() -> list[Event]:
    done = [
        told("2023Q2", pair.answerer.name, pair.item.id, status="已完成", done=pair.now.goal)
        for pair in tally().pairs
    ]
    assert len(done) == 10
    return done


def test_what_is_told_for_a_task_as_a_whole_is_told_once() -> None:
    autumn = date(2023, 9, 30)
    whole = told("2023Q2", "甲部", "1", status="延期", due=autumn, reason="缺人", problem="缺人")
    shown = report(whole)
    assert text(shown, "存在问题") == "各单位反映的问题共1项。"
    assert [row.cells for row in section(shown, "存在问题").rows] == [
        ("1", "办好讲座和培训", "缺人", "甲部")
    ]
    assert text(shown, "时限调整") == "本期调整时限的1项。"
    [row] = section(shown, "时限调整").rows
    assert row.cells[0] == "1"
    assert row.cells[2:4] == ("2023年6月30日", "2023年9月30日")
    record = next(each for each in shown.records() if each["unit"] == "甲部")
    assert [each["item"] for each in record["problems"]] == ["1"]
    assert [each["from"] for each in record["moved"]] == ["2023-06-30"]


def test_amounts_that_fell_or_do_not_fit_their_status_are_told() -> None:
    events = (
        told("2023Q1", "甲部", "1.1-1", status="推进中", done=5),
        told("2023Q2", "甲部", "1.1-1", status="推进中", done=3),
        told("2023Q2", "甲部", "1.1-2", status="已完成", done=3),
    )
    shown = report(*events)
    changes = section(shown, "与上期相比")
    assert text(shown, "与上期相比").endswith("完成数增加的1项，下降的1项。")
    assert changes.rows[0].cells[-1] == "1.1-1：由5减至3场"
    assert "状态已完成、数量未达到的1项，请核对：1.1-2（甲部3人）。" in text(shown, "量化指标")


def test_nobody_has_answered() -> None:
    shown = report()
    assert "承担单位全部完成的0项，占0.0%" in text(shown, "总体情况")
    assert "未报状态10项，占100.0%" in text(shown, "总体情况")
    assert "应填报的单位6个，已填报0个，占0.0%，未填报6个" in text(shown, "未填报单位")
    assert "未填报的单位：甲部、乙部、丙馆。" in text(shown, "未填报单位")
    assert "县区科协：已报0/3，未报：县区科协（3个）。" in text(shown, "未填报单位")
    assert text(shown, "存在问题") == "各单位没有反映问题。"
    assert text(shown, "与上期相比") == "截至2023年第一季度末没有填报记录，不作比较。"


def test_everybody_is_done_and_nothing_is_owed_after_that() -> None:
    done = everything_done()
    shown = report(*done)
    assert "共4项，承担单位全部完成的4项，占100.0%" in text(shown, "总体情况")
    assert "分解的10项，按进展状态分：已完成10项，占100.0%" in text(shown, "总体情况")
    assert text(shown, "逾期和落后事项") == "没有逾期事项。没有进度落后事项。"
    assert [row.cells[-1] for row in section(shown, "量化指标").rows] == ["■" * 10] * 3
    after = report(*done, period="2023Q3", today=date(2023, 10, 8))
    assert text(after, "未填报单位") == "2023年第三季度没有需要填报的单位。"
    assert text(after, "与上期相比").endswith("新完成0项，新逾期0项，完成数增加的0项。")


def test_a_plan_without_targets_deadlines_issuer_and_with_open_tasks() -> None:
    plan = small_plan(small_task(), small_task(2, named=(), collectives=("有关下属单位",)))
    shown = bulletin(Tally(State(plan, [], TODAY), parse_period("2023Q2")), TODAY)
    assert text(shown, "量化指标") == "各事项没有量化指标。"
    assert section(shown, "量化指标").rows == ()
    assert "共1项" in text(shown, "总体情况")
    assert "另有1项任务没有确定到单位，未计入。" in text(shown, "总体情况")
    assert shown.groups[-1].text == ("（盖章）", "2023年7月5日")
    open_alone = small_plan(small_task(named=(), collectives=("有关下属单位",)))
    shown = bulletin(Tally(State(open_alone, [], TODAY), parse_period("2023Q2")), TODAY)
    assert "没有可以填报的事项。另有1项任务没有确定到单位" in text(shown, "总体情况")


def test_what_is_the_same_for_several_is_told_once() -> None:
    late = {"period": "2023Q4", "today": date(2024, 1, 10)}
    dated = Event("office", "3.1", due=date(2023, 11, 30))
    rows = section(report(dated, **late), "逾期和落后事项").rows
    assert [row.cells for row in rows] == [
        ("2.1", "5月底前完成布展", "2023年5月31日", "逾期214天", "乙部、丙馆"),
        ("1.2", "6月底前编印讲座汇编", "2023年6月30日", "逾期184天", "甲部"),
        ("3.1", "每个县区举办科普活动5场以上", "2023年11月30日", "逾期31天", "县区科协（3个）"),
    ]  # fmt: skip


def test_bodies_behind_on_one_item_are_told_from_the_least_to_the_most() -> None:
    began = [
        told("2023Q2", u, "3.1", status="推进中", done=n)
        for u, n in zip(MEMBERS, (2, 0, 1), strict=True)
    ]
    rows = section(report(*began), "逾期和落后事项").rows[1:]
    assert [row.cells[2:] for row in rows if row.cells[0] == "3.1"] == [
        ("没有时限", "完成0.0%至20.0%，时间已过49.6%", "西县科协、南区科协")  # 40.0% is not behind
    ]


def test_an_amount_that_the_office_planned_is_called_so() -> None:
    planned = Event("office", "4.1", "甲部", goal=2)
    done = told("2023Q2", "甲部", "4.1", status="推进中", done=1)
    [*_, row] = section(report(planned, done), "量化指标").rows
    assert row.cells == (
        "4.1", "健全调查研究制度", "甲部", "2（办公室定）", "1", "50.0%", "■■■■■□□□□□",
    )  # fmt: skip


def test_a_problem_of_an_earlier_period_says_so() -> None:
    rows = section(report(FIRST[4]), "存在问题").rows
    assert [row.cells[2] for row in rows] == ["展品未到货（2023年第一季度报）"]


def test_records_say_all_of_each_unit() -> None:
    records = {record["unit"]: record for record in report(*FIRST, *SECOND).records()}
    assert list(records) == ["甲部", "乙部", "丙馆", "东县科协", "西县科协", "南区科协"]
    assert records["乙部"]["late"] == [{"item": "2.1", "due": "2023-05-31", "days": 30}]
    assert records["乙部"]["unanswered"] == ["2.1", "4.1"]
    assert records["甲部"] | {"status": 0, "light": 0} == {
        "plan": "某科协〔2023〕1号",
        "period": "2023Q2",
        "day": "2023-06-30",
        "unit": "甲部",
        "kind": "机关部室",
        "items": 4,
        "finished": 1,
        "status": 0,
        "light": 0,
        "answered": ["1.1-1", "1.1-2", "1.2"],
        "unanswered": ["4.1"],
        "late": [],
        "behind": ["1.1-2"],
        "amounts": [
            {"item": "1.1-1", "goal": 20, "done": 12, "before": 5},
            {"item": "1.1-2", "goal": 300, "done": 30, "before": None},
        ],
        "problems": [],
        "moved": [],
        "newly_done": ["1.2"],
        "newly_late": [],
    }
    assert records["丙馆"]["moved"] == [
        {"item": "2.1", "from": "2023-05-31", "to": "2023-09-30", "reason": "展品未到货"}
    ]


def test_as_a_letter_it_is_text_and_tables_with_room_for_a_seal() -> None:
    opened = document(rendered("docx", report(*FIRST, *SECOND)))
    [page] = opened.sections
    assert page.page_width < page.page_height
    styles = [(p.style.name, p.text) for p in opened.paragraphs]
    assert styles[0] == ("公文标题", "《某市科协2023年工作要点》\n2023年第二季度落实情况通报")
    headings = [text for style, text in styles if style == "公文一级标题"]
    assert headings == [
        "一、总体情况", "二、量化指标", "三、逾期和落后事项", "四、未填报单位", "五、存在问题",
        "六、时限调整", "七、与上期相比",
    ]  # fmt: skip
    assert styles[2][0] == "公文正文"
    assert len(opened.tables) == 6
    issuer, day = opened.paragraphs[-2:]
    assert (issuer.text, day.text) == ("某市科协（盖章）", "2023年7月5日")
    assert value(issuer._p, "pPr/jc") == value(day._p, "pPr/jc") == "right"
    centres = [int(value(p._p, "pPr/ind", "right") or 0) for p in (issuer, day)]
    assert centres == [1260, 1260 + 315]  # the date is two characters shorter


def test_a_workbook_has_a_sheet_for_each_table() -> None:
    book = workbook(rendered("xlsx", report(*FIRST, *SECOND)))
    assert [sheet.title for sheet in book][1:] == [
        "一、总体情况", "二、量化指标", "三、逾期和落后事项", "五、存在问题", "六、时限调整",
        "七、与上期相比",
    ]  # fmt: skip
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert [row[0].value for row in book.worksheets[0].iter_rows(min_row=3)][:6] == [
        "甲部", "乙部", "丙馆", "东县科协", "西县科协", "南区科协",
    ]  # fmt: skip


def test_members_may_lack() -> None:
    """A kind whose bodies nobody listed answers itself."""
    none = state(setting(members={"县区科协": []}))
    [*_, kind] = Tally(none, parse_period("2023Q2")).bodies
    assert (kind.name, kind.members) == ("县区科协", ())


def test_what_the_office_closed_is_done_and_counted_by_itself() -> None:
    closed = Event("closure", "1.2", "甲部", "2023Q2", status="已销号", evidence="汇编.pdf")
    shown = text(report(*FIRST, *SECOND, closed), "总体情况")
    assert "分解为10项，已完成（含已销号）2项，占20.0%" in shown
    assert "已完成1项，占10.0%；已销号1项，占10.0%" in shown
