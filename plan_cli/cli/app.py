"""The program: its commands by name, loaded when asked for, and the one boundary for errors."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import Annotated, Any

import typer

from plan_cli import __version__
from plan_cli.cli.chinese import HELP_OPTION, ChineseGroup
from plan_cli.cli.destination import Destination
from plan_cli.cli.loading import are_several, load_plan
from plan_cli.cli.options import PLAN_OPTION
from plan_cli.cli.output import Shown
from plan_cli.cli.panels import COMMANDS, PANELS, load_command
from plan_cli.cli.streams import prepare_streams, say, tell_missing, write_text
from plan_cli.errors import PlanError, UsageError
from plan_cli.model.plan import Plan
from plan_cli.query.choices import Choice, id_choices, name_choices
from plan_cli.text import fold, visible

ASKING_SHELL = "_PLAN_COMPLETE"
"""The environment variable by which a shell asks for completions: its own name."""

INTERNAL = 70
"""A fault in the program itself (EX_SOFTWARE of sysexits.h)."""


HELP = "help"

EXAMPLES = (
    "plan 科普部",
    "plan 14",
    "plan list 科普部 --action 科普中原",
    "plan search 乡村振兴",
    "plan checklist 科普部 -o 科普部.docx",
)


def _short_forms(plan: Plan) -> list[Choice]:
    """Return what may stand instead of a command: names, and ids to show."""
    return [*name_choices(plan), *id_choices(plan)]


class LazyGroup(ChineseGroup):
    """The commands in `COMMANDS`; only the one asked for is imported."""

    also = staticmethod(_short_forms)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command called ``cmd_name``, or None."""
        summary = COMMANDS.get(cmd_name)
        return None if summary is None else load_command(cmd_name).build(cmd_name, summary)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return all names, in the order of the help."""
        return list(COMMANDS)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; each plan will be read once, for standard input cannot be read again."""
        ctx.obj = cache(load_plan)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that ``args`` begin with, or that shows what they name.

        Raises UsageError if there is none.
        """
        word, *rest = args
        name = fold(word)
        if name == HELP:
            args = [_explained(ctx, rest), "--help"]
        elif name in COMMANDS:
            args = [name, *rest]
        elif not name:
            raise UsageError("命令是空的", "请用 plan --help 查看用法。")
        else:
            from plan_cli.cli.sources.short_forms import spelled_out_by

            args = spelled_out_by(self._plan_files(ctx, args), ctx.obj, args, tuple(COMMANDS))
        return super().resolve_command(ctx, args)

    def step_into(self, word: str, plan: Callable[[], Plan]) -> Any:
        """Return the command that ``word`` stands for; behind ``help`` any can follow."""
        name = fold(word)
        if name == HELP:
            return self
        if name not in COMMANDS:
            from plan_cli.cli.sources.short_forms import spelled_out

            name, *_ = spelled_out(plan(), [word], COMMANDS)
        return super().step_into(name, plan)

    def _plan_files(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the plans named before or behind the words of ``args``, which are no command.

        What is wrong in them is told by the command that they turn out to stand for.
        """
        command = self.get_command(ctx, "dept")
        lenient = typer.Context(command, resilient_parsing=True)
        options, _, _ = command.make_parser(lenient).parse_args(list(args))
        return options.get("plan") or ctx.params.get("plan") or []

    def summaries(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the commands, panel by panel."""
        return [(panel, list(commands.items())) for panel, commands in PANELS.items()]

    def examples(self) -> tuple[str, ...]:
        """Return the commands to show first."""
        return EXAMPLES


def _explained(ctx: typer.Context, words: list[str]) -> str:
    """Return the command that ``plan help`` is asked about; without one, show the general help."""
    word = words[0] if words else HELP
    name = fold(word)
    if name in COMMANDS:
        return name
    understood = name == HELP or name.startswith("-")
    if not understood:
        say(f"错误：没有“{visible(word, keep='')}”这条命令，下面是全部命令")
    write_text(ctx.get_help() + "\n")
    raise typer.Exit(0 if understood else UsageError.exit_code)


def _show_version(wanted: bool) -> None:
    if wanted:
        write_text(f"plan {__version__}\n")
        raise typer.Exit


def _root(
    ctx: typer.Context,
    plan: Annotated[list[str] | None, PLAN_OPTION] = None,
    version: Annotated[
        bool,
        typer.Option("--version", help="显示版本", is_eager=True, callback=_show_version),
    ] = False,
    help: Annotated[bool, HELP_OPTION] = False,
) -> int:
    if ctx.invoked_subcommand is None:
        from plan_cli.reports.overview import overview  # not needed by any command

        if are_several(plan or []):
            from plan_cli.cli.sources.answering import contents_of

            return contents_of(plan or []).deliver(Destination())
        return Shown(overview(ctx.obj(plan[0] if plan else None))).deliver(Destination())
    return 0


def build() -> Any:
    """Return the whole program as a Typer command."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.callback(
        cls=LazyGroup,
        invoke_without_command=True,
        help="从工作要点、重点工作里准确查出：谁要做什么、什么时候完成。",
        add_help_option=False,
    )(_root)
    return typer.main.get_command(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with ``arguments`` (default: the command line); return the exit code."""
    prepare_streams()
    code = _run(sys.argv[1:] if arguments is None else arguments)
    tell_missing()
    return code


def _run(arguments: Sequence[str]) -> int:
    try:
        if shell := os.environ.get(ASKING_SHELL):
            from plan_cli.cli.completion.shells import answer

            return answer(build(), shell, arguments)
        code: int = build().main(list(arguments), prog_name="plan", standalone_mode=False)
        return code
    except PlanError as error:
        _tell(error)
        return error.exit_code
    except typer.TyperException as error:
        from plan_cli.cli.complaints import translated

        _tell(translated(error))
        return UsageError.exit_code
    except typer.Exit as leave:
        return leave.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        if os.environ.get("PLAN_DEBUG"):
            raise
        say(f"错误：程序内部出错（{type(error).__name__}: {error}）")
        say("这是程序的问题。请设环境变量 PLAN_DEBUG=1 重新运行，把全部输出发给维护者。")
        return INTERNAL


def _tell(error: PlanError) -> None:
    say(f"错误：{error.message}")
    if error.hint:
        say(error.hint)
