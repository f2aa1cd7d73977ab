"""The grammar of responsibility notes: from the words of one note to who is responsible.

    note   = { label | group | aside }
    label  = 责任单位： | 牵头部门： | 配合单位： | 完成时限： …      sets the part of what follows
    group  = member { separator member } [ verb ]          (A、B和C)按职责分工负责
    member = unit | collective | either + 等…
    aside  = 列第一位的为牵头单位，下同 | 以下…不再单独列出 | a time

A verb (牵头, 配合, 负责) speaks of the members since the last verb or label.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from plan_cli.importers.names import continues, is_collective, looks_complete
from plan_cli.model import Responsibility


class Part(Enum):
    """What a label or verb makes of the words it goes with."""

    PLAIN = "plain"
    LEAD = "lead"
    SUPPORT = "support"
    PERSON = "person"
    TIME = "time"


class Reading(NamedTuple):
    """What a note says."""

    responsible: Responsibility
    first_leads: bool = False
    """It states that here and from here on the first unit leads."""
    standing: str = ""
    """Who it says is responsible from here on without being listed, verbatim."""
    open_list: bool = False
    """A list of units ends in 等: there may be more."""
    leading_collectives: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    """Names that do not look like names of units."""
    jointly: bool = False
    """It says 会同: the document names no 牵头 in so many words."""

    @property
    def empty(self) -> bool:
        """Whether it names no one."""
        return not (self.responsible.named or self.responsible.collectives)


_DUTY = (
    "牵头|责任|配合|主办|协办|承办|负责|主责|落实|实施|参与|参加|协同|协助|支持|督导|督办|监督|指导|联系"
    "|分管|推进|执行|组织|包联|完成|办理|主管|共同|主要|具体|第一|监管|统筹"
)
_HOLDER = "单位|部门|机构|处室|科室|部室|股室|主体|市县|区县|县区|地区|组织|局|方"
_WHO = "领导|人员|人|县领导|市领导|区领导"
_WHEN = "时限|时间|期限|时点|进度|节点|日期"
LABEL = re.compile(
    rf"(?P<duty>(?:{_DUTY})(?:[（(](?:{_DUTY}|第一)[）)])?(?:(?:和|及|与|、|/)?(?:{_DUTY}|具体)){{0,6}})"
    rf"\s?(?P<holder>(?:{_HOLDER}|{_WHO}|{_WHEN})(?:[（(][^（）()：:]{{1,4}}[）)])?(?:(?:和|及|与|、|/)(?:{_DUTY})?(?:{_HOLDER}|{_WHO}|{_WHEN}))*)?"
    r"(?P<aside>\s?[（(][^（）()]{2,30}[）)])?\s?[：:]"
)
LABEL_WORD = re.compile(
    rf"(?:{_DUTY})(?:(?:和|及|与|、|/)?(?:{_DUTY}))*(?:[（(](?:{_DUTY})[）)])?(?:{_HOLDER}|{_WHO}|{_WHEN})"
    rf"(?:(?:和|及|与|、|/)(?:{_DUTY})*(?:{_HOLDER}|{_WHO}))*"
)

_VERBS = (
    "牵头|负责|配合|落实|实施|推进|承担|承办|主办|协办|组织|协助|协同|参与|参加|支持|指导|督导|监督|督促|统筹|协调"
    "|做好|抓好|执行|办理|完成|参照执行|推动|具体|分别|共同|联合|各自|分工|统一|根据|按照?|会同"
)
_TAIL = re.compile(
    r"(?P<verb>(?:(?:按照?|依照?|依据|根据|结合|在)[^、，,；;]{0,10}?(?:职责|分工|职能|实际|权限|范围)(?:分工|范围|要求|内)*(?:[，,]?\s?)"
    rf"|(?:{_VERBS}))+)(?:工作|任务|实施工作|贯彻落实)?$"
)
_ET_CETERA = re.compile(r"(?<![高中同平初均对])等(?P<rest>(?!级|线|额)[^、，,；;]*)$")
_COUNTED = re.compile(
    r"^[一二三四五六七八九十百\d]*(?:个|家)?(?:省直|市直|区直)?(?:成员)?(?:部门|单位|机构|企业|地方|地区|市|区|县|高校|院校|学校)*(?:(?:和|及|、)(?:单位|部门))?$"
)
_SEPARATORS = "、，,；;。.·|/\n"
_OPENING, _CLOSING = "（(〈<〔[【［《“「", "）)〉>〕]】］》”」"
_FIRST = re.compile(r"(?:第一|首|第1|第\s?1\s?|最前|列前|前列)(?:位|个|名)?|^排名|列首")
_LEADS = re.compile(r"牵头|主办|主责|总负责|为主|负总责")
_STANDING = re.compile(
    r"不再(?:单独|逐一|一一|另行|重复|逐项|分别|一)?(?:列出|列|标注|注明|赘述|说明|列示|重复)|均不再|不逐一列|不一一列"
)
_CLAIM = re.compile(
    r"\s*(?:其中[，,]?)?(?P<who>[^（(]{2,30}?)(?:均|都)?(?:为|是|作为).{0,8}?(?P<what>牵头|主办|主责|责任|配合|协办|参与)"
    r"(?:责任)?(?:单位|部门|处室)$"
)
_TIME = re.compile(
    r"^(?:(?:20\d\d\s?年|今年|本年|当年|次年|每年|全年|\d{1,2}\s?月|[上下]半年|[一二三四1-4]季度|年底|年内|月底|年中|季度末).{0,16}"
    r"|持续推进|长期坚持|长期推进|常态化(?:推进|开展)?|持续实施|立即(?:实施|执行)|即日起.*|持续|长期|.{0,12}(?:前完成|底前|底前完成|年底前))$"
)


class _Member(NamedTuple):
    start: int
    end: int
    joint: str
    """The separator or conjunction in front of it."""
    part: Part
    turn: int
    """Members of the same verb share a turn."""


def read_note(text: str, part: Part = Part.PLAIN, first_leads: bool = False) -> Reading:
    """Read one note, given without its brackets.

    ``part`` is what its column or heading already says of those in it; ``first_leads``, that
    an earlier note made the first unit of every note the lead.
    """
    return _Reader(text, part, first_leads).read()


class _Reader:
    """Reads one note from left to right."""

    def __init__(self, text: str, part: Part, first_leads: bool) -> None:
        self.text = text
        self.base = part
        self.first_leads = first_leads
        self.states_first = False
        self.standing = ""
        self.open_list = False
        self.jointly = False
        self.times: list[str] = []
        self.persons: list[str] = []
        self.doubtful: list[str] = []
        self.members: list[_Member] = []
        self.turn = 0
        self.verbs: dict[int, Part] = {}
        self.claimed: list[str] = []
        self._own: Part | None = None

    def read(self) -> Reading:
        skip_to = -1
        for start, end, joint in list(self._pieces()):
            if joint in "；;。\n" and joint and self.base is Part.PLAIN:
                self.turn += 1
            if start >= skip_to:
                skip_to = max(skip_to, self._aside(start, end))
            if start >= skip_to:
                self._piece(start, end, joint)
        return self._reading()

    def _pieces(self) -> Iterator[tuple[int, int, str]]:
        """Yield the stretches between separators that stand outside brackets."""
        depth, start, joint = 0, 0, ""
        for index, char in enumerate(self.text):
            if char in _OPENING:
                depth += 1
            elif char in _CLOSING:
                depth = max(0, depth - 1)
            elif depth == 0 and (char in _SEPARATORS or self._parting_space(start, index)):
                yield start, index, joint
                start, joint = index + 1, char
        yield start, len(self.text), joint

    def _parting_space(self, start: int, index: int) -> bool:
        """Say whether the character at ``index`` is a space that parts two names."""
        if self.text[index] not in " \u3000":
            return False
        before, after = self.text[start:index], self.text[index + 1 :]
        if LABEL.match(after):
            return True
        named = re.sub(r"^.*[：:]", "", before)
        return len(named) > 2 and looks_complete(named) and len(after.strip()) > 2

    def _aside(self, start: int, end: int) -> int:
        """Take a remark that names no one; return where reading goes on, or -1."""
        words = self.text[start:end]
        if LABEL.match(words):
            return -1
        if _FIRST.search(words) and _LEADS.search(words):
            self.states_first = True
            return end
        rest = re.split(r"[；;。]", self.text[start:])[0]
        if re.match(
            r"\s*(?:以下|下列|后续|下同|其余|其他任务|本文|以上|上述)", words
        ) and _STANDING.search(rest):
            self.standing = rest
            return start + len(rest)
        if re.fullmatch(r"\s*(?:以?下同|不再.*|以下简称.*|下同[）)]?|以?下均同)\s*", words):
            return end
        if _STANDING.search(words):
            self.standing = self.standing or rest
            return end
        if claim := _CLAIM.match(words):
            if _LEADS.search(claim["what"]):
                self.claimed.append(claim["who"])
            return end
        if _TIME.match(words.strip()):
            self.times.append(words.strip())
            return end
        return -1

    def _piece(self, start: int, end: int, joint: str) -> None:
        """Take what stands between two separators: a label or two, members, a verb."""
        while label := LABEL.search(self.text, start, end):
            if label.start() > start:
                self._members(start, label.start(), joint)
            self._label(label)
            start, joint = label.end(), "："
        if _TIME.match(self.text[start:end].strip()):
            self.times.append(self.text[start:end].strip())
        else:
            self._members(start, end, joint)

    def _label(self, label: re.Match[str]) -> None:
        self.turn += 1
        self.base = label_part(label[0])
        aside = label["aside"] or ""
        if _FIRST.search(aside) and _LEADS.search(aside):
            self.states_first = True

    def _members(self, start: int, end: int, joint: str) -> None:
        """Take the members joined by 和, 会同… within one piece, and the verb behind them."""
        for place, stop, conjunction in _parts(self.text, start, end):
            self._member(place, stop, conjunction or joint)
            if conjunction == "会同":
                self.jointly = True

    def _member(self, start: int, end: int, joint: str) -> None:
        start, end = _trimmed(self.text, start, end)
        lead_in = re.match(
            r"(?:主要|具体)?由|请|并(?=由)|以及|及|和(?!平)|并由", self.text[start:end]
        )
        if lead_in:
            start += lead_in.end()
        end, verb = self._verb(start, end)
        end, rest = self._et_cetera(start, end)
        if start < end:
            self._add(start, end, joint)
        if rest:
            self._add(*rest, "等")
        if verb is not None:
            self.verbs[self.turn] = verb
            self.turn += 1

    def _verb(self, start: int, end: int) -> tuple[int, Part | None]:
        """Return where the name ends and what the verb behind it makes of the group."""
        words = self.text[start:end]
        bracketed = re.search(
            r"[（(](?P<verb>牵头|配合|主办|协办|主责|负责|协助|参与)(?:单位|部门)?[）)]$", words
        )
        found = bracketed or _TAIL.search(words)
        if not found:
            return end, None
        verb, cut = found["verb"], start + found.start()
        if not bracketed and _keeps_verb(words, found.start()):
            return end, None
        if bracketed:
            self._own = _verb_part(verb)
            return cut, None
        return _trimmed(self.text, start, cut)[1], _verb_part(verb)

    def _et_cetera(self, start: int, end: int) -> tuple[int, tuple[int, int] | None]:
        """Cut 等 off; return where the name ends, and the collective behind 等, if any."""
        found = _ET_CETERA.search(self.text[start:end])
        if not found:
            return end, None
        name_end = _trimmed(self.text, start, start + found.start())[1]
        rest_start, rest_end = _trimmed(self.text, start + found.start("rest"), end)
        rest = self.text[rest_start:rest_end]
        if is_collective(rest):
            return name_end, (rest_start, rest_end)
        if not _COUNTED.match(rest):
            return end, None
        self.open_list = True
        return name_end, None

    def _add(self, start: int, end: int, joint: str) -> None:
        start, end = _trimmed(self.text, start, end)
        words = self.text[start:end]
        if not re.search(r"[^\W\d_]", words):
            return
        part = self._own or self.base
        self._own = None
        if part is Part.PERSON:
            self.persons.append(words)
        elif part is Part.TIME:
            self.times.append(words)
        else:
            self.members.append(_Member(start, end, joint, part, self.turn))

    def _reading(self) -> Reading:
        units: dict[str, Part] = {}
        phrases: dict[str, Part] = {}
        first: str | None = None
        for member in self._merged():
            words = self.text[member.start : member.end]
            part = self.verbs.get(member.turn, Part.PLAIN)
            part = member.part if part is Part.PLAIN else part
            if is_collective(words):
                name = _without_gloss(words)
                phrases.setdefault(name, part)
            else:
                name = _without_gloss(words)
                units.setdefault(name, part)
                if (not looks_complete(name) and len(name) > 10) or len(name) > 30:
                    self.doubtful.append(name)
            first = first or name
        units.update({name: Part.LEAD for name in self.claimed if name in units})
        lead = tuple(name for name, part in units.items() if part is Part.LEAD)
        leading = tuple(name for name, part in phrases.items() if part is Part.LEAD)
        if (self.states_first or self.first_leads) and not lead and not leading and first:
            lead, leading = ((first,), ()) if first in units else ((), (first,))
        support = tuple(name for name, part in units.items() if part is Part.SUPPORT)
        responsible = Responsibility(tuple(units), tuple(phrases), lead, support)
        return Reading(
            responsible,
            self.states_first,
            self.standing,
            self.open_list,
            leading,
            tuple(self.times),
            tuple(self.persons),
            tuple(self.doubtful),
            self.jointly and not lead,
        )

    def _merged(self) -> Iterator[_Member]:
        """Yield the members, those that make up one collective put together."""
        held: _Member | None = None
        for member in self.members:
            if held and self._one_phrase(held, member):
                held = held._replace(end=member.end, turn=member.turn)
                continue
            if held:
                yield held
            held = member
        if held:
            yield held

    def _one_phrase(self, held: _Member, member: _Member) -> bool:
        before, words = self.text[held.start : held.end], self.text[member.start : member.end]
        if held.turn != member.turn or member.joint not in ("、", "和", "及", "与"):
            return False
        return is_collective(before) and continues(before, words, member.joint != "、")


def label_part(label: str) -> Part:
    """Return what a label or the heading of a column (牵头单位) makes of those under it."""
    label = re.sub(r"[（(].*?[）)]", "", label)
    if re.search(_WHEN, label):
        return Part.TIME
    if re.search(r"领导|人(?:员)?\s?[：:]?$", label):
        return Part.PERSON
    leads = bool(re.search(r"牵头|主办|主责|第一责任", label))
    helps = bool(re.search(r"配合|协办|协同|协助|参与|参加|支持", label))
    if leads != helps:
        return Part.LEAD if leads else Part.SUPPORT
    return Part.PLAIN


def _verb_part(verb: str) -> Part:
    if re.search(r"牵头|主办|主责", verb):
        return Part.LEAD
    return Part.SUPPORT if re.search(r"配合|协办|协助|协同|参与|参加", verb) else Part.PLAIN


def _keeps_verb(words: str, cut: int) -> bool:
    """Say whether what looks like a verb at the end is part of a name (各基层党组织)."""
    name = words[:cut]
    if words[cut:].startswith("组织") and name:
        return not looks_complete(name)
    return cut == 1


_INNER_VERB = re.compile(
    r"(?:总?牵头负责|牵头(?:组织|实施|推进)?|负责|配合|主办|协办)(?=[^、，,；;])"
)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the names that 和, 会同… or a verb part within a piece, each with what joined it."""
    depth, begin, joint = 0, start, ""
    index = start
    while index < end:
        char = text[index]
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        found = "" if depth else _conjunction(text, begin, index, end)
        if found:
            yield begin, index, joint
            begin, joint = index + len(found), found
            index = begin
            continue
        if not depth and (verb := _INNER_VERB.match(text, index, end)) and index > begin:
            stop = verb.end()
            rest = text[stop:end]
            if not _TAIL.match(rest) and not re.match(r"(?:的|等|工作|任务|单位|部门|[）)])", rest):
                yield begin, stop, joint
                begin, joint = stop, "，"
                index = stop
                continue
        index += 1
    yield begin, end, joint


