"""What commands share: the plan file, the filters, the forms of output; and how one is made.

A command is a function from what it needs to a `Report`::

    @command(FORMS, "plan list --dept 科普部")
    def run(plan: Plan, selection: Selection) -> Report: ...

Parameters called ``plan``, ``selection``, ``filters`` (their words as they were given) and
``plan_file`` (the name given with ``--plan``, or None) are filled in from the shared options; all
others become options and arguments of their own. A command that takes none of them has no
``--plan``, one with a single form no ``--format``. One with a ``selection`` and no arguments of
its own takes the names that it is narrowed to (``plan list 科普部``). One with an option ``all``
writes a whole folder when it is given, and returns a `Batch`; one that makes a plan file returns
it as `Made`.
"""

import inspect
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.models import ArgumentInfo

from plan_cli.cli.help import HELP_OPTION, ChineseCommand
from plan_cli.cli.output import Destination, Made, Reply, choose, deliver_made
from plan_cli.errors import UsageError
from plan_cli.numerals import in_digits
from plan_cli.query.asked import select, with_names
from plan_cli.query.filters import FILTERS
from plan_cli.report import Report
from plan_cli.text import fold, visible

if TYPE_CHECKING:
    from plan_cli.cli.folder import Batch

MAX_DIGITS = 5
"""More days than that, about 270 years, are a slip."""

TABLE_FORMS = ("table", "tsv", "json", "csv", "md", "yaml", "txt", "docx", "xlsx", "html")

FILLED_IN = {"plan", "selection", "filters", "plan_file"}

FILTER_PANEL, OUTPUT_PANEL, COMMON_PANEL = "筛选", "输出", "通用"

PLAN_OPTION = typer.Option(
    "--plan",
    "-p",
    metavar="文件名",
    help="计划文件；- 表示标准输入。也可用环境变量 PLAN_FILE 指定；默认用自带的计划",
    rich_help_panel=COMMON_PANEL,
)

_SHARED: dict[str, Any] = {
    "names": Annotated[
        list[str] | None,
        typer.Argument(metavar="名称", help="部门、类别、行动、工程或清单，同 --dept 等"),
    ],
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
            metavar="文件名",
            help="写入文件，格式按后缀",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ],
    "force": Annotated[
        bool,
        typer.Option("--force", help="文件已存在时替换它", rich_help_panel=OUTPUT_PANEL),
    ],
    "help": Annotated[bool, HELP_OPTION],
}


class Spec(NamedTuple):
    """A command before it is registered: its function, its forms, its examples."""

    run: Callable[..., "Report | Batch | Made"]
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    roles_alone: bool
    """Whether ``--role`` is of use without ``--dept``."""

    def build(self, name: str, summary: str) -> Any:
        """Return the Typer command called ``name``."""
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        register = app.command(
            name,
            cls=ChineseCommand,
            help=summary,
            add_help_option=False,
            context_settings={"allow_extra_args": True},
        )
        register(self._callback())
        built: Any = typer.main.get_command(app)
        built.examples = self.examples
        built.forms = self.forms
        return built

    def _callback(self) -> Callable[..., Reply | None]:
        own = [
            parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for parameter in inspect.signature(self.run).parameters.values()
            if parameter.name not in FILLED_IN
        ]
        wanted = inspect.signature(self.run).parameters.keys() & FILLED_IN

        def callback(ctx: typer.Context, **given: Any) -> Reply | None:
            decide = _choose_folder if given.get("all") else choose
            destination = decide(
                self.forms,
                given.get("json", False),
                given.get("format"),
                given["output"],
                given["force"],
            )
            arguments = {parameter.name: given[parameter.name] for parameter in own}
            arguments |= self._filled_in(ctx, given, wanted)
            answer = self.run(**arguments)
            if isinstance(answer, Report):
                return Reply(answer, destination)
            if isinstance(answer, Made):
                deliver_made(answer, destination)
            else:
                _write_batch(answer, destination)
            return None

        left_out = {
            *(() if wanted else ("plan",)),
            *(() if len(self.forms) > 1 else ("json", "format")),
            *(() if "selection" in wanted and not any(map(_is_argument, own)) else ("names",)),
        }
        shared = _shared_parameters(bool(wanted & {"selection", "filters"}), left_out)
        context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
        callback.__signature__ = inspect.Signature([context, *own, *shared])  # type: ignore[attr-defined]
        callback.__annotations__ = {}
        return callback

    def _filled_in(
        self, ctx: typer.Context, given: dict[str, Any], wanted: set[str]
    ) -> dict[str, Any]:
        """Return what is ``wanted`` of that which the shared options stand for."""
        filled: dict[str, Any] = {
            "plan_file": given.get("plan") or ctx.find_root().params.get("plan")
        }
        if wanted - {"plan_file"}:
            plan = filled["plan"] = ctx.obj(filled["plan_file"])
            words = {name: given[name] or () for name in FILTERS if name in given}
            filled["filters"] = with_names(plan, words, given.get("names") or ())
            if "selection" in wanted:
                filled["selection"] = select(plan, filled["filters"], self.roles_alone)
        return {name: filled[name] for name in wanted}


