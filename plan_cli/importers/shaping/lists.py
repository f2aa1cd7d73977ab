"""Lists that a document brings with titles of their own, behind its letter or one by one."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from plan_cli.importers.reading.lines import joined_lines
from plan_cli.importers.shaping.layout import ENCLOSURE, is_date
from plan_cli.importers.shaping.letter import Head
from plan_cli.importers.shaping.nodes import Block, is_title_line
from plan_cli.importers.shaping.title_ends import ends_title
from plan_cli.text import fold


def list_starts(blocks: Sequence[Block], head: Head) -> list[tuple[int, int]]:
    """Return where lists with a title of their own begin: the lines of each title.

    A title stands behind the letter's date, is quoted in the letter (《…》), is set as a high
    heading, or follows 附件; and numbering starts anew behind it.
    """
    quoted = re.findall(
        r"《([^》]{4,60})》", head.title + "".join(b.text for b in blocks[: head.used + 8])
    )
    starts = []
    index = head.used
    while index < len(blocks):
        end = _title_run(blocks, index)
        if end and _opens_list(blocks, index, end, head, quoted):
            starts.append((index, end))
            index = end
        else:
            index += 1
    return starts


def _title_run(blocks: Sequence[Block], index: int) -> int:
    """Return where the title that begins at ``index`` ends, or 0 if none does."""
    level = blocks[index].paragraph.level
    for end in range(index, min(index + 4, len(blocks))):
        block = blocks[end]
        if not is_title_line(block) or block.paragraph.level != level:
            return 0
        if ENCLOSURE.match(block.text):
            return 0
        if ends_title(block.text):
            while end + 1 < len(blocks) and re.fullmatch(
                r"[（(].{2,30}[）)]", blocks[end + 1].text
            ):
                end += 1
            return end + 1
    return 0


def _opens_list(
    blocks: Sequence[Block], index: int, end: int, head: Head, quoted: Sequence[str]
) -> bool:
    title = fold(joined_lines([block.text for block in blocks[index:end]]))
    before = blocks[index - 1].text if index else ""
    if not any(block.noted for block in blocks[end:]) and index > head.used:
        return any(block.notes for block in blocks[head.used : index]) and (
            bool(ENCLOSURE.match(before)) or is_date(before)
        )
    if any(SequenceMatcher(None, fold(words), title).ratio() > 0.85 for words in quoted):
        return True
    if is_date(before) or ENCLOSURE.match(before):
        return True
    long_enough = len(title) >= 8 or 1 <= blocks[index].paragraph.level <= 2
    restarts = _restarts(blocks, index, end)
    return long_enough and restarts and bool(blocks[index].paragraph.level or len(title) >= 10)


def _restarts(blocks: Sequence[Block], index: int, end: int) -> bool:
    """Say whether the numbers behind a title begin at one again, having begun before."""
    follow = next((b.marker for b in blocks[end : end + 12] if b.marker), None)
    if follow is None or follow.value != 1:
        return False
    ranks = [b.marker.rank for b in blocks[:index] if b.marker]
    return not ranks or follow.rank <= min(ranks) or blocks[index].paragraph.level in (1, 2)
