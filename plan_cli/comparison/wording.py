"""What changed in a wording: the words that went and those that came, marked in one text."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from plan_cli.report import Mark, Marked
from plan_cli.text import fold

_CLAUSE = re.compile(r"[^，。；：、！？\n]*[，。；：、！？\n]|[^，。；：、！？\n]+")
_TOKEN = re.compile(r"[A-Za-z0-9.]+|\s+|.", re.DOTALL)
_SENTENCE = re.compile(r"[^。\n]*[。\n]|[^。\n]+")

KIN = 0.4
"""Clauses that share less than this of the shorter are shown as replaced whole."""
ISLAND = 2
"""An unchanged stretch up to this long is not shown apart from the changes around it."""


class Stretch(NamedTuple):
    """A stretch of both texts: what stood there before and what stands there now."""

    old: str
    new: str
    same: bool = False

    @property
    def length(self) -> int:
        """The length of its longer side."""
        return max(len(self.old), len(self.new))


def mark_changes(old: str, new: str) -> Marked:
    """Return ``new`` with what came marked, and what went from ``old`` put in and marked.

    Width, case and white space do not count as changes. Whole clauses are compared first,
    then the letters inside clauses that differ; numbers stay whole.
    """
    pieces: list[Stretch] = []
    for piece in _pieces(_CLAUSE.findall(old), _CLAUSE.findall(new)):
        pieces += [piece] if piece.same else _refined(piece)
    return _marked(_joined(pieces))


def changed_sentences(marked: Marked) -> tuple[Marked, int]:
    """Return only those sentences in which something is marked, and how many were left out."""
    sentences: list[list[tuple[str, Mark | None]]] = [[]]
    for text, mark in marked.parts:
        for piece in _SENTENCE.findall(text):
            sentences[-1].append((piece, mark))
            if piece[-1] in "。\n" and mark != "removed":
                sentences.append([])
    sentences = [sentence for sentence in sentences if sentence]
    kept = [sentence for sentence in sentences if any(mark for _, mark in sentence)]
    return Marked(tuple(_merged(part for s in kept for part in s))), len(sentences) - len(kept)


def counted(marked: Marked) -> tuple[int, int]:
    """Return how many characters came and how many went, white space not counted."""
    came, went = (
        sum(len(fold(text)) for text, mark in marked.parts if mark == wanted)
        for wanted in ("added", "removed")
    )
    return came, went


def _pieces(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    matcher = SequenceMatcher(None, [*map(fold, old)], [*map(fold, new)], autojunk=False)
    return [
        Stretch("".join(old[a:b]), "".join(new[c:d]), tag == "equal")
        for tag, a, b, c, d in matcher.get_opcodes()
    ]


def _refined(piece: Stretch) -> list[Stretch]:
    """Return the letters that changed inside a changed stretch, unless nearly all did."""
    pieces = _pieces(_TOKEN.findall(piece.old), _TOKEN.findall(piece.new))
    same = sum(p.length for p in pieces if p.same and p.length > 1)
    if same < KIN * min(len(piece.old), len(piece.new)):
        return [piece]
    return [
        p._replace(same=False) if _is_island(pieces, index) else p for index, p in enumerate(pieces)
    ]


def _is_island(pieces: Sequence[Stretch], index: int) -> bool:
    """Say whether an unchanged stretch only splits up what reads as one change."""
    if not 0 < index < len(pieces) - 1:
        return False
    size = pieces[index].length
    around = min(pieces[index - 1].length, pieces[index + 1].length)
    return size <= min(ISLAND, around)


def _joined(pieces: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for piece in pieces:
        if joined and joined[-1].same == piece.same:
            last = joined.pop()
            piece = Stretch(last.old + piece.old, last.new + piece.new, piece.same)
        joined.append(piece)
    return joined


def _marked(pieces: Iterable[Stretch]) -> Marked:
    parts: list[tuple[str, Mark | None]] = []
    for piece in pieces:
        if piece.same or fold(piece.old) == fold(piece.new):
            parts.append((piece.new, None))
        else:
            parts += [(piece.old, "removed"), (piece.new, "added")]
    return Marked(tuple(_merged(parts)))


def _merged(parts: Iterable[tuple[str, Mark | None]]) -> list[tuple[str, Mark | None]]:
    merged: list[tuple[str, Mark | None]] = []
    for text, mark in parts:
        if merged and merged[-1][1] is mark:
            text = merged.pop()[0] + text
        if text:
            merged.append((text, mark))
    return merged
