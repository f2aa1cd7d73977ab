import json
from datetime import date

import pytest

from plan_cli.cli.days import parse_day, parse_days
from plan_cli.model.plan import Plan
from plan_cli.query.asked import select
from plan_cli.query.figures import targets_by_unit, targets_of
from plan_cli.reports.due import due_report
from plan_cli.reports.targets import targets_report
from plan_cli.text import fold
from tests import truth
from tests.conftest import Run

TODAY = date(2022, 5, 10)


def test_every_number_to_reach_and_no_other(cli: Run) -> None:
    records = json.loads(cli("targets", "--json").out)
    found = [(r["task"], r["op"], r["value"], r["unit"], r["modality"]) for r in records]
    assert found == truth.TARGETS


def test_every_deadline_by_date(cli: Run) -> None:
    records = json.loads(cli("due", "--today", "2022-05-10", "--json").out)
    assert [(r["task"], r["due"], r["precision"], r["modality"]) for r in records] == (
        truth.DEADLINES
    )
    assert [r["days"] for r in records] == [22, 235, 235, 1331]


def test_quotes_are_the_documents_words(plan: Plan) -> None:
    for entry in plan.entries:
        for item in (*entry.task.editor.targets, *entry.task.editor.deadlines):
            assert fold(item.quote) in fold(entry.text)


def test_numbers_stand_in_their_quotes(plan: Plan) -> None:
    for entry in plan.entries:
        for target in entry.task.editor.targets:
            assert f"{target.value}{target.unit}" in fold(target.quote)


def test_sums_by_unit_agree_with_the_notes(plan: Plan) -> None:
    counted = dict.fromkeys(["科普部", "学会学术部", "省科技馆", "调研宣传部"], 0)
    for task, *_ in truth.TARGETS:
        for name in truth.NOTES[task][0]:
            counted[name] += 1
    assert targets_by_unit(targets_of(plan.entries)) == counted
    assert counted == {"科普部": 12, "学会学术部": 4, "省科技馆": 1, "调研宣传部": 1}


def test_targets_of_a_department_are_those_of_its_tasks(plan: Plan) -> None:
    report = targets_report(select(plan, {"dept": ["科普部"]}))
    assert [row.cells[0] for row in report.rows] == ["12"] * 5 + ["15"] * 7 + ["14"]
    assert report.closing[0] == "共 13 个指标，出自 3 项任务；其余 11 项没有写明。"


def test_no_target_is_told(plan: Plan) -> None:
    report = targets_report(select(plan, {"list": ["重点工作"]}))
    assert report.groups == ()
    assert report.closing == ("这些任务没有写明量化指标。",)


@pytest.mark.parametrize(
    ("today", "within", "overdue", "expected"),
    [
        (TODAY, None, False, ["2022-06-01", "2022-12-31", "2022-12-31", "2025-12-31"]),
        (TODAY, 22, False, ["2022-06-01"]),
        (TODAY, 21, False, []),
        (date(2022, 6, 1), 0, False, ["2022-06-01"]),
        (date(2022, 6, 2), None, True, ["2022-06-01"]),
        (date(2022, 6, 2), 300, True, ["2022-06-01", "2022-12-31", "2022-12-31"]),
        (date(2022, 6, 2), 300, False, ["2022-12-31", "2022-12-31"]),
    ],
)
def test_what_is_due_on_a_day(
    plan: Plan, today: date, within: int | None, overdue: bool, expected: list[str]
) -> None:
    report = due_report(select(plan, {}), today, within, overdue)
    assert [str(row.cells[0]) for row in report.rows] == expected
    assert "31 项文件未写明时限" in report.closing[0]


