"""Finding the responsibility notes inside a paragraph."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan_cli.importers.names import is_collective, looks_complete
from plan_cli.importers.notes import LABEL, LABEL_WORD, Part, label_part, read_note

_PAIRS = {
    "（": "）)",
    "(": ")）",
    "〔": "〕]］",
    "[": "]］〕",
    "【": "】",
    "［": "］]",
    "〈": "〉>",
    "<": ">〉",
}
_CLOSERS = frozenset("".join(_PAIRS.values()))
_TAIL = "。；，、.;,"
_SENTENCE_END = '。；！？!?;）)〕]】”"：:'
_VERB_END = re.compile(
    r"(?:负责|牵头|落实|配合|实施|承担|参与|推进|主办|承办|协办|下同|牵头单位|牵头部门|不再(?:单独|逐一)?列出|分工)[。]?$"
)
_REMARK = re.compile(r"以上|上述|参见|详见|见附件|简称|指|包括|即")


class Spot(NamedTuple):
    """A note in a paragraph: ``text[start:end]`` with its brackets and the mark behind."""

    start: int
    end: int
    text: str
    brackets: str
    tail: str
    broken: bool = False
    """Its closing bracket is missing."""


def find_notes(text: str) -> list[Spot]:
    """Return the notes in ``text``, in order, without overlap."""
    spots: list[Spot] = []
    for spot in sorted(_candidates(text)):
        if not spots or spot.start >= spots[-1].end:
            spots.append(spot)
    return spots


def _candidates(text: str) -> Iterator[Spot]:
    for start, end in _brackets(text):
        inside = text[start + 1 : end]
        if _is_note(inside, text[:start].rstrip(), text[end + 1 :].lstrip()):
            yield _bracketed(text, start, end)
    yield from _unclosed(text)
    yield from _unbracketed(text)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost pairs of brackets."""
    stack: list[int] = []
    for index, char in enumerate(text):
        if char in _PAIRS:
            stack.append(index)
        elif char in _CLOSERS and stack:
            while stack and char not in _PAIRS[text[stack[-1]]]:
                if len(stack) == 1:
                    break
                stack.pop()
            if char in _PAIRS[text[stack[-1]]]:
                start = stack.pop()
                if not stack or LABEL.match(text, start + 1):
                    yield start, index


def _bracketed(text: str, start: int, end: int) -> Spot:
    stop = end + 1
    after = text[stop:]
    tail = after.lstrip()[:1]
    if tail and tail in _TAIL:
        stop += len(after) - len(after.lstrip()) + 1
    else:
        tail = ""
    return Spot(start, stop, text[start + 1 : end].strip(), text[start] + text[end], tail)


def _is_note(inside: str, before: str, after: str) -> bool:
    """Say whether the words in a pair of brackets are a note, judging by their surroundings."""
    words = inside.strip()
    if not words or len(words) > 1500:
        return False
    label = LABEL.match(words)
    if label and (label["holder"] or label["duty"] in _BARE_LABELS):
        return True
    if LABEL_WORD.match(words) and re.match(rf"{LABEL_WORD.pattern}\s", words):
        return True
    ends = not after or after[0] in "。；;" or (before[-1:] in _SENTENCE_END)
    if not ends or _REMARK.match(words):
        return False
    if _VERB_END.search(words):
        return _names_someone(words)
    return (not after or before[-1:] in "。；！;") and _only_organs(words)


_BARE_LABELS = frozenset(
    ("牵头", "配合", "责任", "主办", "协办", "负责", "承办", "主责", "主要责任")
)


def _names_someone(words: str) -> bool:
    responsible = read_note(words).responsible
    names = responsible.named
    return bool(responsible.collectives) or any(
        looks_complete(name) and len(name) <= 30 for name in names
    )


def _only_organs(words: str) -> bool:
    """Say whether ``words`` are nothing but names of organs, with no label and no verb."""
    if re.search(r"[。：:《“]", words):
        return False
    responsible = read_note(words).responsible
    names = responsible.named
    if len(names) + len(responsible.collectives) == 0:
        return False
    known = all(
        _ORGAN_NAME.search(re.sub(r"[（(].*", "", name)) and len(name) <= 20 for name in names
    )
    sizable = len(names) + len(responsible.collectives) > 1 or not names or len(names[0]) >= 3
    return known and sizable and (bool(names) or is_collective(words))


_ORGAN_NAME = re.compile(
    r"(?:部|委|局|厅|办|署|办公室|委员会|妇联|科协|工会|残联|法院|检察院|银行|集团|公司|政府|管委会|海关|处|室|团市委|团省委)$"
)


def _unclosed(text: str) -> Iterator[Spot]:
    """Yield a note whose closing bracket is missing: it runs to the end of the paragraph."""
    for found in re.finditer(r"[（(〔【\[]\s?(?=责任|牵头|配合|主办)", text):
        rest = text[found.end() :]
        label = LABEL.match(rest)
        if label and label["holder"] and not any(char in _CLOSERS for char in rest):
            yield Spot(found.start(), len(text), text[found.start() :].strip(), "", "", True)


def _unbracketed(text: str) -> Iterator[Spot]:
    """Yield a note that stands bare: on a line of its own, or last in the paragraph."""
    for label in LABEL.finditer(text):
        if not label["holder"] or label_part(label[0]) is Part.TIME:
            continue
        before = text[: label.start()].rstrip()
        if before and before[-1] not in "。；;！）)":
            continue
        body = text[label.start() :].rstrip()
        tail = body[-1] if body[-1] in "。；;" and "。" not in body[:-1] else ""
        body = body[: len(body) - len(tail)]
        if "。" in re.sub(r"。(?=[^。]*(?:第一|首)位)", "", body) or _inside(text, label.start()):
            continue
        reading = read_note(body)
        if not reading.empty or label_part(label[0]) is Part.PERSON:
            yield Spot(label.start(), len(text), body, "", tail)
            return


def _inside(text: str, index: int) -> bool:
    """Say whether ``index`` stands inside brackets."""
    depth = 0
    for char in text[:index]:
        if char in _PAIRS:
            depth += 1
        elif char in _CLOSERS:
            depth = max(0, depth - 1)
    return depth > 0
