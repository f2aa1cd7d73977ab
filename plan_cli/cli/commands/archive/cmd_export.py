"""``plan export -o FILE``: tasks as a table for programs that reckon over many.

plan export -p 计划/ -o tasks.parquet
plan export -p 计划库.db --table measures -o 举措/
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from plan_cli.cli.completion.metavars import FILE, Values
from plan_cli.cli.options import OUTPUT_PANEL
from plan_cli.cli.output import Done
from plan_cli.cli.placing import filled_file, filled_folder
from plan_cli.cli.sources.answering import first_fault
from plan_cli.cli.sources.choosing import plans_of
from plan_cli.cli.spec import PlanFiles, command
from plan_cli.cli.terminal.progress import shown_progress
from plan_cli.errors import InputError, PlanError, UsageError
from plan_cli.library.parquet import PLACES, write_by_year, write_parquet
from plan_cli.library.relations import RELATIONS, Row, plan_columns
from plan_cli.model.plan import Plan
from plan_cli.query.choices import Choice
from plan_cli.query.plans import Facts, Which
from plan_cli.text import listed, visible

SUFFIX = ".parquet"
TABLES = {
    "tasks": "任务、单位、责任方式，每种一行",
    "responsibilities": "同上，逐条举措",
    "measures": "每条举措一行",
    "targets": "每个指标一行",
}
_HELP = "；".join(f"{name} {meaning}" for name, meaning in TABLES.items())


class Rows(NamedTuple):
    """Asks a plan for its rows in a table."""

    table: str
    command: str = "export"
    given: Mapping[str, Any] = {}
    records: bool = False

    def __call__(self, plan: Plan, facts: Facts) -> list[Row]:
        """Return the rows."""
        begin = plan_columns(facts)
        return [(*begin, *row) for row in RELATIONS[self.table].rows(plan)]


@command("plan export -p 计划/ -o tasks.parquet", "plan export --table measures -o 举措/", shows=())
def run(
    files: PlanFiles,
    target: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar=FILE,
            help=f"{SUFFIX} 文件；或文件夹（以 / 结尾），每年一个文件",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ],
    table: Annotated[
        str,
        typer.Option(
            "--table",
            metavar=Values("表", [Choice((name,), told) for name, told in TABLES.items()]),
            help=f"{_HELP}；默认 tasks",
        ),
    ] = "tasks",
    force: Annotated[
        bool,
        typer.Option("--force", help="文件已存在时替换它", rich_help_panel=OUTPUT_PANEL),
    ] = False,
) -> Done:
    """Write a table."""
    if table not in RELATIONS:
        raise UsageError(
            f"没有叫“{visible(table, keep='')}”的表", f"可用的：{listed(list(TABLES))}"
        )
    relation, path, broken = RELATIONS[table], Path(target), list[PlanError]()
    by_year = target.endswith(("/", "\\")) or path.is_dir()
    if not by_year and path.suffix.lower() != SUFFIX:
        hint = f"请写 {SUFFIX} 文件，如 -o {table}{SUFFIX}；或文件夹，如 -o {table}/"
        raise UsageError(f"plan export 写 Parquet，{visible(target, keep='')} 不像", hint)
    with shown_progress("正在读取计划文件", "份") as steps:
        answers = plans_of(files).answers(Which(), Rows(table), steps)
        rows = _sound(answers, broken)
        if by_year:
            with filled_folder(path, force, PLACES) as folder:
                count = write_by_year(relation, rows, folder)
        else:
            with filled_file(path, force) as file:
                count = write_parquet(relation, rows, file)
    told = [f"错误：{first_fault(error)}" for error in broken]
    code = InputError.exit_code if broken else 0
    return Done((*told, f"已写入 {visible(target, keep='')}：{count} 行"), code)


def _sound(answers: Iterator[Any], broken: list[PlanError]) -> Iterator[Sequence[Row]]:
    """Return the rows of each plan as they come; the files that are none are put aside.

    Raises PlanError where all of them are.
    """

    def sound() -> Iterator[Sequence[Row]]:
        for _, told in answers:
            if isinstance(told, PlanError):
                broken.append(told)
            else:
                yield told

    rows = sound()
    first = list(islice(rows, 1))
    if not first and broken:
        raise broken[0]
    return chain(first, rows)