def _choose_folder(*asked: Any) -> Destination:
    from plan_cli.cli.folder import choose_folder

    return choose_folder(*asked)


def _write_batch(batch: "Batch", destination: Destination) -> None:
    from plan_cli.cli.folder import write_batch

    write_batch(batch, destination)


def command(
    forms: Sequence[str], *examples: str, roles_alone: bool = False
) -> Callable[[Callable[..., "Report | Batch | Made"]], Spec]:
    """Make a command of a function; the first of ``examples`` is shown first in its help."""
    return lambda run: Spec(run, tuple(forms), examples, roles_alone)


DAY_HELP = "如 2022-05-10、5月10日（今年）；默认今天"
TODAY_OPTION = typer.Option("--today", metavar="日期", help=f"当作今天，{DAY_HELP}")

_DAY = re.compile(
    r"(?:(?P<year>[0-9]{4})(?:年|(?P<mark>[-/.])))?"
    r"(?P<month>[0-9]{1,2})(?(mark)(?P=mark)|月)(?P<day>[0-9]{1,2})(?(mark)|[日号]?)"
)
"""A date with a year or, in words only, without."""


def parse_day(word: str | None) -> date:
    """Return the date that ``word`` writes, in any usual way, or else today's.

    A date without a year is of this year, not of the plan's: it stands for a day of the clock's.
    The only place that reads the clock. Raises UsageError for what is no date.
    """
    today = date.today()
    if word is None or fold(word) == "今天":
        return today
    shown = visible(word, keep="")
    text = re.sub(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", in_digits(fold(word)))
    if not (found := _DAY.fullmatch(text)):
        raise UsageError(
            f"“{shown}”不是一个日期",
            "可以写成 2022-05-10、2022/5/10、2022.5.10、20220510、2022年5月10日，"
            "也可以写 5月10日（今年的）或 今天。",
        )
    try:
        return date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
    except ValueError:
        raise UsageError(f"没有“{shown}”这一天", "请核对年、月、日。") from None


def parse_days(word: str | None) -> int | None:
    """Return a number of days, or ``None`` for none; raises UsageError for anything else."""
    if word is None:
        return None
    if not (word.isascii() and word.isdigit() and len(word) <= MAX_DIGITS):
        raise UsageError(f"“{visible(word, keep='')}”不是天数", "天数写作整数，如 30。")
    return int(word)


def _is_argument(parameter: inspect.Parameter) -> bool:
    metadata = getattr(parameter.annotation, "__metadata__", ())
    return any(isinstance(each, ArgumentInfo) for each in metadata)


def _shared_parameters(filters: bool, left_out: set[str]) -> list[inspect.Parameter]:
    annotations: dict[str, Any] = {}
    if filters:
        for name, each in FILTERS.items():
            option = typer.Option(
                *each.flags, metavar=each.metavar, help=each.help, rich_help_panel=FILTER_PANEL
            )
            annotations[name] = Annotated[list[str] | None, option]
    annotations |= {name: each for name, each in _SHARED.items() if name not in left_out}
    return [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=False if name in ("json", "force", "help") else None,
            annotation=annotation,
        )
        for name, annotation in annotations.items()
    ]
