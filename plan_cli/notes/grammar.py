"""The grammar of responsibility notes: from the words of one note to who is responsible.

    note   = { label | group | aside }
    label  = 责任单位： | 牵头部门： | 配合单位： | 完成时限： …      sets the part of what follows
    group  = member { separator member } [ verb ]          (A、B和C)按职责分工负责
    member = unit | collective | either + 等…
    aside  = 列第一位的为牵头单位，下同 | 以下…不再单独列出 | a time

A verb (牵头, 配合, 负责) speaks of the members since the last verb or label.
"""

import re

from plan_cli.model.plan import Responsibility
from plan_cli.notes.asides import (
    claim,
    is_mute,
    is_time,
    speaks_of_what_follows,
    states_first,
    states_standing,
)
from plan_cli.notes.brackets import is_open, without_brackets, without_lone
from plan_cli.notes.clauses import (
    ALL_ABOVE,
    et_cetera,
    share_behind,
    trimmed,
    verb_behind,
    without_gloss,
)
from plan_cli.notes.labels import LABEL, Part, label_part
from plan_cli.notes.members import Member, full_names, merged
from plan_cli.notes.organs import is_collective, looks_complete, may_be_person
from plan_cli.notes.parting import names_between, stretches
from plan_cli.notes.said import Reading

_LEAD_IN = re.compile("(?:并|以及|及|和(?!平)|会同)?(?:(?:主要|具体)?由|请)?")
_LEAD_IN_ABOVE = re.compile(f"{ALL_ABOVE}由")
_ANSWERS = re.compile("(?:责任|负责)(?:人|同志)")
_LAST_BRACKET = re.compile(r"[（(](?P<inside>[^（）()]{2,})[）)]\s*$")


def read_note(text: str, part: Part = Part.PLAIN) -> Reading:
    """Read one note, given without its brackets; brackets without their fellows say nothing.

    ``part`` is what its column or heading already says of those in it.
    """
    reading = _Reader(without_lone(text), part).read()
    return reading.with_leading(reading.first) if reading.first_leads else reading


