"""Slips of people who type YAML: the place where a hand went wrong, not where a parser noticed.

A parser stops where it cannot go on, often lines behind the slip: an open quotation swallows
what follows, a full-width space is no indentation. What it had read last, and the lines from
there to where it stopped, show what happened.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

# Patterns are compiled where they are used: only errors need them.
_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that editors for Chinese insert, and that are no indentation."""
_DASHES = "－—–‒―−﹣‐‑"
_HYPHENS = str.maketrans(dict.fromkeys(_DASHES, "-"))
_DASH = f"(?P<dash>[{_DASHES}])(?!(?P=dash))"
"""What is typed for the hyphen of an item; two of them are a dash in a text."""
_KEY = "[A-Za-z_]+ ?"
_START = r"^[ \t]*+(?:- +)*+"
"""How a line of block style begins."""

_STRUCTURE = rf"[ \t{_WIDE}]*(?P<at>-\s|{_DASH}|(?P<key>{_KEY})[:：])"
"""How a line begins that is meant as an item or a key."""

_INDENT = (
    rf"^[ \t]*(?P<at>[{_WIDE}])[ \t{_WIDE}]*(?:-\s|{_DASH}|{_KEY}[:：])",
    "缩进里有全角空格或不间断空格，请改成半角空格",
)
_NO_HYPHEN = "列表的每一项要以半角短横线加空格“- ”开头，这里是别的横线"
_NO_SPACE = "列表项的短横线后面要空一格，用半角空格"
_NO_GAP = "冒号后面要空一格，用半角空格"
_WIDE_COLON = "键后面的冒号要用半角“: ”，不是全角“：”"
_CUT = "空格加“#”的后面都成了注释；文字里有“ #”时，请给整段加半角引号"
_SLIPS = (
    _INDENT,
    (r"^[ -]*(?P<at>\t)", "缩进只能用半角空格，这里有制表符（Tab）"),
    (r"^[ \t]*(?P<at>＃)", "这里是全角“＃”，注释要以半角 # 开头"),
    (rf"^[ \t]*(?P<at>{_DASH})", _NO_HYPHEN),
    (r"^[ \t]*-(?P<at>[^ \t\r-])", _NO_SPACE),
    (rf"(?:{_START}|[{{,，] *){_KEY}(?P<at>：)", _WIDE_COLON),
    (rf"{_START}[A-Za-z_]+:(?P<at>[^ \t\r])", _NO_GAP),
    (
        rf"{_START}(?:{_KEY}: +)?(?P<at>[［｛]|（(?={_KEY}[:：]))",
        "这里是全角括号，请改成半角的 [ ] 或 { }",
    ),
    (r"[\[{][^\]}（\n]*(?P<at>[］｝）])[ \t]*$", "这里是全角括号，请改成半角的 ] 或 }"),
    (rf"\{{[^}}\n]*(?P<at>，) *{_KEY}[:：]", "各项之间要用半角逗号“, ”，不是全角“，”"),
    (r"[\[{][^\]}\n]*[ \t](?P<at>\#)", _CUT),
    (
        rf"{_START}(?:{_KEY}: +)?(?P<at>[“‘])[^\n]*: ",
        "“”‘’不是 YAML 的引号；文字里有“: ”时，请在整段外面再加一对半角单引号 ' '",
    ),
)  # fmt: skip
"""Slips that a line itself shows, each with what to do; ``at`` is where the caret points."""

_ASKEW = "缩进与上一行或同一级的各项对不齐"
_WORDS = (
    ("could not find expected ':'", "这一行缺少冒号，或上一行没有写完"),
    ("mapping values are not", "同一行里有第二个“: ”；文字里带冒号时请整段加引号"),
    ("did not find expected key", _ASKEW),
    ("did not find expected '-'", _ASKEW),
    ("expected <block end>", _ASKEW),
    ("cannot start any token", "不能以这个符号开头（如 @、%、`）；请把整段加引号"),
    ("in a block scalar", "“>”“|”“>=”等开头的内容要加引号，如 '>='"),
    ("while scanning a block scalar", "“>”“|”“>=”等开头的内容要加引号，如 '>='"),
    ("escape c", "双引号里的“\\”有特殊含义；请改用单引号"),
    ("flow", "方括号或花括号没有收尾，或各项之间少了英文逗号"),
)
_LOOK_AROUND = "请检查这一行和上一行"

_OTHER_QUOTES = {"'": '双引号 " "', '"': "单引号 ' '"}
_WIDE_BRACKETS = frozenset("［｛（【〔")
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
    rules = (_quotation, _open_quotation, _in_lines, _indented, _bracket, _too_deep, _comment)
    return next((slip for rule in rules if (slip := rule(text, stop))), _as_told(text, stop))


