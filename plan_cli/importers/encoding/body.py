"""The inside of a task: its title, its measures with their sub-headings, its notes."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.reading.lines import Span
from plan_cli.importers.shaping.nodes import Block, Node
from plan_cli.model.plan import Measure
from plan_cli.notes.brackets import depths
from plan_cli.notes.spotting import NoteSpot

MAX_TITLE = 40
_AFTER_STOP = "”’）)」』》〕】"


class NotePiece(NamedTuple):
    """A note with where it stands: behind how many measures."""

    spot: NoteSpot
    after: int
    place: str


class Body(NamedTuple):
    """A task taken apart."""

    title: str | None
    measures: tuple[Measure, ...]
    notes: tuple[NotePiece, ...]


def head_start(block: Block) -> int:
    """Return where the words begin behind the number of ``block``."""
    start = len(block.label)
    while start < len(block.text) and block.text[start] == " ":
        start += 1
    return start


def sentence_end(text: str, start: int, stop: int) -> int:
    """Return where the sentence that begins at ``start`` ends, its 。 included."""
    for index, depth in depths(text, start, stop):
        if text[index] == "。" and (depth == 0 or _ends_quote(text, index, depth)):
            end = index + 1
            while end < stop and text[end] in _AFTER_STOP:
                end += 1
            return end
    return stop


def _ends_quote(text: str, index: int, depth: int) -> bool:
    return depth == 1 and text[index + 1 : index + 2] in ("”", "’", "」")


def take_apart(node: Node, title_end: int | None) -> Body:
    """Return the parts of the task ``node``, whose title ends at ``title_end`` if it has one."""
    taker = Taker()
    title = None
    for block in node.blocks:
        start = 0
        if block is node.head:
            start = head_start(block)
            if title_end is not None:
                title = block.text[start:title_end].strip()
                start = title_end
        taker.take(block, start)
    return Body(title or None, tuple(taker.measures), tuple(taker.notes))


class Taker:
    """Collects measures and notes, paragraph after paragraph."""

    def __init__(self) -> None:
        self.measures: list[Measure] = []
        self.notes: list[NotePiece] = []

    def take(self, block: Block, start: int) -> None:
        """Take a paragraph from ``start`` on."""
        for spot in block.notes:
            self._text(block, start, spot.start)
            after = len(self.measures)
            self.notes.append(NotePiece(spot, after, block.paragraph.place))
            start = spot.end
        self._text(block, start, len(block.text))

    def _text(self, block: Block, start: int, stop: int) -> None:
        text = block.text
        heading = ""
        lead = _item_lead(block, start, stop)
        while start < stop:
            if text[start] == " ":
                start += 1
                continue
            bold = _bold_end(block.paragraph.bold, text, start, stop)
            end = lead if lead else bold or sentence_end(text, start, stop)
            lead = 0
            if (bold and end == bold) or (
                not heading and end < stop and end == _item_lead(block, start, stop)
            ):
                heading += text[start:end].strip()
            else:
                self._measure(heading, text[start:end].strip())
                heading = ""
            start = end
        if heading:
            self._measure("", heading)

    def _measure(self, heading: str, text: str) -> None:
        if text and not re.search(r"[\w%％]", text) and self.measures and not heading:
            last = self.measures[-1]
            self.measures[-1] = Measure(last.text + text, last.heading)
        elif text:
            self.measures.append(Measure(text, heading or None))


def _item_lead(block: Block, start: int, stop: int) -> int:
    """Return where the short first sentence of a numbered sub-item ends, or 0."""
    if start or not block.marker:
        return 0
    end = sentence_end(block.text, head_start(block), stop)
    return end if end < stop and end - start <= 30 and block.text[end:stop].strip() else 0


def _bold_end(bold: Sequence[Span], text: str, start: int, stop: int) -> int:
    """Return where the words in bold that begin at ``start`` end, or 0 if none do."""
    for begin, end in bold:
        if begin <= start < end - 1 and end < stop:
            if text[end] in "。：，" and text[end - 1] not in "。：，、":
                end += 1
            first = sentence_end(text, start, end)
            return first if first < stop and first - start <= 60 else 0
    return 0
