"""Help in Chinese, in plain text: no Rich is loaded for it. And Typer's errors in Chinese.

Typer's own words are English f-strings that gettext does not reach. Its messages are worded
here from their kind and fields, never by matching the English.
"""

from collections.abc import Callable, Iterable
from shutil import get_terminal_size
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from plan_cli.cli.screen import pad, width, wrap
from plan_cli.cli.streams import write_text
from plan_cli.errors import UsageError
from plan_cli.text import listed, nearest, visible

INDENT = 2
GAP = 2
MAX_TERM = 26


def show_help(ctx: typer.Context, wanted: bool) -> None:
    """Print the help of a command and end, if it is ``wanted``."""
    if wanted:
        write_text(ctx.get_help() + "\n")
        raise typer.Exit


HELP_OPTION = typer.Option(
    "--help",
    "-h",
    help="显示这份说明",
    is_eager=True,
    callback=show_help,
    rich_help_panel="通用",
)
"""Our own, because Typer's prints past the error handler of standard output."""


class ChineseCommand(TyperCommand):
    """A command whose help and complaints are Chinese."""

    examples: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of the command."""
        formatter.write(_command_help(self, ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, and refuse what is left over in Chinese."""
        rest = _parsed(super().parse_args, ctx, args)
        if rest:
            shown = listed([visible(word, keep="") for word in rest])
            raise UsageError(f"多余的参数：{shown}", _see_help(ctx))
        return rest


class ChineseGroup(TyperGroup):
    """A group whose help is Chinese and lists commands without loading them."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, and complain in Chinese."""
        return _parsed(super().parse_args, ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of the whole program."""
        formatter.write(_group_help(self, ctx))

    def summaries(self) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        """Return panels of command names with one-line summaries."""
        return ()

    def examples(self) -> tuple[str, ...]:
        """Return the commands to show first."""
        return ()


def _parsed(parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]) -> list[str]:
    """Parse in Chinese; a value that is empty (``-p ""``, an unset variable) is a missing one."""
    try:
        rest = parse(ctx, args)
    except typer.TyperException as error:
        raise translate(error, ctx) from None
    for param in ctx.command.params:
        given = ctx.params.get(param.name)
        for value in given if isinstance(given, list | tuple) else (given,):
            if isinstance(value, str) and not value.strip():
                raise UsageError(_missing(param), _see_help(ctx))
    return rest


def _missing(param: Any, flag: str = "") -> str:
    if param.param_type_name == "argument":
        return f"{_param_name(param)}是空的"
    flags = "/".join(sorted(param.opts, key=len))
    return f"{flag or flags} 后面要写{param.metavar}"


def translate(error: typer.TyperException, ctx: Any = None) -> UsageError:
    """Return Typer's usage error in Chinese, with the nearest right word where there is one.

    ``ctx`` is the context in which the command line was parsed, if that is known.
    """
    kind = type(error).__name__
    hint = _see_help(ctx) if ctx else "请用 plan --help 查看用法。"
    option = visible(getattr(error, "option_name", "") or "", keep="")
    if kind == "NoSuchOption":
        known = [name for param in ctx.command.params for name in param.opts] if ctx else []
        close = nearest(option, [name for name in known if name.startswith("--")], limit=1)
        advice = f"是不是 {close[0]}？\n" if close else ""
        return UsageError(f"没有选项 {option}", advice + hint)
    if kind == "MissingParameter":
        return UsageError(f"缺少{_param_name(getattr(error, 'param', None))}", hint)
    if kind == "BadOptionUsage":
        return UsageError(_value_complaint(ctx, option), hint)
    if kind == "BadParameter":
        name = _param_name(getattr(error, "param", None))
        return UsageError(f"{name}的取值不合要求", hint)
    return UsageError("命令用法不对", hint)


def _value_complaint(ctx: Any, option: str) -> str:
    """Return what is wrong with the value of ``option``: one too few, or one too many."""
    for param in ctx.command.params if ctx else ():
        if option in param.opts:
            return f"{option} 后面不能带取值" if param.is_flag else _missing(param, option)
    return f"选项 {option} 用法不对"


def _param_name(param: Any) -> str:
    if param is None:
        return "参数"
    if param.param_type_name == "argument":
        return f"参数“{param.metavar or param.name}”"
    return f"选项 {param.opts[0]}"


def _see_help(ctx: Any) -> str:
    return f"用法：{_usage(ctx)}\n请用 {ctx.command_path} --help 查看说明。"


def _usage(ctx: Any) -> str:
    words = [ctx.command_path]
    if isinstance(ctx.command, TyperGroup):
        words.append("[选项] 命令 …")
    else:
        arguments = [p for p in ctx.command.params if p.param_type_name == "argument"]
        words += [_argument(param) for param in arguments]
        words.append("[选项]")
    return " ".join(words)


def _argument(param: Any) -> str:
    name = (param.metavar or param.name) + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _command_help(command: ChineseCommand, ctx: Any) -> str:
    parts = [f"用法：{_usage(ctx)}", command.help or ""]
    parts.append(_block("示例", [(example, "") for example in command.examples]))
    panels: dict[str, list[tuple[str, str]]] = {}
    for param in command.params:
        if param.param_type_name == "argument":
            panels.setdefault("参数", []).append((_argument(param), _help(param)))
        else:
            panel = getattr(param, "rich_help_panel", None) or "选项"
            panels.setdefault(panel, []).append((_option(param), _option_help(command, param)))
    order = sorted(panels, key=lambda name: _PANEL_ORDER.get(name, 1))
    parts += [_block(name, panels[name]) for name in order]
    return "\n\n".join(part for part in parts if part) + "\n"


_PANEL_ORDER = {"参数": 0, "选项": 1, "筛选": 2, "输出": 3, "通用": 4}


def _option(param: Any) -> str:
    flags = ", ".join(sorted(param.opts, key=len))
    return flags if param.is_flag else f"{flags} {param.metavar or '值'}"


def _option_help(command: ChineseCommand, param: Any) -> str:
    return f"输出格式：{'、'.join(command.forms)}" if param.name == "format" else _help(param)


def _help(param: Any) -> str:
    return param.help or ""


def _group_help(group: ChineseGroup, ctx: Any) -> str:
    parts = [f"用法：{_usage(ctx)}", group.help or ""]
    parts.append(_block("示例", [(example, "") for example in group.examples()]))
    parts += [_block(panel, rows) for panel, rows in group.summaries()]
    parts.append(_block("选项", [(_option(param), _help(param)) for param in group.params]))
    parts.append("各命令的说明：plan help 命令，或 plan 命令 --help")
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(title: str, rows: list[tuple[str, str]]) -> str:
    """Return rows of term and meaning under ``title``, meanings aligned and wrapped."""
    if not rows:
        return ""
    terms = [width(term) for term, meaning in rows if meaning]
    column = INDENT + min(MAX_TERM, max(terms, default=0)) + GAP
    room = max(20, min(get_terminal_size().columns, 100) - column)
    lines = [f"{title}："]
    for term, meaning in rows:
        head = " " * INDENT + term
        if not meaning:
            lines.append(head)
            continue
        first, *rest = wrap(meaning, room)
        if width(head) + GAP > column:
            lines += [head, " " * column + first]
        else:
            lines.append(pad(head, column) + first)
        lines += [" " * column + line for line in rest]
    return "\n".join(lines)
