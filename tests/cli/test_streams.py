"""Standard streams that are closed, full or left by their reader: words and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, small_text

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the shell of Windows closes no streams")

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which ``plan`` is the program."""
    program = f'plan() {{ "{sys.executable}" -m plan_cli "$@"; }}'
    result = subprocess.run(
        ["sh", "-c", f"{program}\n{command}"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr
    return result


WITH_OUTPUT = ["list", "list -f docx", "--help", "--version"]


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_nowhere_to_print_is_an_output_error(command: str) -> None:
    result = shell(f"plan {command} >&-")
    assert result.returncode == 4
    assert result.stderr.startswith("错误：无法写到标准输出（没有打开）\n")


@FULL
@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_a_full_disk_is_an_output_error(command: str) -> None:
    """A short answer stays in the buffer to the end of the program, a long one does not."""
    result = shell(f"plan {command} >/dev/full")
    assert result.returncode == 4
    assert result.stderr.startswith("错误：无法写到标准输出（磁盘已满）\n")


@pytest.mark.parametrize("closing", [">&-", pytest.param(">/dev/full", marks=FULL)])
def test_an_empty_answer_needs_nowhere_to_print(closing: str) -> None:
    for command in ("check", "search 没有这些字"):
        assert shell(f"plan {command} {closing}").returncode == 0


@pytest.mark.parametrize(("command", "code"), [("list", 0), ("list --dept 无此部", 2)])
@pytest.mark.parametrize("closing", ["2>&-", pytest.param("2>/dev/full", marks=FULL)])
def test_without_standard_error_the_answer_counts(command: str, code: int, closing: str) -> None:
    result = shell(f"plan {command} {closing}")
    assert result.returncode == code
    assert len(result.stdout.splitlines()) == (33 if code == 0 else 0)


@pytest.mark.parametrize("command", ["list -p -", "import -", "diff - new.yaml", "check -"])
def test_standard_input_that_is_closed_cannot_be_read(command: str) -> None:
    Path("new.yaml").write_text(small_text(), encoding="utf-8")
    result = shell(f"plan {command} <&-")
    assert result.returncode == 3
    assert "无法读取标准输入（没有打开）" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("list -p - </dev/null", "错误：标准输入：文件是空的\n"),
        ("import - </dev/null", "错误：标准输入：文件是空的\n"),
        ("check - </dev/null", "标准输入：1 处错误、"),
        ("check - <&-", "标准输入：1 处错误、"),
    ],
)
def test_standard_input_has_one_name(command: str, told: str) -> None:
    assert shell(f"plan {command}").stderr.startswith(told)


@pytest.mark.parametrize("closing", [">&-", "<&- >&- 2>&-"])
def test_files_are_written_whole_without_streams(closing: str) -> None:
    assert shell(f"plan list -o a.csv {closing}").returncode == 0
    assert shell("plan list -o b.csv").returncode == 0
    assert Path("a.csv").read_bytes() == Path("b.csv").read_bytes()
    assert shell(f"plan checklist --all -f md -o lists {closing}").returncode == 0
    assert "# 责任清单索引" in Path("lists/索引.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["list -f json", "list -f table", "--help"])
def test_a_reader_that_has_left_is_no_error(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-m", "plan_cli", *command.split()],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")
