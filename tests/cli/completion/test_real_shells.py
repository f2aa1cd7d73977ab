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
PROMPT = "$ "
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
        "PS1": PROMPT,
    }


def run(shell: str, *arguments: str, env: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [need(shell), *arguments], capture_output=True, env=env, timeout=60, check=False
    )
    return done.stdout.decode().splitlines()


def typed(
    command: list[str], setting: str, steps: list[tuple[str, str]], env: dict[str, str]
) -> str:
    """Press keys at a terminal, each time until what is expected is seen; return what is seen.

    What is typed before a shell has asked for it would be lost.
    """
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
    )
    os.close(slave)
    seen, place, end = b"", 0, time.monotonic() + ENOUGH_SECONDS
    ready = [("", PROMPT), (f"{setting}\necho re''ady\n", "\nready\r"), ("", PROMPT)]
    for keys, expected in [*ready, *steps]:
        os.write(master, keys.encode())
        while (found := seen.find(expected.encode(), place)) < 0 and time.monotonic() < end:
            if select.select([master], [], [], 0.2)[0]:
                seen += os.read(master, 65536)
        place = found + len(expected.encode())
    process.kill()
    process.wait()
    os.close(master)
    return seen.decode(errors="replace")


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
    steps = [("plan list --dept=kp\t", "科普部"), ("\x01echo \n", "\nplan list --dept=科普部\r")]
    command = [need("bash"), "--norc", "--noprofile", "-i"]
    seen = typed(command, f". {SCRIPTS}/plan.bash", steps, environment)
    assert steps[-1][1] in seen


ZSH = """\
compdef() { zle -C tried complete-word $1; bindkey '^I' tried; }
_files() { compadd 文件.docx; }
told() { print -r -- "<$BUFFER>"; BUFFER=; }
zle -N told; bindkey '^T' told
"""


def test_zsh_at_a_terminal(environment: dict[str, str]) -> None:
    """The widget is called as by its own completion, whose start takes a second."""
    setting = f"{ZSH}. {SCRIPTS}/plan.zsh"
    whole = {
        "plan list --dept kp": "<plan list --dept 科普部 >",
        "plan list --dept=kp": "<plan list --dept=科普部 >",
        "plan list --role s": "<plan list --role s>",
        "plan import 文": "<plan import 文件.docx >",
    }
    steps = [(f"{line}\t\x14", told) for line, told in whole.items()]
    seen = typed([need("zsh"), "-f", "-i"], setting, steps, environment)
    assert re.findall("<plan .*>", seen) == list(whole.values())


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
