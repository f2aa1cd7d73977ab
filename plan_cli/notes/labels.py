"""The labels of responsibility notes (责任单位：, 牵头部门：, 完成时限：) and what they say."""

import re
from enum import Enum


class Part(Enum):
    """What a label or verb makes of the words it goes with."""

    PLAIN = "plain"
    LEAD = "lead"
    SUPPORT = "support"
    PERSON = "person"
    TIME = "time"


_DUTIES = (
    "牵头 责任 配合 主办 协办 承办 负责 主责 落实 实施 参与 参加 协同 协助 协作 支持 督导"
    " 督办 监督 指导 联系 分管 推进 执行 组织 包联 包抓 完成 办理 主管 共同 主要 具体 第一"
    " 监管 统筹 分工"
)
_LEVELS = "市级 省级 县级 区级 州级 省直 市直 县直 区直 州直 其他 其它 相关"
_HOLDERS = "单位 部门 机构 处室 科室 部室 股室 主体 市县 区县 县区 地区 组织 局 方 分工"
_PERSONS = "领导 人员 人 同志"
_LEADERS = "省领导 市领导 县领导 区领导 州领导"
_TIMES = "时限 时间 期限 时点 进度 节点 日期"
_TERMS = "时限要求 时间要求 时间节点 时间安排 进度安排 进度要求"
_SHARES = "责任分工 工作分工 任务分工 职责分工 部门分工"


def _any(*words: str) -> str:
    """Return a pattern for one of ``words``, stray spaces inside them allowed (责任单 位)."""
    longest = sorted(" ".join(words).split(), key=len, reverse=True)
    return "(?:" + "|".join(r"\s?".join(word) for word in longest) + ")"


_DUTY, _LEVEL = _any(_DUTIES), _any(_LEVELS)
_HOLDER = _any(_HOLDERS, _PERSONS, _LEADERS, _TIMES, _TERMS)
_ALONE = _any(_SHARES, _LEADERS, _TERMS)
_WORDS = (
    rf"(?P<duty>{_LEVEL}?{_DUTY}(?:[（(](?:{_DUTY}|第一)[）)])?(?:(?:和|及|与|、|/)?\s?{_DUTY}){{0,6}})"
    rf"\s?(?P<holder>{_HOLDER}(?:[（(][^（）()：:]{{1,4}}[）)])?"
    rf"(?:(?:和|及|与|、|/)(?:{_DUTY}){{0,2}}{_HOLDER})*)?"
)
LABEL = re.compile(
    rf"(?:(?P<alone>{_ALONE}(?=\s?[：:]))|{_WORDS})(?P<aside>\s?[（(][^（）()]{{2,30}}[）)])?"
    r"(?:\s?[：:]|(?<=单位|部门|处室|科室|部室)(?:\s+|为(?!主)|是(?!指))(?=[^\s：:]{2}))"
)
"""A label with its colon; behind 单位 and 部门 a space, 为 or 是 can stand for the colon."""

BARE = re.compile("牵头|配合|责任|主办|协办|负责|承办|主责|主要责任")
"""Duties that make a label by themselves (牵头：), with no word for who has them."""


def label_part(label: str) -> Part:
    """Return what a label or the heading of a column (牵头单位) makes of those under it."""
    label = re.sub(r"[（(].*?[）)]|\s", "", label)
    if re.search(_any(_TIMES), label):
        return Part.TIME
    if re.search(r"领导|同志|人(?:员)?[：:]?$", label) and not re.search("单位|部门", label):
        return Part.PERSON
    leads = bool(re.search(r"牵头|主办|主责|第一责任", label))
    helps = bool(re.search(r"配合|协办|协同|协助|协作|参与|参加|支持", label))
    if leads != helps:
        return Part.LEAD if leads else Part.SUPPORT
    return Part.PLAIN
