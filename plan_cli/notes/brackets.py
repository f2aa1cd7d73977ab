"""Brackets and quotation marks: which there are, and what stands inside and outside of them."""

import re
from collections.abc import Iterator

PAIRS = {
    "（": "）)",
    "(": ")）",
    "〔": "〕]］",
    "[": "]］〕",
    "【": "】",
    "［": "］]",
    "〈": "〉>",
    "<": ">〉",
    "＜": "＞>",
    "｛": "｝}",
    "{": "}｝",
}
"""What opens a bracket, with all that may close it: full and half width are mixed by hand."""
OPENING, CLOSING = "".join(PAIRS), "".join(dict.fromkeys("".join(PAIRS.values())))
_OPENING, _CLOSING = OPENING + "《“‘「『", CLOSING + "》”’」』"
"""With what opens and closes a title or a quotation; a note does not stand in these."""

OPEN, CLOSE = f"[{re.escape(OPENING)}]", f"[{re.escape(CLOSING)}]"
BRACKETED = rf"{OPEN}[^{CLOSE[1:]}*{CLOSE}"
"""The pattern of a bracket with what is in it."""
_OPEN, _BRACKETED = re.compile(OPEN), re.compile(BRACKETED)


def pairs(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each bracket opens and closes, and in how many others it stands."""
    stack: list[int] = []
    for index, char in enumerate(text):
        if char in PAIRS:
            stack.append(index)
        elif char in CLOSING:
            while len(stack) > 1 and char not in PAIRS[text[stack[-1]]]:
                stack.pop()
            if stack and char in PAIRS[text[stack[-1]]]:
                yield stack.pop(), index, len(stack)


def depths(text: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield each index with how many brackets and quotations are open at it, its own counted.

    ``<`` and ``>`` are brackets only as a pair: alone they compare numbers.
    """
    stack: list[str] = []
    last_angle = text.rfind(">")
    for index in range(start, len(text) if stop is None else stop):
        char = text[index]
        if char in _OPENING and (char != "<" or index < last_angle):
            stack.append(char)
        yield index, len(stack)
        if stack and char in _CLOSING and (char != ">" or stack[-1] in "〈<"):
            stack.pop()


def is_open(text: str) -> bool:
    """Say whether a bracket or quotation in ``text`` is still waiting for its end."""
    *_, (_, depth) = depths(text + " ")
    return depth > 0


_FIRST = re.compile(rf"(?:^|(?<=[：:]))\s*{OPEN}")
_LAST = re.compile(rf"{CLOSE}[\s。；;]*$")


def without_lone(text: str) -> str:
    """Return ``text`` with a space for a bracket that has no fellow and stands at an end of it.

    An end is behind a colon too (责任单位：（甲局、乙局).
    """
    paired = {place for start, end, _ in pairs(text) for place in (start, end)}
    lone = {found.end() - 1 for found in _FIRST.finditer(text)}
    lone |= {found.start() for found in _LAST.finditer(text)}
    lone -= paired
    return "".join(" " if index in lone else char for index, char in enumerate(text))


def without_brackets(text: str) -> str:
    """Return ``text`` without its brackets and what is in them."""
    return _BRACKETED.sub("", text)


def before_bracket(text: str) -> str:
    """Return what stands before the first bracket in ``text``."""
    return _OPEN.split(text, maxsplit=1)[0]
