"""From lines as printed to paragraphs: page furniture dropped, breaks by line and page mended."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plan_cli.importers.reading.lines import Line, Span, shifted
from plan_cli.importers.shaping.markers import find_marker
from plan_cli.notes.brackets import is_open
from plan_cli.notes.labels import LABEL
from plan_cli.notes.organs import looks_complete
from plan_cli.notes.words import HOLDERS, PLAIN_DUTIES, either
from plan_cli.numerals import HAN
from plan_cli.text import width

_DASH = r"[—–\-－―─━_~·]"
_PAGE_NUMBER = re.compile(
    rf"^(?:{_DASH}+\s?\d{{1,4}}\s?{_DASH}+|第\s?\d{{1,4}}\s?页(?:[，,/\s]*共\s?\d{{1,4}}\s?页)?"
    rf"|\d{{1,4}}\s?/\s?\d{{1,4}}|[Pp]age\s?\d{{1,4}}(?:\s?of\s?\d{{1,4}})?|{_DASH}+)$"
)
ENCLOSURE = re.compile(rf"^附\s?(?:件|表|录)\s?[\d{HAN}]*\s?[：:]?$")
_ALONE = re.compile(rf"^{_DASH}$")
_ENDS = "。；！？;!?"
_SPACED = re.compile(
    r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])|(?<=[（(〔〈“《]) | (?=[，。、；：）)〕〉”》,;:])"
)
_KEPT_SPACE = re.compile(rf"{either(PLAIN_DUTIES, '责任')}{either(HOLDERS)}?\s?[：:]")
MAX_HEADING = 42
"""How many characters an unnumbered heading may have."""


class Paragraph(NamedTuple):
    """A paragraph of the document, whole."""

    text: str
    place: str
    bold: tuple[Span, ...] = ()
    level: int = 0
    cells: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()


class Furniture(NamedTuple):
    """A line that belongs to the page and not to the text, left out."""

    text: str
    place: str


def paragraphs(lines: Sequence[Line]) -> tuple[list[Paragraph], list[Furniture]]:
    """Return the paragraphs that ``lines`` make up, and what was dropped as page furniture."""
    filled = [line for line in lines if line.text]
    gone = _furniture(filled)
    kept = [line for index, line in enumerate(filled) if index not in gone]
    wrapped = line_width(kept)
    joined: list[Paragraph] = []
    last: Line | None = None
    for index, line in enumerate(filled):
        if index in gone:
            continue
        parted = index - 1 in gone and bool(joined) and _breaks_off(joined[-1], line)
        if joined and last and (parted or _goes_on(joined[-1], last, line, wrapped)):
            joined[-1] = _appended(joined[-1], line)
        else:
            joined.append(
                Paragraph(line.text, line.place, line.bold, line.level, line.cells, line.merged)
            )
        last = line
    if wrapped or _stray(joined):
        joined = [_unspaced(paragraph) for paragraph in joined]
    return joined, [Furniture(filled[i].text, filled[i].place) for i in sorted(gone)]


def _breaks_off(paragraph: Paragraph, line: Line) -> bool:
    """Say whether a page ended in mid-sentence, ``line`` being the first on the next."""
    text = paragraph.text
    return (
        not (line.cells or paragraph.cells or line.level or paragraph.level)
        and "，" in text
        and text[-1] not in _ENDS + "：:）)”》"
        and not find_marker(line.text)
        and not is_heading(line.text)
    )


def _stray(whole: Sequence[Paragraph]) -> bool:
    """Say whether spaces stand between Chinese characters so often that none can be meant."""
    spaces = sum(len(_SPACED.findall(paragraph.text)) for paragraph in whole)
    return spaces > 5 and spaces > 0.01 * sum(len(paragraph.text) for paragraph in whole)


def _furniture(lines: Sequence[Line]) -> set[int]:
    """Return the lines that belong to the page: numbers, running heads, a site's menu."""
    gone = _running_heads(lines)
    for index, line in enumerate(lines):
        if line.aside or _PAGE_NUMBER.match(line.text):
            gone.add(index)
        if _ALONE.match(line.text):
            gone.update(_split_page_number(lines, index))
    return gone


