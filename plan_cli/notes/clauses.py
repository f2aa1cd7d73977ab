"""The words around the names in a note: verbs behind them, 等, conjunctions, brackets."""

import re
from typing import NamedTuple

from plan_cli.notes.brackets import CLOSE, OPEN
from plan_cli.notes.labels import Part, verb_part
from plan_cli.notes.organs import (
    is_collective,
    looks_complete,
)
from plan_cli.notes.words import (
    BULLETS,
    CLASSES,
    DUTIES,
    HELPS,
    HOLDERS,
    LEADS,
    LEVEL,
    MANNERS,
    NO_VERB_BEFORE,
    PLAIN_DUTIES,
    REGIONS,
    SHARES_OF_PLACES,
    either,
)
from plan_cli.numerals import HAN

_EDGE = f' \u3000。，、；：:“”"—{BULLETS}'

NO_VERB = rf"(?!(?<=[{NO_VERB_BEFORE}])协办)"
_DUTY = either(PLAIN_DUTIES, HELPS, "责任")
_VERB_FORMS = (
    NO_VERB + either(DUTIES, MANNERS),
    rf"(?:为|是|作为){_DUTY}(?:单位|部门)",
)
_DUTIES_OF_ITS_OWN = (
    r"(?:按照?|依照?|依据|根据|结合|在)[^、，,；;]{0,10}?(?:职责|分工|职能|实际|权限|范围|要求)"
    r"(?:分工|范围|要求|内)*(?:[，,]?\s?)"
)

ALL_ABOVE = "(?:(?:以上|上述)[^。，、；;：:由]{0,8})"
"""What closes several measures begins so: 以上措施由甲局牵头."""
ITS_SHARE = rf"(?:{either(SHARES_OF_PLACES)}){{1,2}}(?:责任|职责)"
"""What a place or a trade has of a task: 属地管理责任."""
VERB = re.compile(
    rf"(?P<verb>(?:{'|'.join((_DUTIES_OF_ITS_OWN, *_VERB_FORMS))})+)"
    rf"(?:(?:相关)?(?:工作|任务|实施工作|贯彻落实)|{ITS_SHARE})?\s?$"
)
"""A verb behind names, to the end: 牵头负责, 按职责分工负责."""
_VERB_IN_BRACKETS = re.compile(
    rf"[（(](?P<verb>{either(DUTIES, MANNERS, '责任')}{{1,2}})(?:{either(HOLDERS)})?[）)]$"
)
_ET_CETERA = re.compile(
    r"(?<![高中同平初均对])等(?P<rest>(?!级|线|额)(?:[^、，,；;（(]|[（(][^）)]*[）)])*)$"
)
_COUNTED = re.compile(
    rf"^[{HAN}\d]*(?:个|家)?(?:{LEVEL})?(?:成员)?"
    rf"(?:{either(CLASSES, REGIONS)})*(?:(?:和|及|、)(?:单位|部门))?$"
)
_COUNTED_AND = re.compile(
    rf"\s?[{HAN}\d]*(?:个|家)?(?:成员)?(?:部门|单位|机构|企业)(?:以及|[和及与])(?=各|有关|相关)"
)
_SHARE = re.compile(
    rf"[（(][^（）()、，；由]{{2,}}由(?P<who>[^（）()由]{{2,}}{either(LEADS, '负责')})[）)]\s*$"
)
_GLOSS = re.compile(
    rf"{OPEN}\s?(?:含|包括|包含|不含|除|下同|以下|按|指|即|注|排名|列|牵头|负责|主要)[^（）()]*{CLOSE}\s*$"
)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``start`` and ``end`` moved together past spaces, points and bullets."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def share_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find who has a part of what stands in front: 市民政局（长护险由市医保局牵头）."""
    found = _SHARE.search(text, start, end)
    named = found and found.start() > start and looks_complete(bare(found["who"]))
    return found if named else None


def without_gloss(words: str) -> str:
    """Return ``words`` without a bracket that explains them (〈含开发区，下同〉).

    A unit's bracketed second name and the 单位 of 部门（单位） stay.
    """
    return _GLOSS.sub("", words).rstrip()


def verb_behind(words: str) -> tuple[int, Part, bool] | None:
    """Return where the verb behind the names begins, and what it makes of whom.

    The last value says whether it speaks of the last name alone: 市财政局（配合）. None: there
    is no verb, or it is part of a name.
    """
    if bracketed := _VERB_IN_BRACKETS.search(words):
        part = verb_part(bracketed["verb"])
        return bracketed.start(), part, part is not Part.PLAIN
    found = VERB.search(words)
    if found and _keeps_verb(words, found.start()):
        found = VERB.search(words, found.start() + 2)  # 各级党组织落实
    if not found or _keeps_verb(words, found.start()):
        return None
    return found.start(), verb_part(found["verb"]), False


def _keeps_verb(words: str, cut: int) -> bool:
    """Say whether what looks like a verb at the end is part of a name (各基层党组织)."""
    name = words[:cut]
    if words[cut:].startswith("组织") and name:
        return not looks_complete(name) or (
            words[cut:] == "组织" and is_collective(name) and bool(_MEMBERSHIP.search(name))
        )
    return cut == 1


_MEMBERSHIP = re.compile("(?:科协|工会|妇联|残联|侨联|文联|商会|学会|协会)$")
"""What a class of organisations is called by (各级科协组织), so that 组织 is no verb behind it."""


class EtCetera(NamedTuple):
    """What 等 makes of a name: where it ends, where a collective goes on, whether more are meant.

    等部门 leaves the list open, 等有关部门 is a collective, 等部门和各区县 both.
    """

    stop: int
    rest: int
    open: bool


def et_cetera(words: str) -> EtCetera | None:
    """Return what 等 says in ``words``; None if there is none, or it means something else."""
    found = _ET_CETERA.search(words)
    if not found:
        return None
    counted = _COUNTED_AND.match(found["rest"])
    rest = found.start("rest") + (counted.end() if counted else 0)
    if is_collective(words[rest:]):
        return EtCetera(found.start(), rest, counted is not None)
    if _COUNTED.match(found["rest"].strip()):
        return EtCetera(found.start(), len(words), True)
    return None


def bare(words: str) -> str:
    """Return ``words`` without the verb and 等 behind them."""
    found = VERB.search(words)
    words = words[: found.start()] if found and found.start() > 1 else words
    more = _ET_CETERA.search(words)
    return words[: more.start()] if more else words
