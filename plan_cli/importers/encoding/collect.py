"""The tables of a plan: units and collectives out of the notes, kinds proposed for both."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from plan_cli.model.plan import Collective, Kind, TaskList, Unit
from plan_cli.model.walk import placed_tasks
from plan_cli.notes.brackets import before_bracket
from plan_cli.notes.organs import has_quantifier
from plan_cli.notes.words import (
    CLASSES,
    ENTERPRISES,
    EVERY,
    INSTITUTIONS,
    LEVEL,
    OFFICES,
    REGIONS,
    SOME,
    either,
)
from plan_cli.text import fold

DEPARTMENT, ENTERPRISE, INSTITUTION, REGION = "部门", "企业", "事业单位", "地方"
_BY_NAME = (
    (DEPARTMENT, re.compile(r"人民银行$")),
    (
        ENTERPRISE,
        re.compile(f"{either(ENTERPRISES)}$"),
    ),
    (
        INSTITUTION,
        re.compile(f"{either(INSTITUTIONS)}$"),
    ),
    (
        REGION,
        re.compile(rf"(?:人民政府|管委会|省|街道办|{either(REGIONS)})$|^(?!市政府|省政府).*政府$"),
    ),
)
_HEAD = re.compile(f"{either(CLASSES, '事业单位 委员会 局 厅 委 办')}$")
_LEVEL = re.compile(
    r"^(?:国家|中国|全国|[一-鿿]{2,3}(?:省|市|县|区)|省委|市委|区委|县委|省|市|区|县|州)"
)
_SUFFIX = re.compile(f"{either(OFFICES, '总局 会 院')}$")
_SAME = (
    ("发展改革", "发改", "发展和改革"),
    ("住房城乡建设", "住房和城乡建设", "住建", "建设", "城乡建设", "住房建设"),
    ("人力资源社会保障", "人力资源和社会保障", "人社", "人力社保", "人力资源"),
    ("工业和信息化", "工信", "经信", "经济和信息化", "工业信息化"),
    ("卫生健康", "卫健", "卫计", "卫生"),
    ("市场监管", "市场监督管理"),
    ("文化和旅游", "文旅", "文化旅游", "文广旅", "文化广电和旅游", "文化广电旅游"),
    ("生态环境", "环保", "环境保护"),
    ("交通运输", "交通"),
    ("农业农村", "农业", "农委"),
    ("自然资源", "规划和自然资源", "自然资源和规划", "规资", "资规"),
    ("应急管理", "应急"),
    ("医疗保障", "医保"),
    ("国资", "国有资产监督管理"),
    ("林业和草原", "林草", "林业"),
    ("科技", "科学技术", "科创"),
    ("金融监管", "金融监督管理"),
    ("知识产权", "知产"),
    ("大数据", "数据", "政务和数据", "政务服务和数据"),
    ("城市管理", "城管"),
    ("退役军人事务", "退役军人"),
)


def collect(
    lists: Sequence[TaskList], full_names: Mapping[str, str]
) -> tuple[tuple[Kind, ...], tuple[Unit, ...], tuple[Collective, ...]]:
    """Return kinds, units and collectives, in the order in which the notes speak of them.

    ``full_names`` are those of units whose last word stands once for several (杭州市、宁波市政府).
    """
    names: dict[str, None] = {}
    phrases: dict[str, None] = {}
    for _, task, *_ in placed_tasks(lists):
        names.update(dict.fromkeys(task.responsible.named))
        phrases.update(dict.fromkeys(task.responsible.collectives))
    bearer = bearers(full_names, names)
    units = tuple(
        Unit(name, kind_of(full), (full,) if full != name == bearer[full] else ())
        for name, full in ((name, full_names.get(name, name)) for name in names)
    )
    unit_kinds = dict.fromkeys(unit.kind for unit in units)
    collectives = tuple(_binding(phrase, tuple(unit_kinds)) for phrase in phrases)
    bound = [kind for c in collectives for kind in (*c.all, *c.some, *c.party)]
    kinds = tuple(Kind(name) for name in dict.fromkeys((*unit_kinds, *bound)))
    return kinds, units, collectives


def bearers(full_names: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Return which of the units bears each full name: who is called so, or whom it was found for.

    Others with the same full name are the same unit, it seems.
    """
    found = {name: name for name in names if name not in full_names}
    for name, full in full_names.items():
        found.setdefault(full, name)
    return found


