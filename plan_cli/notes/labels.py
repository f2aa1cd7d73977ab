"""The labels of responsibility notes (责任单位：, 牵头部门：, 完成时限：) and what they say."""

import re
from enum import Enum

from plan_cli.notes.words import (
    DUTIES,
    DUTIES_IN_LABELS,
    HELPS,
    HELPS_IN_LABELS,
    HOLDERS,
    LEADERS,
    LEADS,
    LEVEL,
    MISREAD_HOLDERS,
    PERSONS,
    PLACES_AS_HOLDERS,
    PLAIN_DUTIES,
    SHARES,
    SOME,
    TERMS,
    TIMES,
    either,
)


class Part(Enum):
    """What a label or verb makes of the words it goes with."""

    PLAIN = "plain"
    LEAD = "lead"
    SUPPORT = "support"
    PERSON = "person"
    TIME = "time"


_DUTY = either(DUTIES, DUTIES_IN_LABELS, HELPS_IN_LABELS, spaced=True)
_LEVEL = rf"(?:{LEVEL}|{either(SOME, spaced=True)})"
_HOLDER = either(
    HOLDERS,
    MISREAD_HOLDERS,
    PLACES_AS_HOLDERS,
    PERSONS,
    LEADERS,
    TIMES,
    TERMS,
    spaced=True,
)
_ALONE = either(SHARES, LEADERS, TERMS, spaced=True)
_WORDS = (
    rf"(?P<duty>{_LEVEL}?{_DUTY}(?:[（(]{_DUTY}[）)])?(?:[和及与、/]?\s?{_DUTY}){{0,6}})"
    rf"\s?(?P<holder>{_HOLDER}(?:[（(][^（）()：:]{{1,4}}[）)])?"
    rf"(?:[和及与、/](?:{_DUTY}){{0,2}}{_HOLDER})*)?"
)
COLONS = "：:∶﹕︰"
"""Colons, and the signs that are typed or printed for one."""
LABEL = re.compile(
    rf"(?:(?P<alone>{_ALONE}(?=\s?[{COLONS}]))|{_WORDS})(?P<aside>\s?[（(][^（）()]{{2,30}}[）)])?"
    rf"(?:\s?[{COLONS}]|(?<={either(HOLDERS)})(?:\s+|为(?!主)|是(?!指))(?=[^\s{COLONS}]{{2}}))"
)
"""A label with its colon; behind 单位 and 部门 a space, 为 or 是 can stand for the colon."""

LONE_DUTY = re.compile(f"(?:主要)?(?:责任|{either(PLAIN_DUTIES, HELPS_IN_LABELS)})")
"""Duties that make a label by themselves (牵头：), with no word for who has them."""

_SHARED = re.compile(f"{either(LEADS, HELPS)}{either(HOLDERS)}?")
_TIME, _LEADS = re.compile(either(TIMES)), re.compile(either(LEADS))
_HELPS = re.compile(either(HELPS, HELPS_IN_LABELS))


def label_part(label: str) -> Part:
    """Return what a label or the heading of a column (牵头单位) makes of those under it."""
    label = re.sub(r"[（(](.*?)[）)]|\s", lambda aside: _share(aside[1] or ""), label)
    if _TIME.search(label):
        return Part.TIME
    if re.search(r"领导|同志|人(?:员)?[：:]?$", label) and not re.search("单位|部门", label):
        return Part.PERSON
    leads, helps = _LEADS.search(label) or "第一责任" in label, _HELPS.search(label)
    if bool(leads) != bool(helps):
        return Part.LEAD if leads else Part.SUPPORT
    return Part.PLAIN


def _share(aside: str) -> str:
    """Return what is in brackets if it is a share in the task: 责任单位（牵头）."""
    return aside if _SHARED.fullmatch(aside) else ""


def verb_part(verb: str) -> Part:
    """Return what a verb behind names (牵头负责) makes of them: who leads and helps leads."""
    if _LEADS.search(verb):
        return Part.LEAD
    return Part.SUPPORT if _HELPS.search(verb) else Part.PLAIN
