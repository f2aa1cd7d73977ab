"""``plan import``: an official document made into a plan file, with what to check."""

from pathlib import PureWindowsPath
from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import DOCUMENT
from plan_cli.cli.documents import naming, open_document
from plan_cli.cli.output import Made
from plan_cli.cli.spec import command
from plan_cli.cli.terminal.progress import shown_progress
from plan_cli.importers.convert import convert
from plan_cli.importers.handover import plan_file, told
from plan_cli.importers.registry import READABLE, read_document
from plan_cli.planfile.source import STDIN, shown_name
from plan_cli.text import visible


@command(
    "plan import 工作要点2023.docx -o plan2023.yaml",
    "plan import 通知.pdf -o plan2023.yaml --force",
    only="yaml",
)
def run(
    file: Annotated[
        str,
        typer.Argument(
            metavar=DOCUMENT,
            help=f"{READABLE}，或装有一份的 zip、eml；- 表示标准输入",
        ),
    ],
) -> Made:
    """Import a document."""
    content = open_document(file)
    with naming(file), shown_progress(f"正在读取 {shown_name(file)}") as progress:
        imported = convert(read_document(content, file, progress))
    return Made(plan_file(imported, _file_name(file)), tuple(told(imported)))


def _file_name(file: str) -> str:
    """Return the last part of a path, as Windows or any other system writes it.

    A plan is passed on: where the document lay is nobody's business.
    """
    return shown_name(file) if file == STDIN else visible(PureWindowsPath(file).name, keep="")
