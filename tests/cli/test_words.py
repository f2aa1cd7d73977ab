"""Names and ids typed without a command, after the wrong one, or where options are expected."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run, run_process, small_task, small_text


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (["科普部"], ["dept", "科普部"]),
        (["kpb"], ["dept", "科普部"]),
        (["全省学会"], ["dept", "全省学会"]),
        (["学会"], ["dept", "全省学会"]),
        (["14"], ["show", "14"]),
        (["K3"], ["show", "K3"]),
        (["12.2"], ["show", "12.2"]),
        (["第十四项"], ["show", "14"]),
        (["14", "K3"], ["show", "14", "K3"]),
        (["14、K3"], ["show", "14", "K3"]),
        (["科普中原"], ["action", "科普中原"]),
        (["科普筑基"], ["project", "科普筑基惠民工程"]),
        (["重点工作"], ["list", "--list", "重点工作"]),
        (["科普部", "--json"], ["dept", "科普部", "--json"]),
        (["科普部", "--list", "重点工作"], ["dept", "科普部", "--list", "重点工作"]),
        (["help"], ["--help"]),
        (["HELP"], ["--help"]),
        (["help", "help"], ["--help"]),
        (["Help", "List"], ["list", "--help"]),
        (["LIST", "科普部"], ["list", "科普部"]),
        (["help", "list"], ["list", "--help"]),
        (["list", "科普部"], ["list", "--dept", "科普部"]),
        (["list", "惠民"], ["list", "--project", "科普筑基惠民工程"]),
        (["list", "科普部", "办公室"], ["list", "-d", "科普部", "-d", "办公室"]),
        (["list", "科普部", "科普中原"], ["list", "-d", "科普部", "--action", "科普中原"]),
        (["list", "科普部", "--role", "some"], ["list", "--dept", "科普部", "--role", "some"]),
        (["targets", "科普部"], ["targets", "--dept", "科普部"]),
        (["due", "省科技馆"], ["due", "--dept", "省科技馆"]),
        (["board", "科普中原"], ["board", "--action", "科普中原"]),
        (["matrix", "重点"], ["matrix", "--list", "重点工作"]),
    ],
)
def test_a_short_way_to_ask_is_the_long_one(cli: Run, short: list[str], long: list[str]) -> None:
    result = cli(*short)
    assert result.code == 0
    assert result.out
    assert result == cli(*long)


@pytest.mark.parametrize("word", ["xyz", "14", "科普部", ""])
def test_help_for_what_is_no_command_says_so(cli: Run, word: str) -> None:
    result = cli("help", word)
    assert result.code == 2
    assert result.err == f"错误：没有“{word}”这条命令，下面是全部命令\n"
    assert result.out == cli("--help").out


def test_the_page_of_a_word_goes_into_a_file(cli: Run) -> None:
    assert cli("14", "-o", "x.md").code == 0
    assert "14　实施现代科技馆体系推进工程" in Path("x.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("before", [True, False])
def test_a_word_is_looked_up_in_the_plan_that_is_asked_for(cli: Run, before: bool) -> None:
    Path("small.yaml").write_text(small_text(small_task(7, "别的任务")), encoding="utf-8")
    where = ("-p", "small.yaml")
    result = cli(*where, "甲部") if before else cli("甲部", "-o", "甲.txt", "--force", *where)
    assert result.code == 0
    assert "别的任务" in (result.out or Path("甲.txt").read_text(encoding="utf-8"))
    assert cli(*where, "科普部").code == 2


def test_a_plan_from_standard_input_is_read_once() -> None:
    result = run_process("-p", "-", "甲部", stdin=small_text().encode())
    assert result.returncode == 0
    assert result.stdout.decode().startswith("甲部")


def test_no_plan_is_read_for_a_command_that_needs_none(cli: Run) -> None:
    assert cli("-p", "missing.yaml", "schema").code == 0
    assert cli("-p", "missing.yaml", "help").code == 0
    assert cli("-p", "missing.yaml", "科普部").code == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lsit"], "最接近的：list"),
        (["科普布"], "最接近的：科普部"),
        (["科普中院"], "最接近的：科普中原"),
        (["乡村振兴"], "plan search 乡村振兴"),
        (["郑州市科协"], "按类别查：省辖市科协"),
        (["99"], "没有编号为“99”的任务"),
        (["12.99"], "它有 8 条举措"),
        (["科普"], "部门（单位）：plan dept 科普部\n行动：plan action 科普中原\n"),
        (["list", "科普"], "部门（单位）：--dept 科普部\n行动：--action 科普中原\n"),
        (["list", "乡村振兴"], "plan search 乡村振兴"),
        (["list", "14"], "请用 plan show 14"),
        (["14-16"], "编号要逐个写出，如 plan show 14 16"),
        (["科普部", "--jsno"], "是不是 --json？"),
        (["dept", "科普中原"], "“科普中原”是行动，请用 plan action 科普中原"),
        (["action", "科普部"], "“科普部”是部门（单位），请用 plan dept 科普部"),
        (["project", "重点工作"], "请用 plan list 重点工作"),
        (["checklist", "14"], "“14”是任务编号，请用 plan show 14"),
        (["show", "科普部"], "请用 plan dept 科普部"),
        (["trace", "科普部"], "筛选用 --dept 科普部"),
        (["list", "--dept", "科普中原"], "筛选用 --action 科普中原"),
    ],
)
def test_a_word_that_does_not_fit_is_explained(cli: Run, arguments: list[str], told: str) -> None:
    result = cli(*arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_an_exact_name_wins_and_two_are_told(cli: Run) -> None:
    text = small_text().replace("东风行动", "甲部行动").replace("春晖工程", "乙部")
    Path("small.yaml").write_text(text, encoding="utf-8")
    assert "类别  机关部室" in cli("-p", "small.yaml", "甲部").out
    both = cli("-p", "small.yaml", "乙部")
    assert both.code == 2
    assert "plan dept 乙部" in both.err
    assert "plan project 乙部" in both.err


def test_several_ids_of_every_kind(cli: Run) -> None:
    shown = json.loads(cli("show", "14、15，K3;012.2", "--json").out)
    assert [record["id"] for record in shown] == ["14", "15", "K3", "12"]
    assert cli("trace", "K7、K8").out == cli("trace", "K7", "K8").out
    assert cli("trace", "、").code == 2
