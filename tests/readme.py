"""The commands of the READMEs with the output shown below them."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from plan_cli.planfile.source import shipped_plan
from tests.conftest import ROOT, Run, run_terminal

FILES = ("README.md", "README.zh-CN.md")
ANYTHING = "…"
"""A line of its own in shown output: any lines may stand here."""

SLIP = ("due: 2022-06-01", "due: 2022-06-31")
"""What somebody mistypes while encoding."""
WRONG = 1
"""The exit code where the answer is that something is wrong."""


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


def table_commands(file: str) -> list[str]:
    """Return the commands in the tables “I want to …”: the whole of their last column."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return re.findall(r"\| `(plan [^`]+)` \|$", text, re.M)


def set_up_lines(file: str) -> list[str]:
    """Return the lines of the sh blocks."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return [line for b in re.findall(r"```sh\n(.*?)```", text, re.S) for line in b.splitlines()]


def next_years_plan() -> str:
    """Return the shipped plan as if it were next year's: some numbers, words and units differ."""
    text = shipped_plan().read_text(encoding="utf-8")
    for old, new in (
        ("50 期以上“科创中原论坛”", "60 期以上“科创中原论坛”"),
        ("value: 50\n                  unit: 期", "value: 60\n                  unit: 期"),
        ("title: 加强科普能力建设。", "title: 全面加强科普能力建设。"),
        ("note: 责任部门：组织人事部，有关直属", "note: 责任部门：组织人事部、办公室，有关直属"),
        (
            "named: [组织人事部]\n              collectives: [有关直属事业单位]",
            "named: [组织人事部, 办公室]\n              collectives: [有关直属事业单位]",
        ),
    ):
        assert old in text, old
        text = text.replace(old, new)
    return text


def prepare(folder: Path) -> None:
    """Put into ``folder`` the files that the READMEs speak of."""
    shutil.copy(shipped_plan(), folder / "plan2022.yaml")
    shutil.copy(ROOT / "tests" / "data" / "plan2022.md", folder / "原文.md")
    (folder / "plan2023.yaml").write_text(next_years_plan(), encoding="utf-8")
    slipped = shipped_plan().read_text(encoding="utf-8").replace(*SLIP)
    (folder / "明年.yaml").write_text(slipped, encoding="utf-8")
    folder.joinpath("计划").mkdir()
    shutil.copy(shipped_plan(), folder / "计划")


def seen_output(command: str, run: Run = run_terminal) -> list[str]:
    """Run a command as the README shows it: a terminal of 80 columns, in the current folder."""
    seen = run(*command.split()[1:], NO_COLOR="1")
    assert seen.code in (0, WRONG), seen.out
    return [line.rstrip() for line in seen.out.splitlines()]


def matches(seen: list[str], shown: list[str]) -> bool:
    """Say whether ``shown`` is what was ``seen``, a lone … standing for any lines."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == ANYTHING else re.escape(line.rstrip()) + "\n"
        for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in seen)) is not None
