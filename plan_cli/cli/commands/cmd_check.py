"""``plan check``: everything that is wrong with plan files, and how to mend it."""

from typing import Annotated

import typer

from plan_cli.cli.documents import document_name, naming, read_document
from plan_cli.cli.options import command
from plan_cli.errors import InputError, UsageError
from plan_cli.importers.registry import READABLE
from plan_cli.planfile import source as store
from plan_cli.query.against import Difference, differences
from plan_cli.report import Report
from plan_cli.reports.verdict import UNREADABLE, verdict
from plan_cli.text import clip, visible
from plan_cli.validation.codes import CODES
from plan_cli.validation.everything import Problem, examine, problem_at

FORMS = ("table", "txt", "json", "tsv", "csv", "yaml")

SHOWN = 500
"""How many differences from the original are told."""


@command(FORMS, "plan check", "plan check plan2022.yaml plan2023.yaml --strict")
def run(
    plan_file: str | None,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="文件", help="要检查的计划文件；不写则检查默认的计划"),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="原文文件名",
            help=f"与原文（{READABLE}）逐字对照，不计空白和 #、*、\\",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="有警告也算不合格（退出码 1）")] = False,
) -> Report:
    """Check plan files."""
    if files and plan_file:
        raise UsageError("文件名和 --plan 只能写一个", "例如：plan check plan2023.yaml")
    if against and len(files or ()) > 1:
        raise UsageError(
            "--against 一次只能对照一个文件", "例如：plan check plan2023.yaml --against 原文.md"
        )
    original = _original(against) if against else None
    problems: list[Problem] = []
    names, notes = [], []
    for name in files or [store.plan_name(plan_file)]:
        try:
            source = store.open_text(name)
        except InputError as error:
            names.append(visible(name, keep=""))
            problems.append(_unreadable(names[-1], error))
            continue
        names.append(source.name)
        found, plan = examine(source)
        problems += found
        if original and plan:
            parted = differences(plan, original.text)
            problems += [_parted(source, original, each) for each in parted[:SHOWN]]
            notes += _compared(original, len(parted))
        elif original:
            notes.append("请先改正上面的错误，再与原文对照。")
    return verdict(names, problems, strict, notes)


def _original(file: str) -> store.Source:
    """Return the text of the original, which may be all that ``plan import`` reads."""
    from plan_cli.importers.original import original_text

    content = read_document(file)
    with naming(file):
        return store.Source(document_name(file), original_text(content, file))


def _unreadable(name: str, error: InputError) -> Problem:
    severity, advice = CODES[UNREADABLE]
    return Problem(name, None, UNREADABLE, severity, "", error.message, error.hint or advice)


def _parted(source: store.Source, original: store.Source, each: Difference) -> Problem:
    ours, theirs = each.encoded, each.original
    line, column = original.position(each.offset)
    where = f"{original.name}:{line + 1}:{column + 1}"
    what = "与原文不同" if ours.words and theirs.words else "比原文多" if ours.words else "缺少原文"
    sides = ((label, side) for label, side in (("原文", theirs), ("编码", ours)))
    detail = tuple(
        f"{label}：{clip(side.before)}【{clip(side.words)}】{clip(side.after)}"
        for label, side in sides
    )
    return problem_at(source, "E501", each.path, each.part, f"{what}（{where}）", detail)


def _compared(original: store.Source, count: int) -> list[str]:
    if not count:
        return [f"与 {original.name} 逐字一致（不计空白和 #、*、\\）。"]
    rest = f"，这里列出前 {SHOWN} 处" if count > SHOWN else ""
    return [f"与 {original.name} 有 {count} 处不同{rest}。"]
