"""A plan that changes under its ledger, through the real command."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.ledger.making import OFFICE, ledger, report

REWORDED = ("讲座要有回访。", "讲座要有回访和评价。")
RENUMBERED = ("number: 3\n                title: 修订", "number: 4\n                title: 修订")
GONE = ("measures: [布展。, 试讲座。, 试运行。]", "measures: [布展。, 试讲座。]")


def changed(*replacements: tuple[str, str]) -> str:
    text = OFFICE.read_text(encoding="utf-8").replace("to: '3'", "to: '2'", 0)
    for old, new in replacements:
        assert text.count(old) == 1
        text = text.replace(old, new)
    Path("新.yaml").write_text(text, encoding="utf-8")
    return "新.yaml"


@pytest.fixture
def plan(cli: Run, tmp_path: Path) -> Run:
    ledger(
        tmp_path,
        report("1.3", "甲部", progress="回访了"),
        report("3", "乙部", progress="修订了"),
        report("2.3", "丙馆", progress="试过了"),
    )

    def run(*arguments: str) -> Any:
        return cli("ledger", *arguments, "-l", "台账.db")

    return run


def said(plan: Run, file: str) -> dict[tuple[str, str], str]:
    found = json.loads(plan("state", "--json", "-p", file).out)
    return {(each["item"], each["unit"]): each["progress"] for each in found if each["progress"]}


def test_a_plan_that_only_an_editor_changed_goes_on(plan: Run) -> None:
    new = changed(("aliases: [jb]", "aliases: [jb, jiabu]"))
    assert plan("set", "3", "--dept", "jiabu", "--note", "好", "-p", new).code == 0


def test_another_document_is_refused(plan: Run) -> None:
    seen = plan("state")
    assert seen.code == 3
    assert "这份台账属于“某科协〔2023〕1号”" in seen.err


def test_affected_items_are_told_and_nothing_more_is_written(plan: Run) -> None:
    new = changed(REWORDED, GONE)
    seen = plan("state", "-p", new)
    assert seen.code == 0
    assert "2 个事项受影响" in seen.err
    assert "1.3 文字有改动（现为 1.3）" in seen.err
    assert "2.3 已取消：试运行。" in seen.err
    seen = plan("set", "3", "--dept", "甲部", "--note", "好", "-p", new)
    assert seen.code == 3
    assert "plan ledger rebind" in seen.err


def test_what_has_a_number_of_another_is_not_shown_for_it(plan: Run) -> None:
    three = "[布展。, 试讲座。, 试运行。]"
    longer = (three, "[筹备。, 布展。, 试讲座。, 试运行。]")
    seen = plan("state", "-p", changed(longer))
    assert "与现在的编号对不上的记录先不列入" in seen.err
    whole = {("3", "乙部"): "修订了", ("3.1", "乙部"): "修订了"}
    told = {("1.3", "甲部"): "回访了"} | whole
    assert said(plan, changed(longer)) == told | {("2.4", "丙馆"): "试过了"}
    other = (three, "[布展。, 试讲座。, 验收。]")
    assert said(plan, changed(other)) == told | {("2.3", "丙馆"): "试过了"}
    gone = (three, "[试讲座。, 验收。]")
    assert said(plan, changed(gone)) == told


def test_history_is_carried_over_to_new_numbers(plan: Run) -> None:
    new = changed(RENUMBERED, ("to: '3'", "to: '4'"))
    assert "3.1 现编号 4.1" in plan("state", "-p", new).err
    seen = plan("rebind", str(OFFICE), new)
    assert seen.code == 0, seen.err
    assert said(plan, new) == {
        ("1.3", "甲部"): "回访了",
        ("4", "乙部"): "修订了",
        ("4.1", "乙部"): "修订了",
        ("2.3", "丙馆"): "试过了",
    }
    assert plan("state", "-p", new).err.startswith("共 ")
    assert plan("check", "-p", new).code == 0


def test_what_is_not_certain_is_asked_for(plan: Run) -> None:
    new = changed(REWORDED, GONE)
    seen = plan("rebind", str(OFFICE), new)
    assert seen.code == 2
    assert "有 1 个事项不能确定" in seen.err
    assert "旧 1.3：讲求实效，讲座要有回访。" in seen.err
    assert "新 1.3：讲求实效，讲座要有回访和评价。" in seen.err
    assert "--map 旧编号=新编号" in seen.err
    seen = plan("rebind", str(OFFICE), new, "--map", "1.3=1.3")
    assert seen.code == 0
    assert "2.3 已取消：记录保留在 log 里" in seen.err
    assert said(plan, new)["1.3", "甲部"] == "回访了"
    assert "试过了" in plan("log", "-p", new).out


def test_a_person_may_say_that_it_is_another_item(plan: Run) -> None:
    new = changed(REWORDED)
    assert plan("rebind", str(OFFICE), new, "--map", "1.3=").code == 0
    assert ("1.3", "甲部") not in said(plan, new)


@pytest.mark.parametrize(
    ("given", "words"),
    [("1.3", "不是编号的对应"), ("1.9=1.3", "没有这些编号：1.9"), ("1.3=9.9", "没有这些编号：9.9")],
)
def test_ids_that_there_are_not_are_refused(plan: Run, given: str, words: str) -> None:
    seen = plan("rebind", str(OFFICE), changed(REWORDED), "--map", given)
    assert seen.code == 2
    assert words in seen.err


def test_the_old_plan_must_be_the_one_that_the_ledger_is_bound_to(plan: Run) -> None:
    new = changed(REWORDED)
    seen = plan("rebind", new, new)
    assert seen.code == 3
    assert "旧文件不是这份台账所属的那一版" in seen.err


def test_a_measure_that_moved_word_for_word_is_followed(plan: Run) -> None:
    new = changed(
        GONE, ("measures: [确保修订制度1项。]", "measures: [确保修订制度1项。, 试运行。]")
    )
    assert "2.3 现编号 3.2" in plan("state", "-p", new).err
    assert plan("rebind", str(OFFICE), new).code == 0
    assert "试过了" in plan("log", "3.2", "-p", new).out
    assert plan("log", "2.3", "-p", new).code == 2


def test_two_items_never_become_one(plan: Run) -> None:
    seen = plan("rebind", str(OFFICE), changed(REWORDED), "--map", "1.3=1.1")
    assert seen.code == 2
    assert "1.1、1.3 都对应 1.1，记录会混在一起" in seen.err


def test_the_plan_that_the_ledger_keeps_will_do_for_one_edited_in_place(plan: Run) -> None:
    new = changed(REWORDED)
    assert "旧文件写 -" in plan("rebind", new, new).err
    assert plan("rebind", "-", new, "--map", "1.3=1.3").code == 0
    assert said(plan, new)["1.3", "甲部"] == "回访了"
