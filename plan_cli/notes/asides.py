"""What a note says besides who is responsible: conventions for what follows, and times."""

import re

from plan_cli.notes.labels import Part, verb_part
from plan_cli.notes.words import BULLETS, HELPS, HOLDERS, LEADS, PLAIN_DUTIES, either

_HOLDER = either(HOLDERS)
_HEAD = "(?:第一|首|最前面?)[位个]?"
_FIRST_LEADS = re.compile(
    rf"{_HEAD}(?:的|者|地区|责任|承办|{_HOLDER})*[，,]?\s?"
    rf"(?:均|都)?(?:为|是|作为|负)[^、，；。]{{0,8}}?(?:负责|总责|为主|{either(LEADS)})"
    rf"|(?:第一|首)[位个家](?:的|者|{_HOLDER})*牵头"
)
_MARKS_LEADS = re.compile(
    rf"[“（(]?(?P<mark>[{BULLETS}])[”）)]?(?:号|标[记识注志])?的?(?:{_HOLDER}|[者均都])*[，,]?"
    rf"(?:为|是|表示|即)[^、，；。]{{0,4}}{either(LEADS)}"
)
_STANDING = re.compile(
    "(?:不再|不|未)(?:单独|逐一|一一|另行|逐项|分别|重复)*(?:列[出明示入]|[标注]明|标注|赘述)"
)
_FOLLOWING = re.compile(r"\s*(?:以[下上]|下列|后续|其余|其[他它]任务|本方案|上述|各项任务|涉及)")
_MUTE = re.compile(
    r"\s*(?:以?下均?同|以下(?:简称|统称).*|(?:排名)?不分先后.*|按照?职责分工|名单附后"
    r"|(?:以上|上述)各?(?:责任)?(?:单位|部门).*)\s*"
)
_CLAIM = re.compile(
    r"\s*(?:其中[，,]?)?(?P<who>[^（(]{2,30}?)(?:均|都)?(?:为|是|作为).{0,8}?"
    rf"(?P<what>{either(PLAIN_DUTIES, HELPS, '责任')})(?:责任)?{_HOLDER}$"
)
_TIME = re.compile(
    r"(?:(?:拟|计划|预计|原则上)?(?:安排|定))?(?:到|于|在|截至)?(?:20\d\d\s?年|[今本当次每全]年|每月|每季度?|\d{1,2}\s?月|[上下]半年"
    r"|第?[一二三四1-4]季度|季度末|年[底内末中]|月底).{0,16}"
    r"|(?:持续|长期|常态化?|分阶段|分步|按季度?|按月|适时|立即|即时|逐年|贯穿全年"
    r"|按照?(?:序时|时序|时间|节点|计划)(?:进度|节点|要求)?)"
    r"(?:推进|坚持|开展|实施|执行|落实|任务|工作|完成)*|即日起.*|.{0,12}(?:前完成|底前)"
)


def states_first(words: str) -> bool:
    """Say whether ``words`` make the first unit of every note the lead (列第一位的为牵头单位)."""
    return bool(_FIRST_LEADS.search(words))


def lead_mark(words: str) -> str:
    """Return the mark that ``words`` give to those who lead (标“★”的为牵头单位), or nothing."""
    found = _MARKS_LEADS.search(words)
    return found["mark"] if found else ""


def states_standing(words: str) -> bool:
    """Say whether ``words`` leave someone out from here on (以下均需各地区负责，不再列出)."""
    return bool(_STANDING.search(words))


def speaks_of_what_follows(words: str) -> bool:
    """Say whether ``words`` begin to speak of the other tasks (以下各项均需…)."""
    return bool(_FOLLOWING.match(words))


def is_mute(words: str) -> bool:
    """Say whether ``words`` say nothing of who is responsible (下同)."""
    return bool(_MUTE.fullmatch(words))


def is_time(words: str) -> bool:
    """Say whether ``words`` are nothing but a time (2025年6月底前完成, 持续推进)."""
    return bool(_TIME.fullmatch("".join(words.split())))


def claim(words: str) -> tuple[str, bool] | None:
    """Return whom a remark (市教育局为牵头单位) speaks of and whether as lead, or None."""
    found = _CLAIM.match(words)
    return (found["who"], verb_part(found["what"]) is Part.LEAD) if found else None
