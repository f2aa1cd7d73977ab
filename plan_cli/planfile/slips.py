"""Slips of hands that type YAML: what is written for a hyphen, a colon, a bracket, a space.

They make a value unfit, or something else than it looks like; where they make a file unreadable,
`stops` finds them.
"""

import re
import unicodedata
from collections.abc import Iterator

# Patterns are compiled where they are used: only errors need them.
WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that editors for Chinese insert, and that are no indentation."""
_DASHES = "－—–‒―−﹣‐‑"
_HYPHENS = str.maketrans(dict.fromkeys(_DASHES, "-"))
DASH = f"(?P<dash>[{_DASHES}])(?!(?P=dash))"
"""What is typed for the hyphen of an item; two of them are a dash in a text."""
KEY = "[A-Za-z_]+ ?"
_STRUCTURE = rf"[ \t{WIDE}]*(?P<at>-\s|{DASH}|(?P<key>{KEY})[:：])"
"""How a line begins that is meant as an item or a key."""

NO_HYPHEN = "列表的每一项要以半角短横线加空格“- ”开头，这里是别的横线"
NO_SPACE = "列表项的短横线后面要空一格，用半角空格"
NO_GAP = "冒号后面要空一格，用半角空格"
WIDE_COLON = "键后面的冒号要用半角“: ”，不是全角“：”"
_WIDE_BRACKETS = frozenset("［｛（【〔")


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


def name_slip(text: str) -> str:
    """Return what is wrong with several names that became one; nothing if it is one."""
    whole = "，" not in text.strip("，") or any(bracket in text for bracket in "（(〈《“")
    return "" if whole else "里有全角逗号“，”；几个名称之间要用半角逗号“, ”"
