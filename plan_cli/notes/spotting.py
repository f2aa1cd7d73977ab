"""Finding the responsibility notes inside a paragraph."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan_cli.notes.asides import states_first, states_standing
from plan_cli.notes.brackets import CLOSING, OPEN, before_bracket, is_open, pairs
from plan_cli.notes.grammar import read_note
from plan_cli.notes.labels import LABEL, LONE_DUTY, Part, label_part
from plan_cli.notes.organs import is_collective, looks_complete, names_a_class
from plan_cli.notes.words import (
    ACTS,
    HELPS,
    LEADS,
    LIKELY_ORGANS,
    PLAIN_DUTIES,
    SURE_ORGANS,
    either,
)

_MARK_BEHIND = re.compile(r"\s*([。；，、.;,])")
_SENTENCE_END = '。；！？!?;）)〕]】”"：:'
_VERB_END = re.compile(
    rf"(?:{either(LEADS, HELPS, ACTS)}|下同|牵头单位|牵头部门|不再(?:单独|逐一)?列出)[。]?$"
)
_REMARK = re.compile(r"以上|上述|参见|详见|见附件|简称|指|包括|含|不含|即")
_BULLET = re.compile(r"(?:^|(?<=[。；;！）)】〕]))[\s★☆●■◆▲△※◎○＊*·—-]*$")
_SURE, _LIKELY = (re.compile(f"{either(group)}$") for group in (SURE_ORGANS, LIKELY_ORGANS))
_MAX_NAME, _MAX_LINE, _MAX_NOTE, _MAX_BULLET = 30, 160, 1500, 20


class NoteSpot(NamedTuple):
    """A note in a paragraph: ``text[start:end]`` with its brackets and the mark behind."""

    start: int
    end: int
    text: str
    brackets: str
    tail: str
    broken: bool = False
    """Its closing bracket is missing."""


def find_notes(text: str) -> list[NoteSpot]:
    """Return the notes in ``text``, in order, without overlap."""
    spots: list[NoteSpot] = []
    for spot in sorted(_candidates(text)):
        if not spots or spot.start >= spots[-1].end:
            spots.append(spot)
    return spots


def _candidates(text: str) -> Iterator[NoteSpot]:
    for start, end, depth in pairs(text):
        if depth and not LABEL.match(text, start + 1):
            continue
        inside = text[start + 1 : end]
        if _is_note(inside, text[:start].rstrip(), text[end + 1 :].lstrip()):
            yield _bracketed(text, start, end)
    yield from _unclosed(text)
    yield from _unbracketed(text)


def _bracketed(text: str, start: int, end: int) -> NoteSpot:
    mark = _MARK_BEHIND.match(text, end + 1)
    stop, tail = (mark.end(), mark[1]) if mark else (end + 1, "")
    return NoteSpot(start, stop, text[start + 1 : end].strip(), text[start] + text[end], tail)


def _is_note(inside: str, before: str, after: str) -> bool:
    """Say whether the words in a pair of brackets are a note, judging by their surroundings."""
    words = inside.strip()
    if len(words) > _MAX_NOTE:
        return False
    label = LABEL.match(words)
    if label and (label["holder"] or label["alone"] or LONE_DUTY.fullmatch(label["duty"])):
        return True
    if _REMARK.match(words):
        return False
    last = not after or after[0] in "。；;"
    if _VERB_END.search(words):
        return _names_someone(words, every=not (last or before[-1:] in _SENTENCE_END))
    apart = not after or before[-1:] in "。；！;"
    if not (apart or last) or looks_complete(before):
        return False
    return _only_organs(words, _LIKELY if apart else _SURE)


def _names_someone(words: str, every: bool = False) -> bool:
    """Say whether ``words``, read as a note, name units; ``every``: nothing else but units."""
    responsible = read_note(words).responsible
    known = [looks_complete(name) and 3 <= len(name) <= _MAX_NAME for name in responsible.named]
    if every:
        return all(known) and bool(known or responsible.collectives)
    return any(known) or bool(responsible.collectives)


def _only_organs(words: str, organ: re.Pattern[str]) -> bool:
    """Say whether ``words`` are nothing but names of organs, with no label and no verb."""
    if re.search(r"[。：:《“]", words):
        return False
    responsible = read_note(words).responsible
    named, collectives = responsible.named, responsible.collectives
    classes = all(names_a_class(phrase) for phrase in collectives)
    known = classes and all(
        organ.search(before_bracket(name)) and len(name) <= 20 for name in named
    )
    sizable = len(named) + len(collectives) > 1 or not named or len(named[0]) >= 3
    return known and sizable and (bool(named) or is_collective(words))


def _unclosed(text: str) -> Iterator[NoteSpot]:
    """Yield a note whose closing bracket is missing: it runs to the end of the paragraph."""
    last = max(text.rfind(char) for char in CLOSING)
    for found in re.finditer(rf"{OPEN}\s?(?=责任|{either(PLAIN_DUTIES)})", text):
        label = LABEL.match(text, found.end())
        if label and label["holder"] and last < found.end():
            yield NoteSpot(found.start(), len(text), text[found.start() :].strip(), "", "", True)


def _unbracketed(text: str) -> Iterator[NoteSpot]:
    """Yield the notes that stand bare: on a line of their own, or behind a sentence."""
    for label in LABEL.finditer(text):
        if not (label["holder"] or label["alone"]) or label_part(label[0]) is Part.TIME:
            continue
        bullet = _BULLET.search(_just_before(text, label.start()))
        if not bullet or is_open(text[: label.start()]):
            continue
        start = label.start() - len(bullet[0].lstrip())
        body = _labelled(text[start:])
        reading = read_note(body)
        told = not reading.empty or label_part(label[0]) is Part.PERSON
        if _names_someone(body, every=True) if label[0][-1] not in "：:" else told:
            yield _unbracketed_spot(text, start, start + len(body))
    if _is_bare_line(text):
        yield _unbracketed_spot(text, 0, len(text))


def _just_before(text: str, index: int) -> str:
    """Return the characters before ``index`` that a bullet may take, told from a line's start."""
    return text[:index] if index <= _MAX_BULLET else "…" + text[index - _MAX_BULLET : index]


def _labelled(rest: str) -> str:
    """Return the sentence ``rest`` begins with, and those behind it that go on with the note."""
    end = 0
    for sentence in re.finditer(r"[^。]*(?:。|$)", rest):
        words = sentence[0].strip()
        if end and not (LABEL.match(words) or states_first(words) or states_standing(words)):
            break
        end = sentence.end()
    return rest[:end]


def _unbracketed_spot(text: str, start: int, end: int) -> NoteSpot:
    body = text[start:end].rstrip()
    tail = body[-1] if body[-1] in "。；;" else ""
    return NoteSpot(start, end, body.removesuffix(tail), "", tail)


def _is_bare_line(text: str) -> bool:
    """Say whether a whole paragraph is a note without label or brackets (市教育局牵头，…配合。)."""
    words = text.strip().removesuffix("。")
    if (
        len(words) > _MAX_LINE
        or re.search(r"[。：:]|^本|.由", words)
        or not _VERB_END.search(words)
    ):
        return False
    return bool(read_note(words).responsible.named) and _names_someone(words, every=True)
