"""Why a text cannot be read as YAML, in the words of those who typed it."""

import re
from typing import Any

import yaml

from plan_cli.planfile.events import Refused, TooDeep, too_deep
from plan_cli.planfile.offsets import Lines
from plan_cli.planfile.parsing import Unparsed
from plan_cli.planfile.stops import ESCAPED, Stop, find_slip
from plan_cli.text import visible

# Patterns are compiled where they are used: many errors do without them.
FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What YAML does not allow in a file at all, not even in comments."""
_NO_CHARACTER = r"\\(?:u|U0000)[dD][89A-Fa-f]|\\U(?!000|0010)"
"""Escapes for halves of characters, and beyond the last character."""
_SYNTAX = "不合 YAML 语法"


def explained(error: Exception, lines: Lines, last: Any, depth: int) -> Unparsed:
    """Return what ``error`` is due to, the parser having read the event ``last`` at ``depth``."""
    if isinstance(error, Refused):
        return _refused(error, _offset(lines, error.mark))
    if isinstance(error, yaml.MarkedYAMLError):
        return _syntax(lines, error, last, depth)
    return _foreign(lines, last)


def forbidden(char: str) -> str:
    """Return what is told of a character that YAML forbids."""
    return f"有控制字符 {visible(char, keep='')}"


def _foreign(lines: Lines, last: Any) -> Unparsed:
    """Return what is no character: one that YAML forbids, or an escape that stands for none.

    PyYAML's own loader lets Python refuse such escapes, or lets them pass.
    """
    if found := re.search(FORBIDDEN, lines.text):
        return Unparsed("E004", found.start(), forbidden(found[0]), "请删去它。")
    escape = re.compile(_NO_CHARACTER).search(lines.text, _offset(lines, last and last.start_mark))
    if escape:
        return Unparsed("E003", escape.start(), _SYNTAX, f"{ESCAPED}。")
    return Unparsed("E003", 0, "不是 YAML 文件", "请核对是否选错了文件。")


def _refused(refused: Refused, offset: int) -> Unparsed:
    return Unparsed("E005", offset, str(refused), f"{refused.hint}。")


def _syntax(lines: Lines, error: yaml.MarkedYAMLError, last: Any, depth: int) -> Unparsed:
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