def _split_page_number(lines: Sequence[Line], index: int) -> Iterable[int]:
    """Return the lines of a page number whose dashes and digits each took a line."""
    digits = index + 1
    while (
        digits < len(lines) and digits <= index + 3 and re.fullmatch(r"\d{1,3}", lines[digits].text)
    ):
        digits += 1
    closed = digits < len(lines) and _ALONE.match(lines[digits].text)
    return range(index, digits + 1) if closed and digits > index + 1 else (index,)


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """Return the lines that pages repeat at their top or foot, and lone page numbers there."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.page:
            pages.setdefault(line.page, []).append(index)
    edges = [i for page in pages.values() for i in {*page[:2], *page[-2:]}]
    shapes = Counter(_shape(lines[i].text) for i in edges)
    often = max(3, len(pages) // 2 + 1)
    return {
        i
        for i in edges
        if len(pages) >= 2
        and (shapes[_shape(lines[i].text)] >= often or re.fullmatch(r"\d{1,3}", lines[i].text))
        and not lines[i].cells
        and not find_marker(lines[i].text)
    }


def _shape(text: str) -> str:
    return re.sub(r"[\d\s]+", "#", text)


def line_width(lines: Sequence[Line]) -> int:
    """Return at how many columns the lines were broken, or 0 where each is a paragraph."""
    widths = sorted(width(line.text) for line in lines if not line.cells)
    if len(widths) < 8:
        return 0
    full = widths[int(len(widths) * 0.85)]
    if full > 130 or full < 30:
        return 0
    near = [line for line in lines if full - 9 <= width(line.text) <= full + 9]
    broken = sum(line.text[-1] not in _ENDS + "：:）)”" for line in near)
    return full if broken >= max(4, 0.25 * len(widths)) else 0


def _goes_on(paragraph: Paragraph, last: Line, line: Line, wrapped: int) -> bool:
    """Say whether ``line`` goes on with the paragraph before it."""
    if line.cells or paragraph.cells or line.level or (line.begins and wrapped):
        return False
    text = paragraph.text
    if find_marker(line.text) or LABEL.match(line.text):
        if not is_open(text[-400:]) or (LABEL.match(line.text) and text[-1] not in "（(〔【"):
            return False
        marker = find_marker(line.text)
        if (marker and marker.kind in ("han", "han_paren")) or (marker and not wrapped):
            return False
    if paragraph.level and not is_open(text):
        return False
    if wrapped:
        return _goes_on_wrapped(text, last, line, wrapped)
    if text[-1] in _ENDS + "：:" or _closed_note(text):
        return False
    if LABEL.match(text) and looks_complete(text):
        return False
    if is_open(text[-400:]) or text[-1] in "、，,（(":
        return not line.bold or line.bold[0][0] > 0 or text[-1] in "、，,（("
    return _is_sentence(text) and not is_heading(line.text) and text[-1] not in "）)”》"


def _goes_on_wrapped(text: str, last: Line, line: Line, wrapped: int) -> bool:
    room = wrapped - width(last.text)
    ended = text[-1] in _ENDS + "：:" and room > 8
    if ENCLOSURE.match(line.text) or ENCLOSURE.match(last.text):
        return False
    if (
        line.begins is False
        and last.begins is not None
        and not ended
        and not _is_short(last, wrapped)
    ):
        return True
    first = 4 if text == last.text else 0
    if is_open(text[-400:]) and len(text) > 12:
        return True
    if text[-1] in _ENDS + "：:" or (_closed_note(text) and not room <= 3):
        return room <= 3 and not first and not is_date(line.text)
    if is_date(line.text) or is_date(last.text):
        return False
    return room <= 5 + first or (_is_sentence(text) and room <= 12)


def _is_short(last: Line, wrapped: int) -> bool:
    return width(last.text) < wrapped * 0.7 and not _is_sentence(last.text)


def _closed_note(text: str) -> bool:
    return text[-1] in "）)〕】"


def _is_sentence(text: str) -> bool:
    """Say whether ``text`` is running prose, no heading."""
    if "。" in text or len(text) > MAX_HEADING:
        return True
    marker = find_marker(text)
    return not marker and bool(re.search(r"[：:；;]", text[:-1]))


def is_heading(text: str) -> bool:
    """Say whether ``text`` is short and has no full stop: a heading, a name, a signature."""
    return (
        len(text) <= MAX_HEADING
        and not re.search(r"[。；;：:？?！!]", text[:-1])
        and text[-1] not in "。；;：:，,、"
    )


def is_date(text: str) -> bool:
    """Say whether ``text`` is nothing but a date."""
    han = rf"[{HAN}○]"  # ○ is typed for 〇
    return bool(
        re.fullmatch(
            rf"[（(]?(?:20\d\d|[二2]{han}{{3}})\s?年\s?(?:\d{{1,2}}|{han}{{1,2}})\s?月\s?(?:(?:\d{{1,2}}|{han}{{1,3}})\s?日)?[）)]?",
            text,
        )
    )


def _appended(paragraph: Paragraph, line: Line) -> Paragraph:
    text = paragraph.text
    apart = (
        text[-1].isascii()
        and text[-1].isalpha()
        and line.text[0].isascii()
        and line.text[0].isalpha()
    )
    head = text + (" " if apart else "")
    bold = list(paragraph.bold)
    for start, end in shifted(line.bold, len(head), len(head) + len(line.text)):
        if bold and bold[-1][1] >= start:
            bold[-1] = (bold[-1][0], end)
        else:
            bold.append((start, end))
    return paragraph._replace(text=head + line.text, bold=tuple(bold))


def _unspaced(paragraph: Paragraph) -> Paragraph:
    """Take out the spaces that line breaking put between Chinese characters."""
    text = paragraph.text
    cuts = [
        found.start()
        for found in _SPACED.finditer(text)
        if not _KEPT_SPACE.match(text, found.end())
    ]
    if not cuts:
        return paragraph
    gone = set(cuts)
    moved, before = [], 0
    for index in range(len(text) + 1):
        moved.append(index - before)
        before += index in gone
    clean = "".join(char for index, char in enumerate(text) if index not in gone)
    bold = tuple((moved[start], moved[end]) for start, end in paragraph.bold)
    return paragraph._replace(text=clean, bold=bold)
