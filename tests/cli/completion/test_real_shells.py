"""Real shells: each reads the script, and the Tab key is pressed in it."""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plan_cli.cli.completion import installing
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such shells on this system")
SCRIPTS = Path(installing.__file__).parent
ENOUGH_SECONDS = 20
"""No more than a guard against waiting for ever."""


def need(shell: str) -> str:
    return shutil.which(shell) or pytest.skip(f"{shell} is not installed: apt-get install {shell}")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """One in which ``plan`` is the program that is tested."""
    program = tmp_path / "bin" / "plan"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m plan_cli "$@"\n')
    program.chmod(0o755)
    return os.environ | {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "PS1": "$ ",
    }


def run(shell: str, *arguments: str, env: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [need(shell), *arguments], capture_output=True, env=env, timeout=60, check=False
    )
    return done.stdout.decode().splitlines()


def typed(command: list[str], lines: list[str], env: dict[str, str], until: str) -> str:
    """Type ``lines`` at a terminal; return what is seen, up to ``until``."""
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
    )
    os.close(slave)
    os.write(master, "\n".join(lines).encode())
    seen, end = b"", time.monotonic() + ENOUGH_SECONDS
    while until.encode() not in seen and time.monotonic() < end:
        if select.select([master], [], [], 0.2)[0]:
            seen += os.read(master, 65536)
    process.kill()
    process.wait()
    os.close(master)
    return seen.decode(errors="replace")


OUT = "\nplan list --dept=科普部\r"

BASH = """
. "$1"
compopt() { echo "compopt $*"; }
ask() {
    COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=${3:-9}
    _plan_complete plan "$2"
    printf '%s\\n' "${COMPREPLY[@]}"
    echo
}
ask 'plan list --dept kp' kp
ask 'plan list --dept=k' k
ask 'plan list --role s' s 63
ask 'plan import 工' 工
complete -p plan
"""


def test_bash(environment: dict[str, str]) -> None:
    assert run("bash", "-c", BASH, "bash", str(SCRIPTS / "plan.bash"), env=environment) == [
        *("科普部", ""),
        *("科普部", ""),
        *("some     待确认", "support  配合", ""),
        *("compopt -o default", "", ""),
        "complete -o nosort -F _plan_complete plan",
    ]


def test_bash_at_a_terminal(environment: dict[str, str]) -> None:
    lines = [f". {SCRIPTS}/plan.bash", 'plan list "--dept=kp\t\x01echo \n']
    seen = typed([need("bash"), "--norc", "--noprofile", "-i"], lines, environment, OUT)
    assert OUT in seen


ZSH = """\
compdef() { zle -C tried complete-word $1; bindkey '^I' tried; }
_files() { compadd 文件.docx; }
"""


def test_zsh_at_a_terminal(environment: dict[str, str]) -> None:
    """The widget is called as by its own completion, whose start takes a second."""
    lines = [
        f"{ZSH}. {SCRIPTS}/plan.zsh",
        "told() { print -r -- \"<$BUFFER>\"; BUFFER= }; zle -N told; bindkey '^X' told",
        *(f"{line}\t\x18" for line in ("plan list --dept kp", "plan list --dept=kp")),
        "plan list --role s\t\x18",
        "plan import 文\t\x18",
    ]
    seen = typed([need("zsh"), "-f", "-i"], lines, environment, "<plan import 文件.docx >")
    assert re.findall("<plan .*>", seen) == [
        "<plan list --dept 科普部 >",
        "<plan list --dept=科普部 >",
        "<plan list --role s>",
        "<plan import 文件.docx >",
    ]


def test_fish(environment: dict[str, str]) -> None:
    Path("文件.docx").touch()
    ask = " ; ".join(
        f"complete -C '{line}'; echo"
        for line in (
            "plan list --dept kp",
            "plan list --dept=科普",
            "plan list --role s",
            "plan import 文",
            "plan import --output=文",
        )
    )
    script = f"source {SCRIPTS}/plan.fish; {ask}"
    lines = run("fish", "--no-config", "-c", script, env=environment)
    assert [line for line in lines if line] == [
        "kpb\t科普部 机关部室",
        "--dept=科普部\t机关部室",
        "some\t待确认",
        "support\t配合",
        "文件.docx",
        "--output=文件.docx",
    ]


INSTALLED = {
    "bash": ["-i", "-c", "complete -p plan"],
    "zsh": ["-i", "-c", "print $_comps[plan] $functions[_plan]"],
    "fish": ["-c", "complete -C 'plan li'"],
}


@pytest.mark.parametrize("shell", INSTALLED)
def test_what_is_installed_is_found_by_a_new_shell(environment: dict[str, str], shell: str) -> None:
    need(shell)
    Path.home().mkdir(exist_ok=True)
    installing.install(shell)
    [line] = run(shell, *INSTALLED[shell], env=environment)[-1:]
    assert {
        "bash": "complete -o nosort -F _plan_complete plan",
        "zsh": "_plan builtin autoload -XU",
        "fish": "list\t列出任务，可按部门、行动、工程等筛选",
    }[shell] == line
