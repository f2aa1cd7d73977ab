"""The outline of a list: which paragraphs are sections, which are tasks, which are neither.

Paragraphs nest by their numbers (一、 （一） 1. …); unnumbered headings stand above what they
introduce. The level whose items carry responsibility notes is the level of the tasks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plan_cli.importers.layout import Paragraph, is_date, is_heading
from plan_cli.importers.markers import Marker, find_marker
from plan_cli.importers.spotting import Spot, find_notes
from plan_cli.importers.tables import Columns

BOLD_RANK = 8.0
ROW_RANK = 9.0
MOST = 0.55
"""Share of the items of a kind that must carry notes for the kind to be that of tasks."""


@dataclass
class Block:
    """A paragraph with what was found in it."""

    paragraph: Paragraph
    marker: Marker | None
    notes: list[Spot]
    columns: Columns | None = None
    """What the columns of its table are, if it is a row with someone responsible."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph.text


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
        return any(block.notes or block.columns for block in own)


def make_block(paragraph: Paragraph, columns: Columns | None = None) -> Block:
    """Return ``paragraph`` with its number and its notes."""
    notes = [] if columns else find_notes(paragraph.text)
    marker = None if paragraph.cells and columns else find_marker(paragraph.text)
    return Block(paragraph, marker, notes, columns)


def outline(blocks: Sequence[Block]) -> Node:
    """Return the tree of ``blocks``, its tasks marked."""
    root = Node("root", -1.0)
    stack = [root]
    for block, rank, kind in _ranked(blocks):
        if rank is None:
            stack[-1].body.append(block)
            continue
        while stack[-1].rank >= rank:
            stack.pop()
        node = Node(kind, rank, block)
        stack[-1].children.append(node)
        stack.append(node)
    _count(root)
    _mark(root, _shares(root), _closed_kinds(root))
    return root if any(True for _ in tasks_of(root)) else _unnumbered(blocks)


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
    )


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
    for index, block in enumerate(blocks):
        if block.columns:
            yield block, ROW_RANK, "row"
        elif block.marker:
            yield block, block.marker.rank, block.marker.kind
        elif block.paragraph.level and not block.notes and block.paragraph.level in styled:
            yield block, styled[block.paragraph.level], f"heading{block.paragraph.level}"
        elif index in plain:
            yield block, plain[index], f"plain{plain[index]:.1f}"
        elif _bold_lead(block):
            yield block, BOLD_RANK, "bold"
        else:
            yield block, None, ""


def _bold_lead(block: Block) -> bool:
    """Say whether ``block`` begins with a few words in bold and goes on without."""
    bold = block.paragraph.bold
    return bool(bold) and bold[0][0] == 0 and 2 <= bold[0][1] <= 45 and bold[0][1] < len(block.text)


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
        ranks[level] = min(below, default=BOLD_RANK) - 0.9 + level * 0.1
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
            rank = follows.marker.rank if follows.marker else ROW_RANK
            for place in range(index, end):
                ranks[place] = rank - 0.1 * (end - place)
        index = end
    return ranks


def _introduced(block: Block) -> bool:
    return bool(block.columns) or (block.marker is not None and block.marker.rank >= 1.0)


def _waits(block: Block | None) -> bool:
    """Say whether ``block`` is a numbered title whose body is still to come."""
    return (
        block is not None
        and block.marker is not None
        and not block.notes
        and is_heading(block.text)
    )


def _count(node: Node) -> bool:
    noted = [_count(child) for child in node.children]
    node.noted = node.own_notes or any(noted)
    return node.noted


def _shares(root: Node) -> dict[str, float]:
    """Return, for each kind, how many of its items under noted parents carry notes."""
    items: dict[str, list[bool]] = {}

    def visit(node: Node) -> None:
        if node.noted:
            for child in node.children:
                items.setdefault(child.kind, []).append(child.noted)
                visit(child)

    visit(root)
    return {kind: sum(noted) / len(noted) for kind, noted in items.items()}


def _closed_kinds(root: Node) -> set[str]:
    """Return the kinds of which, wherever several follow each other, only the last has a note.

    Such a note closes what is above them: it is not that of the last alone.
    """
    closing: dict[str, list[bool]] = {}

    def visit(node: Node) -> None:
        kinds: dict[str, list[bool]] = {}
        for child in node.children:
            kinds.setdefault(child.kind, []).append(child.noted)
            visit(child)
        for kind, noted in kinds.items():
            if len(noted) > 1 and any(noted):
                closing.setdefault(kind, []).append(noted[-1] and not any(noted[:-1]))

    visit(root)
    return {kind for kind, groups in closing.items() if all(groups)}


def _mark(node: Node, shares: dict[str, float], closed: set[str]) -> None:
    """Mark the tasks under ``node``: as deep as most items still carry notes of their own."""
    if not node.noted:
        return
    noted = [child for child in node.children if child.noted]
    deeper = noted and not all(child.kind in closed for child in noted)
    if node.head is None or (deeper and _goes_deeper(node, noted, shares)):
        for child in node.children:
            _mark(child, shares, closed)
        for child in _siblings(node):
            child.is_task = True
        return
    node.is_task = True


def _goes_deeper(node: Node, noted: Sequence[Node], shares: dict[str, float]) -> bool:
    kinds = {child.kind for child in noted}
    if all(kind == "row" for kind in kinds):
        return True
    if node.head and node.head.notes and not _last_note_trails(node):
        return False
    same = [child for child in node.children if child.kind in kinds]
    here = len(noted) / len(same)
    if any(kind.startswith(("plain", "heading")) for kind in kinds) and node.rank < 1:
        return True
    everywhere = max(shares[kind] for kind in kinds)
    if here >= 0.99 and len(same) >= 2:
        return True
    return everywhere >= MOST and not (len(noted) == 1 and noted[0] is same[-1] and len(same) > 2)


def _last_note_trails(node: Node) -> bool:
    """Say whether the heading's note is only one of many: its items have their own."""
    return sum(child.noted for child in node.children) >= 2


def _siblings(node: Node) -> Iterator[Node]:
    """Yield the items without a note that stand among tasks of their own kind.

    Where the numbers begin again behind the last task, something else begins.
    """
    kinds = {child.kind for child in node.children if child.is_task and not child.children}
    last = max((i for i, child in enumerate(node.children) if child.noted), default=-1)
    highest = 0
    for index, child in enumerate(node.children):
        value = child.head.marker.value if child.head and child.head.marker else 0
        if index > last and value <= highest:
            return
        highest = value or highest
        if child.noted or child.kind not in kinds or child.children or _frames(child):
            continue
        yield child


_FRAME = re.compile(
    r"总体(?:要求|思路|目标)|指导思想|基本原则|(?:工作|主要|发展|行动)目标|保障措施"
    r"|组织(?:实施|保障|领导)|附则|(?:工作|有关|相关)要求"
)
_IN_FORCE = re.compile(r"(?:起|之日起?)(?:施行|实施|执行)|有效期|负责解释|由.{2,20}解释")


def _frames(node: Node) -> bool:
    """Say whether an item without a note only frames the tasks: aims, safeguards, validity."""
    text = node.head.text if node.head else ""
    return bool(_IN_FORCE.search(text) or _FRAME.search(text[:14]))
