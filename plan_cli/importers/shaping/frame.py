"""A document in its parts: the letter's head and body, the lists it brings, what ends it."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.shaping.layout import ENCLOSURE
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
    body: tuple[str, ...]
    """The paragraphs of the letter."""
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
        bounds.insert(0, (head.used, head.used))
    body = [block.text for block in blocks[head.used : bounds[0][0]]]
    ends = [start for start, _ in bounds[1:]] + [stop]
    lists: list[Listed] = []
    for (start, end), until in zip(bounds, ends, strict=True):
        title = tuple(block.text for block in blocks[start:end])
        whole = blocks[start if lists else head.used : until]
        lists.append(Listed(title, outline(blocks[end:until]), whole))
    if untitled:
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


def _letter_body(tree: Node) -> list[str]:
    """Take the letter out of a document that is the plan itself: what is above its first item."""
    if not tree.children:
        return []
    body, tree.body = tree.body, []
    return [block.text for block in body]
