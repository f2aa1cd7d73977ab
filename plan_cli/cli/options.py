"""What commands share: the plan file, the filters, the forms of output; and how one is made.

A command is a function from what it needs to a `Report`::

    @command(FORMS, "plan list --dept 科普部")
    def run(plan: Plan, selection: Selection) -> Report: ...

Parameters called ``plan``, ``selection`` and ``plan_file`` (the name given with ``--plan``, or
None) are filled in from the shared options; all others become options and arguments of their
own.
"""

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from plan_cli.cli.help import ChineseCommand
from plan_cli.cli.loading import load_plan
from plan_cli.cli.output import Reply, choose
from plan_cli.query.filters import FILTERS, select
from plan_cli.report import Report

TABLE_FORMS = ("table", "tsv", "json", "csv", "md", "yaml", "txt")

FILTER_PANEL, OUTPUT_PANEL, COMMON_PANEL = "筛选", "输出", "通用"

PLAN_OPTION = typer.Option(
    "--plan",
    "-p",
    metavar="文件",
    help="计划文件；- 表示标准输入。也可用环境变量 PLAN_FILE 指定；默认用自带的计划",
    rich_help_panel=COMMON_PANEL,
)

_SHARED: dict[str, Any] = {
    "plan": Annotated[str | None, PLAN_OPTION],
    "json": Annotated[
        bool, typer.Option("--json", help="等于 -f json", rich_help_panel=OUTPUT_PANEL)
    ],
    "format": Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="格式", rich_help_panel=OUTPUT_PANEL),
    ],
    "output": Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="文件",
            help="写入文件，格式按后缀",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ],
    "force": Annotated[
        bool,
        typer.Option("--force", help="文件已存在时替换它", rich_help_panel=OUTPUT_PANEL),
    ],
}


class Spec(NamedTuple):
    """A command before it is registered: its function, its forms, its examples."""

    run: Callable[..., Report]
    forms: tuple[str, ...]
    examples: tuple[str, ...]

    def build(self, name: str, summary: str) -> Any:
        """Return the Typer command called ``name``."""
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        settings = {
            "help_option_names": ["-h", "--help"],
            "allow_extra_args": True,
            "obj": None,
        }
        register = app.command(name, cls=ChineseCommand, help=summary, context_settings=settings)
        register(self._callback())
        built: Any = typer.main.get_command(app)
        built.examples = self.examples
        built.forms = self.forms
        return built

    def _callback(self) -> Callable[..., Reply]:
        own = [
            parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for parameter in inspect.signature(self.run).parameters.values()
            if parameter.name not in ("plan", "selection", "plan_file")
        ]
        wanted = inspect.signature(self.run).parameters

        def callback(ctx: typer.Context, **given: Any) -> Reply:
            destination = choose(
                self.forms, given["json"], given["format"], given["output"], given["force"]
            )
            arguments = {parameter.name: given[parameter.name] for parameter in own}
            plan_file = given["plan"] or (ctx.obj or {}).get("plan")
            if "plan_file" in wanted:
                arguments["plan_file"] = plan_file
            if "plan" in wanted or "selection" in wanted:
                plan = load_plan(plan_file)
                if "plan" in wanted:
                    arguments["plan"] = plan
                if "selection" in wanted:
                    words = {name: given[name] or () for name in FILTERS}
                    arguments["selection"] = select(plan, words)
            return Reply(self.run(**arguments), destination)

        shared = _shared_parameters("selection" in wanted)
        context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
        callback.__signature__ = inspect.Signature([context, *own, *shared])  # type: ignore[attr-defined]
        callback.__annotations__ = {}
        return callback


def command(forms: Sequence[str], *examples: str) -> Callable[[Callable[..., Report]], Spec]:
    """Make a command of a function; the first of ``examples`` is shown first in its help."""
    return lambda run: Spec(run, tuple(forms), examples)


def _shared_parameters(filters: bool) -> list[inspect.Parameter]:
    annotations: dict[str, Any] = {}
    if filters:
        for name, each in FILTERS.items():
            option = typer.Option(
                *each.flags, metavar=each.metavar, help=each.help, rich_help_panel=FILTER_PANEL
            )
            annotations[name] = Annotated[list[str] | None, option]
    annotations |= _SHARED
    return [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=False if name in ("json", "force") else None,
            annotation=annotation,
        )
        for name, annotation in annotations.items()
    ]