def kind_of(name: str) -> str:
    """Return the kind proposed for a unit, by how its name ends."""
    plain = re.sub(r"[（(].*$", "", name)
    return next((kind for kind, pattern in _BY_NAME if pattern.search(plain)), DEPARTMENT)


def _binding(phrase: str, unit_kinds: Sequence[str]) -> Collective:
    """Return the collective with the kinds it may bind: 各 → all, 有关 and 相关 → some."""
    kinds: dict[str, dict[str, None]] = {"all": {}, "some": {}, "party": {}}
    how = "some"
    for member, marked in members(phrase):
        how = marked or how
        if re.search(r"党组织|党支部", member):
            kinds["party"].update(dict.fromkeys(unit_kinds or (DEPARTMENT,)))
        elif re.fullmatch(
            rf"(?:[省市县区州]|{LEVEL}|成员|国务院|中央)*(?:单位|部门和单位)", member
        ):
            kinds[how].update(dict.fromkeys(unit_kinds or ("单位",)))
        elif re.fullmatch(
            rf"(?:[省市县区州]|{LEVEL}|国务院|中央|中央和国家机关)*部门",
            member,
        ):
            kinds[how][DEPARTMENT] = None
        else:
            kinds[how][member] = None
    every = tuple(kinds["all"])
    some = tuple(kind for kind in kinds["some"] if kind not in every)
    party = tuple(kind for kind in kinds["party"] if kind not in (*every, *some))
    return Collective(phrase, every, some, party)


def members(phrase: str) -> Iterable[tuple[str, str]]:
    """Yield the classes that a collective speaks of, with ``all`` or ``some`` where it says so.

    机关有关部室和直属事业单位 → 机关部室 some, 直属事业单位 (as before it). A class that waits
    for its noun gets it: 各省辖市和济源示范区科协 → 省辖市科协, 济源示范区科协.
    """
    parts = [part for part in re.split(r"[、和及与](?![^（(]*[）)])", phrase) if part.strip()]
    head = _HEAD.search(re.sub(r"[（(][^（）()]*[）)]$", "", parts[-1]))
    for index, part in enumerate(parts):
        how = ""
        if re.search(either(EVERY), part):
            how = "all"
        elif re.search(either(SOME), part):
            how = "some"
        if "有关" in part or "相关" in part:
            how = "some"
        name = re.sub(either(EVERY, SOME, "各级 等"), "", part).strip() or "单位"
        bare = re.sub(r"[（(][^（）()]*[）)]$", "", name)
        if head and index < len(parts) - 1 and not _HEAD.search(bare):
            name += head[0]
        yield name, how or ("" if index else _first_way(phrase))


def _first_way(phrase: str) -> str:
    return "all" if "各" in phrase or not has_quantifier(phrase) else "some"


def lookalikes(names: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Yield pairs of names that may be spellings of one unit (市发改委, 市发展改革委)."""
    cores = {name: _core(name) for name in names}
    for first, second in combinations(names, 2):
        if _alike(first, second, cores[first], cores[second]):
            yield first, second


def _core(name: str) -> tuple[str, str, str]:
    """Return level, middle and suffix of a unit's name, common short forms spelt alike."""
    plain = re.sub(r"[（(].*$", "", fold(name))
    level = _LEVEL.match(plain)
    start = level.end() if level and level.end() < len(plain) - 1 else 0
    suffix = _SUFFIX.search(plain, start + 1)
    end = suffix.start() if suffix else len(plain)
    middle = plain[start:end]
    middle = next((group[0] for group in _SAME if middle in group), middle)
    return plain[:start], middle, plain[end:]


def _alike(first: str, second: str, one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    if fold(first) == fold(second):
        return True
    if before_bracket(fold(first)) != fold(first) and before_bracket(fold(second)) != fold(second):
        return False
    if one[1] != other[1] or not one[1]:
        return _bracketed_twin(first, second)
    if (
        one[2] != other[2]
        and {one[2], other[2]} != {"委", "委员会"}
        and {one[2], other[2]} != {"办", "办公室"}
    ):
        return False
    return one[0].endswith(other[0]) or other[0].endswith(one[0])


def _bracketed_twin(first: str, second: str) -> bool:
    """Say whether one of two names is the other with a second name in brackets."""
    plain = [before_bracket(fold(name)) for name in (first, second)]
    return plain[0] == plain[1] and (fold(first) == plain[0] or fold(second) == plain[1])
