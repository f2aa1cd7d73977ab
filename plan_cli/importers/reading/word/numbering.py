"""Automatic numbers of Word: what a paragraph's number prints as."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

from plan_cli.importers.reading.lines import tidy
from plan_cli.importers.reading.word.word_parts import W
from plan_cli.importers.reading.word.word_styles import Styles, is_on, value_of
from plan_cli.numerals import printed_number

Properties = ElementTree.Element | None


class Level(NamedTuple):
    """How one level counts and prints."""

    form: str
    text: str
    start: int
    style: str | None = None
    """The paragraph style that stands for this level."""
    plain: bool = False
    """Whether the numbers of the levels above are shown in plain digits."""
    restart: int | None = None
    """Begins anew behind levels above this one: its own by default, 0 for never."""
    close: bool = False
    """Whether the text follows the number without a gap."""


class List(NamedTuple):
    """A list of a document: which count it shares, its levels, where it begins anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]
    """Levels that begin anew with this list, and at what."""


class Numbering:
    """The numbers given so far; `next_label` gives the next."""

    def __init__(self, lists: dict[str, List]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.series = ""
        """What the last number or bullet goes on in, or nothing."""
        self.unknown: set[str] = set()
        """Forms of numbers that were met and are not known; digits stand for them."""

    def label_of(self, properties: Properties, style: str | None, styles: Styles) -> str:
        """Return the number that a paragraph of ``style`` prints, its own or that of its style."""
        self.series = ""
        own = None if properties is None else properties.find(W + "numPr")
        number, level = value_of(own, "numId"), value_of(own, "ilvl")
        by_style = styles.find(style, f"{W}pPr/{W}numPr/{W}numId")
        if number is None and by_style is not None:
            number = by_style.get(W + "val")
            named = styles.find(style, f"{W}pPr/{W}numPr/{W}ilvl")
            said = None if named is None else named.get(W + "val")
            level = level or self._linked(number, style, styles) or said
        return self.next_label(number, _integer(level, 0))

    def _linked(self, number: str | None, style: str | None, styles: Styles) -> str | None:
        """Return the level of a list that ``style``, or one it is based on, stands for."""
        levels = self._lists[number].levels if number in self._lists else {}
        linked = {level.style: str(at) for at, level in levels.items() if level.style}
        return next((linked[name] for name, _ in styles.chain(style) if name in linked), None)

    def next_label(self, number: str | None, level: int) -> str:
        """Return the number of the next paragraph of a list, a space behind 1. as Word shows."""
        found = self._lists.get(number or "")
        if number is None or found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        start = found.starts.get(level, found.levels[level].start)
        if level in found.starts and (number, level) not in self._begun:
            counts.pop(level, None)
        self._begun.add((number, level))
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            if _begins_anew(found.levels.get(deeper), deeper, level):
                del counts[deeper]
        label = self._printed(found, level, counts)
        bulleted = found.levels[level].form == "bullet"
        self.series = f"{found.abstract}/{level}" if label or bulleted else ""
        return label

    def _printed(self, found: List, level: int, counts: dict[int, int]) -> str:
        own = found.levels[level]
        if own.form == "bullet":
            return ""

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shown = found.levels.get(at, own)
            value = counts.get(at, found.starts.get(at, shown.start))
            form = "decimal" if own.plain else shown.form
            text = printed_number(form, value)
            if text is None:
                self.unknown.add(form)
            return str(value) if text is None else text

        text = tidy(re.sub(r"%([1-9])", one, own.text))
        return text + " " if text and text[-1].isascii() and not own.close else text


def _begins_anew(deeper: Level | None, at: int, level: int) -> bool:
    """Say whether the count of a deeper level is over when a paragraph of ``level`` comes."""
    if deeper is None or deeper.restart is None:
        return True
    return deeper.restart > 0 and level < min(deeper.restart, at)


def read_numbering(root: ElementTree.Element | None) -> Numbering:
    """Return the numbering that a document defines."""
    if root is None:
        return Numbering({})
    levels: dict[str, dict[int, Level]] = {}
    styles: dict[str, str] = {}
    links: dict[str, str] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId") or ""
        levels.setdefault(name, {}).update(_levels(abstract))
        styles[value_of(abstract, "styleLink") or ""] = name
        links[name] = value_of(abstract, "numStyleLink") or ""
    lists: dict[str, List] = {}
    for number in root.iter(f"{W}num"):
        name = value_of(number, "abstractNumId") or ""
        own = levels.get(name) or levels.get(styles.get(links.get(name) or "-", ""), {})
        found = List(name, dict(own), {})
        for override in number.iter(f"{W}lvlOverride"):
            at = _integer(override.get(f"{W}ilvl"), 0)
            found.levels.update(_levels(override))
            if start := value_of(override, "startOverride"):
                found.starts[at] = _integer(start, 1)
        lists[number.get(f"{W}numId") or ""] = found
    return Numbering(lists)


def _levels(holder: ElementTree.Element) -> dict[int, Level]:
    return {_integer(each.get(f"{W}ilvl"), 0): _level(each) for each in holder.iter(f"{W}lvl")}


def _level(level: ElementTree.Element) -> Level:
    form = next(level.iter(f"{W}numFmt"), None)
    form_name = "decimal" if form is None else form.get(W + "val") or "decimal"
    if form is not None and form_name == "custom":
        form_name = form.get(W + "format") or "decimal"
    restart = value_of(level, "lvlRestart")
    return Level(
        form_name,
        value_of(level, "lvlText") or "",
        _integer(value_of(level, "start"), 1),
        value_of(level, "pStyle"),
        is_on(level.find(f"{W}isLgl")),
        None if restart is None else _integer(restart, 0),
        value_of(level, "suff") == "nothing",
    )


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise
