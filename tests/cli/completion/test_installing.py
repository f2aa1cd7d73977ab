"""The script is put where its shell looks, once, and nothing else is touched."""

import subprocess
from pathlib import Path

import pytest
import shellingham

from plan_cli.cli.completion import installing
from plan_cli.cli.completion.installing import running_shell
from plan_cli.cli.completion.shells import script
from plan_cli.errors import UsageError
from tests.conftest import Run

PLACES = {
    "bash": (".local/share/bash-completion/completions/plan", ".bashrc"),
    "zsh": (".local/share/zsh/site-functions/_plan", ".zshrc"),
    "fish": (".config/fish/completions/plan.fish", ""),
}


@pytest.mark.parametrize("shell", PLACES)
def test_it_is_installed_once_and_told(cli: Run, shell: str) -> None:
    file, setting = (Path.home() / name for name in PLACES[shell])
    before = "alias ll='ls -l'\n# 最后一行没有换行"
    if PLACES[shell][1]:
        setting.parent.mkdir()
        setting.write_text(before, encoding="utf-8")
    done = cli("completion", "--install", shell)
    assert (done.code, done.out) == (0, "")
    assert file.read_text(encoding="utf-8") == script(shell)
    told = done.err.splitlines()
    assert told[0] == f"已写入补全脚本 {file}"
    assert told[-1].startswith(f"要撤销：删除 {file}")
    if PLACES[shell][1]:
        kept, line = setting.read_text(encoding="utf-8").rstrip("\n").rsplit("\n", 1)
        assert kept == before
        assert told[1] == f"已在 {setting} 末尾加一行：{line}"
        assert told[-1].endswith(f"，并删去 {setting} 里的那一行")
    files = {path: path.read_bytes() for path in Path.home().rglob("*") if path.is_file()}
    again = cli("completion", "--install", shell)
    assert "没有改动" in again.err.splitlines()[0]
    assert files == {path: path.read_bytes() for path in Path.home().rglob("*") if path.is_file()}


def test_an_older_script_of_ours_is_replaced_and_no_other(cli: Run) -> None:
    file = Path.home() / PLACES["fish"][0]
    file.parent.mkdir(parents=True)
    file.write_text("# 由 plan completion --show fish 生成\n旧的", encoding="utf-8")
    assert cli("completion", "--install", "fish").code == 0
    assert file.read_text(encoding="utf-8") == script("fish")
    file.write_text("complete -c plan -a mine\n", encoding="utf-8")
    refused = cli("completion", "--install", "fish")
    assert refused.code == 4
    assert f"{file} 已经存在，不是 plan 写的，没有改动它" in refused.err
    assert file.read_text(encoding="utf-8") == "complete -c plan -a mine\n"


def test_powershell_says_where_its_profile_is(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = Path.home() / "文档" / "profile.ps1"

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        if command[0] == "pwsh":
            raise FileNotFoundError
        return subprocess.CompletedProcess(command, 0, f"{profile}\r\n".encode(), b"")

    monkeypatch.setattr(installing.subprocess, "run", run)
    assert "Set-ExecutionPolicy" in cli("completion", "--install", "pwsh").err
    written = profile.with_name("plan-completion.ps1").read_bytes()
    assert written.decode("utf-8-sig") == script("powershell")
    assert written.startswith(b"\xef\xbb\xbf")
    assert profile.read_text() == '. (Join-Path $PSScriptRoot "plan-completion.ps1")\n'


def test_without_powershell_it_says_what_to_do(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    refused = cli("completion", "--install", "powershell")
    assert refused.code == 4
    assert "plan completion --show powershell" in refused.err


@pytest.mark.parametrize(
    ("detected", "variable", "found"),
    [("zsh", "/bin/bash", "zsh"), ("dash", "/usr/bin/fish", "fish"), (None, "/bin/bash", "bash")],
)
def test_the_shell_that_runs_is_found(
    monkeypatch: pytest.MonkeyPatch, detected: str | None, variable: str, found: str
) -> None:
    def detect() -> tuple[str, str]:
        if detected is None:
            raise shellingham.ShellDetectionFailure
        return detected, f"/bin/{detected}"

    monkeypatch.setattr(shellingham, "detect_shell", detect)
    monkeypatch.setenv("SHELL", variable)
    assert running_shell() == found
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    if detected != found:
        with pytest.raises(UsageError, match="看不出"):
            running_shell()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "请写明 --install 或 --show"),
        (("--install", "--show"), "只能写一个"),
        (("--show", "tcsh"), "没有给 tcsh 的补全\n可用的：bash、zsh、fish、powershell"),
    ],
)
def test_wrong_usage(cli: Run, arguments: tuple[str, ...], told: str) -> None:
    refused = cli("completion", *arguments)
    assert refused.code == 2
    assert told in refused.err
