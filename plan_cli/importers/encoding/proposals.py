"""Targets and deadlines that the text seems to set: proposals for a person to confirm.

What is already done, names with a number in them, ordinals, sums paid out and upper limits are
left alone: a proposal too few is found while reading, a wrong one has to be noticed.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.model.plan import Deadline, Measure, Op, Precision, Target, Task, TaskList
from plan_cli.model.walk import Placed, placed_tasks, with_tasks

_MODALITY = re.compile(r"力争|确保|争取|务必|必须|原则上|努力")
_CLAUSE_END = re.compile(r"[，。；！,;]")
_MEASURE_WORDS = (
    "个百分点|万亿元|亿元|万元|亿千瓦时|万千瓦|千瓦|万平方米|平方米|平方公里|万人次|人次|万人|万台|万个|万户|万亩|万吨"
    "|万件|万辆|万套|亿立方米|万立方米|公里|千米|个|家|项|场|期|部|名|人|台|套|座|所|次|篇|件|亩|吨|户|条|门|款"
    "|支|批|处|只|种|类|本|册|辆|架|艘|元|天|小时|%|％|P"
)
_LEAST = (
    "不少于|不低于|不小于|超过|突破|达到|达|至少(?:建成|新增|培育|举办|开展|完成|有)?"
    "|提高到|提高至|提升到|提升至|增加到|增加至|增至"
)
_NUMBER = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<about>约))?\s?(?P<value>(?<![\d.])\d{{1,9}}(?:\.\d{{1,4}})?)\s?"
    rf"(?P<more>余|多)?(?P<unit>{_MEASURE_WORDS})(?![²³])(?P<after>以上|左右|以内|上下|余)?"
)
_LIMIT = re.compile(r"不超过|不高于|最高|最长|控制在|以内|(?<!不)低于|(?<!不)少于")
_PAID = re.compile(r"给予|奖励|奖补|资助|补贴|补助|贴息|贷款|罚款|额度|以下|收入")
_DONE = re.compile(r"已(?!经?(?:开工|立项))|累计|去年|上年|上一年|同期")
_NAMED = re.compile(r"会(?!员)|论坛|热线|大赛|峰会|攻坚战|值守|\s?[×xX]")
_ORDINAL = re.compile(r"(?:第|[－\-—～~〔×xX十+＋]|\d\s?(?:至|到)|20\d\d)\s?$")
_DATE_BEHIND = re.compile(r"月|日|年|号")
_DUE = re.compile(
    r"(?:到|在|于|截至|截止)?\s?(?:"
    r"(?P<iy>20\d\d)[-/.](?P<im>\d{1,2})(?:[-/.](?P<id>\d{1,2}))?(?![\d-])(?P<b5>之?前)?|"
    r"(?P<y>20\d\d)\s?年\s?(?:(?P<m>\d{1,2})\s?月\s?(?:(?P<d>\d{1,2})\s?日|(?P<me>底|末))?|(?P<h>上半年)|(?P<q>[一二三四])季度末?|(?P<e>年?底|末)|(?P<i>内))?(?P<b>之?前|以前)?"
    r"|(?:今年|本年|(?P<next>明年|次年))?\s?(?P<m2>\d{1,2})\s?月\s?(?:(?P<d2>\d{1,2})\s?日|(?P<me2>底|末))?(?P<b2>之?前|以前)?"
    r"|(?P<h2>上半年)(?P<b3>之?前)?|(?:今年|本年)?\s?(?P<q2>[一二三四])季度(?P<b4>之?前|末|内)?"
    r"|(?P<n>年内|今年内|年底前|今年底前|今年年底前|年末前|(?<![去上往]年)(?<![去上])年底)"
    r")"
)
_REACHED = re.compile(
    r"(?:全面|全部|基本|正式)?(?:完成|建成|出台|印发|实现|投用|投产|投入|启用|竣工|开工|开通|上线|交付)"
)
_STATED = re.compile(r"(?:完成|办理|落实)?(?:时限|时间|期限|进度)(?:要求|节点|安排)?\s?[：:]")
_BY = ("b", "b2", "b3", "b4", "b5", "e", "i", "n")
"""Groups of ``_DUE`` that make a date a limit by themselves (前, 底, 内)."""


def with_proposals(
    lists: Sequence[TaskList], year: int
) -> tuple[tuple[TaskList, ...], list[Doubt]]:
    """Return ``lists`` with targets and deadlines proposed for every task, each to be checked."""
    doubts = []

    def one(placed: Placed) -> Task:
        task = placed.task
        numbers = tuple(target for measure in task.measures for target in targets(measure))
        dates = tuple(_dates(task, year))
        for key, found in (("targets", numbers), ("deadlines", dates)):
            if found:
                doubts.append(Doubt(Cause.PROPOSED, (*placed.path, "editor", key)))
        return replace(task, editor=replace(task.editor, targets=numbers, deadlines=dates))

    proposed = map(one, placed_tasks(lists))
    return tuple(with_tasks(tasks, proposed) for tasks in lists), doubts


def targets(measure: Measure) -> Iterator[Target]:
    """Yield the numbers in ``measure`` that may be targets."""
    for clause in _clauses(measure.text):
        if _LIMIT.search(clause) or _DONE.search(clause):
            continue
        paid = bool(_PAID.search(clause))
        for part in _parts(clause, _NUMBER):
            for found in _NUMBER.finditer(part):
                if not _is_target(part, found, paid):
                    continue
                number = float(found["value"]) if "." in found["value"] else int(found["value"])
                what = _what(part[: found.start()] + part[found.end() :]) or part[:40]
                yield Target(what, _op(found), number, found["unit"], part, _mode(clause))


def _parts(clause: str, wanted: re.Pattern[str]) -> list[str]:
    """Return the parts between 、 if each of them holds what is wanted, else the clause whole."""
    parts = [part.strip() for part in clause.split("、")]
    return parts if all(wanted.search(part) for part in parts) else [clause]


def _is_target(part: str, found: re.Match[str], paid: bool) -> bool:
    before, after = part[: found.start("value")], part[found.end() :]
    if _ORDINAL.search(before) or _quoted(before) or _DATE_BEHIND.match(after):
        return False
    stage = found["unit"] in ("P", "期") and not found["after"] and re.match(r"\w", after)
    if stage or _NAMED.match(after):
        return False
    return not (paid and found["unit"].endswith("元"))


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count("《") > before.count("》")


def _op(found: re.Match[str]) -> Op:
    if found["after"] in ("左右", "上下") or found["about"]:
        return "~"
    least = found["least"] or found["more"] or found["after"] in ("以上", "余")
    return ">=" if least else "="


def _dates(task: Task, year: int) -> Iterator[Deadline]:
    """Yield the dates of ``task``; one that stands alone is that of what stands before it."""
    about = (task.title or "").rstrip("。")
    for measure in task.measures:
        yield from deadlines(measure, year, about)
        about = (task.title or "").rstrip("。") or _what(next(_clauses(measure.text), ""))


def deadlines(measure: Measure, year: int, about: str = "") -> Iterator[Deadline]:
    """Yield the dates in ``measure``, of ``year`` or later, by which something is to be done.

    ``about`` is what a date is for that stands without any other words.
    """
    clauses = list(_clauses(measure.text))
    for place, clause in enumerate(clauses):
        parts = _parts(clause, _DUE)
        several = len(parts) > 1 and any(_is_limit(part, _first(part)) for part in parts)
        stated = several or bool(_STATED.match(measure.text) or _DUE.fullmatch(measure.text))
        nearby = (clause, *clauses[place + 1 : place + 2], *clauses[place - 1 : place], about)
        for part in parts:
            for found in _DUE.finditer(part):
                limit = stated or _is_limit(part, found)
                due = _due(found, year) if limit and not _is_past(measure.text, found) else None
                if due and due[0].year >= year:
                    what = next(filter(None, map(_what, (part, *nearby))), part[:40])
                    yield Deadline(what, due[0], due[1], part, _mode(part))


def _first(part: str) -> re.Match[str]:
    found = _DUE.search(part)
    assert found
    return found


def _is_limit(clause: str, found: re.Match[str]) -> bool:
    if _quoted(clause[: found.start()]):
        return False
    if any(found[group] for group in _BY):
        return True
    within = any(found[group] for group in ("m", "m2", "h", "h2", "q", "q2"))
    if within and _REACHED.match(clause, found.end()):
        return True
    return found[0].strip().startswith(("到", "截至", "截止"))


def _is_past(text: str, found: re.Match[str]) -> bool:
    """Say whether the date tells how things stand (截至6月底，已建成20个)."""
    sentence = text.partition(found[0])[2].split("。")[0]
    return found[0].startswith(("截至", "截止")) and bool(_DONE.search(sentence))


def _due(found: re.Match[str], year: int) -> tuple[date, Precision] | None:
    stated = found["y"] or found["iy"]
    if not (stated or year):
        return None
    year = int(stated) if stated else year + bool(found["next"])
    month, day = found["m"] or found["m2"] or found["im"], found["d"] or found["d2"] or found["id"]
    quarter = found["q"] or found["q2"]
    if quarter:
        month, day = str("一二三四".index(quarter) * 3 + 3), None
    elif found["h"] or found["h2"]:
        month, day = "6", None
    if not month:
        return date(year, 12, 31), "year"
    if not 1 <= int(month) <= 12:
        return None
    last = calendar.monthrange(year, int(month))[1]
    if day:
        return (date(year, int(month), int(day)), "day") if 1 <= int(day) <= last else None
    return date(year, int(month), last), "month"


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
    short = _DUE.sub("", _MODALITY.sub("", clause)).strip(" ，、：:")
    return re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", short).rstrip("至到为")[:40]


def _mode(clause: str) -> str | None:
    found = _MODALITY.search(clause)
    return found[0] if found else None
