"""A document in its parts: the letter's head and body, the lists it brings, what ends it."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.shaping.layout import ENCLOSURE, is_heading
from plan_cli.importers.shaping.letter import Head, ending_start, read_head, year_of
from plan_cli.importers.shaping.lists import list_starts
from plan_cli.importers.shaping.nodes import Block, Node
from plan_cli.importers.shaping.outline import outline


class Listed(NamedTuple):
    """A list of tasks."""

    title: tuple[str, ...]
    """The lines of its title."""
    tree: Node
    blocks: Sequence[Block]
    """All that belongs to it; what stands before the first list belongs to that."""


class Frame(NamedTuple):
    """A document in its parts."""

    head: Head
    body: tuple[Block, ...]
    """The paragraphs of the letter, and of a text whose tasks stand in the table behind it."""
    lists: tuple[Listed, ...]
    ending: tuple[str, ...]
    year: int
    """What year it is about, or 0."""


def framed(blocks: Sequence[Block]) -> Frame:
    """Return the parts of the document that ``blocks`` make up; some of them hold notes."""
    head = read_head(blocks)
    noted = [index for index, block in enumerate(blocks) if block.noted]
    starts = list_starts(blocks, head)
    stop = _ending(blocks, starts, noted[-1] + 1)
    bounds = [(start, end) for start, end in starts if start < stop]
    untitled = not bounds or noted[0] < bounds[0][0]
    if untitled:
        start = _table_start(blocks, head.used) or head.used
        bounds.insert(0, (start, start))
    body = blocks[head.used : bounds[0][0]]
    ends = [start for start, _ in bounds[1:]] + [stop]
    lists: list[Listed] = []
    for (start, end), until in zip(bounds, ends, strict=True):
        title = tuple(block.text for block in blocks[start:end])
        whole = blocks[start if lists else head.used : until]
        lists.append(Listed(title, outline(blocks[end:until]), whole))
    if untitled and not body:
        body = _letter_body(lists[0].tree)
    ending = tuple(block.text for block in blocks[stop:])
    year = year_of(head, [block.text for block in blocks])
    return Frame(head, tuple(body), tuple(lists), ending, year)


def _ending(blocks: Sequence[Block], starts: Sequence[tuple[int, int]], last: int) -> int:
    """Return where what ends the document begins, behind the ``last`` note.

    A list without notes belongs to it, and 附件 on a line of its own before that.
    """
    stop = min((start for start, _ in starts if start >= last), default=len(blocks))
    while stop and ENCLOSURE.match(blocks[stop - 1].text):
        stop -= 1
    return min(stop, ending_start(blocks, last))


def _table_start(blocks: Sequence[Block], first: int) -> int:
    """Return where the table begins that is the list, behind a text whose items name no one; or 0.

    Headings right above the table are its sections.
    """
    start = next((i for i, block in enumerate(blocks) if block.columns or block.depth), 0)
    if any(block.notes for block in blocks):
        return 0
    while start > first and _belongs_to_table(blocks[start - 1]):
        start -= 1
    return start if any(block.marker for block in blocks[first:start]) else 0


def _belongs_to_table(block: Block) -> bool:
    return bool(block.paragraph.cells) or is_heading(block.text)


def _letter_body(tree: Node) -> Sequence[Block]:
    """Take the letter out of a document that is the plan itself: what is above its first item."""
    if not tree.children:
        return []
    body, tree.body = tree.body, []
    return body
