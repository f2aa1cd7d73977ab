"""Putting the script where a shell looks for it; nothing else in the files of a person changes."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from plan_cli.cli.completion.shells import script, shell_name
from plan_cli.cli.placing import telling, write_file
from plan_cli.errors import OutputError, UsageError
from plan_cli.text import visible

MARK = "由 plan completion"
"""What stands at the head of our scripts: what has it may be replaced."""


class Place(NamedTuple):
    """Where the completion of a shell stands."""

    script: Path
    setting: Path | None = None
    """The file that the shell reads when it starts, if it has to be told there."""
    line: str = ""
    """What is told there."""
    advice: str = ""


def install(name: str) -> list[str]:
    """Put the script of the shell called ``name`` in its place, once; say what was written.

    Raises UsageError for an unknown shell, OutputError if something cannot be written.
    """
    name = shell_name(name)
    place = PLACES[name]()
    told = [_put_script(place.script, script(name))]
    undo = f"要撤销：删除 {_shown(place.script)}"
    if place.setting:
        told.append(_put_line(place.setting, place.line))
        undo += f"，并删去 {_shown(place.setting)} 里的那一行"
    told.append("打开新的窗口后生效：输入 plan 和空格，再按 Tab 键。")
    return [*told, *([place.advice] if place.advice else []), undo]


def running_shell() -> str:
    """Return the name of the shell that runs the program; raises UsageError if none is known."""
    from shellingham import ShellDetectionFailure, detect_shell

    try:
        found = str(detect_shell()[0])
    except (ShellDetectionFailure, NotImplementedError):
        found = ""
    for name in (found, Path(os.environ.get("SHELL", "")).name):
        if name.lower() in (*PLACES, "pwsh"):
            return name.lower()
    raise UsageError("看不出用的是哪种命令行", "请写明，如：plan completion --install bash")


def _put_script(path: Path, text: str) -> str:
    # PowerShell 5 takes a file without the mark for GBK.
    content = text.encode("utf-8-sig" if path.suffix == ".ps1" else "utf-8")
    old = _content(path)
    if old == content:
        return f"补全脚本已经在 {_shown(path)}，没有改动"
    if old and MARK.encode() not in old:
        raise OutputError(
            f"{_shown(path)} 已经存在，不是 plan 写的，没有改动它", "请先把它移走，再运行一次。"
        )
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, content, force=True)
    return f"已写入补全脚本 {_shown(path)}"


def _put_line(path: Path, line: str) -> str:
    old = _content(path)
    if line.encode() in old.splitlines():
        return f"{_shown(path)} 里已经有这一行，没有改动：{line}"
    end = "" if old.endswith(b"\n") or not old else "\n"
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, old + f"{end}{line}\n".encode(), force=True)
    return f"已在 {_shown(path)} 末尾加一行：{line}"


def _content(path: Path) -> bytes:
    with telling(path):
        return path.read_bytes() if path.exists() else b""


def _shown(path: Path) -> str:
    return visible(str(path), keep="")


def _folder(variable: str, usual: str) -> Path:
    """Return the folder that a variable names (XDG), or else ``usual`` in the home directory."""
    return Path(os.environ.get(variable) or Path.home() / usual)


def _bash() -> Place:
    """bash-completion looks in that folder, but few have it: the line works without it."""
    path = _folder("XDG_DATA_HOME", ".local/share") / "bash-completion" / "completions" / "plan"
    return Place(path, Path.home() / ".bashrc", f"[ -r {_quoted(path)} ] && . {_quoted(path)}")


def _zsh() -> Place:
    """The functions of completions are loaded only if nothing has loaded them yet."""
    path = _folder("XDG_DATA_HOME", ".local/share") / "zsh" / "site-functions" / "_plan"
    line = (
        f"fpath+=({_quoted(path.parent)}); (( $+functions[compdef] )) || "
        "{ autoload -Uz compinit && compinit }; autoload -Uz _plan && compdef _plan plan"
    )
    return Place(path, _folder("ZDOTDIR", "") / ".zshrc", line)


def _fish() -> Place:
    return Place(_folder("XDG_CONFIG_HOME", ".config") / "fish" / "completions" / "plan.fish")


def _powershell() -> Place:
    """Only PowerShell itself knows where its profile stands."""
    command = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE"
    for program in ("pwsh", "powershell"):
        try:
            asked = subprocess.run(
                [program, "-NoProfile", "-Command", command], capture_output=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            continue
        profile = Path(asked.stdout.decode("utf-8-sig", "replace").strip())
        return Place(
            profile.with_name("plan-completion.ps1"),
            profile,
            '. (Join-Path $PSScriptRoot "plan-completion.ps1")',
            "若提示“禁止运行脚本”，请先运行：Set-ExecutionPolicy -Scope CurrentUser RemoteSigned",
        )
    raise OutputError(
        "没有找到 PowerShell，不知道它的配置文件在哪里",
        "可以自己放：plan completion --show powershell，加到 $PROFILE 里。",
    )


def _quoted(path: Path) -> str:
    from shlex import quote

    return quote(str(path))


PLACES: dict[str, Callable[[], Place]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
}
