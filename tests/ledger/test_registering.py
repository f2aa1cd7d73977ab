"""What one types about an item, through the real command."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.ledger.making import OFFICE, ledger


@pytest.fixture
def plan(cli: Run, tmp_path: Path) -> Run:
    ledger(tmp_path)

    def run(*arguments: str) -> Any:
        return cli(
            "ledger", *arguments, "-p", str(OFFICE), "-l", "台账.db", "--today", "2023-05-10"
        )

    return run


def rows(plan: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(plan("state", "--json", *arguments).out)
    return found


def row(plan: Run, item: str, unit: str) -> dict[str, Any]:
    return next(each for each in rows(plan) if (each["item"], each["unit"]) == (item, unit))


def test_a_report_and_its_correction(plan: Run) -> None:
    seen = plan(
        *("set", "1.1", "--dept", "jb", "--status", "推进中", "--done", "5", "--note", "办了5场"),
        *(
            "--problem",
            "缺场地",
            "--next",
            "再办",
            "--person",
            "张三",
            "--evidence",
            "照片",
            "--by",
            "王",
        ),
    )
    assert seen.code == 0
    assert "已登记：填报 1.1 甲部 2023Q2" in seen.err
    assert row(plan, "1.1", "甲部") | {"at": ""} == {
        "item": "1.1",
        "unit": "甲部",
        "period": "2023Q2",
        "status": "推进中",
        "done": 5,
        "goal": 20,
        "progress": "办了5场",
        "problem": "缺场地",
        "next": "再办",
        "person": "张三",
        "evidence": "照片",
        "due": None,
        "due_by": None,
        "reason": None,
        "lead": False,
        "light": "yellow",
        "at": "",
        "source": None,
    }
    assert "已登记：更正" in plan("set", "1.1", "--dept", "甲部", "--done", "一半").err
    assert row(plan, "1.1", "甲部")["done"] == 10


@pytest.mark.parametrize(
    ("arguments", "words", "advice"),
    [
        (["1.1"], "没有写要登记什么", "--status"),
        (["--status", "推进中"], "请写明登记哪个事项", "plan ledger set 12.4"),
        (["1.1", "--status", "推进中"], "请写明是哪个单位的进展", "--dept"),
        (["1.1", "--dept", "甲部", "--status", "快了"], "没有“快了”这种状态", "未启动"),
        (["1.1", "--dept", "甲部", "--status", "已销号"], "由办公室认定", "close"),
        (["1.1", "--dept", "甲部", "--status", "延期"], "延期要写明", "调整时限"),
        (["1.1", "--dept", "甲部", "--status", "延期", "--due", "6月30日"], "延期要写明", "原因"),
        (["1.1", "--dept", "甲部", "--due", "6月30日"], "只在延期时写", "“延期”"),
        (
            [*("1.1", "--dept", "甲部", "--status", "延期", "--reason", "雨"), "--due", "5月1日"],
            "比今天 2023-05-10 还早",
            "核对",
        ),
        (["1.1", "--dept", "甲部", "--status", "中止"], "中止要写明原因", "原因"),
        (["1.1", "--dept", "甲部", "--status", "中止", "--reason", "无"], "中止要写明原因", "原因"),
        (["1.1", "--dept", "丙馆", "--note", "好"], "没有确认 丙馆 承担", "--confirm"),
        (["2.3", "--dept", "甲部", "--note", "好"], "甲部 不负责 2.3", "负责的单位：丙馆"),
        (["1.3", "--dept", "甲部", "--done", "5"], "1.3 没有量化指标", "--note"),
        (["1", "--dept", "甲部", "--done", "5"], "数量要分别登记", "1.1、1.2"),
        (["1.1", "--dept", "甲部", "--done", "很多"], "不是确定的数量", "12"),
        (["1.1", "--dept", "甲部", "--done", "0.5"], "分不清是数量还是比例", "50%"),
        (["1.1", "--plan-goal", "很多"], "不是一个数", "12"),
        (["9", "--dept", "甲部", "--note", "好"], "没有编号为“9”的任务", ""),
        (["1.1", "--lead"], "要写明是哪个单位", "--dept"),
        (["1.1", "--dept", "甲部", "--confirm"], "不是“有关…”", "plan show"),
        (["1.1", "--dept", "甲部", "--note", "好", "--period", "春"], "不是一个报告期", "2022Q2"),
    ],
)
def test_what_may_not_be_registered(
    plan: Run, arguments: list[str], words: str, advice: str
) -> None:
    seen = plan("set", *arguments)
    assert (seen.code, seen.out) == (2, "")
    assert words in seen.err
    assert advice in seen.err
    assert plan("log").out == ""


def test_a_unit_of_related_ones_answers_when_the_office_confirms_it(plan: Run) -> None:
    assert {each["unit"] for each in rows(plan) if each["item"] == "1.1"} == {"甲部", "乙部"}
    assert plan("set", "1", "--dept", "丙馆", "--confirm").code == 0
    assert plan("set", "1.1", "--dept", "丙馆", "--note", "好").code == 0
    assert row(plan, "1.1", "丙馆")["progress"] == "好"


def test_an_item_is_closed_with_evidence_for_all_who_answer(plan: Run) -> None:
    assert "销号要有佐证" in plan("close", "3").err
    seen = plan("close", "3", "--evidence", "文件")
    assert [line for line in seen.err.splitlines() if "销号" in line] == [
        "已登记：销号 3 甲部 状态：已销号；佐证：文件",
        "已登记：销号 3 乙部 状态：已销号；佐证：文件",
    ]
    plan("set", "2.3", "--dept", "丙馆", "--evidence", "照片")
    assert plan("close", "2.3", "--dept", "丙馆").code == 0
    assert row(plan, "2.3", "丙馆")["status"] == "已销号"


def test_a_closed_item_that_is_opened_again_is_told(plan: Run) -> None:
    plan("close", "2.3", "--dept", "丙馆", "--evidence", "照片")
    assert "重新打开" not in plan("set", "2.3", "--dept", "丙馆", "--note", "补记").err
    seen = plan("set", "2.3", "--dept", "丙馆", "--status", "推进中")
    assert seen.code == 0
    assert "提示：2.3 丙馆 已经销号，这样登记就重新打开了" in seen.err
    assert row(plan, "2.3", "丙馆")["status"] == "推进中"


def test_undo_takes_back_the_last_act_whole_and_the_log_keeps_it(plan: Run) -> None:
    plan("set", "3", "--dept", "甲部", "--note", "一")
    plan("close", "3", "--evidence", "文件")
    assert "已撤销 2 条记录" in plan("undo").err
    assert row(plan, "3.1", "甲部")["status"] is None
    log = plan("log")
    assert [line.split("\t")[2] for line in log.out.splitlines()] == [
        "report",
        "closure",
        "closure",
        "undo",
    ]
    assert "其中已撤销：2、3。" in log.err
    assert "已撤销 1 条记录" in plan("undo").err
    assert "没有可以撤销的登记" in plan("undo").err


def test_undo_says_of_which_day_it_was(plan: Run, cli: Run) -> None:
    plan("set", "3", "--dept", "甲部", "--note", "一")
    assert plan("undo").err.startswith("已撤销 1 条记录：")
    plan("set", "3", "--dept", "甲部", "--note", "一")
    asked = ("ledger", "undo", "-p", str(OFFICE), "-l", "台账.db", "--today", "2023-09-01")
    later = cli(*asked).err
    assert later.startswith("已撤销 1 条记录（2023-05-10 登记的，要恢复请再登记或再合并）：")


@pytest.mark.parametrize("command", ["report", "score", "remind", "receipt 甲部"])
def test_a_period_of_another_year_is_told(plan: Run, command: str) -> None:
    told = "提示：2022年第二季度不在文件的年度（2023年）里，请核对报告期。"
    assert told in plan(*command.split(), "--period", "2022Q2").err
    assert told not in plan(*command.split(), "--period", "2023Q2").err


def test_the_log_of_an_item_and_of_a_unit(plan: Run) -> None:
    plan("set", "1.1", "--dept", "甲部", "--note", "一")
    plan("set", "1", "--dept", "乙部", "--note", "二")
    plan("receipt", "甲部", "丙馆", "--person", "张三")
    plan("set", "--rule", "临期天数=15")

    def numbers(*arguments: str) -> list[str]:
        return [line.split("\t")[0] for line in plan("log", *arguments).out.splitlines()]

    assert numbers() == ["1", "2", "3", "4", "5"]
    assert numbers("1.1") == ["1"]
    assert numbers("1") == ["1", "2"]
    assert numbers("--dept", "甲部") == ["1", "3"]
    assert "临期天数=15" in plan("log").out
    assert "责任人：张三" in plan("log").out


def test_the_state_follows_the_filters(plan: Run) -> None:
    assert {each["unit"] for each in rows(plan, "甲部")} == {"甲部"}
    assert {each["item"] for each in rows(plan, "--list", "重点工作")} == {"K1.1", "K2.1"}
    plan("set", "2", "--dept", "甲部", "--note", "整项")
    found = [each["item"] for each in rows(plan, "甲部") if each["item"].startswith("2")]
    assert found == ["2", "2.1", "2.2"]


def test_a_command_that_is_none_is_told_the_nearest(cli: Run) -> None:
    seen = cli("ledger", "stat")
    assert seen.code == 2
    assert "最接近的：state" in seen.err


@pytest.mark.parametrize("command", ["state", "log", "undo", "check", "export"])
def test_without_a_ledger_it_is_said_how_to_make_one(cli: Run, command: str) -> None:
    seen = cli("ledger", command)
    assert seen.code == 3
    assert "没有台账 台账.db" in seen.err
    assert "plan ledger init" in seen.err


def test_what_was_told_is_taken_back(plan: Run) -> None:
    said = ("set", "1.1", "--dept", "甲部")
    plan(*said, "--problem", "缺场地", "--person", "张三", "--done", "5")
    taken = plan(*said, "--clear", "存在问题", "--clear", "done")
    assert taken.code == 0
    assert "更正 1.1 甲部 2023Q2 问题：（清空）；完成数：（清空）" in taken.err
    found = row(plan, "1.1", "甲部")
    assert (found["problem"], found["done"], found["person"]) == (None, None, "张三")
    wrong = plan(*said, "--clear", "备注")
    assert (wrong.code, "没有“备注”这一栏" in wrong.err) == (2, True)
    both = plan(*said, "--clear", "problem", "--problem", "缺钱")
    assert (both.code, "问题不能又写又收回" in both.err) == (2, True)
    plan(*said, "--status", "延期", "--due", "2023-09-01", "--reason", "场地")
    needy = plan(*said, "--clear", "原因")
    assert (needy.code, "延期要写明" in needy.err) == (2, True)


def test_an_amount_that_fell_is_registered_with_a_hint(plan: Run) -> None:
    said = ("set", "1.1", "--dept", "甲部", "--done")
    assert "提示" not in plan(*said, "5", "--period", "2023Q1").err
    fell = plan(*said, "3")
    assert (fell.code, "提示：1.1 甲部：完成数比以前报的少（5→3）。" in fell.err) == (0, True)
