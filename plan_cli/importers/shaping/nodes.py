"""Paragraphs with what was found in them, and the tree of headings and items that they make up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plan_cli.importers.shaping.layout import Paragraph, is_date, is_heading
from plan_cli.importers.shaping.markers import Marker
from plan_cli.notes.columns import Columns
from plan_cli.notes.spotting import NoteSpot
from plan_cli.notes.words import ITEM_BULLETS

_BULLET = re.compile(rf"[{ITEM_BULLETS}](?=\s?\w)")


@dataclass
class Block:
    """A paragraph with what was found in it."""

    paragraph: Paragraph
    marker: Marker | None
    notes: Sequence[NoteSpot]
    columns: Columns | None = None
    """What the columns of its table are, if it is a row with someone responsible."""
    goes_on: bool = False
    """Whether it is a row that goes on with the task of the row above it."""
    depth: int = 0
    """How many groups deep a heading stands that a table puts rows together under, from 1."""
    group_notes: Sequence[NoteSpot] = ()
    """The notes of the groups that the row is in: they hold for all of it."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph.text

    @property
    def label(self) -> str:
        """The number or the bullet that stands in front of its words, or nothing."""
        if self.marker:
            return self.marker.label
        bullet = _BULLET.match(self.text)
        return bullet[0] if bullet else ""

    @property
    def bulleted(self) -> bool:
        """Whether it is an item with a bullet and no number."""
        return self.marker is None and bool(self.label or self.paragraph.series)

    @property
    def noted(self) -> bool:
        """Whether it says who is responsible."""
        return bool(self.notes or self.columns)


@dataclass
class Node:
    """A heading or numbered item, with the paragraphs and items under it."""

    kind: str
    rank: float
    head: Block | None = None
    body: list[Block] = field(default_factory=list)
    """Paragraphs right under it, before its children."""
    children: list["Node"] = field(default_factory=list)
    is_task: bool = False
    noted: bool = False
    """Whether there is a note in it or under it."""
    tabled: bool = False
    """Whether there are rows of a table under it: these are the tasks."""

    @property
    def blocks(self) -> Iterator[Block]:
        """All paragraphs in it and under it, in order."""
        if self.head:
            yield self.head
        yield from self.body
        for child in self.children:
            yield from child.blocks

    @property
    def own_notes(self) -> bool:
        """Whether a note stands in its own paragraphs."""
        own = [self.head, *self.body] if self.head else self.body
        return any(block.noted for block in own)


def tasks_of(node: Node) -> Iterator[Node]:
    """Yield the tasks in and under ``node``, in document order."""
    if node.is_task:
        yield node
        return
    for child in node.children:
        yield from tasks_of(child)


def only_note(block: Block) -> bool:
    """Say whether ``block`` holds notes and no other words."""
    covered = sum(spot.end - spot.start for spot in block.notes)
    return bool(block.notes) and covered >= len(block.text.strip())


def is_title_line(block: Block) -> bool:
    """Say whether ``block`` looks like an unnumbered heading, of whatever rank."""
    return (
        block.marker is None
        and not block.notes
        and not block.paragraph.cells
        and is_heading(block.text)
        and not is_date(block.text)
        and not _REMARK.fullmatch(block.text)
    )


_REMARK = re.compile(r"[（(][^（）()]*[，；：][^（）()]*[）)]")
"""A sentence in brackets explains what it stands with (括号内为责任单位，列第一位的牵头)."""
