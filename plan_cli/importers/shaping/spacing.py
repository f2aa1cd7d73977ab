"""Spaces between Chinese characters: those that typesetting left, and those that part names."""

import re
from collections.abc import Sequence

from plan_cli.importers.reading.lines import Span
from plan_cli.notes.labels import LABEL
from plan_cli.notes.parting import parting_space
from plan_cli.notes.words import HOLDERS, ITEM_BULLETS, PLAIN_DUTIES, either

_SPACE = re.compile(
    r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])|(?<=[（(〔〈“《]) | (?=[，。、；：）)〕〉”》,;:])"
)
_KEPT = re.compile(rf"{either(PLAIN_DUTIES, '责任')}{either(HOLDERS)}?\s?[：:]")


def stray_spaces(text: str) -> list[int]:
    """Return where spaces stand between Chinese characters and part nothing.

    Behind the label of a note, a space that stands between two names is kept (责任单位：甲局 乙局),
    and so is any in front of a label.
    """
    label = LABEL.search(text)
    start = label.start() if label else len(text)
    found: list[int] = []
    for space in _SPACE.finditer(text):
        index = space.start()
        if index == 1 and text[0] in ITEM_BULLETS:
            continue
        if index > start and parting_space(text, start, index):
            start = index + 1
        elif not _KEPT.match(text, space.end()):
            found.append(index)
        start = max(start, text.rfind("、", start, index) + 1, text.rfind("，", start, index) + 1)
    return found


def without_spaces(
    text: str, bold: Sequence[Span], spaces: Sequence[int]
) -> tuple[str, tuple[Span, ...]]:
    """Return ``text`` without these of its characters, and where it is then bold."""
    gone = set(spaces)
    moved, before = [], 0
    for index in range(len(text) + 1):
        moved.append(index - before)
        before += index in gone
    clean = "".join(char for index, char in enumerate(text) if index not in gone)
    return clean, tuple((moved[start], moved[end]) for start, end in bold)