class _Reader:
    """Reads one note from left to right."""

    def __init__(self, text: str, part: Part) -> None:
        self.text = text
        self.base = part
        self.with_persons = False
        self.answerable = False
        """Whether persons are named because they answer for the task (责任人), not as leaders."""
        self.is_doing = False
        """Whether what was read last says what someone does, and so may go on behind 、."""
        self.states_first = False
        self.standing = ""
        self.open_list = False
        self.jointly = False
        self.times: list[str] = []
        self.persons: list[str] = []
        self.members: list[Member] = []
        self.turn = 0
        self.verbs: dict[int, Part] = {}
        self.claimed: list[str] = []

    def read(self) -> Reading:
        skip_to = -1
        for start, end, joint in stretches(self.text):
            if joint in "；;。\n" and joint and self.base is Part.PLAIN:
                self.turn += 1
            if start >= skip_to:
                skip_to = max(skip_to, self._aside(start, end))
            if start >= skip_to:
                self._piece(start, end, joint)
        return self._reading()

    def _aside(self, start: int, end: int) -> int:
        """Take a remark that names no one; return where reading goes on, or -1."""
        words = without_brackets(self.text[start:end])
        if LABEL.match(words):
            return -1
        rest = re.split(r"[；;。]", self.text[start:])[0]
        follows = speaks_of_what_follows(words) and states_standing(rest)
        stop = start + len(rest) if follows else end
        return stop if self._remark(words, rest if follows else words) else -1

    def _remark(self, words: str, rest: str) -> bool:
        """Take ``words`` if they are a remark, ``rest`` being the whole of it."""
        if states_first(words):
            self.states_first = True
        elif states_standing(rest):
            self.standing = self.standing or rest
        elif (told := claim(words)) and self.text.count(told[0]) > 1:
            self.claimed += [told[0]] if told[1] else []
        elif is_time(words):
            self.times.append(words.strip())
        else:
            return is_mute(words)
        return True

    def _piece(self, start: int, end: int, joint: str) -> None:
        """Take what stands between two separators: a label or two, members, a verb."""
        while label := LABEL.search(self.text, start, end):
            if is_open(self.text[start : label.start()]):
                break
            self._members(start, label.start(), joint)
            self._label(label)
            start, joint = label.end(), "："
        share = share_behind(self.text, start, end)
        stop = share.start() if share else self._bracketed_remark(start, end)
        self._members(start, stop, joint)
        if share:
            self.turn += 1
            self._members(*share.span("who"), "、")

    def _bracketed_remark(self, start: int, end: int) -> int:
        """Take a remark in brackets behind a name (责任人：张三); return where the name ends."""
        found = _LAST_BRACKET.search(self.text, start, end)
        if not found:
            return end
        inside = found["inside"]
        label = LABEL.match(inside)
        if label and label_part(label[0]) in (Part.PERSON, Part.TIME):
            told = self.persons if label_part(label[0]) is Part.PERSON else self.times
            told.append(inside[label.end() :].strip())
            return found.start()
        first = re.split(r"[，,；;]", inside)[0]
        return found.start() if self._remark(first, inside) else end

    def _label(self, label: re.Match[str]) -> None:
        self.turn += 1
        self.base = label_part(label[0])
        self.with_persons = bool(re.search("单位|部门", label[0]) and "人" in label[0])
        self.answerable = bool(_ANSWERS.search(label[0]))
        self.states_first |= states_first(label["aside"] or "")

    def _members(self, start: int, end: int, joint: str) -> None:
        """Take the members joined by 和, 会同… within one piece, and the verb behind them."""
        if self.is_doing and joint == "、" and not _may_be_named(self.text[start:end]):
            return
        stop = end
        for place, stop, conjunction in names_between(self.text, start, end):
            self._member(place, stop, conjunction or joint)
            if conjunction == "会同":
                self.jointly = True
        self.is_doing = stop < end

    def _member(self, start: int, end: int, joint: str) -> None:
        start, end = trimmed(self.text, start, end)
        above = _LEAD_IN_ABOVE.match(self.text, start, end)
        if lead_in := above or _LEAD_IN.match(self.text, start, end):
            start = lead_in.end()
        verb = verb_behind(self.text[start:end])
        end = start + verb[0] if verb else end
        own = verb[1] if verb and verb[2] else None
        self._names(*trimmed(self.text, start, end), joint, own)
        if verb and own is None:
            self.verbs[self.turn] = verb[1]
            self.turn += 1

    def _names(self, start: int, end: int, joint: str, own: Part | None) -> None:
        """Take one name, and the collective that 等 leads to behind it."""
        found = et_cetera(self.text[start:end])
        if not found:
            self._add(start, end, joint, own)
            return
        self._add(start, start + found.stop, joint, own)
        self._add(start + found.rest, end, "等", own)
        self.open_list |= found.open

    def _add(self, start: int, end: int, joint: str, own: Part | None) -> None:
        start, end = trimmed(self.text, start, end)
        words = self.text[start:end]
        if not re.search(r"[^\W\d_]", words):
            return
        part = own or self.base
        if part is Part.PERSON or (self.with_persons and may_be_person(words)):
            unit = self._units_of_person(start, end) if self.answerable else 0
            self.persons.append(self.text[start:unit] if unit else words)
        elif part is Part.TIME:
            self.times.append(words)
        else:
            self.members.append(Member(start, end, joint, part, self.turn))

    def _units_of_person(self, start: int, end: int) -> int:
        """Take the units in brackets behind a person (张三（宣传部）); return where, or 0."""
        found = _LAST_BRACKET.search(self.text, start, end)
        names = re.finditer("[^、，,；;]+", found["inside"]) if found else ()
        units = [name.span() for name in names if looks_complete(name[0])]
        if not found or not units:
            return 0
        first = found.start("inside")
        for a, b in units:
            self.members.append(Member(first + a, first + b, "、", Part.PLAIN, self.turn))
        return found.start()

    def _reading(self) -> Reading:
        parts: dict[str, Part] = {}
        for member in merged(self.text, self.members):
            part = self.verbs.get(member.turn, Part.PLAIN)
            part = member.part if part is Part.PLAIN else part
            parts.setdefault(self._name(member), part)
        parts.update({name: Part.LEAD for name in self.claimed if name in parts})
        units = tuple(name for name in parts if not is_collective(name))
        phrases = tuple(name for name in parts if is_collective(name))
        lead = tuple(name for name, part in parts.items() if part is Part.LEAD)
        support = tuple(name for name, part in parts.items() if part is Part.SUPPORT)
        return Reading(
            Responsibility(units, phrases, lead, support),
            self.states_first,
            self.standing,
            self.open_list,
            tuple(self.times),
            tuple(self.persons),
            tuple(name for name in units if _is_doubtful(name)),
            self.jointly and not lead,
            next((name for name, part in parts.items() if part is not Part.SUPPORT), ""),
            tuple(full_names(self.text, self.members)),
            tuple((m.start, m.start + len(self._name(m))) for m in self.members),
        )

    def _name(self, member: Member) -> str:
        return without_gloss(self.text[member.start : member.end])


def _is_doubtful(name: str) -> bool:
    return (not looks_complete(name) and len(name) > 10) or len(name) > 30


def _may_be_named(words: str) -> bool:
    """Say whether ``words`` behind what someone does (负责采购、轮换和调拨) may be names again."""
    _, stop, _ = next(names_between(words, 0, len(words)))
    return looks_complete(words) or is_collective(words) or stop < len(words)
