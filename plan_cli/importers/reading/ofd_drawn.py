"""The straight lines that are drawn on a page of OFD."""

import re
from collections.abc import Iterator
from itertools import islice
from math import isfinite
from xml.etree import ElementTree

from plan_cli.importers.reading.pdf_tables import THIN, Box

MAX_DRAWN = 5_000
"""Lines on a page."""
POINTS = 72 / 25.4
"""In a millimetre."""


def named(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    """Return all elements called ``name``, whatever their namespace."""
    return [each for each in root.iter() if str(each.tag).rpartition("}")[2] == name]


_STEP = re.compile(r"([A-Z])([^A-Z]*)")


def drawn(content: ElementTree.Element) -> list[Box]:
    """Return the straight lines that are drawn on a page, across or down."""
    paths = named(content, "PathObject")
    return list(islice((box for path in paths for box in _straight(path)), MAX_DRAWN))


def _straight(path: ElementTree.Element) -> Iterator[Box]:
    left, top, *_ = _numbers(path.get("Boundary"), 4, (0, 0, 0, 0))
    a, b, c, d, e, f = _numbers(path.get("CTM"), 6, (1, 0, 0, 1, 0, 0))
    for data in named(path, "AbbreviatedData"):
        start = last = (0.0, 0.0)
        for step, given in _STEP.findall(data.text or ""):
            x, y = _numbers(" ".join(given.split()[-2:]), 2, (0, 0))
            across, down = a * x + c * y + e + left, b * x + d * y + f + top
            point = start if step == "C" else (across * POINTS, -down * POINTS)
            if step in "LC":
                yield from _line(last, point)
            elif step in "SM":
                start = point
            last = point


def _line(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Box]:
    """Yield the box of a line, unless it goes aslant."""
    (left, right), (bottom, top) = (sorted(pair) for pair in zip(one, other, strict=True))
    if min(right - left, top - bottom) < THIN:
        yield left, bottom, right, top


def _numbers(text: str | None, count: int, otherwise: tuple[float, ...]) -> tuple[float, ...]:
    try:
        found = tuple(float(part) for part in (text or "").split())
    except ValueError:
        return otherwise
    return found if len(found) == count and all(map(isfinite, found)) else otherwise
