"""What a ledger knows, in the answers of other commands: in every form, and as filters.

The plan is the office's of `tests/data/office.yaml`; what stands in the ledger is `EVENTS`.
"""

import csv
import io
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from docx import Document
from openpyxl import load_workbook

from plan_cli.ledger.event import Event
from tests.conftest import ROOT, Result, Run
from tests.ledger.making import OFFICE, ledger, report

EVENTS = (
    report(
        "K1", "丙馆", status="延期", due=date(2023, 9, 1), reason="设备未到", progress="正在布展"
    ),
    report("1.1", "甲部", status="推进中", done=5.0, progress="办了5场", person="张三"),
    report("1.2", "甲部", status="已完成", done=300.0),
    report("1.1", "乙部", status="推进中", done=1.0, progress="=1+1", period="2023Q1"),
    report("3", "乙部", status="已完成", done=1.0, progress="制度已印发"),
    Event("office", "2.1", "乙部", due=date(2023, 10, 1), lead=True),
)
"""On 10 May 2023, 130 of 365 days are gone: 5 of 20 is behind by 0.11, 1 of 20 by 0.31."""
TODAY = ("--today", "2023-05-10")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the name of a ledger of the office's plan that holds `EVENTS`."""
    return str(ledger(tmp_path_factory.mktemp("filled"), *EVENTS).path)


@pytest.fixture
def ask(cli: Run, filled: str) -> Run:
    """Ask about the office's plan, with its ledger."""

    def run(*arguments: str) -> Result:
        return cli(*arguments, "-p", str(OFFICE), "-l", filled, *TODAY)

    return run


def cells(result: Result) -> list[list[str]]:
    assert result.code == 0, result.err
    return [line.split("\t") for line in result.out.splitlines()]


def ids(result: Result) -> list[str]:
    return [row[0] for row in cells(result)]


def test_a_list_ends_in_status_light_and_words_of_the_unit_asked_for(ask: Run) -> None:
    assert [[row[0], *row[8:]] for row in cells(ask("list", "甲部"))] == [
        ["K1", "", "grey", ""],
        ["K2", "", "grey", ""],
        ["1", "推进中", "yellow", "办了5场"],
        ["2", "", "grey", ""],
        ["3", "", "grey", ""],
    ]
    assert [[row[0], *row[8:]] for row in cells(ask("list", "乙部"))] == [
        ["2", "", "grey", ""],
        ["1", "推进中", "red", "=1+1"],
        ["3", "已完成", "green", "制度已印发"],
    ]


def test_without_a_unit_it_is_told_of_all_together(ask: Run) -> None:
    assert [row[8:10] for row in cells(ask("list"))] == [
        ["延期", "grey"],
        ["", "grey"],
        ["推进中", "red"],
        ["", "grey"],
        ["推进中", "grey"],
    ]


def test_what_nobody_answers_for_has_no_state(ask: Run) -> None:
    [row] = cells(ask("list", "丙馆", "--role", "some"))
    assert [row[0], *row[8:]] == ["1", "", "", ""]
    [record] = json.loads(ask("list", "丙馆", "--role", "some", "--json").out)
    assert record["state"] is None


def test_whom_the_office_confirmed_sees_its_task(cli: Run, tmp_path: Path) -> None:
    def told(*words: str) -> Result:
        return cli(*words, "-p", str(OFFICE), "-l", "台账.db", *TODAY)

    ledger(tmp_path, Event("office", "1.1", "丙馆", confirmed=True))
    listed = told("list", "--dept", "丙馆", "-f", "md")
    assert "## 待确认（1）" in listed.out
    assert "未报　办公室确认" in listed.out
    assert "，办公室确认 1 项（1），" in listed.err
    assert "1" not in ids(told("list", "--dept", "丙馆", "--role", "named"))
    assert "未报　办公室确认" in told("dept", "丙馆").out
    assert "1.1  丙馆：未报　办公室确认" in told("show", "1").out
    assert "办公室确认" in told("checklist", "丙馆", "-f", "txt").out
    [record] = [
        each for each in json.loads(told("list", "丙馆", "--json").out) if each["id"] == "1"
    ]
    assert record["role"] == "some"


