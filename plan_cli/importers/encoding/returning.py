"""Whether the plan gives back everything that was read, and nothing else."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.encoding.row_body import NOBODY
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.letter import NO_TITLE
from plan_cli.model.plan import Plan
from plan_cli.query import fulltext
from plan_cli.query.against import differences, squeeze
from plan_cli.text import clip

MOST = 20
"""More differences than this are not told one by one."""


def not_given_back(plan: Plan, whole: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Yield a doubt for every place where the text of ``plan`` is not that of the source.

    A table is told cell by cell: a plan prints a row as a paragraph, merged cells once.
    """
    if any(paragraph.cells for paragraph in whole):
        found = list(_cells_lost(plan, whole))
    else:
        found = list(_parted(plan, whole))
    yield from found[:MOST]
    if len(found) > MOST:
        yield Doubt(Cause.MORE_DIFFER, about=(len(found) - MOST,))


def _cells_lost(plan: Plan, whole: Sequence[Paragraph]) -> Iterator[Doubt]:
    encoded = squeeze("".join(each.text for each in fulltext.paragraphs(plan)))
    for paragraph in whole:
        for text in paragraph.cells or (paragraph.text,):
            if squeeze(text) not in encoded and not NOBODY.fullmatch(text):
                yield Doubt(Cause.CELL_LOST, (), paragraph.place, (clip(text),))


def _parted(plan: Plan, whole: Sequence[Paragraph]) -> Iterator[Doubt]:
    texts = [paragraph.text for paragraph in whole]
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    for each in differences(plan, "\n".join(texts)):
        place = whole[min(bisect_right(starts, each.offset) - 1, len(whole) - 1)].place
        theirs, ours = each.original, each.encoded
        if ours.words == NO_TITLE and not theirs.words:
            continue
        about = (theirs.before, _quoted(theirs.words), _quoted(ours.words))
        yield Doubt(Cause.DIFFERS, each.path, place, about)


def _quoted(words: str) -> str:
    return clip(words) if words else "（无）"
