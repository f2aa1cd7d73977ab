"""The encoding held against the original text: every difference, with its place in both."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from plan_cli.model.plan import Plan
from plan_cli.model.walk import Path
from plan_cli.query.fulltext import Span, paragraphs

_UNCOUNTED = {code: None for code in range(0x3001) if chr(code).isspace() or chr(code) in "#*\\"}
"""White space and Markdown marks: headings, strong text, escapes."""

CONTEXT = 14
"""How many characters are shown on either side of a difference."""

LONGEST = 1_000_000
"""Longer texts are told apart by their first difference only: the index takes memory."""

_GRAM = 8
"""Texts are taken to run together again at so many characters that stand in each only once."""
_REFINED = 300
_RUN = 4
_BLOCKS = (1024, 32, 1)
_REFINEMENTS = 200

Piece = tuple[int, int, int, int]
"""From and to in one text, from and to in the other."""


class Side(NamedTuple):
    """One text at a difference: what stands there, between what."""

    before: str
    words: str
    after: str


class Difference(NamedTuple):
    """A place where encoding and original part."""

    path: Path
    """Where it stands in the encoding."""
    part: str
    """The words of the value from there on, to find the column."""
    offset: int
    """Where it stands in the text of the original."""
    encoded: Side
    original: Side


def differences(plan: Plan, original: str) -> list[Difference]:
    """Return where the text of ``plan`` is not ``original``, white space and marks aside."""
    spans = [span for each in paragraphs(plan) for span in each.spans if squeeze(span.text)]
    pieces = [squeeze(span.text) for span in spans]
    starts = [0, *accumulate(map(len, pieces))][:-1]
    encoded, wanted = "".join(pieces), squeeze(original)
    found = []
    differing = diff(encoded, wanted)
    offsets = _offsets(original, (from_ for _, _, from_, _ in differing))
    for (start, end, from_, to), offset in zip(differing, offsets, strict=True):
        path, part = _spot(spans, starts, start)
        sides = _side(encoded, start, end), _side(wanted, from_, to)
        found.append(Difference(path, part, offset, *sides))
    return found


def squeeze(text: str) -> str:
    """Return ``text`` without white space and Markdown marks."""
    return text.translate(_UNCOUNTED)


def _offsets(text: str, indexes: Iterable[int]) -> Iterator[int]:
    """Yield where the characters stand in ``text`` that have these numbers once it is squeezed.

    The numbers ascend: the text is gone through once for all of them.
    """
    place = before = 0
    for index in indexes:
        for block in _BLOCKS:
            while (held := len(squeeze(text[place : place + block]))) + before <= index:
                if place >= len(text):
                    break
                place, before = place + block, before + held
        yield min(place, len(text))


def _spot(spans: list[Span], starts: list[int], position: int) -> tuple[Path, str]:
    """Return the path at ``position`` of the squeezed text, and the words that begin there."""
    if not spans:
        return (), ""
    span = max(bisect_right(starts, position) - 1, 0)
    path, text = spans[span]
    [offset] = _offsets(text, [position - starts[span]])
    place = min(offset, len(text) - 1)
    return path, text[place : place + CONTEXT]


def _side(text: str, start: int, end: int) -> Side:
    return Side(text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT])


def diff(left: str, right: str) -> list[Piece]:
    """Return the pieces in which two texts differ, in order; linear in their length.

    difflib alone takes seconds for two Chinese texts of ten thousand characters, and hours
    for what a hostile file may hold: it is asked about short pieces only.
    """
    anchors = _anchors(left, right) if max(len(left), len(right)) <= LONGEST else {}
    pieces: list[Piece] = []
    i = j = 0
    while True:
        same = _common(left, right, i, j)
        i, j = i + same, j + same
        if i == len(left) and j == len(right):
            return pieces
        end, to = _meeting(left, right, i, j, anchors)
        pieces += _refined(left, right, (i, end, j, to), len(pieces) < _REFINEMENTS)
        i, j = end, to


def _anchors(left: str, right: str) -> dict[int, int]:
    """Return where runs that stand once in each text begin in the left and in the right."""
    lefts = Counter(left[i : i + _GRAM] for i in range(len(left) - _GRAM + 1))
    rights = Counter(right[j : j + _GRAM] for j in range(len(right) - _GRAM + 1))
    once = {gram for gram, count in lefts.items() if count == 1 and rights[gram] == 1}
    places = {gram: j for j in range(len(right)) if (gram := right[j : j + _GRAM]) in once}
    return {i: places[gram] for i in range(len(left)) if (gram := left[i : i + _GRAM]) in once}


def _common(left: str, right: str, i: int, j: int) -> int:
    """Return how many characters from ``i`` and ``j`` on are the same."""
    start, step = i, 4096
    while step:
        while left[i : i + step] == right[j : j + step] and i + step <= len(left):
            i, j = i + step, j + step
        step //= 2
    return i - start


def _meeting(left: str, right: str, i: int, j: int, anchors: dict[int, int]) -> tuple[int, int]:
    """Return where the texts run together again after ``i`` and ``j``: the nearest place."""
    if not anchors:
        return len(left), len(right)
    best, meeting = len(left) + len(right), (len(left), len(right))
    for place in range(i, len(left)):
        if place - i >= best:
            break
        other = anchors.get(place, -1)
        if other >= j and (cost := place - i + other - j) < best:
            best, meeting = cost, (place, other)
    return meeting


def _refined(left: str, right: str, piece: Piece, closely: bool) -> Iterator[Piece]:
    """Yield ``piece`` without its common end, short ones taken apart at runs in common."""
    start, end, from_, to = piece
    while end > start and to > from_ and left[end - 1] == right[to - 1]:
        end, to = end - 1, to - 1
    if not closely or not 0 < max(end - start, to - from_) <= _REFINED:
        yield start, end, from_, to
        return
    matcher = SequenceMatcher(None, left[start:end], right[from_:to], autojunk=False)
    i, j = start, from_
    for a, b, size in matcher.get_matching_blocks():
        if size >= _RUN or not size:
            yield i, start + a, j, from_ + b
            i, j = start + a + size, from_ + b + size