def test_a_table_tells_it_in_words(filled: str, at_terminal: Run) -> None:
    seen = at_terminal("list", "甲部", "-p", str(OFFICE), "-l", filled, *TODAY).out
    assert "进展：据台账，截至2023年5月10日" in seen
    assert "推进中 黄灯" in seen
    assert "办了5场\n" in seen


def test_records_hold_the_state_of_tasks_measures_targets_and_deadlines(ask: Run) -> None:
    for form in (json.loads, yaml.safe_load):
        [key, *_] = form(ask("list", "丙馆", "-f", form.__module__.split(".")[0]).out)
        assert key["state"] == {
            "status": "延期",
            "light": "green",
            "progress": "正在布展",
            "period": "2023Q2",
            "due": "2023-09-01",
        }
        assert [each["due_now"] for each in key["deadlines"]] == ["2023-09-01"]
    [record] = json.loads(ask("show", "1", "--json").out)
    assert [each["state"]["light"] for each in record["measures"]] == ["red", "red", "grey"]
    lectures, training = record["targets"]
    assert (lectures["done"], training["done"]) == (None, 300)
    assert lectures["done_by"] == [
        {"unit": "甲部", "done": 5, "goal": 20},
        {"unit": "乙部", "done": 1, "goal": 20},
    ]


def test_what_was_said_is_no_formula_in_a_sheet(ask: Run) -> None:
    rows = list(csv.reader(io.StringIO(ask("list", "乙部", "-f", "csv").out)))
    assert rows[0][-3:] == ["状态", "亮灯", "最近进展"]
    assert rows[2][-3:] == ["推进中", "红灯", "'=1+1（2023年第一季度）"]
    assert ask("list", "乙部", "-o", "a.xlsx").code == 0
    page = load_workbook("a.xlsx").worksheets[0]
    [cell] = [cell for row in page.iter_rows() for cell in row if "1+1" in str(cell.value)]
    assert (cell.data_type, cell.value) == ("s", "=1+1（2023年第一季度）")


@pytest.mark.parametrize("form", ["md", "html", "txt"])
def test_texts_show_it(ask: Run, form: str) -> None:
    told = ask("list", "甲部", "-f", form).out
    assert "推进中 黄灯" in told
    assert "办了5场（2023年第二季度）" in told


def test_a_page_of_a_task_tells_it_unit_by_unit(ask: Run) -> None:
    told = ask("show", "1", "2.1", "K1").out
    for line in (
        "进展（台账）",
        "截至2023年5月10日",
        "1.1  甲部：推进中 黄灯；■■□□□□□□□□ 5/20（25%）；办了5场（2023年第二季度）；责任人：张三",
        "1.2  未报 红灯：乙部",
        "1.3  未报：甲部、乙部",
        "2.1  乙部：未报；牵头（办公室指定）；时限 2023年10月1日（办公室计划）",
        "K1.1  丙馆：延期 绿灯；时限 2023年9月1日（已调整），原因：设备未到；"
        "正在布展（2023年第二季度）",
    ):
        assert line in told.splitlines()
    assert "1.1" not in ask("show", "1.3").out.split("进展（台账）")[1]


def test_a_page_of_a_unit_counts_and_tells(ask: Run) -> None:
    told = ask("dept", "乙部").out
    assert "状态  推进中 1 · 已完成 1 · 未报 1\n亮灯  红灯 1 · 未报 1 · 绿灯 1\n" in told
    assert "3  修订制度\n已完成 绿灯　制度已印发（2023年第二季度）\n" in told
    assert [row[8:] for row in cells(ask("dept"))[:3]] == [
        ["0", "1", "4", "0"],
        ["1", "0", "1", "1"],
        ["0", "0", "1", "1"],
    ]
    [first, *_] = json.loads(ask("dept", "--json").out)
    assert first["lights"] == {"red": 0, "yellow": 1, "grey": 4, "green": 0}


def test_a_page_of_an_action_tells_it(ask: Run) -> None:
    assert "进展      推进中 红灯\n" in ask("action", "东风行动").out


