"""From lines as printed to paragraphs: page furniture dropped, breaks by line and page mended."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.reading.lines import Line, Span, joined_lines, shifted
from plan_cli.importers.shaping.furniture import furniture
from plan_cli.importers.shaping.markers import find_marker
from plan_cli.importers.shaping.rows import whole_rows
from plan_cli.importers.shaping.spacing import stray_spaces, without_spaces
from plan_cli.notes.brackets import CLOSE, CLOSING, OPENING, is_open
from plan_cli.notes.labels import LABEL
from plan_cli.notes.organs import looks_complete
from plan_cli.notes.words import ACTS, HELPS, ITEM_BULLETS, LEADS, either
from plan_cli.numerals import HAN
from plan_cli.text import width

ENCLOSURE = re.compile(rf"^附\s?(?:件|表|录)\s?[\d{HAN}]*\s?[：:]?$")
_ENDS = "。；！？;!?"
_CLOSES = re.compile(rf"(?!\w{{1,3}}[）)]\s?\w)[^。{re.escape(OPENING + CLOSING)}]{{0,80}}{CLOSE}")
_NUMBER_AND_SPACE = re.compile(r"(\d{1,2}) (?=[^\d\s])")
_DUTY_END = re.compile(f"{either(LEADS, HELPS, ACTS)}$")
_LABEL_LAST = re.compile(rf"(?:^|[。；;])\s?(?:{LABEL.pattern})$")
_FIELD = re.compile("[一-鿿]{2,8}[：:]")
"""How a line begins that says one thing of an item (办结时限：, 落实情况：), among others."""
MAX_HEADING = 42
"""How many characters an unnumbered heading may have."""
INDENTED = 0.05
"""Where paragraphs are indented, more of the lines begin one; else only titles stand in."""


class Paragraph(NamedTuple):
    """A paragraph of the document, whole."""

    text: str
    place: str
    bold: tuple[Span, ...] = ()
    level: int = 0
    cells: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()
    label: str = ""
    series: str = ""


class Text(NamedTuple):
    """A document's paragraphs, and what was dropped as page furniture."""

    paragraphs: list[Paragraph]
    dropped: list[Line]


def laid_out(lines: Sequence[Line]) -> Text:
    """Return the text that ``lines`` make up."""
    filled = _seen_to_begin(_numbered([line for line in whole_rows(lines) if line.text]))
    gone = furniture(filled)
    wrapped = line_width([line for index, line in enumerate(filled) if index not in gone])
    joined: list[Paragraph] = []
    last: Line | None = None
    for index, line in enumerate(filled):
        if index in gone:
            continue
        parted = index - 1 in gone and bool(joined) and _breaks_off(joined[-1], line)
        if joined and last and (parted or _goes_on(joined[-1], last, line, wrapped)):
            joined[-1] = _appended(joined[-1], line)
        else:
            joined.append(_begun(line))
        last = line
    if wrapped or _stray(joined):
        joined = [_unspaced(paragraph) for paragraph in joined]
    return Text(joined, [filled[i] for i in sorted(gone)])


def _begun(line: Line) -> Paragraph:
    """Return the paragraph that ``line`` begins."""
    known = (line.text, line.place, line.bold, line.level, line.cells, line.merged)
    return Paragraph(*known, line.label, line.series)


def _numbered(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines``; a number and a space heads what has the numbers below it (2 above 2.1)."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        number = _NUMBER_AND_SPACE.match(line.text)
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        heads = number and not line.label and re.match(rf"{number[1]}[.．]1(?!\d)", below)
        found.append(line._replace(label=number[1]) if number and heads else line)
    return found


def _seen_to_begin(lines: list[Line]) -> list[Line]:
    """Return ``lines``; where paragraphs are not indented, none says that it begins none."""
    prose = [line for line in lines if line.begins is not None]
    if sum(line.begins is True for line in prose) > INDENTED * len(prose):
        return lines
    return [line._replace(begins=line.begins or None) for line in lines]


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
    spaces = sum(len(stray_spaces(paragraph.text)) for paragraph in whole)
    return spaces > 5 and spaces > 0.01 * sum(len(paragraph.text) for paragraph in whole)


def line_width(lines: Sequence[Line]) -> int:
    """Return at how many columns the lines were broken, or 0 where each is a paragraph."""
    widths = sorted(width(line.text) for line in lines if not line.cells)
    if len(widths) < 8:
        return 0
    full = widths[int(len(widths) * 0.85)]
    if full < 30:
        return 0
    near = [line for line in lines if full - 9 <= width(line.text) <= full + 9]
    broken = sum(line.text[-1] not in _ENDS + "：:）)”" for line in near)
    inner = sum(line.begins is False for line in lines)
    few = max(4, (0.15 if all(line.page for line in lines) else 0.25) * len(widths))
    return full if broken >= few or inner >= max(4, 0.1 * len(widths)) else 0


def _goes_on(paragraph: Paragraph, last: Line, line: Line, wrapped: int) -> bool:
    """Say whether ``line`` goes on with the paragraph before it."""
    begins = (line.begins and wrapped) or line.text[0] in ITEM_BULLETS
    if line.cells or paragraph.cells or line.level or line.label or begins:
        return False
    text = paragraph.text
    label = _open_label(text)
    if label and (label == len(text) or _CLOSES.match(line.text)):
        return True
    if find_marker(line.text) or LABEL.match(line.text):
        if not is_open(text[-400:]) or (LABEL.match(line.text) and text[-1] not in "（(〔【"):
            return False
        marker = find_marker(line.text)
        if (marker and marker.kind in ("han", "han_paren")) or (marker and not wrapped):
            return False
    if paragraph.level and not is_open(text):
        return False
    if _LABEL_LAST.search(text):
        return True
    if wrapped:
        return _goes_on_wrapped(text, last, line, wrapped)
    if text[-1] in _ENDS + "：:" or _closed_note(text) or _is_whole_note(text):
        return False
    if is_open(text[-400:]) or text[-1] in "、，,（(":
        return not line.bold or line.bold[0][0] > 0 or text[-1] in "、，,（("
    prose = not (_FIELD.match(text) and _FIELD.match(line.text)) and _is_sentence(text)
    return prose and not is_heading(line.text) and text[-1] not in "）)”》"


def _open_label(text: str) -> int:
    """Return where the label ends of a note whose bracket is still open, or 0."""
    start = max(text.rfind(char) for char in OPENING)
    label = LABEL.match(text, start + 1) if start >= 0 and is_open(text[start:]) else None
    return label.end() if label else 0


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
    if _is_whole_note(text):
        return room <= 5
    return room <= 5 + first or (_is_sentence(text) and room <= 12)


def _is_whole_note(text: str) -> bool:
    """Say whether ``text`` is a labelled note that ends with a name, or with what they do."""
    return bool(LABEL.match(text)) and (looks_complete(text) or bool(_DUTY_END.search(text)))


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
    text = joined_lines((paragraph.text, line.text))
    bold = list(paragraph.bold)
    for start, end in shifted(line.bold, len(text) - len(line.text), len(text)):
        if bold and bold[-1][1] >= start:
            bold[-1] = (bold[-1][0], end)
        else:
            bold.append((start, end))
    return paragraph._replace(text=text, bold=tuple(bold))


def _unspaced(paragraph: Paragraph) -> Paragraph:
    """Take out the spaces that line breaking put between Chinese characters."""
    spaces = stray_spaces(paragraph.text)
    if not spaces:
        return paragraph
    text, bold = without_spaces(paragraph.text, paragraph.bold, spaces)
    return paragraph._replace(text=text, bold=bold)
