"""YAML to plain data, and why it cannot be had. The one place where PyYAML reads."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from plan_cli.planfile.events import Builder, Places, Refused, TooDeep, too_deep
from plan_cli.planfile.offsets import Lines
from plan_cli.planfile.stops import ESCAPED, Stop, find_slip
from plan_cli.text import visible

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Patterns are compiled where they are used: only errors need them.
FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What YAML does not allow in a file at all, not even in comments."""
_NO_CHARACTER = r"\\(?:u|U0000)[dD][89A-Fa-f]|\\U(?!000|0010)"
"""Escapes for halves of characters, and beyond the last character."""
_SYNTAX = "不合 YAML 语法"


class Unparsed(Exception):
    """A text that is no YAML, or YAML that is not accepted."""

    def __init__(self, code: str, offset: int, problem: str, advice: str) -> None:
        super().__init__(problem)
        self.code = code
        self.offset = offset
        self.problem = problem
        self.advice = advice


def parse(lines: Lines, places: Places | None = None) -> Builder:
    """Return what is built of a text; ``places``, if given, are filled.

    Raises Unparsed where it cannot be read.
    """
    builder = Builder(places, wary=LOADER is yaml.BaseLoader)
    takers = _takers(builder)
    event: Any = None
    try:
        for event in yaml.parse(lines.text, Loader=LOADER):
            if taker := takers.get(type(event)):
                taker(event)
    except Refused as refused:
        raise _refused(refused, _offset(lines, refused.mark)) from None
    except yaml.MarkedYAMLError as error:
        raise _syntax(lines, error, event, builder.depth) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise _foreign(lines, event) from None
    return builder


def _takers(builder: Builder) -> dict[type, Callable[[Any], None]]:
    """Return what takes each kind of event."""
    return {
        yaml.DocumentStartEvent: builder.document,
        yaml.ScalarEvent: builder.scalar,
        yaml.AliasEvent: builder.alias,
        yaml.MappingStartEvent: builder.mapping,
        yaml.SequenceStartEvent: builder.sequence,
        yaml.MappingEndEvent: builder.end,
        yaml.SequenceEndEvent: builder.end,
    }


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield the characters for which YAML refuses a text: where each stands, and what it is."""
    for found in re.finditer(FORBIDDEN, text):
        yield found.start(), f"有控制字符 {visible(found[0], keep='')}"


def _foreign(lines: Lines, last: Any) -> Unparsed:
    """Return what is no character: one that YAML forbids, or an escape that stands for none.

    PyYAML's own loader lets Python refuse such escapes, or lets them pass.
    """
    for offset, message in forbidden(lines.text):
        return Unparsed("E004", offset, message, "请删去它。")
    escape = re.compile(_NO_CHARACTER).search(lines.text, _offset(lines, last and last.start_mark))
    if escape:
        return Unparsed("E003", escape.start(), _SYNTAX, f"{ESCAPED}。")
    return Unparsed("E003", 0, "不是 YAML 文件", "请核对是否选错了文件。")


def _refused(refused: Refused, offset: int) -> Unparsed:
    return Unparsed("E005", offset, str(refused), f"{refused.hint}。")


def _syntax(lines: Lines, error: yaml.MarkedYAMLError, last: Any, depth: int) -> Unparsed:
    """Return what ``error`` is due to, the parser having read ``last`` at ``depth``."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    offset, end = _offset(lines, mark), _offset(lines, last and last.end_mark)
    if (bracket := too_deep(lines.text, end, offset, depth)) is not None:
        return _refused(TooDeep(), bracket)
    stop = Stop(
        offset,
        _offset(lines, context) if context else None,
        f"{error.context or ''} {error.problem or ''}",
        _offset(lines, last and last.start_mark),
        end,
        getattr(last, "style", None) or "",
    )
    slip = find_slip(lines.text, stop)
    return Unparsed("E003", slip.offset, _SYNTAX, f"{slip.advice}。")


def _offset(lines: Lines, mark: Any) -> int:
    """Return where ``mark`` stands; the C loader's own index counts bytes."""
    return lines.offset(mark.line, mark.column) if mark else 0