def test_a_checklist_is_filled_in_where_it_is_known(ask: Run) -> None:
    answer = ask("checklist", "丙馆", "-f", "txt")
    told = answer.out
    assert "完成时限：2023年9月1日（已调整）\n        文件写明：\n        2023年6月1日\n" in told
    assert "进展情况：延期 绿灯\n        正在布展（2023年第二季度）\n" in told
    assert "来自台账。" in answer.err
    [first, *_] = cells(ask("checklist", "甲部", "--role", "named", "--action", "东风行动"))
    assert first[3:5] == ["张三", "推进中 黄灯 办了5场（2023年第二季度）"]
    assert first[-3:] == ["推进中", "yellow", "办了5场"]
    [brief, *_] = cells(ask("checklist", "丙馆", "--brief"))
    assert brief[-3:] == ["延期", "green", "正在布展"]
    assert ask("checklist", "丙馆", "-o", "丙.docx").code == 0
    tables = Document("丙.docx").tables
    assert any("延期 绿灯" in cell.text for table in tables for cell in table._cells)
    assert ask("checklist", "--all", "-o", "夹", "-f", "txt").code == 0
    assert "延期 绿灯" not in Path("夹/甲部.txt").read_text(encoding="utf-8")


def test_targets_show_what_is_done(ask: Run) -> None:
    assert [row[7:] for row in cells(ask("targets"))] == [
        ["甲部 5；乙部 1", "推进中", "red", "=1+1"],
        ["300", "推进中", "red", ""],
        ["1", "推进中", "grey", "制度已印发"],
    ]
    told = ask("targets", "-f", "md").out
    assert "■■□□□□□□□□ 5/20（25%） 甲部" in told
    assert "■■■■■■■■■■ 300/300（100%） 甲部" in told
    assert [each["done"] for each in json.loads(ask("targets", "甲部", "--json").out)] == [
        5,
        300,
        None,
    ]


def test_dates_show_the_one_that_holds(ask: Run) -> None:
    [row] = cells(ask("due", "丙馆"))
    assert row[10:] == ["2023-09-01", "延期", "green", "正在布展"]
    told = ask("due", "丙馆", "-f", "md").out
    assert "2023年9月1日（已调整）" in told
    assert "| 原文" not in told  # makes room on pages, not in sheets
    assert row[7] == "力争6月1日前开馆"
    [record] = json.loads(ask("due", "丙馆", "--json").out)
    assert (record["due"], record["due_now"]) == ("2023-06-01", "2023-09-01")
    assert record["state"]["status"] == "延期"
    assert "due_now" not in json.loads(ask("due", "甲部", "--json").out)[0]


def test_hits_and_the_board_show_it(ask: Run) -> None:
    assert [[row[0], *row[5:]] for row in cells(ask("search", "讲座"))] == [
        ["1.1", "推进中", "red", "=1+1"],
        ["1.3", "", "grey", ""],
        ["2.2", "", "grey", ""],
    ]
    told = ask("board").out
    assert "状态  推进中 2 · 延期 1 · 未报 2\n亮灯  红灯 1 · 未报 4\n" in told
    assert "1     红灯：办好讲座　乙部\n" in told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--light red", ["1"]),
        ("--light 红灯", ["1"]),
        ("--light 未报", ["K1", "K2", "2", "3"]),
        ("--light r --light grey --status 推进", ["1", "3"]),
        ("--light gree", []),
        ("--status 延期 --status 未报", ["K1", "K2", "2"]),
        ("甲部 --light 黄", ["1"]),
        ("甲部 --light red", []),
        ("乙部 --status 完成", ["3"]),
        ("甲部 --light grey --list 重点工作", ["K1", "K2"]),
        ("甲部 丙馆 --status 延期", ["K1"]),
        ("丙馆 --role some --light grey", []),
    ],
)
def test_states_are_filters(ask: Run, words: str, found: list[str]) -> None:
    assert ids(ask("list", *words.split())) == found


