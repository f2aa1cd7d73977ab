"""The neutral stream that every reader gives: lines of text with what is known of their look."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_cli.importers.doubts import Doubt

Span = tuple[int, int]
"""A stretch of a text: start and end (exclusive)."""

Progress = Callable[[int, int], None]
"""Told how many pages are done, and how many there are."""

RECOGNISERS = ("rapidocr", "onnxruntime")
"""The distributions that recognise words in pictures; the extra ``ocr`` names them too."""


def no_progress(done: int, total: int) -> None:
    """Stand for a reader's progress that no one watches."""


class Line(NamedTuple):
    """One line or paragraph of the source, as printed (an automatic number included)."""

    text: str
    place: str
    """Where it stands, for people: ``第 12 行``, ``第 3 页``."""
    bold: tuple[Span, ...] = ()
    level: int = 0
    """How high a heading it is by its style (1 is the highest), or 0."""
    cells: tuple[str, ...] = ()
    """The cells, if it is a row of a table; ``text`` is then all of them, tabs between.

    Where a cell was printed in several lines, line breaks stand between them."""
    merged: frozenset[int] = frozenset()
    """Cells that repeat the one above because they are merged with it."""
    begins: bool | None = None
    """Whether a paragraph begins here, where the reader can see it (an indented line)."""
    page: int = 0
    """The page it stands on, from 1, where there are pages."""
    label: str = ""
    """The number that its text begins with, if it was counted automatically."""
    series: str = ""
    """What that number goes on in: a list and its level. An item with a bullet has no number."""
    aside: bool = False
    """Whether it belongs to the site around the document (a web page's menu)."""


class Printed(NamedTuple):
    """What a reader gives: all lines, and what a person should know about how they were read."""

    lines: Sequence[Line]
    doubts: Sequence[Doubt] = ()


def tidy(text: str) -> str:
    """Return ``text`` with every kind of white space as a plain space, controls left out."""
    spaced = "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or (char.isprintable() and char not in _UNSEEN)
    )
    return " ".join(part for part in spaced.split(" ") if part)


_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc\ufffe\uffff")


def joined_lines(pieces: Iterable[str]) -> str:
    """Return lines as one text: a space only between letters, none between Chinese."""
    text = ""
    for piece in pieces:
        beside = text[-1:] + piece[:1]
        apart = len(beside) == 2 and beside.isascii() and beside.isalpha()
        text += (" " if apart else "") + piece
    return text


def joined_runs(runs: Iterable[tuple[str, bool]]) -> tuple[str, tuple[Span, ...]]:
    """Return runs of (text, bold) as one tidy text with its bold stretches."""
    text = ""
    bold: list[Span] = []
    for run, strong in runs:
        clean = tidy(run)
        if run[:1].isspace() and text and not text.endswith(" ") and clean:
            text += " "
        start = len(text)
        text += clean
        if strong and clean:
            if bold and not text[bold[-1][1] : start].strip():
                bold[-1] = (bold[-1][0], len(text))
            else:
                bold.append((start, len(text)))
        if clean and run[-1:].isspace():
            text += " "
    return text.rstrip(), tuple((start, end) for start, end in bold)


def shifted(spans: Iterable[Span], offset: int, end: int) -> Iterator[Span]:
    """Yield ``spans`` moved by ``offset``, cut to ``0..end``, empty ones left out."""
    for start, stop in spans:
        start, stop = max(0, start + offset), min(end, stop + offset)
        if start < stop:
            yield start, stop
