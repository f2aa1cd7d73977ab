"""The reference as a page for ``man``."""

import re
from collections.abc import Iterable, Iterator

from docs.making.program import Command, Option
from docs.making.reference import Reference
from plan_cli import __version__

BREAK = r"(?<=[\u3001-\u9fff\uff00-\uffef])(?=[^ 、。，；：！？）》”])(?<![《（“])"
"""Where a line may end."""
HEAD = """\
.\\" python docs/write_reference.py --write
.TH PLAN 1 "" "plan {version}" 用户手册
.na
.nh
"""


def page(reference: Reference) -> str:
    """Return the whole page."""
    return HEAD.format(version=__version__) + "".join(f"{line}\n" for line in _lines(reference))


def _lines(reference: Reference) -> Iterator[str]:
    program = reference.commands[0]
    yield from (".SH 名称", _text(f"plan - {program.summary}"))
    yield from (".SH 用法", _text(program.usage.removeprefix("用法：")))
    yield ".SH 命令"
    for command in reference.commands:
        yield from _command(reference, command)
    yield ".SH 共用的选项"
    for panel, options in reference.panels():
        yield from (f".SS {_text(panel)}", *_options(options))
    yield ".SH 退出码"
    yield from _terms((str(code), says) for code, says in reference.exit_codes.items())
    yield ".SH 环境变量"
    yield from _terms(reference.environment.items())
    yield from (".SH JSON 的字段", _text(reference.ABOUT_RECORDS.replace("`", "")))
    for kind in reference.kinds:
        yield f".SS {_text(kind)}"
        yield from _terms(
            (each.name, f"{each.says}（{'有台账时；' if each.needs_ledger else ''}{each.holds}）")
            for each in reference.fields(kind)
        )


def _command(reference: Reference, command: Command) -> Iterator[str]:
    yield from (f'.SS "{_text(command.path)}"', _text(command.summary), ".PP", _text(command.usage))
    own, shared = reference.parted(command)
    yield from _options((*command.arguments, *own))
    if shared:
        yield from (".PP", _text(f"共用的选项：{'、'.join(each.flags[-1] for each in shared)}"))
    if command.forms:
        yield from (".PP", _text(f"格式：{'、'.join(command.forms)}"))
    if kinds := reference.of_command(command):
        yield from (".PP", _text(f"JSON 的记录：{'、'.join(kinds)}"))
    if command.examples:
        yield from (".PP", "示例：", ".nf", *map(_text, command.examples), ".fi")


def _options(options: Iterable[Option]) -> Iterator[str]:
    return _terms((option.term, option.help) for option in options)


def _terms(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, meaning in pairs:
        yield from (".TP", rf"\fB{_text(term)}\fR", _text(meaning))


def _text(text: str) -> str:
    """Return text in which nothing is taken for a request, a quotation or a hyphen.

    Lines may end behind any Chinese character that no closing mark follows.
    """
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    escaped = re.sub(BREAK, r"\\:", escaped)
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
