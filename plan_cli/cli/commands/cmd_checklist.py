"""``plan checklist NAME``: what one unit or kind has to do, to print and sign for.

plan checklist 科普部 -o 科普部.docx
plan checklist --all -o 责任清单/
"""

from typing import Annotated

import typer

from plan_cli import __version__
from plan_cli.cli.completion.metavars import PARTY
from plan_cli.cli.days import parse_day
from plan_cli.cli.folder import Batch, folder_for
from plan_cli.cli.options import DAY_HELP
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import FilterWords, Into, MaybeKnown, WholePlan, command
from plan_cli.errors import UsageError
from plan_cli.query.asked import Selection, choose_parts
from plan_cli.query.filters import DEPT, Words
from plan_cli.query.lookup import find_party
from plan_cli.query.reach import parties
from plan_cli.reports.paper.checklist import Printing, checklist, index
from plan_cli.text import listed

INDEX = "索引"


@command(
    "plan checklist 科普部",
    "plan checklist 科普部 -o 科普部.docx",
    "plan checklist 科普部 --brief --date 2022-05-10 -o 科普部.xlsx",
    "plan checklist --all -o 责任清单/ --format docx",
)
def run(
    plan: WholePlan,
    filters: FilterWords,
    known: MaybeKnown,
    name: Annotated[str | None, typer.Argument(metavar=PARTY, help="部门、单位或类别")] = None,
    all: Annotated[
        bool,
        typer.Option("--all", help="每个部门、类别一份，连同索引写入 -o 的文件夹（默认 docx）"),
        Into(folder_for("--all", "责任清单", "docx")),
    ] = False,
    brief: Annotated[bool, typer.Option("--brief", help="一项任务一行，不列举措")] = False,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="日期", help=f"打印日期，{DAY_HELP}"),
    ] = None,
) -> Shown | Batch:
    """Make checklists."""
    printing = Printing(parse_day(date), __version__, brief)
    if not all:
        name, filters = _whose(name, filters)
    selection = choose_parts(plan, filters, known)
    if all:
        if name is not None:
            raise UsageError("--all 是给所有部门的，不能再写一个部门", "请只写一个。")
        return _everybody(selection, printing)
    if name is None:
        names = listed([party.name for party in parties(plan)])
        raise UsageError("请指定部门（单位）", f"可用的：{names}\n要全部的，请用 --all。")
    return Shown(checklist(selection, find_party(plan, name), printing))


def _whose(name: str | None, filters: Words) -> tuple[str | None, Words]:
    """Return whose checklist it is, and what narrows it: a lone ``--dept`` says whose, as well."""
    depts = filters.get(DEPT, ())
    if name is None and len(depts) == 1:
        return depts[0], {**filters, DEPT: ()}
    return name, filters


def _everybody(selection: Selection, printing: Printing) -> Batch:
    files = [
        (party.name, checklist(selection, party, printing)) for party in parties(selection.plan)
    ]
    return Batch(((INDEX, index(selection, printing)), *files))
