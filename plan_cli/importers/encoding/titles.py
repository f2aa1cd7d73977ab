"""The titles of tasks: bold words, lines standing alone, first sentences where that is usual."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.encoding.body import MAX_TITLE, head_start, sentence_end
from plan_cli.importers.shaping.nodes import Block, Node, only_note

MAX_WHOLE = 20
"""A task that is nothing but one sentence up to this long can be its own title."""


def title_ends(tasks: Sequence[Node]) -> dict[int, int]:
    """Return where the title of each task ends, by the identity of its first paragraph.

    Bold words and lines standing alone are titles. A short first sentence is one only where
    most tasks begin so: otherwise it is just a short sentence. There a task of a single short
    sentence has its title, and no measure.
    """
    leads: dict[int, Lead] = {}
    for node in tasks:
        if lead := title_lead(node):
            leads[id(node.head)] = lead
    counts = Counter(lead.how for lead in leads.values())
    titled = sum(counts[how] for how in ("bold", "line", "sentence"))
    weak = max(("colon", "space"), key=lambda how: counts[how])
    kept = {"bold", "line"}
    if titled >= 0.5 * len(tasks):
        kept |= {"sentence", "whole"}
    elif counts[weak] >= 0.7 * len(tasks):
        kept.add(weak)
    return {key: lead.end for key, lead in leads.items() if lead.how in kept}


class Lead(NamedTuple):
    """What could be the title of a task, and how it was told."""

    end: int
    how: str


def title_lead(node: Node) -> Lead | None:
    """Return where the title of a task ends in its first paragraph, and what says so."""
    block = node.head
    if block is None or block.columns:
        return None
    start = head_start(block)
    text = block.text
    stop = min((spot.start for spot in block.notes), default=len(text))
    if bold := _bold_title(block, start, stop):
        return Lead(bold, "bold")
    alone = (
        not text[start:stop].rstrip().endswith(("。", "；", "，", "："))
        and "。" not in text[start:stop]
    )
    more = any(True for _ in node.blocks if _ is not block and not only_note(_))
    if alone and 2 <= len(text[start:stop].strip()) <= MAX_TITLE + 10 and (more or not block.notes):
        return Lead(stop, "line")
    end = sentence_end(text, start, stop)
    if end < stop and _is_short(text, start, end) and text[end:stop].strip():
        return Lead(end, "sentence")
    if more and (end == len(text) or is_noted_sentence(block)) and _is_short(text, start, end):
        return Lead(end, "sentence")
    if end == stop and not more and end - start <= MAX_WHOLE and "，" not in text[start:end]:
        return Lead(end, "whole")
    for how, pattern in (("colon", _COLON_TITLE), ("space", _SPACE_TITLE)):
        if found := pattern.match(text[start:stop]):
            return Lead(start + found.end(1), how)
    return None


def is_noted_sentence(block: Block) -> bool:
    """Say whether ``block`` is one short sentence and notes behind it, and nothing else."""
    if not block.notes:
        return False
    start, stop = head_start(block), block.notes[0].start
    end = sentence_end(block.text, start, stop)
    behind = sum(spot.end - spot.start for spot in block.notes) >= len(block.text) - stop
    return end == stop and behind and _is_short(block.text, start, end)


def _is_short(text: str, start: int, end: int) -> bool:
    return text[end - 1] == "。" and end - start <= MAX_TITLE


_COLON_TITLE = re.compile(r"([^，。；：:\s]{2,20}[：:])(?=\S{8,})")
_SPACE_TITLE = re.compile(r"([^，。；：:\s]{4,28})\s(?=\S{10,})")


def _bold_title(block: Block, start: int, stop: int) -> int:
    """Return where a title set in bold ends, or 0 if the paragraph does not begin in bold."""
    text = block.text
    for begin, end in block.paragraph.bold:
        if begin <= start + 1 and end > start + 1:
            end = min(end, stop)
            if end < stop and text[end] in "。：":
                end += 1
            first = sentence_end(text, start, end)
            return first if first - start <= MAX_TITLE + 10 else 0
    return 0