def test_what_is_told_by_measure_is_filtered_by_measure(ask: Run) -> None:
    assert ids(ask("search", "讲座", "--light", "grey")) == ["1.3", "2.2"]
    assert [row[1] for row in cells(ask("targets", "甲部", "--light", "green"))] == ["培训"]
    assert [row[2] for row in cells(ask("due", "--light", "red"))] == ["1"]
    assert ids(ask("checklist", "甲部", "--light", "green")) == ["1.2"]
    assert ids(ask("checklist", "甲部", "--light", "yellow", "--brief")) == ["1"]


def test_filters_are_told_and_count_for_each_unit_by_itself(ask: Run) -> None:
    assert "亮灯：红灯" in ask("list", "--light", "red", "-f", "md").out
    counts = ask("dept", "--light", "red")
    assert [row[7] for row in cells(counts)[:3]] == ["0", "1", "0"]
    assert "每个单位按它自己的进展" in counts.err
    assert "亮灯  黄灯 1\n" in ask("dept", "甲部", "--light", "yellow").out
    for command in ("matrix", "trace", "project", "board"):
        assert ask(command, "--light", "red").code == 0


def test_the_state_of_a_ledger_is_filtered_row_by_row(ask: Run, cli: Run, filled: str) -> None:
    assert [row[:2] for row in cells(ask("ledger", "state", "--light", "yellow"))] == [
        ["1.1", "甲部"]
    ]
    shutil.copy(OFFICE, "office.yaml")
    shutil.copy(filled, "台账.db")
    usual = cli("ledger", "state", "-p", "office.yaml", "--status", "延期", *TODAY)
    assert ("K1.1", "丙馆") in [tuple(row[:2]) for row in cells(usual)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--light", "blue"], "没有“blue”这种灯\n可用的：红灯（red）、黄灯（yellow）"),
        (["--light", "gre"], "“gre”对应多种灯：未报（grey）、绿灯（green）"),
        (["--status", "已"], "“已”对应多种状态：已完成、已销号"),
        (["--status", "办结"], "没有“办结”这种状态\n可用的：未启动、推进中"),
    ],
)
def test_an_unknown_state_is_wrong_usage(ask: Run, arguments: list[str], told: str) -> None:
    result = ask("list", *arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


@pytest.mark.parametrize("command", [["list"], ["due"], ["checklist", "甲部"], ["matrix"]])
def test_states_need_a_ledger(cli: Run, command: list[str]) -> None:
    for words in (["--light", "red"], ["--status", "延期"]):
        result = cli(*command, *words, "-p", str(OFFICE))
        assert (result.code, result.out) == (2, "")
        assert "没有指定台账\n请加 --ledger 文件名，或设环境变量 PLAN_LEDGER。" in result.err


def test_only_the_option_or_the_variable_switches_it_on(
    cli: Run, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(filled, "台账.db")
    plain = cli("list", "-p", str(OFFICE))
    assert {len(row) for row in cells(plain)} == {8}
    monkeypatch.setenv("PLAN_LEDGER", filled)
    assert {len(row) for row in cells(cli("list", "-p", str(OFFICE)))} == {11}
    monkeypatch.setenv("PLAN_LEDGER", "")
    assert cli("list", "-p", str(OFFICE)) == plain


def test_a_ledger_that_cannot_be_read_is_an_error(cli: Run, filled: str) -> None:
    missing = cli("list", "-p", str(OFFICE), "-l", "没有.db")
    other = cli("list", "-l", filled)
    Path("坏.db").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    damaged = cli("show", "1", "-p", str(OFFICE), "-l", "坏.db")
    for result, told in (
        (missing, "没有台账 没有.db"),
        (other, "这份台账属于“某科协〔2023〕1号”，不是“豫科协办发〔2022〕5号”"),
        (damaged, "坏.db 已损坏，或不是台账"),
    ):
        assert (result.code, result.out) == (3, "")
        assert told in result.err


def test_what_belongs_to_the_ledger_is_loaded_only_with_one() -> None:
    script = (
        "import sys; from plan_cli.cli.app import main; main(['list', '-s', '讲座']);"
        "print([name for name in sys.modules if 'plan_cli.ledger' in name or 'sqlite' in name])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"
