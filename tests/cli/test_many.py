"""Several plans at once: files, folders and patterns; answers joined, ids and names sorted out."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plan_cli.planfile.source import shipped_plan
from tests.conftest import ROOT, Run, run_process, small_task, small_text

CHILDREN = Path(f"/proc/self/task/{os.getpid()}/children")


def write(name: str, year: int, *tasks: str, number: str = "", **changes: str) -> None:
    """Write a small plan, with ``changes`` of its words."""
    text = small_text(*tasks).replace("2023", str(year))
    text = text.replace(
        f"year: {year}", f"year: {year}, number: '{number}'" if number else f"year: {year}"
    )
    for old, new in changes.items():
        text = text.replace(old, new)
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture
def folder() -> str:
    """Three years, in one of which 乙部 has another name, and one file that is none."""
    write(
        "计划/a/2021.yaml", 2021, small_task(1, "办展览"), small_task(2, "办讲座", named=["乙部"])
    )
    write("计划/2022.yaml", 2022, small_task(1, "办展览"), small_task(2, "办论坛", named=["乙部"]))
    write("计划/2023.yaml", 2023, small_task(1, "办论坛", named=["甲部", "乙部"]), 乙部="乙处")
    return "计划"


def test_a_folder_a_pattern_and_files_are_the_same_plans(cli: Run, folder: str) -> None:
    rows = cli("list", "--dept", "甲部", "-p", folder)
    assert [line.split("\t")[::8] for line in rows.out.splitlines()] == [
        ["1", "2022"],
        ["1", "2023"],
        ["1", "2021"],
    ]
    named = ["-p", "计划/2022.yaml", "-p", "计划/2023.yaml", "-p", "计划/a/2021.yaml"]
    assert cli(*named, "list", "--dept", "甲部") == rows
    assert cli("list", "--dept", "甲部", "-p", "计划/**/*.yaml") == rows
    assert cli("list", "--dept", "甲部", "-p", folder, "-p", "计划/2022.yaml") == rows
    Path("计划/2022.yaml").rename("计划/2022.yml")
    assert cli("list", "--dept", "甲部", "-p", folder) == rows


def test_what_counts_is_added_up(cli: Run, folder: str) -> None:
    told = cli("list", "--dept", "甲部", "-p", folder).err
    assert (
        told == "甲部：点名 3 项，统称 0 项，待确认 0 项，党组织承担 0 项，未涉及 2 项；共 5 项。\n"
    )
    assert cli("search", "没有的话", "-p", folder).err == "正文里没有“没有的话”。\n"
    assert cli("search", "做完", "-p", folder).err == "“做完”：5 项任务、5 条举措。\n"


def test_pages_have_a_heading_for_each_plan(cli: Run, folder: str) -> None:
    text = cli("list", "甲部", "-p", folder, "-f", "md").out
    assert "# 甲部：任务清单\n\n3 份文件\n" in text
    assert "## 【2021】某市 2021 年工作要点".replace(" ", "") in text.replace(" ", "")
    assert "文件 |" not in text
    assert cli("dept", "甲部", "-p", folder).out.count("【") == 3


def test_every_form_has_all_plans(cli: Run, folder: str) -> None:
    records = json.loads(cli("list", "-p", folder, "--json").out)
    assert [(r["plan"][2:6], r["id"]) for r in records][-1] == ("2021", "2")
    assert len(records) == 5
    assert cli("targets", "-p", folder, "--json").out == "[]\n"
    assert cli("list", "-p", folder, "-f", "csv").out.splitlines()[0].endswith(",文件")
    for form in ("xlsx", "html", "docx"):
        assert cli("list", "-p", folder, "-o", f"a.{form}").code == 0


def test_names_that_some_plans_do_not_know(cli: Run, folder: str) -> None:
    told = cli("list", "--dept", "乙部", "-p", folder)
    assert len(told.out.splitlines()) == 2
    assert "另有 1 份文件没有列入（2023）：没有叫“乙部”的部门（单位）。" in told.err
    nobody = cli("list", "--dept", "丁部", "-p", folder)
    assert (nobody.code, nobody.out) == (2, "")
    assert nobody.err.startswith("错误：没有叫“丁部”的部门（单位）\n")
    assert cli("list", "--role", "什么", "--dept", "甲部", "-p", folder).code == 2


def test_ids_say_which_plan(cli: Run, folder: str) -> None:
    several = cli("show", "1", "-p", folder)
    assert several.code == 2
    assert several.err == "错误：“1”在 3 份文件里都有\n请写明是哪一份：2022:1、2023:1、2021:1\n"
    assert "办讲座" in cli("show", "2021:2", "-p", folder).out
    assert cli("show", "2", "-p", "计划/a", "-p", "计划/2023.yaml").err == ""
    assert cli("show", "2023:2", "-p", folder).code == 2
    assert cli("show", "2021:2", "99", "-p", folder).code == 2
    assert "办讲座" in cli("2021:2", "-p", folder).out
    assert "办讲座" in cli("show", "2021:2", "-p", "计划/a/2021.yaml").out


def test_filters_choose_plans(cli: Run, folder: str) -> None:
    write("计划/县.yaml", 2022, small_task(1, "修路"), number="某县〔2022〕3号")
    years = cli("list", "--year", "2022年", "-p", folder).out.splitlines()
    assert [line.split("\t")[-1] for line in years][-1] == "某县〔2022〕3号"
    assert len(years) == 3
    assert len(cli("list", "--plan-name", "某县", "-p", folder).out.splitlines()) == 1
    by_file = cli("list", "--plan-name", "a/2021", "-p", folder, "-f", "md").out
    assert by_file.startswith("# 任务清单\n\n1 份文件\n\n文件：a/2021\n\n")
    none = cli("list", "--year", "1999", "-p", folder)
    assert (none.code, none.err.splitlines()[0]) == (2, "错误：没有符合条件的文件")
    assert cli("list", "--year", "1999", "-p", "计划/县.yaml").err == "没有符合条件的任务。\n"


def test_a_broken_file_is_named_and_the_others_answer(cli: Run, folder: str) -> None:
    Path("计划/坏.yaml").write_text("format: 1\ndocument: [\n", encoding="utf-8")
    told = cli("list", "--dept", "甲部", "-p", folder)
    assert (told.code, len(told.out.splitlines())) == (3, 3)
    assert told.err.startswith("错误：计划/坏.yaml:")
    assert "没有一份文件可以读" in cli("list", "-p", "计划/坏.yaml", "-p", "没有.yaml").err
    seen = cli("list", "--year", "1999", "-p", folder)
    assert (seen.code, seen.out) == (3, "")
    assert "能读的文件都不符合条件" in seen.err


def test_files_that_are_not_meant_are_told_by_their_first_lines(cli: Run, folder: str) -> None:
    with Path("计划/a/2021.yaml").open("a", encoding="utf-8") as file:
        file.write("lists: {\n")
    assert cli("list", "-p", folder).code == 3
    assert cli("list", "-p", folder, "--year", "2022").code == 0
    assert cli("list", "-p", folder, "--year", "2021").code == 3


def test_commands_about_one_plan_refuse(cli: Run, folder: str) -> None:
    for command in (["board"], ["text"], ["checklist", "甲部"], ["ledger", "state"]):
        refused = cli(*command, "-p", folder)
        assert (refused.code, refused.out) == (2, "")
        assert "一次只看一份文件" in refused.err
    assert "台账只跟一份文件" in cli("list", "-p", folder, "--ledger", "a.db").err
    assert cli("list", "-p", "-", "-p", folder).code == 2


def test_what_is_not_there_is_said(cli: Run) -> None:
    Path("空").mkdir()
    assert "文件夹里没有计划文件" in cli("list", "-p", "空").err
    assert "没有与“空/*.yaml”相符的文件" in cli("list", "-p", "空/*.yaml").err
    assert "写得不对" in cli("list", "-p", "空/**x").err


def test_plans_and_the_program_alone(cli: Run, folder: str) -> None:
    rows = [line.split("\t") for line in cli("plans", "-p", folder).out.splitlines()]
    assert [row[0] for row in rows] == ["计划/2022.yaml", "计划/2023.yaml", "计划/a/2021.yaml"]
    assert rows[0][1:2] + rows[0][5:8] == ["2022", "2", "2", "3"]
    assert cli("-p", folder).out.splitlines() == ["\t".join(row) for row in rows]


def test_trend(cli: Run, folder: str, at_terminal: Run) -> None:
    told = cli("trend", "甲部", "-p", folder)
    assert [line.split("\t")[:4:2] for line in told.out.splitlines()] == [
        ["2021", "1"],
        ["2022", "1"],
        ["2023", "1"],
    ]
    assert "<svg role=" in cli("trend", "甲部", "-p", folder, "-f", "html").out
    assert "■" in at_terminal("trend", "甲部", "-p", folder).out
    assert "乙部" in cli("trend", "乙部", "-p", folder).err
    assert cli("trend", "-p", folder).code == 2


def test_bars_are_as_long_as_their_numbers_compare(folder: str, at_terminal: Run) -> None:
    for year, count in ((2024, 80), (2025, 40)):
        write(f"计划/{year}.yaml", year, *map(small_task, range(1, count + 1)))
    seen = at_terminal("trend", "甲部", "-p", folder).out.splitlines()
    drawn = {line.split()[0]: line.count("■") for line in seen if "■" in line and "20" in line}
    assert drawn["2024"] == 2 * drawn["2025"] > 2


def test_units_that_are_declared_one_count_as_one(cli: Run, folder: str) -> None:
    Path("计划/单位.yaml").write_text("乙局: [乙部, 乙处]\n", encoding="utf-8")
    rows = cli("trend", "乙处", "-p", folder, "--names", "计划/单位.yaml")
    assert [line.split("\t")[2] for line in rows.out.splitlines()] == ["1", "1", "1"]
    one = cli("list", "--dept", "乙处", "--names", "计划/单位.yaml", "-p", "计划/2022.yaml")
    assert one.out.split("\t")[6] == "乙局"
    Path("错.yaml").write_text("乙局: [乙部]\n丙局: [乙部]\n", encoding="utf-8")
    wrong = cli("list", "--names", "错.yaml", "-p", folder)
    assert wrong.code == 3
    assert wrong.err.startswith("错误：错.yaml:2:")


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    """So many plans that they are read by several processes."""
    for number in range(40):
        shutil.copy(shipped_plan(), tmp_path / f"{number:02}.yaml")
    return tmp_path


def test_several_processes_keep_the_order(heavy: Path) -> None:
    told = run_process("list", "--dept", "科普部", "-p", ".", cwd=heavy)
    lines = told.stdout.decode().splitlines()
    assert len(lines) == 40 * 14
    assert [line.split("（")[-1] for line in lines[::14]] == [f"{n:02}.yaml）" for n in range(40)]


@pytest.mark.skipif(not CHILDREN.exists(), reason="no list of processes")
def test_ctrl_c_ends_all_of_them_without_a_word(heavy: Path) -> None:
    for number in range(100, 500):
        (heavy / f"{number}.yaml").hardlink_to(heavy / "00.yaml")
    started = subprocess.Popen(
        [sys.executable, "-m", "plan_cli", "list", "-p", "."],
        cwd=heavy,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not Path(f"/proc/{started.pid}/task/{started.pid}/children").read_text():
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    assert started.communicate(timeout=20) == (b"", b"")
    assert started.returncode == 130


def test_years_tell_plans_apart_and_names_where_they_do_not(cli: Run, tmp_path: Path) -> None:
    folder = tmp_path / "历年"
    folder.mkdir()
    for number, year in enumerate((2022, 2023, 2023)):
        text = shipped_plan().read_text(encoding="utf-8")
        text = text.replace("year: 2022", f"year: {year}").replace("5号", f"{number}号", 1)
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    first = [f"-p={folder / name}" for name in ("0.yaml", "1.yaml")]
    assert "豫科协办发" not in cli("trend", "科普部", *first, "-f", "md").out
    assert "豫科协办发" in cli("trend", "科普部", "-p", str(folder), "-f", "md").out
