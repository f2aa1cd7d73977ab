"""What belongs to the page and not to the text: page numbers, running heads, a site's menu."""

import re
from collections import Counter
from collections.abc import Sequence

from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.markers import find_marker

_DASH = r"[—–\-－―─━_~·]"
_PAGE_NUMBER = re.compile(
    rf"^(?:{_DASH}+\s?\d{{1,4}}\s?{_DASH}+|第\s?\d{{1,4}}\s?页(?:[，,/\s]*共\s?\d{{1,4}}\s?页)?"
    rf"|\d{{1,4}}\s?/\s?\d{{1,4}}|[Pp]age\s?\d{{1,4}}(?:\s?of\s?\d{{1,4}})?|{_DASH}+)$"
)
_NUMBER = re.compile(r"\d{1,3}")
_SPLIT_NUMBER = re.compile(rf"{_DASH}(?:\n\d{{1,3}}){{1,3}}\n{_DASH}(?!.)")
"""A page number whose dashes and digits each took a line."""


def furniture(lines: Sequence[Line]) -> set[int]:
    """Return the lines that belong to the page: numbers, running heads, a site's menu."""
    gone = _running_heads(lines)
    for index, line in enumerate(lines):
        if line.aside or _PAGE_NUMBER.match(line.text):
            gone.add(index)
        if found := _SPLIT_NUMBER.match("\n".join(each.text for each in lines[index : index + 5])):
            gone.update(range(index, index + found[0].count("\n") + 1))
    return gone


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """Return the lines that pages repeat at their top or foot, and lone page numbers there."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.page:
            pages.setdefault(line.page, []).append(index)
    edges = [i for page in pages.values() for i in {*page[:2], *page[-2:]}]
    shapes = Counter(_shape(lines[i].text) for i in edges)
    often = max(3, len(pages) // 2 + 1)
    return {
        i
        for i in edges
        if (shapes[_shape(lines[i].text)] >= often or _NUMBER.fullmatch(lines[i].text))
        and not lines[i].cells
        and not find_marker(lines[i].text)
    }


def _shape(text: str) -> str:
    return re.sub(r"[\d\s]+", "#", text)
