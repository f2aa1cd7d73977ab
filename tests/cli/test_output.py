"""Files, streams and consoles: nothing lost, nothing half-written, never a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plan_cli.text import width
from tests.conftest import ROOT, Run, run_process


def test_a_file_takes_its_form_from_the_suffix(cli: Run) -> None:
    assert cli("list", "-o", "a.json").code == 0
    assert len(json.loads(Path("a.json").read_text(encoding="utf-8"))) == 33
    result = cli("list", "-o", "a.csv")
    assert result.out == ""
    assert "已写入 a.csv" in result.err
    assert Path("a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_format_option_wins_over_the_suffix(cli: Run) -> None:
    assert cli("list", "-f", "json", "-o", "a.txt").code == 0
    assert json.loads(Path("a.txt").read_text(encoding="utf-8"))


def test_closing_lines_stand_at_the_foot_of_a_file(cli: Run) -> None:
    result = cli("list", "--dept", "科普部", "-o", "a.md")
    assert "共 33 项" in Path("a.md").read_text(encoding="utf-8")
    assert "共 33 项" not in result.err


def test_an_existing_file_is_kept(cli: Run) -> None:
    Path("a.csv").write_text("旧", encoding="utf-8")
    result = cli("list", "-o", "a.csv")
    assert result.code == 4
    assert "--force" in result.err
    assert Path("a.csv").read_text(encoding="utf-8") == "旧"
    assert cli("list", "-o", "a.csv", "--force").code == 0
    assert "科普部" in Path("a.csv").read_text(encoding="utf-8")
    assert [path.name for path in Path().iterdir()] == ["a.csv"]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("none/a.csv", "文件夹 none 不存在"),
        ("file/a.csv", "file 是文件，不是文件夹"),
        ("dir", "dir 是文件夹"),
    ],
)
def test_targets_that_cannot_be_written(cli: Run, target: str, told: str) -> None:
    Path("dir").mkdir()
    Path("file").touch()
    result = cli("list", "-o", target)
    assert (result.code, result.out) == (4, "")
    assert told in result.err


def test_the_same_input_gives_the_same_bytes(cli: Run) -> None:
    for suffix in ("csv", "md", "json", "txt", "yaml", "tsv"):
        cli("list", "-o", f"a.{suffix}")
        cli("list", "-o", f"b.{suffix}")
        assert Path(f"a.{suffix}").read_bytes() == Path(f"b.{suffix}").read_bytes()


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize(
    "arguments",
    [["list", "--dept", "科普部"], ["show", "15"], ["dept"], ["search", "科普"], ["project"], []],
)
def test_no_text_is_cut_at_a_terminal(columns: int, arguments: list[str], at_terminal: Run) -> None:
    seen = at_terminal(*arguments, columns=columns)
    assert seen.code == 0
    assert "…" not in seen.out.replace("“各……”", "").replace("“有关……”", "")
    assert "\x1b" not in seen.out


def test_pages_fit_the_terminal(at_terminal: Run) -> None:
    lines = at_terminal("show", "15").out.splitlines()
    assert max(map(width, lines)) <= 80
    assert "15.9" in "".join(lines)


def test_everything_of_a_row_is_there_at_a_terminal(at_terminal: Run) -> None:
    seen = "".join(at_terminal("list", "--project", "科普筑基").out.split())
    for piece in ("科普部", "有关直属", "和济源示范"):
        assert piece in seen


def test_colour_only_where_it_is_wanted(at_terminal: Run) -> None:
    assert "\x1b[" in at_terminal("search", "科普", TERM="xterm-256color").out
    plain = at_terminal("search", "科普", TERM="xterm-256color", NO_COLOR="1").out
    assert "\x1b[3" not in plain


def test_the_table_can_be_had_in_a_pipe() -> None:
    out = run_process("list", "--dept", "科普部", "-f", "table", COLUMNS="80").stdout.decode()
    assert "编号" in out
    assert max(width(line) for line in out.splitlines()) <= 80


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
@pytest.mark.parametrize(
    "arguments", [["list"], ["show", "15"], ["--help"], ["list", "--dept", "无"]]
)
def test_consoles_that_cannot_show_all(encoding: str, arguments: list[str]) -> None:
    result = run_process(*arguments, PYTHONIOENCODING=encoding)
    assert result.returncode in (0, 2)
    assert b"Traceback" not in result.stderr
    if encoding == "ascii" and arguments[0] != "list":
        assert b"?" in result.stdout
    if encoding == "gbk" and arguments == ["list"]:
        assert "科普部" in result.stdout.decode("gbk")
        assert b"?" not in result.stdout


def test_replaced_characters_are_told_once() -> None:
    result = run_process("list", PYTHONIOENCODING="ascii")
    assert result.stderr.count(b"ascii") == 1


def test_json_escapes_what_the_stream_cannot_encode() -> None:
    result = run_process("show", "14", "--json", PYTHONIOENCODING="ascii")
    [record] = json.loads(result.stdout)
    assert record["title"] == "实施现代科技馆体系推进工程"


MORE_THAN_A_PIPE_HOLDS = 1 << 20


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to a child")
def test_interruption() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "plan_cli", "about", "-p", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdin
    process.stdin.write(b"#" * MORE_THAN_A_PIPE_HOLDS)  # returns when the program is reading
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert out == b""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list"], 0),
        (["list", "--dept", "无此部"], 2),
        (["list", "-p", "none.yaml"], 3),
        (["list", "-o", "none/x.csv"], 4),
    ],
)
def test_exit_codes_of_a_real_process(tmp_path: Path, arguments: list[str], code: int) -> None:
    result = run_process(*arguments, cwd=tmp_path)
    assert result.returncode == code
    assert bool(result.stdout) == (code == 0)
    assert b"Traceback" not in result.stderr


def test_a_fault_of_the_program_is_told_without_a_traceback(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plan_cli.cli.commands import cmd_list

    monkeypatch.setattr(cmd_list, "listing", lambda selection: 1 / 0)
    result = cli("list")
    assert result.code == 70
    assert "程序内部出错" in result.err
    assert "Traceback" not in result.err
