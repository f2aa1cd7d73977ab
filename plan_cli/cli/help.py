"""Help in Chinese, in plain text: no Rich is loaded for it."""

from shutil import get_terminal_size
from typing import Any

from plan_cli.cli.chinese import COMMON_PANEL, ChineseCommand, ChineseGroup
from plan_cli.cli.terminal.screen import pad, width, wrap

INDENT = 2
GAP = 2
MAX_TERM = 26

_PANEL_ORDER = {"参数": 0, "选项": 1, "筛选": 2, "台账": 3, "输出": 4, COMMON_PANEL: 5}


def command_help(command: ChineseCommand, ctx: Any) -> str:
    """Return the help page of ``command``."""
    parts = [f"用法：{usage(ctx)}", command.help or ""]
    parts.append(_block("示例", [(example, "") for example in command.examples]))
    panels: dict[str, list[tuple[str, str]]] = {}
    for param in command.params:
        if param.param_type_name == "argument":
            panels.setdefault("参数", []).append((argument_term(param), _help(param)))
        else:
            panels.setdefault(panel_of(param), []).append(
                (option_term(param), option_help(command, param))
            )
    order = sorted(panels, key=lambda name: _PANEL_ORDER.get(name, 1))
    parts += [_block(name, panels[name]) for name in order]
    return "\n\n".join(part for part in parts if part) + "\n"


def panel_of(param: Any) -> str:
    """Return the heading that an option stands under."""
    return getattr(param, "rich_help_panel", None) or "选项"


def option_term(param: Any) -> str:
    """Return how an option is written: ``-o, --output 文件名``."""
    flags = ", ".join([*sorted(param.opts, key=len), *param.secondary_opts])
    return flags if param.is_flag else f"{flags} {param.metavar or '值'}"


def option_help(command: Any, param: Any) -> str:
    """Return what an option of ``command`` is for."""
    return f"输出格式：{'、'.join(command.forms)}" if param.name == "format" else _help(param)


def _help(param: Any) -> str:
    return param.help or ""


def group_help(group: ChineseGroup, ctx: Any) -> str:
    """Return the help page of the whole program."""
    parts = [f"用法：{usage(ctx)}", group.help or ""]
    parts.append(_block("示例", [(example, "") for example in group.examples()]))
    parts += [_block(panel, rows) for panel, rows in group.summaries()]
    parts.append(_block("选项", [(option_term(param), _help(param)) for param in group.params]))
    parts.append(
        f"各命令的说明：{'' if ctx.parent else 'plan help 命令，或 '}{ctx.command_path} 命令 --help"
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(title: str, rows: list[tuple[str, str]]) -> str:
    """Return rows of term and meaning under ``title``, meanings aligned and wrapped."""
    if not rows:
        return ""
    terms = [width(term) for term, meaning in rows if meaning]
    column = INDENT + min(MAX_TERM, max(terms, default=0)) + GAP
    columns = min(get_terminal_size().columns, 100)
    room = max(20, columns - column)
    lines = [f"{title}："]
    for term, meaning in rows:
        head = " " * INDENT + term
        if not meaning:
            first, *rest = wrap(term, columns - 2 * INDENT)
            lines += [" " * INDENT + first, *(" " * 2 * INDENT + line for line in rest)]
            continue
        first, *rest = wrap(meaning, room)
        if width(head) + GAP > column:
            lines += [head, " " * column + first]
        else:
            lines.append(pad(head, column) + first)
        lines += [" " * column + line for line in rest]
    return "\n".join(lines)


def usage(ctx: Any) -> str:
    """Return how the command of ``ctx`` is called: ``plan list [名称…] [选项]``."""
    words = [ctx.command_path]
    if isinstance(ctx.command, ChineseGroup):
        words.append("[选项] 命令 …")
    else:
        arguments = [p for p in ctx.command.params if p.param_type_name == "argument"]
        words += [argument_term(param) for param in arguments]
        words.append("[选项]")
    return " ".join(words)


def argument_term(param: Any) -> str:
    """Return how an argument is called: ``[名称…]``."""
    name = (param.metavar or param.name) + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"
