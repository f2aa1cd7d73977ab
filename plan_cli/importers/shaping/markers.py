"""Numbers at the head of a paragraph: 一、 （一） 1. ① 甲、 IV. A. 第一条, what they count."""

import re
from typing import NamedTuple

from plan_cli.numerals import BRANCHES, HAN, LEGAL, STEMS, listed_number


class Marker(NamedTuple):
    """A number as printed. ``rank`` orders the kinds as documents nest them, outermost first."""

    kind: str
    rank: float
    value: int
    label: str
    number: str
    """The number in Arabic digits, levels parted by ``-``."""


_THINGS = "任务|措施|举措|事项|问题"
_MEASURES = "[%％万亿个家项倍吨亩元]|公里|小时|平方|立方|米"
"""What a number with a decimal point counts, where a line of print begins with it."""
_KINDS: tuple[tuple[str, float, str], ...] = (
    ("chapter", 0.0, rf"第\s?([{HAN}]+|\d+)\s?[章篇编部](?:分)?(?:\s|[：:、])?"),
    ("section", 0.5, rf"第\s?([{HAN}]+|\d+)\s?节(?:\s|[：:、])?"),
    ("article", 5.0, rf"第\s?([{HAN}]+|\d+)\s?条(?:\s|[：:、])?"),
    ("item", 1.5, rf"(?:重点)?(?:{_THINGS})\s?([{HAN}]+|\d{{1,4}})(?:[：:、.．]|\s)"),
    ("legal", 0.8, rf"([{LEGAL}]+)\s?、"),
    ("legal_paren", 0.9, rf"[（(]\s?([{LEGAL}]+)\s?[）)]\s?、?"),
    ("stem", 2.4, rf"([{STEMS}])\s?[、.．](?![{STEMS}])"),
    ("branch", 2.4, rf"([{BRANCHES}])\s?[、.．](?![{BRANCHES}])"),
    ("roman", 2.5, r"([IVX]{1,6}|[Ⅰ-Ⅻ])\s?[、.．](?![A-Za-z\d])"),
    ("roman_small", 5.2, r"([ivx]{1,6}|[ⅰ-ⅻ])\s?[、.．](?![A-Za-z\d])"),
    ("letter", 4.4, r"([A-Z])\s?[、.．](?![A-Za-z\d])"),
    ("letter_small", 5.4, r"([a-z])\s?[、.．](?![A-Za-z\d])"),
    ("letter_paren", 5.6, r"[（(]?\s?([A-Za-z])\s?[）)]\s?、?"),
    ("han", 1.0, rf"([{HAN}]+)\s?(?:、|[.．](?!\d))"),
    ("han_paren", 2.0, rf"[（(]\s?([{HAN}]+)\s?[）)]\s?、?"),
    ("dotted3", 3.4, r"\d{1,2}[.．]\d{1,2}[.．](\d{1,2})(?![\d.．%％])[、.．\s]?"),
    ("dotted", 3.2, rf"(?!0)\d{{1,2}}[.．]([1-9]\d?)(?![\d.．]|\s?(?:{_MEASURES}))[、.．\s]?"),
    ("arabic", 3.0, r"(\d{1,4})\s?(?:[.．、](?!\d)|[.．、](?=20\d\d))"),
    ("arabic", 3.0, r"([⒈-⒛])"),
    ("arabic_paren", 4.0, r"(?:[（(]\s?)(\d{1,3})\s?[）)]\s?、?"),
    ("arabic_half", 4.2, r"(\d{1,3})[）)]"),
    ("circle", 6.0, r"([①-⑳⑴-⒇㈠-㈩㊀-㊉])"),
)
_YEARS = range(1900, 2100)
"""Numbers of an item that could be a year, unless the item before it has the number before."""
_PATTERNS = [(kind, rank, re.compile(pattern)) for kind, rank, pattern in _KINDS]


def find_marker(text: str, before: int = 0) -> Marker | None:
    """Return the number that ``text`` begins with, if it does.

    ``before``: the number of the item before it; 2024. is an item only behind 2023.
    """
    head = text[:16]
    for kind, rank, pattern in _PATTERNS:
        if (found := pattern.match(head)) and listed_number(found[1]) is not None:
            label = text[: found.end()].rstrip()
            number = _number(kind, label, found[1])
            value = int(number.rpartition("-")[2])
            if kind == "arabic" and value in _YEARS and value != before + 1:
                return None
            return Marker(kind, rank, value, label, number)
    return None


def counted_marker(text: str, label: str) -> Marker | None:
    """Return the number that ``text`` begins with if that was counted, however it is printed."""
    numbers = re.findall(rf"\d+|[{HAN}]+", label) if text.startswith(label) else []
    value = listed_number(numbers[-1]) if numbers else None
    return None if value is None else Marker("counted", 3.1, value, label.rstrip(), str(value))


def _number(kind: str, label: str, digits: str) -> str:
    if kind.startswith("dotted"):
        return "-".join(str(int(part)) for part in re.findall(r"\d+", label))
    return str(listed_number(digits))