def swallowed(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the beginnings of lines between two places that are meant as items or keys.

    A value that holds such lines was hardly meant to.
    """
    structure = re.compile(_STRUCTURE)
    for found in re.finditer("\n", text[begin:end]):
        if line := structure.match(text, begin + found.end()):
            yield line


def half_width(text: str) -> str:
    """Return ``text`` with half-width signs, and without quotation marks around it."""
    plain = unicodedata.normalize("NFKC", text).translate(_HYPHENS)
    return plain.strip(" \"'“”‘’「」『』")


def key_slip(text: str) -> tuple[str, str] | None:
    """Return the key that ``text`` begins with, and what its colon should be; None without."""
    found = re.match(rf"\s*({_KEY})([:：])", text)
    if not found:
        return None
    wide = found[2] == "："
    return found[1].strip(), _WIDE_COLON if wide else _NO_GAP


def bracket_slip(text: str, meant: str) -> str:
    """Return what is to be written for the mark before a list or mapping that became text."""
    if text[:1] in _WIDE_BRACKETS:
        return f"“{text[0]}”是全角括号，请改成半角的 {meant}"
    if re.match(_DASH, text):
        return _NO_HYPHEN
    return _NO_SPACE if re.match("-[^ -]", text) else ""


def name_slip(text: str) -> str:
    """Return what is wrong with several names that became one; nothing if it is one."""
    whole = "，" not in text.strip("，") or any(bracket in text for bracket in "（(〈《“")
    return "" if whole else "里有全角逗号“，”；几个名称之间要用半角逗号“, ”"


def _quotation(text: str, stop: Stop) -> Slip | None:
    """A quotation with text behind it, because it ends too early or not where it should."""
    if stop.style not in _OTHER_QUOTES:
        return None
    if next(swallowed(text, stop.begin, stop.end), None):
        return Slip(stop.begin, "这里的引号没有收尾，后面几行都成了引号里的文字")
    between = text[stop.end : stop.offset]
    if between.strip() or "\n" in between:
        return None
    other = _OTHER_QUOTES[stop.style]
    return Slip(stop.offset, f"引号在这里已经收尾，后面却还有文字；请给整段外面加半角{other}")


def _open_quotation(text: str, stop: Stop) -> Slip | None:
    """A quotation that nothing closes."""
    if _char(text, stop.context) in _OTHER_QUOTES and _ended(text, stop):
        return Slip(stop.context or 0, "这里的引号没有收尾")
    return None


def _in_lines(text: str, stop: Stop) -> Slip | None:
    """A slip that a line shows, from what was read last to where the parser stopped."""
    first = stop.end if stop.style in ("|", ">") else stop.begin
    for start in islice(_line_starts(text, first, stop.offset), _LINES):
        line = text[start : start + _LINE].split("\n", 1)[0]
        for pattern, advice in _SLIPS:
            if found := re.search(pattern, line):
                return Slip(start + found.start("at"), advice)
    return None


def _indented(text: str, stop: Stop) -> Slip | None:
    """A wide space anywhere before: what it indents was read as something else."""
    pattern, advice = _INDENT
    found = list(re.finditer(pattern, text[: stop.offset], re.MULTILINE))
    return Slip(found[-1].start("at"), advice) if found else None


def _bracket(text: str, stop: Stop) -> Slip | None:
    """A bracket that nothing closes before a line stands as far left as its own."""
    place = stop.context
    if place is None or _char(text, place) not in ("[", "{"):
        return None
    here, there = _line_start(text, place), _line_start(text, stop.offset)
    if _ended(text, stop) or (here < there and _indent(text, there) <= _indent(text, here)):
        return Slip(place, "方括号或花括号没有收尾，或各项之间少了英文逗号")
    return None


def _too_deep(text: str, stop: Stop) -> Slip | None:
    """A key so far right that it became part of the text above."""
    if not (line := next(swallowed(text, stop.begin, stop.end), None)):
        return None
    return Slip(line.start("at"), "这一行缩进多了，接成了上面那段文字的一部分；请与同一级的键对齐")


def _comment(text: str, stop: Stop) -> Slip | None:
    """Text that goes on below a comment, or what was taken for one."""
    found = re.compile(r"[ \t]+(?P<at>#)\S").match(text, stop.end)
    return Slip(found.start("at"), _CUT) if found else None


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


def _indent(text: str, start: int) -> int:
    """Return how many spaces the line at ``start`` begins with."""
    line = text[start : start + _LINE]
    return len(line) - len(line.lstrip(" "))
