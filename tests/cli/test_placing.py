"""Files are written whole or not at all, whatever comes between."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run

ALL = ("checklist", "--all", "-f", "md", "-o", "夹")
FILES = 16
"""How many files that makes: one for each unit and kind, and the index."""


def names() -> list[str]:
    return sorted(path.name for path in Path("夹").iterdir())


def at_call(number: int, method: Callable[..., Any], error: BaseException) -> Callable[..., Any]:
    """Return ``method`` so that its call number ``number`` raises ``error`` instead."""
    calls = iter(range(1, 1000))

    def call(*arguments: Any, **options: Any) -> Any:
        if next(calls) == number:
            raise error
        return method(*arguments, **options)

    return call


@pytest.fixture
def old_folder() -> dict[str, str]:
    """A folder with an old index and one old list."""
    Path("夹").mkdir()
    for name in ("索引.md", "科普部.md"):
        Path("夹", name).write_text(f"旧{name}", encoding="utf-8")
    return contents()


def contents() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in Path("夹").iterdir()}


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [(KeyboardInterrupt(), 130, ""), (OSError(errno.ENOSPC, "No space"), 4, "（磁盘已满）")],
)
def test_nothing_has_changed_while_files_are_written(
    cli: Run,
    monkeypatch: pytest.MonkeyPatch,
    old_folder: dict[str, str],
    error: BaseException,
    code: int,
    told: str,
) -> None:
    monkeypatch.setattr(Path, "open", at_call(5, Path.open, error))
    result = cli(*ALL, "--force")
    assert result.code == code
    assert told in result.err
    assert "写好" not in result.err
    assert contents() == old_folder


def test_a_new_folder_is_taken_away_again(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", at_call(5, Path.open, OSError(errno.EIO, "Input/output")))
    result = cli(*ALL)
    assert result.code == 4
    assert "磁盘读写出错" in result.err
    assert not Path("夹").exists()


def test_an_interruption_amid_the_renaming_comes_too_late(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", at_call(5, Path.replace, KeyboardInterrupt()))
    result = cli(*ALL)
    assert result.code == 0
    assert f"{FILES} 个 md 文件" in result.err
    assert len(names()) == FILES


def test_what_stands_is_told_where_the_renaming_fails(
    cli: Run, monkeypatch: pytest.MonkeyPatch, old_folder: dict[str, str]
) -> None:
    error = PermissionError(errno.EACCES, "Permission denied")
    monkeypatch.setattr(Path, "replace", at_call(3, Path.replace, error))
    result = cli(*ALL, "--force")
    assert result.code == 4
    assert "（没有权限）" in result.err
    assert "已经写好 2 个：医疗卫生机构科协.md、企业科协.md；其余没有写。" in result.err
    assert names() == ["企业科协.md", "医疗卫生机构科协.md", "科普部.md", "索引.md"]
    assert Path("夹/索引.md").read_text(encoding="utf-8") == "旧索引.md"


PROCESS = """
import os, pathlib, signal, sys
from plan_cli.__main__ import run

left = iter(range({left}))
real = pathlib.Path.open

def opened(self, mode="r", *rest, **options):
    if mode == "xb" and next(left, None) is None:
        os.kill(os.getpid(), signal.{name})
    return real(self, mode, *rest, **options)

pathlib.Path.open = opened
run()
"""
"""The program, sent a signal when it has begun so many files."""


def process(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )


SIGNALS = pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals to a process")


@POSIX
@SIGNALS
def test_no_file_is_left_behind_by_a_process_that_is_ended(name: str) -> None:
    for left, arguments in ((6, ALL), (0, ("list", "-o", "a.csv"))):
        result = process(PROCESS.format(left=left, name=name), *arguments)
        assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")
        assert list(Path().iterdir()) == []


IMPORTING = """
import os, signal, sys
from plan_cli.__main__ import run

class Finder:
    def find_spec(self, module, *rest):
        if module == {module!r}:
            os.kill(os.getpid(), signal.{name})

sys.meta_path.insert(0, Finder())
sys.argv[1:] = ["list"]
run()
"""


@POSIX
@SIGNALS
@pytest.mark.parametrize("module", ["plan_cli.cli", "typer", "plan_cli.cli.commands.cmd_list"])
def test_a_process_that_is_ended_while_it_starts_says_nothing(name: str, module: str) -> None:
    result = process(IMPORTING.format(module=module, name=name))
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")


@POSIX
def test_what_the_caller_ignores_stays_ignored() -> None:
    ignoring = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n{PROCESS}"
    result = process(ignoring.format(left=0, name="SIGHUP"), "list", "-o", "a.csv")
    assert result.returncode == 0
    assert Path("a.csv").exists()


LONGEST = 255 - len(".csv")


@pytest.mark.parametrize("stem", ["a" * LONGEST, "长" * (LONGEST // 3) + "aa"])
def test_a_name_that_the_system_takes_is_written(cli: Run, stem: str) -> None:
    assert len(f"{stem}.csv".encode()) == 255
    for options in ((), ("--force",)):
        assert cli("list", "-o", f"{stem}.csv", *options).code == 0
    assert [path.name for path in Path().iterdir()] == [f"{stem}.csv"]


def test_a_name_that_it_does_not_take_is_told(cli: Run) -> None:
    for arguments in (("list", "-o", "a" * 252 + ".csv"), (*ALL[:-1], "长" * 86)):
        result = cli(*arguments)
        assert result.code == 4
        assert "（文件名太长）" in result.err
    assert list(Path().iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_links_are_followed_where_they_lead_somewhere(cli: Run) -> None:
    Path("real.csv").write_text("旧", encoding="utf-8")
    Path("link.csv").symlink_to("real.csv")
    assert cli("list", "-o", "link.csv").code == 4
    assert cli("list", "-o", "link.csv", "--force").code == 0
    assert Path("link.csv").is_symlink()
    assert "科普部" in Path("real.csv").read_text(encoding="utf-8")
    for target, told in (("loop.csv", "符号链接绕成了圈"), ("none/x.csv", "位置不存在")):
        Path("loop.csv").unlink(missing_ok=True)
        Path("loop.csv").symlink_to(target)
        result = cli("list", "-o", "loop.csv", "--force")
        assert result.code == 4
        assert f"（{told}）" in result.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_link_to_no_folder_is_called_one(cli: Run) -> None:
    Path("夹").symlink_to("none")
    for arguments in (ALL, ("list", "-o", "夹/a.csv")):
        result = cli(*arguments)
        assert result.code == 4
        assert "夹 是链接，它指向的文件夹不存在" in result.err


def test_a_file_keeps_its_rights(cli: Run) -> None:
    Path("a.csv").touch(0o640)
    assert cli("list", "-o", "a.csv", "--force").code == 0
    assert Path("a.csv").stat().st_mode & 0o777 == 0o640
