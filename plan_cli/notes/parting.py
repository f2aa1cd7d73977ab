"""Where one name in a note ends and the next begins: marks, spaces, conjunctions, a verb."""

import re
from collections.abc import Iterator

from plan_cli.notes.brackets import OPENING, depths
from plan_cli.notes.clauses import NO_VERB, VERB, bare
from plan_cli.notes.labels import LABEL
from plan_cli.notes.organs import (
    is_collective,
    is_place,
    looks_complete,
    names_a_class,
    with_tail,
)
from plan_cli.notes.words import BULLETS, DEEDS, PARTS_OF_NAMES, PLAIN_DUTIES, SHORT_NAMES, either

_SEPARATORS = "、，,；;。.·|/\n"
_INNER_VERB = re.compile(
    rf"{NO_VERB}(?:总?牵头(?:负责|组织|实施|推进)?|{either(PLAIN_DUTIES)})(?=[^、，,；;])"
)
_GOES_ON = re.compile("的|人|单位|部门|(?:医院|高校|院校|学校|企业|机构)$")
"""What makes a verb part of a name: 牵头单位, and 各医联体牵头医院, a class of hospitals."""
_DONE = re.compile(f"(?:{either(DEEDS)})(?![处科室办局组人]|部(?!署))")
_ONE_ORGAN = re.compile("党委[和及与](?:人民)?政府")
"""The party and the government of one place: 沅南县党委和政府."""


def stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches between separators that stand outside brackets, and what is before."""
    start, joint = 0, ""
    for index, depth in depths(text):
        if depth == 0 and (_separates(text, start, index) or parting_space(text, start, index)):
            yield start, index, joint
            start, joint = index + 1, text[index]
    yield start, len(text), joint


def _separates(text: str, start: int, index: int) -> bool:
    """Say whether a separator stands at ``index``, not inside a label (责任单位、配合单位：)."""
    if text[index] not in _SEPARATORS:
        return False
    label = LABEL.match(text, start)
    return not label or label.end() <= index


_FIRST = re.compile(r"[\s、，,；;。]")


def parting_space(text: str, start: int, index: int) -> bool:
    """Say whether the character at ``index`` is a space that parts two names."""
    if text[index] not in " \u3000":
        return False
    label = LABEL.match(text, start)
    name = (text[max(start, label.end()) : index] if label else text[start:index]).rstrip(BULLETS)
    rest = text[index + 1 :].lstrip()
    behind = rest[:1]
    whole = len(name) > 2 or name[-1:] == "科" or name in SHORT_NAMES.split()  # 骨科 肾内科
    if names_a_class(name) and behind == "各":
        return True
    if is_place(name) and is_place(_FIRST.split(rest)[0]):
        return True
    return whole and looks_complete(name) and behind not in OPENING


def names_between(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the names that 和, 会同… or a verb part within a piece, each with what joined it."""
    begin, joint = start, ""
    for index, depth in depths(text, start, end):
        if depth or index < begin:
            continue
        if found := _conjunction(text, begin, index, end):
            yield begin, index, joint
            begin, joint = index + len(found), found
        elif stop := _inner_verb_end(text, index, end) if index > begin else 0:
            yield begin, stop, joint
            if not _names_follow(text[stop:end]):
                return
            begin, joint = stop, "，"
    yield begin, end, joint


def _inner_verb_end(text: str, index: int, end: int) -> int:
    """Return where a verb at ``index`` ends, if more names follow it with no mark between, or 0."""
    verb = _INNER_VERB.match(text, index, end)
    if not verb:
        return 0
    goes_on = VERB.match(text, index, end) or _GOES_ON.match(text, verb.end(), end)
    return 0 if goes_on else verb.end()


def _names_follow(words: str) -> bool:
    """Say whether names, and not what is done (负责资金保障), stand behind a verb."""
    return not _DONE.match(words) and (looks_complete(bare(words)) or is_collective(words))


def _conjunction(text: str, begin: int, index: int, end: int) -> str:
    """Return the conjunction at ``index`` if names end before it and begin behind it."""
    for word in ("会同", "以及", "联合", "协同", "和", "及", "与", "暨"):
        if not text.startswith(word, index):
            continue
        before, after = text[begin:index].strip(), text[index + len(word) : end].strip()
        if word in ("会同", "以及"):
            return word
        if before in PARTS_OF_NAMES.split() or _ONE_ORGAN.fullmatch(
            before[-2:] + word + bare(after)
        ):
            return ""
        if VERB.fullmatch(after):
            return ""
        if word in ("联合", "协同"):
            rest = bare(after)
            parting = looks_complete(before) and looks_complete(rest) and rest[:1] != "会"
            return word if parting and len(rest) > 1 else ""  # 供销合作社联合社 is one name
        behind = before.rpartition("等")[2]
        done = (
            not behind or looks_complete(before) or is_collective(before) or is_collective(behind)
        )
        of_places = bool(with_tail(before, bare(after)))
        done = done or (of_places and not after.startswith("平"))  # 和平区 is one name
        goes_on = looks_complete(bare(after)) or is_collective(after) or before.endswith("等")
        return word if done and goes_on else ""
    return ""
