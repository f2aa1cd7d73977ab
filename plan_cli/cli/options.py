"""The options that commands share: which plan, which tasks, in which form, where to."""

from collections.abc import Iterable
from inspect import Parameter
from typing import Annotated, Any

import typer

from plan_cli.cli.chinese import COMMON_PANEL, HELP_OPTION
from plan_cli.cli.completion.metavars import FILE, FOLDER_NAME, FORM, NAME, PLAN_FILE, Values
from plan_cli.query.filters import FILTERS

FILTER_PANEL, OUTPUT_PANEL, LEDGER_PANEL = "筛选", "输出", "台账"

PLAN_OPTION = typer.Option(
    "--plan",
    "-p",
    metavar=PLAN_FILE,
    help="计划文件（可重复），也可以是文件夹、通配符；- 表示标准输入。"
    "也可用环境变量 PLAN_FILE 指定；默认用自带的计划",
    rich_help_panel=COMMON_PANEL,
)

DAY_HELP = "如 2022-05-10、5月10日（今年）；默认今天"
TODAY_OPTION = typer.Option("--today", metavar="日期", help=f"当作今天，{DAY_HELP}")
LEDGER_OPTION = typer.Option(
    "--ledger",
    "-l",
    metavar=FILE,
    help="台账文件。也可用环境变量 PLAN_LEDGER 指定",
    rich_help_panel=LEDGER_PANEL,
)
BY_OPTION = typer.Option(
    "--by", metavar="姓名", help="谁登记的；默认登录名", rich_help_panel=LEDGER_PANEL
)
PERIOD_OPTION = typer.Option(
    "--period",
    metavar="报告期",
    help="如 2022Q2、2022-05、2022H1、2022；默认上次发出台账的那一期，没有发过则为本季度",
    rich_help_panel=LEDGER_PANEL,
)


def _parameter(name: str, type: Any, option: Any) -> Parameter:
    default = False if type is bool else None
    annotation = Annotated[type, option]
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def filter_options(names: Iterable[str]) -> list[Parameter]:
    """Return one option for each of the filters called so."""
    return [
        _parameter(
            each.name,
            list[str] | None,
            typer.Option(
                *each.flags,
                metavar=Values(each.metavar, each.choices),
                help=each.help,
                rich_help_panel=FILTER_PANEL,
            ),
        )
        for each in map(FILTERS.__getitem__, names)
    ]


NAMES = _parameter(
    "names",
    list[str] | None,
    typer.Argument(metavar=NAME, help="部门、类别、行动、工程或清单，同 --dept 等"),
)
"""Names without an option before them, each for the filter that it is a name for."""
PLAN = _parameter("plan", list[str] | None, PLAN_OPTION)
SPELLINGS = _parameter(
    "spellings",
    str | None,
    typer.Option(
        "--names",
        metavar=FILE,
        help="写明哪些名称是同一个单位的文件，如 市发展改革委: [市发改委]",
        rich_help_panel=COMMON_PANEL,
    ),
)
"""The file that declares units that are one body under several spellings."""
JSON = _parameter(
    "json", bool, typer.Option("--json", help="等于 -f json", rich_help_panel=OUTPUT_PANEL)
)
FORMAT = _parameter(
    "format",
    str | None,
    typer.Option("--format", "-f", metavar=FORM, rich_help_panel=OUTPUT_PANEL),
)
OUTPUT = _parameter(
    "output",
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar=FILE,
        help="写入文件，格式按后缀",
        rich_help_panel=OUTPUT_PANEL,
    ),
)
FOLDER = _parameter(
    "output",
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar=FOLDER_NAME,
        help="写入这个文件夹，没有就新建",
        rich_help_panel=OUTPUT_PANEL,
    ),
)
"""The same of a command that writes many files."""
FORCE = _parameter(
    "force",
    bool,
    typer.Option("--force", help="文件已存在时替换它", rich_help_panel=OUTPUT_PANEL),
)
HELP = _parameter("help", bool, HELP_OPTION)
LEDGER = _parameter("ledger", str | None, LEDGER_OPTION)
TODAY = _parameter(
    "today",
    str | None,
    typer.Option(
        "--today", metavar="日期", help=f"当作今天，{DAY_HELP}", rich_help_panel=LEDGER_PANEL
    ),
)
