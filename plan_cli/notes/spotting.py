"""Finding the responsibility notes inside a paragraph."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan_cli.notes.asides import is_time, states_first, states_standing
from plan_cli.notes.brackets import CLOSING, OPEN, before_bracket, is_open, pairs
from plan_cli.notes.clauses import ALL_ABOVE, ITS_SHARE
from plan_cli.notes.grammar import read_note
from plan_cli.notes.labels import COLONS, LABEL, LONE_DUTY, Part, label_part
from plan_cli.notes.organs import is_collective, looks_complete, names_a_class
from plan_cli.notes.said import Reading
from plan_cli.notes.words import (
    ACTS,
    CONTACTS,
    HELPS,
    LEADS,
    LIKELY_ORGANS,
    PLAIN_DUTIES,
    SURE_ORGANS,
    either,
)

_ABOVE = re.compile(f"{ALL_ABOVE}由")
_MARK_BEHIND = re.compile(r"\s*([。；，、.;,])")
_SENTENCE_END = '。；！？!?;）)〕]】”"：:'
_VERB_END = re.compile(
    rf"(?:{either(LEADS, HELPS, ACTS)}(?:{ITS_SHARE})?|下同|牵头单位|牵头部门"
    r"|不再(?:单独|逐一)?列出)[。]?$"
)
_LAST_SENTENCE = re.compile(
    r"(?<=[。；;])\s?"
    rf"(?=(?:{ALL_ABOVE}?由[^。；;：:]{{2,150}}"
    rf"(?:{either(LEADS)}[^。；;：:]{{0,150}}|{either(ACTS, HELPS)})"
    r"|[^。；;：:]{2,150}按照?(?:各自)?职责(?:分工)?(?:分别)?负责)[。；;]?\s*$)"
)
"""Where the last sentence begins, if it says who leads (由A牵头，B配合；A、B按职责分工负责)."""
_TIME_BEHIND = re.compile(r"[，,；;、]\s?([^，,；;、]+)$")
_LABEL_BEHIND = re.compile(rf"[，,；;。]\s?(?={LABEL.pattern})")
_CLAUSE_END = re.compile("[，,；;]")
_POST = re.compile(
    r"(?:组\s*长|组\s*员|成\s*员|主\s*任|书\s*记|秘书长|指挥长?|召集人|联络员)\s?[：:][^：:。；;]{2,60}$"
)
"""Who is in a group: what stands in brackets behind is where a person comes from."""
_CONTACT = re.compile(either(CONTACTS))
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
    reading: Reading
    broken: bool = False
    """Its closing bracket is missing."""


def find_notes(text: str) -> list[NoteSpot]:
    """Return the notes in ``text``, in order, without overlap."""
    spots: list[NoteSpot] = []
    for spot in sorted(_candidates(text), key=lambda spot: (spot.start, spot.end)):
        if not spots or spot.start >= spots[-1].end:
            spots.append(spot)
    return spots


def _candidates(text: str) -> Iterator[NoteSpot]:
    for start, end, depth in pairs(text):
        if depth and not LABEL.match(text, start + 1):
            continue
        words = text[start + 1 : end].strip()
        if reading := _note_in(words, text[:start].rstrip(), text[end + 1 :].lstrip()):
            mark = _MARK_BEHIND.match(text, end + 1)
            stop, tail = (mark.end(), mark[1]) if mark else (end + 1, "")
            yield NoteSpot(start, stop, words, text[start] + text[end], tail, reading)
    yield from _unclosed(text)
    yield from _unbracketed(text)


def _note_in(words: str, before: str, after: str) -> Reading | None:
    """Return what the words in a pair of brackets say, if they and what is around make a note."""
    if len(words) > _MAX_NOTE:
        return None
    label = LABEL.match(words)
    if label and _CONTACT.match(label[0]):
        return None
    if label and (label["holder"] or label["alone"] or LONE_DUTY.fullmatch(label["duty"])):
        return read_note(words)
    if _REMARK.match(words) and not _ABOVE.match(words):
        return None
    last = not after or after[0] in "。；;"
    first_clause = _CLAUSE_END.split(words)[0]
    if _ends_in_verb(words) or _ends_in_verb(first_clause):
        reading = read_note(words)
        every = not (last or before[-1:] in _SENTENCE_END) or not _ends_in_verb(words)
        return reading if _names_someone(reading, every) else None
    apart = not after or before[-1:] in "。；！;"
    if not (apart or last) or looks_complete(before) or re.search(r"[。：:《“]", words):
        return None
    if _POST.search(before):
        return None
    reading = read_note(words)
    return reading if _only_organs(words, reading, _LIKELY if apart else _SURE) else None


def _names_someone(reading: Reading, every: bool) -> bool:
    """Say whether a note names units; ``every``: nothing else but units."""
    responsible = reading.responsible
    known = [looks_complete(name) and 3 <= len(name) <= _MAX_NAME for name in responsible.named]
    if every:
        return all(known) and bool(known or responsible.collectives)
    return any(known) or bool(responsible.collectives)


def _only_organs(words: str, reading: Reading, organ: re.Pattern[str]) -> bool:
    """Say whether ``words`` are nothing but names of organs, with no label and no verb."""
    named, collectives = reading.responsible.named, reading.responsible.collectives
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
            words = text[found.start() :].strip()
            yield NoteSpot(found.start(), len(text), words, "", "", read_note(words), broken=True)


def _unbracketed(text: str) -> Iterator[NoteSpot]:
    """Yield the notes that stand bare: on a line of their own, or behind a sentence."""
    for label in LABEL.finditer(text):
        bullet = _BULLET.search(_just_before(text, label.start()))
        certain = bool(label["holder"] or label["alone"])
        lone = bool(bullet and not bullet.start() and LONE_DUTY.fullmatch(label["duty"] or ""))
        if not (certain or lone) or label_part(label[0]) is Part.TIME:
            continue
        if not bullet or is_open(text[: label.start()]) or _CONTACT.match(label[0]):
            continue
        start = label.start() - len(bullet[0].lstrip())
        spot = _unbracketed_spot(text, start, start + len(_labelled(text[start:])))
        if label[0][-1] not in COLONS or not certain:
            told = _names_someone(spot.reading, every=True)
        else:
            told = not spot.reading.empty or label_part(label[0]) is Part.PERSON
        if told:
            yield spot
    start = _last_sentence(text)
    if start or _may_be_bare(text):
        spot = _unbracketed_spot(text, start, len(text))
        if spot.reading.responsible.named and _names_someone(spot.reading, every=True):
            yield spot


def _last_sentence(text: str) -> int:
    """Return where the last sentence begins if it says no more than who leads, or 0."""
    found = _LAST_SENTENCE.search(text)
    ends = found and _ends_in_verb(text.strip("。；; ")) and not is_open(text[: found.end()])
    return found.end() if found and ends else 0


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
    words = body.removesuffix(tail)
    return NoteSpot(start, end, words, "", tail, read_note(words))


def _may_be_bare(text: str) -> bool:
    """Say whether a whole paragraph may be a note without label or brackets (市教育局牵头。)."""
    words = text.strip().removesuffix("。")
    return (
        len(words) <= _MAX_LINE
        and not re.search(r"[。：:]|^本|.由", _ABOVE.sub("", words))
        and _ends_in_verb(words)
    )


def _ends_in_verb(words: str) -> bool:
    """Say whether ``words`` end in who does something; a time for it or a label may follow."""
    label = _LABEL_BEHIND.search(words)
    who = words[: label.start()] if label else words
    time = _TIME_BEHIND.search(who)
    who = who[: time.start()] if time and is_time(time[1]) else who
    return bool(_VERB_END.search(who))
