"""Slips of hands that type YAML: what is written for a hyphen, a colon, a bracket, a space.

They make a value unfit, or something else than it looks like; where they make a file unreadable,
`stops` finds them.
"""

import re
import unicodedata
from collections.abc import Iterator

from plan_cli.text import is_control, visible

# Patterns are compiled where they are used: only errors need them.
WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that editors for Chinese insert, and that are no indentation."""
_DASHES = "－—–‒―−﹣‐‑"
_HYPHENS = str.maketrans(dict.fromkeys(_DASHES, "-"))
DASH = f"(?P<dash>[{_DASHES}])(?!(?P=dash))"
"""What is typed for the hyphen of an item; two of them are a dash in a text."""
KEY = "[A-Za-z_]+ ?"
_EMPTY = r"\#|[ \t]*\r?$"
"""What is behind the indentation of a line that says nothing."""
WIDE_INDENT = rf"^[ \t]*(?P<at>[{WIDE}])[ \t{WIDE}]*(?:-\s|{DASH}|{KEY}[:：]|{_EMPTY})"
"""How a line begins that wide spaces keep from being an item, a key, a comment or nothing."""
_STRUCTURE = rf"[ \t{WIDE}]*(?P<at>-\s|{DASH}|(?P<key>{KEY})[:：]|(?<=[{WIDE}])(?:{_EMPTY}))"
"""How a line begins that is meant as an item or a key, or as none behind wide spaces."""
SEPARATORS = "，、；;"
"""What is typed for the comma between items and between keys."""
QUOTES = "\"'“”‘’「」『』"

NO_HYPHEN = "列表的每一项要以半角短横线加空格“- ”开头，这里是别的横线"
NO_SPACE = "列表项的短横线后面要空一格，用半角空格"
NO_GAP = "冒号后面要空一格，用半角空格"
WIDE_COLON = "键后面的冒号要用半角“: ”，不是全角“：”"
_WIDE_BRACKETS = frozenset("［｛（【〔")


def swallowed(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the beginnings of lines between two places that are meant as items or keys.

    A value that holds such lines was hardly meant to.
    """
    structure = re.compile(_STRUCTURE, re.MULTILINE)
    for found in re.finditer("\n", text[begin:end]):
        if line := structure.match(text, begin + found.end()):
            yield line


def half_width(text: str) -> str:
    """Return ``text`` with half-width signs, without quotation marks and separators around it.

    Only width changes: 2² is not 22.
    """
    plain = "".join(map(_half, text)).translate(_HYPHENS)
    return plain.strip(f" {QUOTES}{SEPARATORS},")


def _half(char: str) -> str:
    kind = unicodedata.decomposition(char).partition(" ")[0]
    same = kind in ("<wide>", "<narrow>", "<small>", "<noBreak>")
    return unicodedata.normalize("NFKC", char) if same else char


def meant_key(key: str) -> tuple[str, str]:
    """Return the key that ``key`` is meant to be, and what is wrong with it, if anything."""
    if colon := key_slip(key):
        return colon
    if hidden := next(filter(is_control, key), ""):
        slip = f"有看不见的字符 {visible(hidden, keep='')}，请删去"
        return "".join(char for char in key if not is_control(char)).strip(), slip
    if key != key.strip():
        return key.strip(), "键的前后有全角或不间断空格，缩进和空格只能用半角"
    bare = key.strip(QUOTES)
    return bare, "键的外面不要加中文引号" if bare != key else ""


def key_slip(text: str) -> tuple[str, str] | None:
    """Return the key that ``text`` begins with, and what its colon should be; None without."""
    found = re.match(rf"\s*({KEY})([:：])", text)
    if not found:
        return None
    wide = found[2] == "："
    return found[1].strip(), WIDE_COLON if wide else NO_GAP


def bracket_slip(text: str, meant: str) -> str:
    """Return what is to be written for the mark before a list or mapping that became text."""
    if text[:1] in _WIDE_BRACKETS:
        return f"“{text[0]}”是全角括号，请改成半角的 {meant}"
    if re.match(DASH, text):
        return NO_HYPHEN
    return NO_SPACE if re.match("-[^ -]", text) else ""


def comma_slip(sign: str) -> str:
    """Return what is to be written for a ``sign`` between items or keys."""
    return f"各项之间要用半角逗号“, ”，不是“{sign}”"


def joined_slip(text: str, key: str) -> str:
    """Return what is wrong with a separator that joins ``key`` to ``text``, if one does."""
    found = re.search(rf"([{SEPARATORS}]) *{key} *[:：]", text)
    return comma_slip(found[1]) if found else ""


def loose_slip(text: str) -> str:
    """Return which separator hangs on to ``text``; nothing if none does."""
    sign = next((char for char in (text[:1], text[-1:]) if char and char in SEPARATORS), "")
    return f"外面多了“{sign}”" if sign else ""


def name_slip(text: str, separators: str) -> str:
    """Return which of ``separators`` joins several names in ``text``; nothing if none does."""
    sign = next((char for char in text if char in separators), "")
    whole = not sign or any(bracket in text for bracket in "（(〈《“")
    return "" if whole else f"里有“{sign}”；{comma_slip(sign)}"
