"""Why a parser stopped: the place where a hand went wrong, not where the parser noticed.

A parser stops where it cannot go on, often lines behind the slip: an open quotation swallows
what follows, a full-width space is no indentation. What it had read last, and the lines from
there to where it stopped, show what happened.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from plan_cli.planfile.line_slips import CUT, INDENT, slip_in_line
from plan_cli.planfile.slips import SEPARATORS, comma_slip, swallowed
from plan_cli.text import is_control, visible

# Patterns are compiled where they are used: only errors need them.
_UNCLOSED = "方括号或花括号没有收尾，或各项之间少了、多了半角逗号"
_ASKEW = "缩进与上一行或同一级的各项对不齐"
_WORDS = (
    ("could not find expected ':'", "这一行缺少冒号，或上一行没有写完"),
    ("mapping values are not", "同一行里有第二个“: ”；文字里带冒号时请整段加引号"),
    ("did not find expected key", _ASKEW),
    ("did not find expected '-'", _ASKEW),
    ("expected <block end>", _ASKEW),
    ("flow", _UNCLOSED),
)
_SIGNS = (
    *("an alias", "an anchor", "a tag", "block scalar", "start any token", "block node"),
    *("entries are not allowed", "keys are not allowed"),
)
"""What a parser says of a sign of its own language that is meant as the beginning of a text."""
_LOOK_AROUND = "请检查这一行和上一行"

ESCAPED = "双引号里的“\\”有特殊含义；请改用单引号"
_OTHER_QUOTES = {"'": '双引号 " "', '"': "单引号 ' '"}
_LINE = 2000
"""How much of a line is looked at,"""
_LINES = 200
"""and how many lines: hostile files have millions."""


class Slip(NamedTuple):
    """Where a hand went wrong, as an offset in the text, and what to do about it."""

    offset: int
    advice: str


class Stop(NamedTuple):
    """Where and why a parser stopped; places are offsets in the text."""

    offset: int
    context: int | None
    """Where that begins in which it stopped, if it says so."""
    words: str
    """What it says."""
    begin: int
    """Where that begins and ends which it had read last."""
    end: int
    style: str
    """How that is written: ``"``, ``'``, ``|``, ``>``, or plain."""


def find_slip(text: str, stop: Stop) -> Slip:
    """Return the slip of which a parser noticed the consequence at ``stop``."""
    found = (slip for rule in _RULES if (slip := rule(text, stop)))
    return next(found, _as_told(text, stop))


def _quotation(text: str, stop: Stop) -> Slip | None:
    """A quotation with text behind it: it ends too early, or no comma parts it from the next."""
    if stop.style not in _OTHER_QUOTES:
        return None
    if next(swallowed(text, stop.begin, stop.end), None):
        return Slip(stop.begin, "这里的引号没有收尾，后面几行都成了引号里的文字")
    between = text[stop.end : stop.offset]
    if between.strip() or "\n" in between:
        return None
    sign = _char(text, stop.offset)
    if "flow" in stop.words and sign in (*SEPARATORS, *_OTHER_QUOTES):
        return Slip(stop.offset, comma_slip(sign) if sign in SEPARATORS else _UNCLOSED)
    other = _OTHER_QUOTES[stop.style]
    return Slip(stop.offset, f"引号在这里已经收尾，后面却还有文字；请给整段外面加半角{other}")


def _behind_bracket(text: str, stop: Stop) -> Slip | None:
    """Text behind a bracket that is closed already."""
    if "flow" in stop.words or text[: stop.offset].rstrip(" \t")[-1:] not in ("]", "}"):
        return None
    return Slip(stop.offset, "括号在这里已经收尾，后面却还有文字；是文字请给整段加半角引号")


def _open_quotation(text: str, stop: Stop) -> Slip | None:
    """A quotation that nothing closes."""
    if _char(text, stop.context) in _OTHER_QUOTES and _ended(text, stop):
        return Slip(stop.context or 0, "这里的引号没有收尾")
    return None


def _in_lines(text: str, stop: Stop) -> Slip | None:
    """A slip that a line shows, from what was read last to where the parser stopped."""
    first = stop.end if stop.style in ("|", ">") else stop.begin
    for start in islice(_line_starts(text, first, stop.offset), _LINES):
        if found := slip_in_line(_line(text, start)):
            column, advice = found
            return Slip(start + column, advice)
    return None


