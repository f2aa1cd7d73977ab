"""Targets and deadlines that the text seems to set: proposals for a person to confirm."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from plan_cli.model import Deadline, Measure, Op, Precision, Target

_MODALITY = re.compile(r"力争|确保|争取|务必|必须|原则上|基本|全面|努力")
_CLAUSE_END = re.compile(r"[，。；！,;]")
_MEASURE_WORDS = (
    "个百分点|万亿元|亿元|万元|亿千瓦时|万千瓦|万平方米|平方米|平方公里|万人次|人次|万人|万台|万个|万户|万亩|万吨|亿立方米|公里|千米"
    "|个|家|项|场|期|部|名|人|台|套|座|所|次|篇|件|亩|吨|户|条|门|款|支|批|处|只|种|类|本|册|辆|架|艘|元|天|小时|%|％|P"
)
_NUMBER = re.compile(
    rf"(?P<before>不少于|不低于|不小于|超过|突破|达到|达|至少|增长|提高到|提升到|约)?\s?(?P<value>\d{{1,9}}(?:\.\d{{1,4}})?)\s?"
    rf"(?P<unit>{_MEASURE_WORDS})(?P<after>以上|左右|以内|上下|余)?"
)
_BOUND = re.compile(r"不超过|不高于|最高|最长|控制在|以内|低于|少于(?<!不少于)")
_DUE = re.compile(
    r"(?:到|在|于|截至|截止)?\s?(?:"
    r"(?P<y>20\d\d)\s?年\s?(?:(?P<m>\d{1,2})\s?月\s?(?:(?P<d>\d{1,2})\s?日|底|末)?|(?P<h>上半年)|(?P<q>[一二三四])季度|(?P<e>底|末|年底)|(?P<i>内))?(?P<b>之?前|以前)?"
    r"|(?:今年|本年)?\s?(?P<m2>\d{1,2})\s?月\s?(?:(?P<d2>\d{1,2})\s?日|底|末)?(?P<b2>之?前|以前)"
    r"|(?P<h2>上半年)(?P<b3>之?前)?|(?:今年|本年)?\s?(?P<q2>[一二三四])季度(?P<b4>之?前|末|内)"
    r"|(?P<n>年内|今年内|年底前|今年底前|今年年底前|年末前|年底)"
    r")"
)


def targets(measure: Measure) -> Iterator[Target]:
    """Yield the numbers in ``measure`` that may be targets."""
    for clause in _clauses(measure.text):
        for found in _NUMBER.finditer(clause):
            if _is_no_target(clause, found):
                continue
            value = found["value"]
            number = float(value) if "." in value else int(value)
            yield Target(_what(clause), _op(found), number, found["unit"], clause, _mode(clause))


def _is_no_target(clause: str, found: re.Match[str]) -> bool:
    before, after = clause[: found.start("value")], clause[found.end("unit") :]
    if before.rstrip()[-1:] in ("第", "－", "-", "—", "〔", "十") or _quoted(before):
        return True
    if _BOUND.search(clause) or re.search(r"20\d\d$", before.rstrip()):
        return True
    return (
        found["unit"] in ("次", "条", "期", "批", "类", "项", "部", "门", "天")
        and before.endswith("第")
    ) or (
        bool(re.match(r"月|日|年|号", after))
        or (found["unit"] == "P" and bool(re.match(r"\w", after)))
    )


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count("《") > before.count("》")


def _op(found: re.Match[str]) -> Op:
    if found["after"] in ("左右", "上下") or found["before"] == "约":
        return Op.ABOUT
    least = found["after"] in ("以上", "余") or found["before"] in (
        "不少于", "不低于", "不小于", "超过", "突破", "至少"
    )  # fmt: skip
    return Op.AT_LEAST if least else Op.EXACTLY


def deadlines(measure: Measure, year: int) -> Iterator[Deadline]:
    """Yield the dates in ``measure`` by which something is to be done."""
    for clause in _clauses(measure.text):
        for found in _DUE.finditer(clause):
            limit = _STATED.match(measure.text) or _is_limit(clause, found)
            due = _due(found, year) if limit else None
            if due:
                yield Deadline(_what(clause), due[0], due[1], clause, _mode(clause))


_STATED = re.compile(
    r"(?:完成|办理|落实)?(?:时限|时间|期限)(?:要求|节点)?\s?[：:]"
    r"|20\d\d\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?[底末前]*$"
)


def _is_limit(clause: str, found: re.Match[str]) -> bool:
    words = found[0].strip()
    if (
        found["n"]
        or found["b"]
        or found["b2"]
        or found["b3"]
        or found["b4"]
        or found["e"]
        or found["i"]
    ):
        return not _quoted(clause[: found.start()])
    return words.startswith(("到", "截至", "截止")) and not _quoted(clause[: found.start()])


def _due(found: re.Match[str], year: int) -> tuple[date, Precision] | None:
    year = int(found["y"]) if found["y"] else year
    month, day = found["m"] or found["m2"], found["d"] or found["d2"]
    quarter = found["q"] or found["q2"]
    if not 1990 <= year <= 2100:
        return None
    if quarter:
        month, day = str("一二三四".index(quarter) * 3 + 3), None
    elif found["h"] or found["h2"]:
        month, day = "6", None
    if not month:
        return date(year, 12, 31), Precision.YEAR
    if not 1 <= int(month) <= 12:
        return None
    last = calendar.monthrange(year, int(month))[1]
    if day:
        return (date(year, int(month), int(day)), Precision.DAY) if 1 <= int(day) <= last else None
    return date(year, int(month), last), Precision.MONTH


def _clauses(text: str) -> Iterator[str]:
    start = 0
    for found in _CLAUSE_END.finditer(text):
        inside = text[start : found.start()]
        if inside.count("（") > inside.count("）") or inside.count("“") > inside.count("”"):
            continue
        if inside.strip():
            yield inside.strip()
        start = found.end()
    if text[start:].strip():
        yield text[start:].strip()


def _what(clause: str) -> str:
    """Return the clause as a short name of what is meant."""
    short = _DUE.sub("", _MODALITY.sub("", clause), count=1).strip(" ，、")
    return (short or clause)[:40]


def _mode(clause: str) -> str | None:
    found = _MODALITY.search(clause)
    return found[0] if found else None
