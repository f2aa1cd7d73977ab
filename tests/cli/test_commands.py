"""Every command as people use it, in a pipe."""

import json

import pytest

from tests import truth
from tests.conftest import Run, small_task, small_text

COMMANDS = ["list", "show", "search", "dept", "action", "project", "text", "about"]


def test_list_of_a_department_and_what_is_not_shown(cli: Run) -> None:
    result = cli("list", "--dept", "科普部")
    ids = [line.split("\t")[0] for line in result.out.splitlines()]
    assert ids == truth.KEPUBU["named"] + truth.KEPUBU["all"]
    assert {line.split("\t")[5] for line in result.out.splitlines()} == {"named", "all"}
    assert "待确认 7 项（K3 K4 K7 K9 4 11 19），党组织承担 1 项（20）" in result.err
    assert "未涉及 11 项；共 33 项" in result.err


def test_nothing_found_is_an_answer(cli: Run) -> None:
    result = cli("list", "--dept", "机关党委", "--role", "party")
    assert (result.code, result.out) == (0, "")
    assert "机关党委没有“党组织承担”任务。" in result.err
    result = cli("list", "--action", "才荟中原", "--list", "重点工作")
    assert (result.code, result.out) == (0, "")
    assert "没有符合条件的任务" in result.err


def test_show_has_all_parts(cli: Run) -> None:
    out = cli("show", "14").out
    for part in (
        "14　实施现代科技馆体系推进工程",
        "四、实施“科普中原”行动，提升高质量科普供给能力",
        "14.4  推进馆校合作、馆企融合，加强科技馆资源共享。",
        "责任部门：省科技馆，机关各部室，各省辖市和济源示范区科协",
        "点名  省科技馆",
        "机关部室、省辖市科协、济源示范区科协（“机关各部室”“各省辖市和济源示范区科协”）",
    ):
        assert part in out


def test_show_one_measure(cli: Run) -> None:
    out = cli("show", "12.3").out
    assert "12.3  修订完善省级科普教育基地管理办法" in out
    assert "12.2" not in out


def test_show_points_to_the_other_list(cli: Run) -> None:
    assert "plan show K3" in cli("show", "3").err
    assert "plan show" not in cli("show", "K3").err
    assert cli("show", "14").err == ""


def test_department_page(cli: Run) -> None:
    out = cli("dept", "科普部").out
    assert "点名 5 · 统称 9 · 待确认 7 · 党组织承担 1 · 未涉及 11 = 33" in out
    assert "假定" in cli("dept", "机关党委").out
    assert "整理者注" in cli("dept", "机关党委").out


def test_action_and_project_pages(cli: Run) -> None:
    records = json.loads(cli("action", "科普中原", "--json").out)
    assert [record["id"] for record in records] == truth.ACTIONS["科普中原"]
    assert "15　实施科普筑基惠民工程" in cli("project", "惠民").out
    counts = json.loads(cli("action", "--json").out)
    assert {record["name"]: record["count"] for record in counts} == {
        name: len(ids) for name, ids in truth.ACTIONS.items()
    }


def test_overview(cli: Run) -> None:
    out = cli().out
    assert "11 项  重点工作，编号 K1 到 K11" in out
    assert "22 项  工作要点，编号 1 到 22" in out
    assert out.count("plan ") == 3
    for name in [*truth.ACTIONS, *truth.PROJECTS]:
        assert name in out


def test_search_in_a_selection(cli: Run) -> None:
    ids = [
        line.split("\t")[0] for line in cli("search", "科普", "--dept", "省科技馆").out.splitlines()
    ]
    assert "14.3" in ids
    assert "12.1" not in ids


@pytest.mark.parametrize("command", COMMANDS)
def test_filters_are_offered_where_tasks_are_listed(cli: Run, command: str) -> None:
    help = cli(command, "-h").out
    assert ("--dept" in help) == (command not in ("show", "text", "about"))


def test_another_plan_before_and_after_the_command(cli: Run, tmp_path: object) -> None:
    from pathlib import Path

    file = Path("small.yaml")
    file.write_text(small_text(small_task(7, "别的任务")), encoding="utf-8")
    expected = "7\t别的任务\t\t\t\t\t甲部\t\n"
    assert cli("list", "-p", "small.yaml").out == expected
    assert cli("-p", "small.yaml", "list").out == expected
    assert "别的任务" not in cli("list").out


def test_a_plan_without_actions_says_so(cli: Run) -> None:
    from pathlib import Path

    text = small_text().replace("actions: [东风行动]\n", "").replace("projects: [春晖工程]\n", "")
    Path("small.yaml").write_text(text, encoding="utf-8")
    result = cli("-p", "small.yaml", "action", "东风")
    assert result.code == 2
    assert "文件里没有" in result.err
    assert cli("-p", "small.yaml", "action").code == 0
    assert cli("-p", "small.yaml").code == 0
