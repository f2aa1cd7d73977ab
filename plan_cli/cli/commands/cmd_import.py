"""``plan import``: an official document made into a plan file, with what to check."""

from collections.abc import Sequence
from pathlib import PureWindowsPath
from typing import Annotated

import typer

from plan_cli.cli.documents import document_name, naming, read_document
from plan_cli.cli.output import Made
from plan_cli.cli.progress import shown_progress
from plan_cli.cli.spec import command
from plan_cli.importers.convert import Imported, convert
from plan_cli.importers.encoding.build import Doubt
from plan_cli.importers.registry import READABLE, read_lines
from plan_cli.model.plan import Plan
from plan_cli.planfile.fields import Path
from plan_cli.planfile.source import STDIN
from plan_cli.planfile.writing import write_plan
from plan_cli.text import visible
from plan_cli.validation.walk import placed_tasks

SHOWN = 200
"""How many doubts are told one by one."""

HEAD = (
    "由 plan import 从 {name} 读出。请对照原文核对：",
    "  plan check 本文件           检查格式和规则",
    "  plan text -p 本文件         拼回原文，与原件对照",
    "带“待核”的注释是程序拿不准的地方，核对后删去；原文一字未改。",
)


@command(
    "plan import 工作要点2023.docx -o plan2023.yaml",
    "plan import 通知.pdf -o plan2023.yaml --force",
    only="yaml",
)
def run(
    file: Annotated[str, typer.Argument(metavar="文件", help=f"{READABLE}；- 表示标准输入")],
) -> Made:
    """Import a document."""
    content = read_document(file)
    with naming(file), shown_progress(f"正在读取 {document_name(file)}") as progress:
        imported = convert(read_lines(content, file, progress))
    return Made(_written(imported, _file_name(file)), tuple(_told(imported)))


def _file_name(file: str) -> str:
    """Return the last part of a path, as Windows or any other system writes it.

    A plan is passed on: where the document lay is nobody's business.
    """
    return document_name(file) if file == STDIN else visible(PureWindowsPath(file).name, keep="")


def _written(imported: Imported, name: str) -> str:
    """Return the plan file: doubts about a place beside it, the others at the top."""
    comments: dict[Path, list[str]] = {}
    head = [line.format(name=name) for line in HEAD]
    for doubt in imported.doubts:
        where = f"（{doubt.place}）" if doubt.place else ""
        line = f"待核{where}：{doubt.message}"
        if doubt.path:
            comments.setdefault(doubt.path, []).append(line)
        else:
            head.append(line)
    return write_plan(imported.plan, comments, head)


def _told(imported: Imported) -> list[str]:
    """Return what is said at the end: what was read, then every doubt."""
    plan = imported.plan
    counts = f"{len(plan.entries)} 项任务，{len(plan.units)} 个单位，{len(plan.collectives)} 种统称"
    shown = [doubt for doubt in imported.doubts if not doubt.aside]
    asides = len(imported.doubts) - len(shown)
    lines = [f"读出 {counts}。以下 {len(shown)} 处请核对："]
    lines += [f"· {_where(plan, doubt)}{doubt.message}" for doubt in shown[:SHOWN]]
    if len(shown) > SHOWN:
        lines.append(f"其余 {len(shown) - SHOWN} 处见文件里的注释。")
    if asides:
        lines.append(f"另有 {asides} 处提议的量化指标、时限，在文件里标了“待核”。")
    lines.append("核对改好后，请用 plan check 再查一遍。")
    return lines


def _where(plan: Plan, doubt: Doubt) -> str:
    """Return the task that a doubt is about, and the place in the source."""
    task = _task_at(plan, doubt.path)
    words = [f"任务 {task}"] if task else []
    if doubt.place:
        words.append(doubt.place)
    return f"{'，'.join(words)}：" if words else ""


def _task_at(plan: Plan, path: Sequence[str | int]) -> str:
    placed = (task for task in placed_tasks(plan) if task.path == tuple(path[: len(task.path)]))
    return next((task.id for task in placed), "")
