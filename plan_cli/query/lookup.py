"""From what a person types to what has a name in the plan.

What is not found is an error that says what else the word is, or else names the nearest and
lists them all; never an empty answer.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from plan_cli.errors import AmbiguousName, UnknownName
from plan_cli.model.plan import Grouping, Kind, Plan, TaskList
from plan_cli.query.naming import (
    KINDS,
    Meaning,
    N,
    Named,
    Spelt,
    all_names,
    match,
    read_id,
    read_range,
    spelt_actions,
    spelt_lists,
    spelt_parties,
    spelt_projects,
    split_list,
)
from plan_cli.query.reach import Party
from plan_cli.text import fold, listed, nearest, visible

T = TypeVar("T")


def find_party(plan: Plan, word: str) -> Party:
    """Return the unit or kind called ``word``; raises UsageError if none or several are."""
    things = spelt_parties(plan)
    found = match(word, things)
    if len(found) == 1:
        return found[0]
    if not found and (kind := _kind_of_member(plan, word)):
        raise _by_kind(plan, word, kind)
    names = [party.name for party, _ in things]
    raise _not_found(plan, KINDS["dept"], word, found, names, _party_choices(plan))


def find_action(plan: Plan, word: str) -> Grouping:
    """Return the action called ``word``, with or without 行动 at the end."""
    return _find(plan, KINDS["action"], word, spelt_actions(plan))


def find_project(plan: Plan, word: str) -> Grouping:
    """Return the project called ``word``."""
    return _find(plan, KINDS["project"], word, spelt_projects(plan))


def find_list(plan: Plan, word: str) -> TaskList:
    """Return the task list called ``word``, by its name or prefix."""
    return _find(plan, KINDS["list"], word, spelt_lists(plan))


def find_named(plan: Plan, word: str, way: str, commands: Iterable[str] = ()) -> Meaning:
    """Return the one thing of any kind called ``word``; raises UsageError if none or several are.

    ``way`` is how to ask for a thing that is meant, with its ``{kind}`` and ``{name}``;
    ``commands`` could have been meant as well.
    """
    found = match(word, all_names(plan))
    if len(found) == 1:
        return found[0]
    shown = visible(word, keep="")
    if found:
        ways = [f"{KINDS[each.kind]}：{way.format(**each._asdict())}" for each in found]
        raise AmbiguousName(f"“{shown}”对应多个名称", "\n".join(["请写明是哪一个：", *ways]))
    if kind := _kind_of_member(plan, word):
        raise _by_kind(plan, word, kind)
    wanted = listed([*(["命令"] if commands else []), *KINDS.values()])
    message = f"没有叫“{shown}”的{wanted}"
    if advice := elsewhere(plan, word):
        raise UnknownName(message, advice)
    names = [name for _, (name, *_) in all_names(plan)]
    close = _closest(word, [*commands, *names, *(entry.id for entry in plan.entries)])
    search = f"要在正文里查找，请用 plan search {shown}"
    raise UnknownName(message, f"{close}{search}\n命令见 plan --help，部门和类别见 plan dept。")


def find_each(find: Callable[[Plan, str], T], plan: Plan, words: Iterable[str]) -> list[T]:
    """Return what each of ``words`` finds; one that finds nothing may hold several (甲部、乙部)."""
    found: list[T] = []
    for word in words:
        try:
            found.append(find(plan, word))
        except UnknownName:
            several = split_list([word])
            if len(several) < 2:
                raise
            found += find_each(find, plan, several)
    return found


def _find(plan: Plan, what: str, word: str, things: Sequence[Spelt[N]]) -> N:
    found = match(word, things)
    if len(found) == 1:
        return found[0]
    names = [thing.name for thing, _ in things]
    choices = f"可用的{what}：{listed(names) or '（文件里没有）'}"
    raise _not_found(plan, what, word, found, names, choices)


def _kind_of_member(plan: Plan, word: str) -> Kind | None:
    """Return the kind whose name or alias ends ``word`` (省农学会 → 全省学会), the longest."""
    folded = fold(word)
    endings = [
        (len(ending), kind)
        for kind in plan.kinds
        for ending in map(fold, (kind.name, *kind.aliases))
        if folded.endswith(ending) and not ending.isascii()
    ]
    return max(endings, key=lambda pair: pair[0])[1] if endings else None


def _by_kind(plan: Plan, word: str, kind: Kind) -> UnknownName:
    return UnknownName(
        f"文件没有单独点名“{visible(word, keep='')}”",
        f"它若属于“{kind.name}”，请按类别查：{kind.name}\n{_party_choices(plan)}",
    )


def _party_choices(plan: Plan) -> str:
    units, kinds = listed([u.name for u in plan.units]), listed([k.name for k in plan.kinds])
    return f"部门（单位）：{units}\n类别（成员单位按类别查）：{kinds}"


def _not_found(
    plan: Plan, what: str, word: str, found: Sequence[Named], names: Sequence[str], choices: str
) -> UnknownName | AmbiguousName:
    shown = visible(word, keep="")
    if found:
        several = listed([thing.name for thing in found])
        return AmbiguousName(f"“{shown}”对应多个{what}：{several}", f"请写全称。\n{choices}")
    advice = elsewhere(plan, word) or _closest(word, names) + choices
    return UnknownName(f"没有叫“{shown}”的{what}", advice)


def elsewhere(plan: Plan, word: str) -> str:
    """Return what ``word`` is if it is something, though not what was asked for; else nothing."""
    ids = split_list([word])
    if ids and all(read_id(plan, id) for id in ids):
        shown = visible(word, keep="")
        return f"“{shown}”是任务编号，请用 plan show {shown}"
    if ends := read_range(plan, word):
        return f"编号要逐个写出，如 plan show {' '.join(end.id for end in ends)}"
    several = split_list([word])
    if len(several) > 1 and all(match(each, all_names(plan)) for each in several):
        return f"请一次写一个名称，或一起列出：plan list {' '.join(several)}"
    found = match(word, all_names(plan))
    if len(found) != 1:
        return ""
    kind, name = found[0]
    return f"“{name}”是{KINDS[kind]}，请用 plan {kind} {name}；筛选用 --{kind} {name}"


def _closest(word: str, names: Sequence[str]) -> str:
    close = nearest(word, names)
    return f"最接近的：{listed(close)}\n" if close else ""
