"""The outline of a list: which paragraphs are sections, which are tasks, which are neither.

Paragraphs nest by their numbers (一、 （一） 1. …); unnumbered headings stand above what they
introduce. The level whose items carry responsibility notes is the level of the tasks.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plan_cli.importers.shaping.layout import is_heading
from plan_cli.importers.shaping.levels import mark_tasks
from plan_cli.importers.shaping.nesting import nested
from plan_cli.importers.shaping.nodes import Block, Node, is_title_line, only_note, tasks_of
from plan_cli.notes.labels import COLONS, LABEL

LED_RANK = 8.0
GROUP_RANK = 8.5
ROW_RANK = 9.0


def outline(blocks: Sequence[Block]) -> Node:
    """Return the tree of ``blocks``, its tasks marked."""
    root = Node("root", -1.0)
    stack = [root]
    for block, rank, kind in _ranked(nested(blocks)):
        if rank is None:
            stack[-1].body.append(block)
            continue
        while stack[-1].rank >= rank:
            stack.pop()
        node = Node(kind, rank, block)
        stack[-1].children.append(node)
        stack.append(node)
    mark_tasks(root)
    return root if any(True for _ in tasks_of(root)) else _unnumbered(blocks)


def _unnumbered(blocks: Sequence[Block]) -> Node:
    """Return the tree of paragraphs that no number orders: each with a note is a task.

    A note on a line of its own belongs to the paragraph above it.
    """
    root = Node("root", -1.0)
    waiting: Block | None = None
    for block in blocks:
        last = root.children[-1] if root.children else root
        if block.notes and only_note(block) and not waiting:
            last.body.append(block)
            continue
        if waiting and not (block.notes and only_note(block)):
            last.body.append(waiting)
        if block.notes:
            alone = waiting if only_note(block) and waiting else block
            body = [block] if alone is not block else []
            root.children.append(Node("plain", ROW_RANK, alone, body, is_task=True, noted=True))
        waiting = None if block.notes else block
    if waiting:
        (root.children[-1] if root.children else root).body.append(waiting)
    return root


def _ranked(blocks: Sequence[Block]) -> Iterator[tuple[Block, float | None, str]]:
    """Yield each block with the rank and kind of the item it begins, or None."""
    plain = _plain_headings(blocks)
    styled = _styled_ranks(blocks)
    led = _bold_items(blocks) or _led_items(blocks)
    for index, block in enumerate(blocks):
        if block.depth:
            yield block, GROUP_RANK + 0.01 * block.depth, "group"
        elif block.goes_on:
            yield block, None, ""
        elif block.columns:
            yield block, ROW_RANK, "row"
        elif block.marker:
            yield block, block.marker.rank, block.marker.kind
        elif block.paragraph.level and not block.notes and block.paragraph.level in styled:
            yield block, styled[block.paragraph.level], f"heading{block.paragraph.level}"
        elif index in plain:
            yield block, plain[index], f"plain{plain[index]:.1f}"
        elif index in led:
            yield block, LED_RANK, "led"
        else:
            yield block, None, ""


def _bold_items(blocks: Sequence[Block]) -> set[int]:
    """Return the places of blocks that begin with a few words in bold and go on without.

    Labels are no items: those of notes (牵头单位：), and those of several items (主要措施：).
    """
    leads = {index: _bold_lead(block) for index, block in enumerate(blocks)}
    times = Counter(leads.values())
    return {
        index
        for index, lead in leads.items()
        if lead and not (lead[-1] in COLONS and times[lead] > 1) and not LABEL.match(lead)
    }


def _bold_lead(block: Block) -> str:
    """Return the few words in bold that ``block`` begins with, and a colon behind, or nothing."""
    bold = block.paragraph.bold
    if not bold or bold[0][0] or not 2 <= bold[0][1] <= 45 or bold[0][1] >= len(block.text):
        return ""
    lead, behind = block.text[: bold[0][1]].rstrip(), block.text[bold[0][1] :].lstrip()
    return lead + behind[:1] if behind[:1] in COLONS else lead


_LEAD = re.compile(r"[^，。；：:]{4,24}。(?=.{8})")
"""A short first sentence, as a title set on the line of its text is."""


def _led_items(blocks: Sequence[Block]) -> set[int]:
    """Return the places of paragraphs that are items by a bullet, or by their first sentence.

    Bullets are those of items if half of them have notes; a sentence heads one if notes stand
    nowhere else and every heading has several.
    """
    bulleted = {i for i, block in enumerate(blocks) if block.bulleted}
    if sum(bool(blocks[i].notes) for i in bulleted) >= max(2, len(bulleted) / 2):
        return {i for i in bulleted if not only_note(blocks[i])}
    found, headings = set(), set()
    noted, heading = 0, -1
    for index, block in enumerate(blocks):
        heading = index if block.marker else heading
        if block.notes and not only_note(block):
            noted += 1
            if not block.marker and _LEAD.match(block.text):
                found.add(index)
                headings.add(heading)
    several = len(found) >= 2 * len(headings)
    return found if several and -1 not in headings and len(found) >= 0.9 * noted else set()


def _styled_ranks(blocks: Sequence[Block]) -> dict[int, float]:
    """Return the rank of unnumbered headings by their level: right above what they introduce."""
    levels = {b.paragraph.level for b in blocks if b.paragraph.level and not b.marker}
    ranks = {}
    for level in levels:
        below = [
            block.marker.rank
            for block in blocks
            if block.marker and (not block.paragraph.level or block.paragraph.level > level)
        ]
        ranks[level] = min(below, default=LED_RANK) - 0.9 + level * 0.1
    return ranks


def _plain_headings(blocks: Sequence[Block]) -> dict[int, float]:
    """Return unnumbered headings known by standing alone, with their rank.

    They come one or several in a run, behind a paragraph that is finished, and right before
    a numbered item (or a row); the last of a run ranks right above that item.
    """
    ranks: dict[int, float] = {}
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and is_title_line(blocks[end]) and not blocks[end].paragraph.level:
            end += 1
        if end == index:
            index += 1
            continue
        follows = blocks[end] if end < len(blocks) else None
        before = blocks[index - 1] if index else None
        if follows and _introduced(follows) and not _waits(before) and end - index <= 3:
            rank = follows.marker.rank if follows.marker and not follows.depth else GROUP_RANK
            for place in range(index, end):
                ranks[place] = rank - 0.1 * (end - place)
        index = end
    return ranks


def _introduced(block: Block) -> bool:
    numbered = block.marker is not None and block.marker.rank >= 1.0
    return bool(block.columns or block.depth) or numbered


def _waits(block: Block | None) -> bool:
    """Say whether ``block`` is a numbered title whose body is still to come."""
    return (
        block is not None
        and block.marker is not None
        and not block.notes
        and is_heading(block.text)
    )
