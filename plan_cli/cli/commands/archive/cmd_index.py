"""``plan index FILE… -o LIBRARY``: many plan files in one file that answers fast.

plan index 计划/ -o 计划库.db
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import FILE, Elsewhere, Values
from plan_cli.cli.options import OUTPUT_PANEL
from plan_cli.cli.output import Done
from plan_cli.cli.sources.answering import first_fault
from plan_cli.cli.sources.choosing import files_of
from plan_cli.cli.sources.shelving import found_files, reader
from plan_cli.cli.spec import command
from plan_cli.cli.streams import say
from plan_cli.cli.terminal.progress import shown_progress
from plan_cli.errors import InputError
from plan_cli.library.indexing import FATES, Fate, Indexed, index
from plan_cli.library.shelf import open_shelf
from plan_cli.text import listed, visible

NAMED: tuple[Fate, ...] = ("new", "changed", "gone")
"""What is told file by file, where there are few."""
FEW = 5


@command("plan index 计划/ -o 计划库.db", shows=())
def run(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar=Values("文件", Elsewhere.PLANS), help="计划文件，或装着它们的文件夹、通配符"
        ),
    ],
    library: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar=FILE,
            help="计划库文件；已有的只更新有变化的计划",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ],
) -> Done:
    """Make a library, or bring one up to date."""
    paths = found_files(files_of(files), library)
    with closing(open_shelf(library, lambda: say("计划库正被别的程序写入，请稍候……"))) as shelf:
        with shown_progress("正在读取计划文件", "份") as steps:
            done = index(shelf, list(paths.values()), reader(paths, steps))
        plans, tasks = shelf.size()
    shown = visible(str(library), keep="")
    return Done((*_told(done), f"{shown}：现有 {plans} 份计划、{tasks} 项任务。"), _code(done))


def _code(done: Indexed) -> int:
    return InputError.exit_code if done.faults else 0


def _told(done: Indexed) -> list[str]:
    """Return what was done, first what is broken."""
    lines = [f"错误：{first_fault(error)}" for error in done.faults.values()]
    for fate, label in FATES.items():
        if files := [file for file, each in done.fates.items() if each == fate]:
            named = f"（{_few(files)}）" if fate in NAMED else ""
            lines.append(f"{label} {len(files)} 份{named}")
    return lines


def _few(files: Sequence[str]) -> str:
    return visible(listed(files[:FEW]), keep="") + ("等" if len(files) > FEW else "")
