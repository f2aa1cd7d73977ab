"""Which items of a tree are tasks: those of the level whose items carry responsibility notes."""

import re
from collections.abc import Iterator, Sequence

from plan_cli.importers.shaping.nodes import Node

MOST = 0.55
"""Share of the items of a kind that must carry notes for the kind to be that of tasks."""


def mark_tasks(root: Node) -> None:
    """Mark the tasks in the tree under ``root``."""
    _count(root)
    _mark(root, _shares(root), _closed_kinds(root))


def _count(node: Node) -> bool:
    noted = [_count(child) for child in node.children]
    node.noted = node.own_notes or any(noted)
    node.tabled = any(child.kind == "row" or child.tabled for child in node.children)
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
    if node.head is None or node.tabled or (deeper and _goes_deeper(node, noted, shares)):
        for child in node.children:
            _mark(child, shares, closed)
        for child in _siblings(node):
            child.is_task = True
        return
    node.is_task = True


def _goes_deeper(node: Node, noted: Sequence[Node], shares: dict[str, float]) -> bool:
    kinds = {child.kind for child in noted}
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
        bulleted = child.head is not None and child.head.bulleted
        if index > last and value <= highest and not bulleted:
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