def _escape(text: str, stop: Stop) -> Slip | None:
    r"""A backslash in double quotes with something behind it that YAML does not know."""
    if not any(word in stop.words for word in ("escape", "hexdecimal")):
        return None
    return Slip(text.rfind("\\", 0, stop.offset + 1), ESCAPED)


def _tab(text: str, stop: Stop) -> Slip | None:
    """A tab inside a line, which only some loaders let pass."""
    here = _char(text, stop.offset) == "\t"
    return Slip(stop.offset, "这里有制表符（Tab），请改成空格") if here else None


def _invisible(text: str, stop: Stop) -> Slip | None:
    """A character that nobody sees, before the first that one does."""
    for start in islice(_line_starts(text, stop.begin, stop.offset), _LINES):
        first = _line(text, start).strip().lstrip("- ")[:1]
        if first and is_control(first):
            advice = f"这里有看不见的字符 {visible(first, keep='')}，请删去"
            return Slip(text.index(first, start), advice)
    return None


def _sign(text: str, stop: Stop) -> Slip | None:
    """A sign that has a meaning in YAML, at the beginning of a text."""
    if not any(words in stop.words for words in _SIGNS):
        return None
    place = stop.offset if stop.context is None else stop.context
    sign = _char(text, place)
    advice = f"“{sign}”在 YAML 里有特殊含义；文字以它开头时，请给整段加半角引号，如 '{sign}…'"
    return Slip(place, f"{advice}；是列表，第一项要另起一行" if sign == "-" else advice)


def _indented(text: str, stop: Stop) -> Slip | None:
    """A wide space anywhere before: what it indents was read as something else."""
    pattern, advice = INDENT
    found = list(re.finditer(pattern, text[: stop.offset], re.MULTILINE))
    return Slip(found[-1].start("at"), advice) if found else None


def _bracket(text: str, stop: Stop) -> Slip | None:
    """A bracket that nothing closes before a line stands as far left as its own."""
    place = stop.context
    if place is None or _char(text, place) not in ("[", "{"):
        return None
    here, there = _line_start(text, place), _line_start(text, stop.offset)
    if _ended(text, stop) or (here < there and _indent(text, there) <= _indent(text, here)):
        return Slip(place, _UNCLOSED)
    return None


def _too_deep(text: str, stop: Stop) -> Slip | None:
    """A key so far right that it became part of the text above."""
    if not (line := next(swallowed(text, stop.begin, stop.end), None)):
        return None
    return Slip(line.start("at"), "这一行缩进多了，接成了上面那段文字的一部分；请与同一级的键对齐")


def _comment(text: str, stop: Stop) -> Slip | None:
    """Text that goes on below a comment, or what was taken for one."""
    found = re.compile(r"[ \t]+(?P<at>#)\S").match(text, stop.end)
    return Slip(found.start("at"), CUT) if found else None


_RULES = (
    *(_escape, _quotation, _behind_bracket, _open_quotation, _in_lines),
    *(_invisible, _tab, _sign, _indented, _bracket, _too_deep, _comment),
)
"""What may have happened, the likeliest first."""


def _as_told(text: str, stop: Stop) -> Slip:
    """What the parser says, in our words, on a line that is not empty."""
    offset = stop.offset
    unfinished = _ended(text, stop) and "block" not in stop.words
    if stop.context is not None and (unfinished or "could not find expected" in stop.words):
        offset = stop.context
    if not text[_line_start(text, offset) :].split("\n", 1)[0].strip():
        offset = len(text[:offset].rstrip())
    return Slip(offset, next((a for words, a in _WORDS if words in stop.words), _LOOK_AROUND))


def _ended(text: str, stop: Stop) -> bool:
    """Say whether the parser stopped because there was nothing more."""
    return not text[stop.offset :].strip()


def _char(text: str, place: int | None) -> str:
    return "" if place is None else text[place : place + 1]


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_starts(text: str, first: int, last: int) -> Iterator[int]:
    """Yield where the lines begin that hold two places or are between them, the last first."""
    start = _line_start(text, last)
    yield start
    while start > first:
        start = _line_start(text, start - 1)
        yield start


def _line(text: str, start: int) -> str:
    """Return the line that begins at ``start``, as much of it as is looked at."""
    return text[start : start + _LINE].split("\n", 1)[0]


def _indent(text: str, start: int) -> int:
    """Return how many spaces the line at ``start`` begins with."""
    line = _line(text, start)
    return len(line) - len(line.lstrip(" "))