def _conjunction(text: str, begin: int, index: int, end: int) -> str:
    """Return the conjunction at ``index`` if names end before it and begin behind it."""
    for word in ("会同", "以及", "联合", "协同", "和", "及", "与", "暨"):
        if not text.startswith(word, index):
            continue
        before, after = text[begin:index].strip(), text[index + len(word) : end].strip()
        if len(after) < 2:
            return ""
        if word in ("会同", "以及"):
            return word
        if _TAIL.fullmatch(after):
            return ""
        if word in ("联合", "协同"):
            parting = looks_complete(before) and looks_complete(_bare(after)) and after[:1] != "会"
            return word if parting else ""
        done = looks_complete(before) or before.endswith("等") or is_collective(before)
        goes_on = looks_complete(_bare(after)) or is_collective(after) or before.endswith("等")
        return word if done and goes_on else ""
    return ""


def _bare(words: str) -> str:
    """Return ``words`` without the verb and 等 behind them."""
    found = _TAIL.search(words)
    words = words[: found.start()] if found and found.start() > 1 else words
    et_cetera = _ET_CETERA.search(words)
    return words[: et_cetera.start()] if et_cetera else words


_GLOSS = re.compile(
    r"[（(〈<〔\[]\s?(?:含|包括|包含|不含|除|下同|以下|按|指|即|注|排名|列|牵头|负责|主要)[^（）()]*[）)〉>〕\]]\s*$"
)


def _without_gloss(words: str) -> str:
    """Return ``words`` without a bracket that explains them (〈含开发区，下同〉).

    A unit's bracketed second name and the 单位 of 部门（单位） stay.
    """
    return _GLOSS.sub("", words).rstrip()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in ' \u3000。，、；：:“”"':
        start += 1
    while end > start and text[end - 1] in ' \u3000。，、；：:“”"':
        end -= 1
    return start, end
