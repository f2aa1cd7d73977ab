"""A document delivered as one single line: parted again where its numbers go on."""

import re
from collections.abc import Iterator, Sequence

from plan_cli.importers.reading.lines import shifted
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.letter import NUMBER, NUMBER_YEAR
from plan_cli.notes.spotting import NoteSpot, find_notes
from plan_cli.notes.words import DOCUMENTS, either
from plan_cli.numerals import HAN, numeral

_INLINE = re.compile(
    rf"(?P<han>(?<![{HAN}第])[{HAN}]{{1,3}})、|[（(](?P<paren>[{HAN}]{{1,3}})[）)](?!项|款|条)"
    r"|(?<![\d.．第])(?P<arabic>\d{1,4})\s?[.．、](?!\d)"
)
LONG = 120
"""Shorter paragraphs are left alone."""


def unfolded(paragraph: Paragraph) -> Iterator[tuple[Paragraph, Sequence[NoteSpot]]]:
    """Yield ``paragraph`` with its notes; one that holds several items parted before each."""
    text, notes = paragraph.text, find_notes(paragraph.text)
    cuts = _item_cuts(text, notes) if len(text) >= LONG and not paragraph.cells else []
    if not cuts:
        yield paragraph, notes
        return
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = text[start:end].strip()
        if piece:
            offset = -start - (len(text[start:end]) - len(text[start:end].lstrip()))
            bold = tuple(shifted(paragraph.bold, offset, len(piece)))
            yield paragraph._replace(text=piece, bold=bold), find_notes(piece)


def _item_cuts(text: str, notes: Sequence[NoteSpot]) -> list[int]:
    """Return where to part a text that holds items with notes, what frames them included."""
    cuts = _cuts(text, [(note.start, note.end) for note in notes]) if len(notes) >= 2 else []
    if len(cuts) < 2:
        return []
    return sorted({*cuts, *_head_cuts(text[: cuts[0]]), *_signature(text, notes[-1].end)})


def _cuts(text: str, notes: Sequence[tuple[int, int]]) -> list[int]:
    """Return where items begin: numbers that go on from the last of their kind, or begin it."""
    last: dict[str, int] = {}
    cuts = []
    ends = {end for _, end in notes}
    inside = [range(start, end) for start, end in notes]
    for found in _INLINE.finditer(text):
        kind = str(found.lastgroup)
        value = numeral(found[kind]) or 0
        before = text[: found.start()].rstrip()[-1:]
        done = before in ("", "。", "；", "：", "”") or any(
            not text[end : found.start()].strip() for end in ends if end <= found.start()
        )
        bare = kind == "paren" or (kind == "arabic" and value == 1 and "paren" in last)
        goes_on = value == last.get(kind, 0) + 1 or value == 1
        if goes_on and (done or bare) and not any(found.start() in span for span in inside):
            last[kind] = value
            cuts.append(found.start())
    return cuts


_GLUED_NUMBER = re.compile(rf"{either(DOCUMENTS)}(?P<number>[一-鿿]{{2,9}}{NUMBER_YEAR})")


_GLUED_TITLE = re.compile(
    rf".{{6,60}}?{either(DOCUMENTS)}(?=(?:为|根据|按照|现将|近年来|经)[^《》]{{2,}}?[，。])"
)


def _head_cuts(head: str) -> list[int]:
    """Return where number, addressees and letter begin in what stands above the first item."""
    cuts = []
    if glued := _GLUED_NUMBER.search(head):
        cuts += [glued.start("number"), glued.end("number")]
    elif number := NUMBER.match(head):
        cuts.append(number.end())
    elif title := _GLUED_TITLE.match(head):
        cuts.append(title.end())
    start = cuts[-1] if cuts else 0
    colon = re.search(r"[：:](?=\S)", head[start:])
    if colon and colon.start() < 150:
        cuts.append(start + colon.end())
    return cuts


def _signature(text: str, start: int) -> list[int]:
    """Return where a signature with its date is glued to the end of the last item."""
    found = re.fullmatch(
        r"([^。]{2,40}?)(20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)", text[start:].strip()
    )
    if not found:
        return []
    place = text.index(found[0], start)
    return [place, place + found.start(2)]