def test_dates_are_as_exact_as_the_document(cli: Run) -> None:
    """“到2025年”, “年内” and “6月1日前” alike in every form that people read."""
    exact = ["2022年6月1日", "2022年内", "2022年内", "2025年内"]
    due = ["due", "--today", "2022-05-10", "-f"]
    rows = cli(*due, "csv").out.splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == exact
    assert [row.split(",")[-2:] for row in rows] == [
        ["2022-06-01", "日"],
        ["2022-12-31", "年"],
        ["2022-12-31", "年"],
        ["2025-12-31", "年"],
    ]
    for command in (["show", "14"], ["dept", "科普部"], ["board"], ["checklist", "科普部"]):
        out = cli(*command, "-f", "txt").out
        assert "2025年内" in out, command
        assert "2025-12-31" not in out, command
    machine = cli(*due, "tsv").out.splitlines()
    assert machine[-1].split("\t")[0] == "2025-12-31"
    assert machine[-1].split("\t")[-2:] == ["2025-12-31", "year"]


def test_days_in_words(plan: Plan) -> None:
    def days(today: date) -> object:
        return next(iter(due_report(select(plan, {}), today, None, False).rows)).cells[1]

    assert days(date(2022, 5, 31)) == "还有 1 天"
    assert days(date(2022, 6, 1)) == "就在今天"
    assert days(date(2022, 6, 3)) == "已逾期 2 天"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--today", "2022-02-30"], "没有“2022-02-30”这一天"),
        (["--today", "2月30日"], "没有“2月30日”这一天"),
        (["--today", "2022-5/10"], "不是一个日期"),
        (["--today", "2022.5"], "可以写成 2022-05-10、2022/5/10"),
        (["--today", "5.10.3"], "不是一个日期"),
        (["--today", "2/30"], "没有“2/30”这一天"),
        (["--today", "202205"], "不是一个日期"),
        (["--today", "明天"], "不是一个日期"),
        (["--within", "-3"], "不是天数"),
        (["--within", "一个月"], "不是天数"),
        (["--within", "100000"], "不是天数"),
    ],
)
def test_wrong_days(cli: Run, arguments: list[str], told: str) -> None:
    result = cli("due", *arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


@pytest.mark.parametrize(
    "word",
    [
        "2022-05-10",
        "2022-5-10",
        "2022/5/10",
        "2022.5.10",
        "２０２２．５．１０",
        "20220510",
        "2022年5月10日",
        "2022 年 5 月 10 日",
        "2022年5月10号",
        "2022.5.10.",
        "2022。5。10",
        "二〇二二年五月十日",
    ],
)
def test_a_date_in_any_usual_spelling(word: str) -> None:
    assert parse_day(word) == date(2022, 5, 10)


def test_a_date_without_a_year_is_of_this_year() -> None:
    today = date.today()
    for word in ("5月10日", "5/10", "5-10", "5.10", "５．１０", "五月十日"):
        assert parse_day(word) == date(today.year, 5, 10)
    assert parse_day("今天") == parse_day(None) == today


@pytest.mark.parametrize("word", ["30", "３０", "030", "30天", "30 天", "三十", "卅天"])
def test_days_in_any_usual_spelling(word: str) -> None:
    assert parse_days(word) == 30


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    "arguments", [["targets"], ["due", "--today", "2022-05-10"], ["trace"], ["matrix"], ["board"]]
)
def test_nothing_is_cut_at_a_terminal(columns: int, arguments: list[str], at_terminal: Run) -> None:
    from plan_cli.text import width

    seen = at_terminal(*arguments, columns=columns)
    assert seen.code == 0
    assert "…" not in seen.out
    assert max(map(width, seen.out.splitlines())) <= columns


@pytest.mark.parametrize(
    ("within", "overdue", "told"),
    [
        (3, True, ["只列：已逾期的，和 3 天内到期的"]),
        (None, True, ["只列：已逾期的"]),
        (30, False, ["只列：30 天内到期的"]),
        (0, False, ["只列：今天到期的"]),
        (None, False, []),
    ],
)
def test_the_heading_says_which_deadlines_are_shown(
    plan: Plan, within: int | None, overdue: bool, told: list[str]
) -> None:
    report = due_report(select(plan, {}), date(2022, 6, 3), within, overdue)
    assert list(report.heading[2:]) == told
