"""Typer's classes, speaking Chinese. What they say is imported when there is something to say."""

from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from plan_cli.errors import UsageError
from plan_cli.model.plan import Plan
from plan_cli.query.choices import Choices
from plan_cli.text import fold, visible

COMMON_PANEL = "通用"


def show_help(ctx: typer.Context, wanted: bool) -> None:
    """Print the help of a command and end, if it is ``wanted``."""
    if wanted:
        from plan_cli.cli.streams import write_text

        write_text(ctx.get_help() + "\n")
        raise typer.Exit


HELP_OPTION = typer.Option(
    "--help",
    "-h",
    help="显示这份说明",
    is_eager=True,
    callback=show_help,
    rich_help_panel=COMMON_PANEL,
)
"""Our own, because Typer's prints past the error handler of standard output."""


class ChineseCommand(TyperCommand):
    """A command whose help and complaints are Chinese."""

    examples: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of the command."""
        from plan_cli.cli.help import command_help

        formatter.write(command_help(self, ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, and refuse what is left over in Chinese."""
        rest = _parsed(super().parse_args, ctx, args)
        if rest:
            from plan_cli.cli.complaints import superfluous

            raise superfluous(rest, ctx)
        return rest


class ChineseGroup(TyperGroup):
    """A group whose help is Chinese and lists commands without loading them."""

    also: Choices = ()
    """What else a command line may begin with, where it begins with no command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, and complain in Chinese."""
        return _parsed(super().parse_args, ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of the whole program."""
        from plan_cli.cli.help import group_help

        formatter.write(group_help(self, ctx))

    def summaries(self) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        """Return panels of command names with one-line summaries."""
        return ()

    def examples(self) -> tuple[str, ...]:
        """Return the commands to show first."""
        return ()

    def step_into(self, word: str, plan: Callable[[], Plan]) -> Any:
        """Return the command that ``word`` stands for, as completion reads on behind it.

        Raises UsageError if there is none.
        """
        no_context: Any = None
        command: Any = self.get_command(no_context, fold(word))
        if command is None:
            raise UsageError(f"没有“{visible(word, keep='')}”这条命令")
        return command


def _parsed(parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]) -> list[str]:
    """Parse in Chinese; a value that is empty (``-p ""``, an unset variable) is a missing one."""
    _refuse_one_dash(ctx, args)
    try:
        rest = parse(ctx, args)
    except typer.TyperException as error:
        from plan_cli.cli.complaints import translated

        raise translated(error, ctx) from None
    for param in ctx.command.params:
        given = ctx.params.get(param.name)
        for value in given if isinstance(given, list | tuple) else (given,):
            if isinstance(value, str) and not value.strip():
                from plan_cli.cli.complaints import empty

                raise empty(param, ctx)
    return rest


def _refuse_one_dash(ctx: Any, args: list[str]) -> None:
    """Refuse a long option with one dash: ``-dept`` would be read as ``-d ept``.

    Behind its first word a group parses nothing: the rest is the command's.
    """
    known = {name for param in ctx.command.params for name in param.opts}

    def is_parsed(word: str) -> bool:
        return word != "--" and (ctx.allow_interspersed_args or word.startswith("-"))

    for name in (word.partition("=")[0] for word in takewhile(is_parsed, args)):
        if name.startswith("-") and f"-{name}" in known:
            from plan_cli.cli.complaints import one_dash

            raise one_dash(name, ctx)
