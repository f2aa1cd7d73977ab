"""What is wrong with a command line, in Chinese.

Typer's own words are English f-strings that gettext does not reach. Its messages are worded
here from their kind and fields, never by matching the English.
"""

from collections.abc import Sequence
from typing import Any

import typer

from plan_cli.cli.help import usage
from plan_cli.errors import UsageError
from plan_cli.text import SURE, listed, nearest, visible


def translated(error: typer.TyperException, ctx: Any = None) -> UsageError:
    """Return Typer's usage error in Chinese, with the nearest right word where there is one.

    ``ctx`` is the context in which the command line was parsed, if that is known.
    """
    kind = type(error).__name__
    hint = _see_help(ctx) if ctx else "请用 plan --help 查看用法。"
    option = visible(getattr(error, "option_name", "") or "", keep="")
    if kind == "NoSuchOption":
        return UsageError(f"没有选项 {option}", _meant(option, ctx) + hint)
    if kind == "MissingParameter":
        return UsageError(f"缺少{_param_name(getattr(error, 'param', None))}", hint)
    if kind == "BadOptionUsage":
        return UsageError(_value_complaint(ctx, option), hint)
    if kind == "BadParameter":
        name = _param_name(getattr(error, "param", None))
        return UsageError(f"{name}的取值不合要求", hint)
    return UsageError("命令用法不对", hint)


def one_dash(word: str, ctx: Any) -> UsageError:
    """Return what is wrong with ``-dept``, which would be read as ``-d ept``."""
    return UsageError(f"没有选项 {word}", f"是不是 -{word}？\n{_see_help(ctx)}")


def superfluous(words: Sequence[str], ctx: Any) -> UsageError:
    """Return what is wrong where ``words`` are left over."""
    shown = listed([visible(word, keep="") for word in words])
    return UsageError(f"多余的参数：{shown}", _see_help(ctx))


def empty(param: Any, ctx: Any) -> UsageError:
    """Return what is wrong where the value of ``param`` is empty."""
    return UsageError(_missing(param), _see_help(ctx))


def _meant(option: str, ctx: Any) -> str:
    """Return which option may be meant by one that there is not: a near one, or a command's."""
    known = [name for param in ctx.command.params for name in param.opts] if ctx else []
    names = [name[2:] for name in known if name.startswith("--")]
    if close := nearest(option.strip("-"), names, limit=1, least=SURE):
        return f"是不是 --{close[0]}？\n"
    if ctx and not ctx.parent:
        return "命令的选项要写在命令后面，如 plan list --dept 科普部。\n"
    return ""


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


def _missing(param: Any, flag: str = "") -> str:
    if param.param_type_name == "argument":
        return f"{_param_name(param)}是空的"
    flags = "/".join(sorted(param.opts, key=len))
    return f"{flag or flags} 后面要写{param.metavar}"


def _see_help(ctx: Any) -> str:
    return f"用法：{usage(ctx)}\n请用 {ctx.command_path} --help 查看说明。"
