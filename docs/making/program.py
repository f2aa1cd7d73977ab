"""The program as it is registered: its commands, options, exit codes."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import typer

from plan_cli.__main__ import INTERRUPTED
from plan_cli.cli.app import INTERNAL, build
from plan_cli.cli.help import argument_term, option_help, option_term, panel_of, usage
from plan_cli.errors import PlanError

OFTEN = 4
"""An option that so many commands have, in the same words, is described once for all."""


class Option(NamedTuple):
    """An option or an argument."""

    term: str
    help: str
    panel: str

    @property
    def flags(self) -> list[str]:
        """All ways to write it, without what it takes."""
        return re.findall(r"(?<![^ ])--?[a-z][\w-]*", self.term)


class Command(NamedTuple):
    """One command."""

    path: str
    summary: str
    usage: str
    examples: tuple[str, ...]
    forms: tuple[str, ...]
    arguments: tuple[Option, ...]
    options: tuple[Option, ...]


def commands() -> list[Command]:
    """Return the program itself, then all its commands, nested ones too, as the help has them."""
    root = build()
    context = typer.Context(root, info_name="plan")
    return [_command(root, context), *_inside(root, context)]


def _inside(group: Any, context: typer.Context) -> Iterator[Command]:
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        inner = typer.Context(found, info_name=name, parent=context)
        yield _command(found, inner)
        if hasattr(found, "summaries"):
            yield from _inside(found, inner)


def _command(command: Any, context: typer.Context) -> Command:
    is_group = hasattr(command, "summaries")
    parts = [
        Option(argument_term(each), each.help or "", "参数")
        if each.param_type_name == "argument"
        else Option(option_term(each), option_help(command, each), panel_of(each))
        for each in command.params
    ]
    return Command(
        context.command_path,
        command.help or "",
        usage(context),
        tuple(command.examples() if is_group else command.examples),
        () if is_group else tuple(command.forms),
        tuple(part for part in parts if part.panel == "参数"),
        tuple(part for part in parts if part.panel != "参数"),
    )


def shared_options(every: list[Command]) -> list[Option]:
    """Return the options that many commands have, by panels."""
    counts = Counter(option for command in every for option in command.options)
    found = [option for option, count in counts.items() if count >= OFTEN]
    panels = list(dict.fromkeys(option.panel for option in found))
    return sorted(found, key=lambda option: panels.index(option.panel))


def exit_codes() -> list[int]:
    """Return what the program can leave with: done, something is wrong, the errors, the rest."""
    errors = [PlanError]
    for error in errors:
        errors += error.__subclasses__()
    return sorted({0, 1, *(error.exit_code for error in errors), INTERNAL, INTERRUPTED})
