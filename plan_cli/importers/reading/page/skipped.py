"""Elements of a page that are passed over with all in them: struck out, hidden, or no text."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading.lines import tidy
from plan_cli.importers.reading.page.tags import (
    BLOCKS,
    DRAWN,
    ENDED_BY,
    FORM_FIELDS,
    MAX_DEPTH,
    SILENT,
    STRUCK,
    VOID,
)

_HIDING = re.compile(r"(?<![\w-])(?:display:none|visibility:hidden|mso-hide:all)")
_STRIKING = re.compile(r"(?<![\w-])text-decoration(?:-line)?:[^;]*line-through")
_SIZES = re.compile(r"(?<![\w-])(?:width|height):(\d+)(?=px)")
_TYPED = ("text", "number", "date", "month", "tel", "email", "url")
ICON = 48
"""Pixels; a smaller picture holds no words."""

Given = Mapping[str, str | None]
"""The attributes of a tag."""


class LeftOut(NamedTuple):
    """What is to be told of something that was passed over."""

    cause: Cause
    words: str
    place: str


class Skipped:
    """An element that is passed over, until it ends."""

    def __init__(self, tag: str, cause: Cause | None, place: str) -> None:
        self.tag = tag
        self._cause = cause
        self._words: list[str] = []
        self._place = place
        self._open = [tag]

    def add(self, words: str) -> None:
        """Take text that stands in it."""
        self._words.append(words)

    def opens(self, tag: str) -> bool:
        """Take a tag that opens; return False if the element ended before it."""
        while tag in ENDED_BY.get(self._open[-1], ()):
            self._open.pop()
            if not self._open:
                return False
        if tag not in VOID and len(self._open) < MAX_DEPTH:
            self._open.append(tag)
        return True

    def closes(self, tag: str) -> bool:
        """Take a tag that closes; return whether the element ended with it or before it."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            return not self._open
        loose = self.tag in ENDED_BY or self.tag not in BLOCKS
        return tag in ("body", "html") or (loose and (tag in BLOCKS or tag == "ruby"))

    @property
    def left_out(self) -> LeftOut | None:
        """What is to be told of it, if there is a cause to."""
        drawn = self._cause is Cause.DRAWINGS
        words = "" if drawn else tidy("".join(self._words))
        told = self._cause if words or drawn else None
        return LeftOut(told, words, self._place) if told else None


def skipped(tag: str, given: Given, place: str) -> Skipped | None:
    """Return the element that ``tag`` opens if it is to be passed over."""
    style = "".join((given.get("style") or "").lower().split())
    hidden = "hidden" in given or _HIDING.search(style)
    if tag in FORM_FIELDS:
        return _form_field(tag, given, place, bool(hidden))
    if tag in SILENT:
        return Skipped(tag, None, place)
    if tag in DRAWN:
        return Skipped(tag, None if hidden or _is_icon(given, style) else Cause.DRAWINGS, place)
    if hidden and tag not in ("body", "html"):
        return Skipped(tag, Cause.HIDDEN, place)
    if tag in STRUCK or _STRIKING.search(style):
        return Skipped(tag, Cause.STRUCK, place)
    return Skipped(tag, Cause.EQUATION_LOST, place) if tag == "math" else None


def _form_field(tag: str, given: Given, place: str, hidden: bool) -> Skipped:
    """Return a field to fill in; what stands in it is told, but for buttons and boxes to tick."""
    shows = tag != "input" or (given.get("type") or "text").lower() in _TYPED
    field = Skipped(tag, Cause.FORM_FIELDS if shows and not hidden else None, place)
    field.add(given.get("value") or "")
    return field


def _is_icon(given: Given, style: str) -> bool:
    """Say whether a picture is too small to hold words, or is named an icon."""
    sizes = [*_SIZES.findall(style), *(given.get(side) or "" for side in ("width", "height"))]
    digits = [size.removesuffix("px") for size in sizes]
    small = any(size.isascii() and size.isdigit() and int(size) < ICON for size in digits)
    return small or "icon" in (given.get("src") or "").lower()
