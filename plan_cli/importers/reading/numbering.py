"""Automatic numbers of Word: what a paragraph's number prints as."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

from plan_cli.importers.reading.word_parts import W
from plan_cli.importers.reading.word_styles import value_of
from plan_cli.numerals import in_han

_CHINESE = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanCounting",
    )
)
_SILENT = frozenset(("bullet", "none"))


class Level(NamedTuple):
    """How one level counts and prints."""

    form: str
    text: str
    start: int


class Numbering:
    """The numbers given so far; `next_label` gives the next."""

    def __init__(self, levels: dict[str, dict[int, Level]], lists: dict[str, str]) -> None:
        self._levels = levels
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}

    def next_label(self, number: str | None, level: int) -> str:
        """Return the number of the next paragraph of a list, a space behind 1. as Word shows."""
        abstract = self._lists.get(number or "")
        levels = self._levels.get(abstract or "", {})
        if number is None or level not in levels:
            return ""
        counts = self._counts.setdefault(abstract or "", {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        own = levels[level]
        if own.form in _SILENT:
            return ""

        def one(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            shown = levels.get(at, own)
            return _shown(shown.form, counts.get(at, shown.start))

        text = re.sub(r"%(\d)", one, own.text)
        return text + " " if text and text[-1].isascii() else text


def read_numbering(root: ElementTree.Element | None) -> Numbering:
    """Return the numbering that a document defines."""
    levels: dict[str, dict[int, Level]] = {}
    lists: dict[str, str] = {}
    for abstract in [] if root is None else root.iter(f"{W}abstractNum"):
        found = levels.setdefault(abstract.get(f"{W}abstractNumId") or "", {})
        for level in abstract.iter(f"{W}lvl"):
            at = _integer(level.get(f"{W}ilvl"), 0)
            start = _integer(value_of(level, "start"), 1)
            found[at] = Level(
                value_of(level, "numFmt") or "decimal", value_of(level, "lvlText") or "", start
            )
    for number in [] if root is None else root.iter(f"{W}num"):
        lists[number.get(f"{W}numId") or ""] = value_of(number, "abstractNumId") or ""
    return Numbering(levels, lists)


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _shown(form: str, value: int) -> str:
    """Return ``value`` in the digits of ``form``."""
    if form in _CHINESE and 0 < value < 100:
        return in_han(value)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < value <= 20:
        return chr(ord("①") + value - 1)
    if form in ("upperLetter", "lowerLetter") and 0 < value <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + value - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord("０") + int(digit)) for digit in str(value))
    return str(value)
