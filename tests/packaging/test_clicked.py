"""What people click in the folder program: files for a system that the tests mostly do not run on,
and what they ask of the program.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from plan_cli.cli.app import EXAMPLES
from plan_cli.cli.app import main as run
from tests.conftest import ROOT

PROGRAM = ROOT / "packaging" / "program.py"
FILES = [ROOT / "packaging" / name for name in ("plan.cmd", "打印我的清单.cmd")]
CALL = '"%~dp0program\\plan.exe" '


def click(*arguments: str, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Run the entry of the folder program as a .cmd file does, with what is typed there."""
    return subprocess.run(
        [sys.executable, str(PROGRAM), *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_clicked_file_reads_the_same_in_every_code_page(file: Path) -> None:
    content = file.read_bytes()
    assert content.isascii()
    assert content.startswith(b"@echo off\r\n")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r") == content.count(b"\r\n")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_clicked_file_goes_only_where_it_can(file: Path) -> None:
    text = file.read_text("ascii")
    wanted = set(re.findall(r"goto (\w+)", text))
    assert wanted == set(re.findall(r"^:(\w+)$", text, re.M))
    lines = text.splitlines()
    assert lines.index('if exist "%~dp0program\\plan.exe" goto start') < lines.index(":start")
    [inside] = re.findall(r"Unescape\('(.*)'\)", text)
    told = "请先把压缩包全部解压出来，再在解压出的文件夹里打开这个文件。"
    assert inside.encode().decode("unicode_escape") == told


def test_clicked_files_ask_for_what_the_program_can() -> None:
    calls = [
        line.removeprefix(CALL)
        for file in FILES
        for line in file.read_text("ascii").splitlines()
        if line.startswith(CALL)
    ]
    assert calls == ["--begin", "%*", '--print "%~dp0."']


def test_the_window_says_how_to_begin_with_commands_that_work() -> None:
    shown = click("--begin")
    assert shown.returncode == 0
    told = re.findall(r"^    plan (.+)$", shown.stdout, re.M)
    assert [f"plan {line}" for line in told] == list(EXAMPLES)
    assert [line for line in told if run(shlex.split(line)) != 0] == []


def test_words_behind_the_program_are_a_command() -> None:
    assert click("list", "--dept", "科普部").stdout.startswith("K6\t推广科技志愿服务")


def test_a_department_is_asked_for_until_there_is_one(tmp_path: Path) -> None:
    done = click("--print", str(tmp_path), typed="科谱部\n科\n kpb \n")
    assert done.returncode == 0
    assert "没有叫“科谱部”的部门" in done.stderr
    assert "“科”对应多个" in done.stderr
    assert done.stdout.count("请输入名称") == 3
    assert "科普部" in done.stdout.splitlines()[0]
    [made] = tmp_path.iterdir()
    assert made.name == "科普部责任清单.docx"
    assert "科普部" in docx.Document(str(made)).paragraphs[0].text


def test_a_checklist_that_may_be_filled_in_is_kept(tmp_path: Path) -> None:
    first = tmp_path / "科普部责任清单.docx"
    first.write_text("已填写", encoding="utf-8")
    for _ in range(2):
        assert click("--print", str(tmp_path), typed="科普部\n").returncode == 0
    assert first.read_text(encoding="utf-8") == "已填写"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "科普部责任清单.docx",
        "科普部责任清单（2）.docx",
        "科普部责任清单（3）.docx",
    ]


@pytest.mark.parametrize(("typed", "code"), [("\n", 0), ("", 130)])
def test_one_can_leave_without_a_checklist(typed: str, code: int, tmp_path: Path) -> None:
    done = click("--print", str(tmp_path), typed=typed)
    assert (done.returncode, done.stderr, list(tmp_path.iterdir())) == (code, "", [])


@pytest.mark.parametrize(
    ("folder", "env", "code", "told"),
    [
        ("没有", {}, 4, "不存在\n请先建好文件夹。"),
        (".", {"PLAN_FILE": "没有.yaml"}, 3, "错误：找不到文件 没有.yaml"),
    ],
)
def test_what_goes_wrong_is_told(
    folder: str, env: dict[str, str], code: int, told: str, tmp_path: Path
) -> None:
    done = click("--print", str(tmp_path / folder), typed="科普部\n", **env)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
