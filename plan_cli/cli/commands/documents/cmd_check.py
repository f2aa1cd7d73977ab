"""``plan check [FILE…]``: everything that is wrong with plan files, and how to mend it.

plan check plan2023.yaml --strict
plan check plan2023.yaml --against 工作要点2023.docx
"""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import Elsewhere, Values
from plan_cli.cli.documents import read_original
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import PlanFile, command
from plan_cli.errors import InputError, UsageError
from plan_cli.importers.registry import READABLE
from plan_cli.planfile.source import open_text, plan_name, shown_name
from plan_cli.reports.fidelity import UNCOUNTED, Original, fidelity
from plan_cli.reports.verdict import Checked, verdict
from plan_cli.validation.everything import examine, unreadable


@command("plan check", "plan check plan2022.yaml plan2023.yaml --strict", shows=["findings"])
def run(
    plan_file: PlanFile,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=Values("文件", Elsewhere.PLANS), help="要检查的计划文件；不写则检查默认的计划"
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar=Values("原文文件名", Elsewhere.FILES),
            help=f"与原文（{READABLE}）逐字对照，{UNCOUNTED}",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="有警告也算不合格（退出码 1）")] = False,
) -> Shown:
    """Check plan files."""
    if files and plan_file:
        raise UsageError("文件名和 --plan 只能写一个", "例如：plan check plan2023.yaml")
    if against and len(files or ()) > 1:
        raise UsageError(
            "--against 一次只能对照一个文件", "例如：plan check plan2023.yaml --against 原文.md"
        )
    original = read_original(against) if against else None
    names = files or [plan_name(plan_file)]
    return Shown(verdict([_checked(name, original) for name in names], strict))


def _checked(name: str, original: Original | None) -> Checked:
    try:
        source = open_text(name)
    except InputError as error:
        shown = shown_name(name)
        return Checked(shown, (unreadable(shown, error),))
    problems, plan = examine(source)
    if original is None:
        return Checked(source.name, tuple(problems))
    compared = fidelity(source, plan, original)
    return Checked(source.name, (*problems, *compared.problems), compared.notes)
