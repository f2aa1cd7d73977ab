"""Elements of a page that are passed over with all in them: struck out, hidden, or no text."""

import re
from collections.abc import Mapping

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading.left_out import LeftOut
from plan_cli.importers.reading.lines import tidy
from plan_cli.importers.reading.page.tags import (
    BLOCKS,
    ENDED_BY,
    MAX_DEPTH,
    SILENT,
    STRUCK,
    UNREAD,
    VOID,
)

_HIDING = re.compile(r"(?<![\w-])(?:display:none|visibility:hidden|mso-hide:all)")
_STRIKING = re.compile(r"(?<![\w-])text-decoration(?:-line)?:[^;]*line-through")
_SIZES = re.compile(r"(?<![\w-])(?:width|height):(\d+)(?=px)")
ICON = 48
"""Pixels; a smaller picture holds no words."""

Given = Mapping[str, str | None]
"""The attributes of a tag."""


class Skipped:
    """An element that is passed over, until it ends."""

    def __init__(self, tag: str, cause: Cause | None, words: str, place: str) -> None:
        self.tag = tag
        self._cause = cause
        self._words = [words]
        self._place = place
        self._open = [tag]

    def add(self, words: str) -> None:
        """Take text that stands in it."""
        if self._cause is not Cause.UNREAD:
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
        words = tidy("".join(self._words))
        return LeftOut(self._cause, words, self._place) if self._cause and words else None


def skipped(tag: str, given: Given, place: str) -> Skipped | None:
    """Return the element that ``tag`` opens if it is to be passed over."""
    if tag in SILENT:
        return Skipped(tag, None, "", place)
    style = "".join((given.get("style") or "").lower().split())
    if tag not in ("body", "html") and ("hidden" in given or _HIDING.search(style)):
        cause = None if tag in UNREAD else Cause.HIDDEN
        return Skipped(tag, cause, "", place)
    if tag in STRUCK or _STRIKING.search(style):
        return Skipped(tag, Cause.STRUCK, "", place)
    if tag in UNREAD:
        cause = None if _is_icon(given, style) else Cause.UNREAD
        return Skipped(tag, cause, UNREAD[tag], place)
    return None


def _is_icon(given: Given, style: str) -> bool:
    """Say whether a picture is too small to hold words, or is named an icon."""
    sizes = [*_SIZES.findall(style), *(given.get(side) or "" for side in ("width", "height"))]
    digits = [size.removesuffix("px") for size in sizes]
    small = any(size.isascii() and size.isdigit() and int(size) < ICON for size in digits)
    return small or "icon" in (given.get("src") or "").lower()
