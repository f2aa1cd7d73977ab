"""The numbers of the items of lists, as a browser prints them."""

import re
from collections.abc import Mapping

from plan_cli.numerals import printed_number

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    **dict.fromkeys(("lower-alpha", "lower-latin"), "lowerLetter"),
    **dict.fromkeys(("upper-alpha", "upper-latin"), "upperLetter"),
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"),
        "chineseCountingThousand",
    ),
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "cjk-decimal": "ideographDigital",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}
_LISTED = re.compile(rf"(?<![\w-])list-style(?:-type)?:[^;]*?({'|'.join(_STYLES)}|none)\b")

Given = Mapping[str, str | None]


class Numbers:
    """The lists that are open, each with its form and the number of its last item."""

    def __init__(self) -> None:
        self.pending = ""
        """The number of an item of which no words were met yet."""
        self._bulleted = False
        """Whether an item without a number has begun of which no words were met yet."""
        self._open: list[tuple[str, int]] = []

    def open(self, tag: str, given: Given) -> None:
        """Open a list; one without order has no numbers."""
        form = _form(given, _TYPES.get(given.get("type") or "", "decimal"))
        first = count(given.get("start"), 1)
        self._open.append((form if tag == "ol" else "", first - 1))

    def close(self) -> None:
        """Close the innermost list."""
        if self._open:
            self._open.pop()

    def item(self, given: Given) -> None:
        """Begin an item of the innermost list."""
        form, last = self._open[-1] if self._open else ("", 0)
        self._bulleted = bool(self._open) and not form
        if form:
            number = count(given.get("value"), last + 1)
            self._open[-1] = form, number
            shown = printed_number(_form(given, form), number) or ""
            mark = ". " if shown.isascii() else "、"
            self.pending = shown + mark if shown else ""

    def series(self, number: str) -> str:
        """Return the list that an item with this number, or a bullet, belongs to, once."""
        belongs, self._bulleted = bool(number) or self._bulleted, False
        return str(len(self._open)) if belongs else ""

    def take(self) -> str:
        """Return the number of the item, once."""
        number, self.pending = self.pending, ""
        return number


def _form(given: Given, otherwise: str) -> str:
    """Return how numbers are printed by the style of an element."""
    found = _LISTED.search("".join((given.get("style") or "").lower().split()))
    return _STYLES.get(found[1], "none") if found else otherwise


def count(value: str | None, otherwise: int = 1) -> int:
    """Return the number that an attribute says, no larger than is sensible."""
    return min(int(value), 1000) if value and value.isascii() and value.isdigit() else otherwise
