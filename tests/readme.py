"""The commands of the READMEs with the output shown below them."""

import re
from typing import NamedTuple

from tests.conftest import ROOT, run_terminal

FILES = ("README.md", "README.zh-CN.md")
ANYTHING = "…"
"""A line of its own in shown output: any lines may stand here."""


class Shown(NamedTuple):
    command: str
    lines: list[str]


def shown_commands(file: str) -> list[Shown]:
    """Return each ``$ plan …`` line of the console blocks, with the lines below it."""
    text = (ROOT / file).read_text(encoding="utf-8")
    found: list[Shown] = []
    for block in re.findall(r"```console\n(.*?)```", text, re.S):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append(Shown(line[2:], []))
            else:
                found[-1].lines.append(line)
    return found


def set_up_lines(file: str) -> list[str]:
    """Return the lines of the sh blocks."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return [line for b in re.findall(r"```sh\n(.*?)```", text, re.S) for line in b.splitlines()]


def seen_output(command: str) -> list[str]:
    """Run a command as the README shows it: a terminal of 80 columns, in an empty folder."""
    seen = run_terminal(command.split()[1:], 80, NO_COLOR="1")
    assert seen.code == 0, seen.out
    return [line.rstrip() for line in seen.out.splitlines()]


def matches(seen: list[str], shown: list[str]) -> bool:
    """Say whether ``shown`` is what was ``seen``, a lone … standing for any lines."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == ANYTHING else re.escape(line.rstrip()) + "\n"
        for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in seen)) is not None
