"""From what a person types to what the plan declares: names and ids.

What is not found is an error that says what else the word is, or else names the nearest and
lists them all; never an empty answer.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plan_cli.errors import UsageError
from plan_cli.model.plan import Entry, Grouping, Kind, Plan, Step, TaskList
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
    split_ids,
)
from plan_cli.query.reach import Party
from plan_cli.text import fold, listed, nearest, visible


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
        raise UsageError(f"“{shown}”对应多个名称", "\n".join(["请写明是哪一个：", *ways]))
    if kind := _kind_of_member(plan, word):
        raise _by_kind(plan, word, kind)
    wanted = listed([*(["命令"] if commands else []), *KINDS.values()])
    message = f"没有叫“{shown}”的{wanted}"
    if advice := _elsewhere(plan, word):
        raise UsageError(message, advice)
    names = [name for _, (name, *_) in all_names(plan)]
    close = _closest(word, [*commands, *names, *(entry.id for entry in plan.entries)])
    search = f"要在正文里查找，请用 plan search {shown}"
    raise UsageError(message, f"{close}{search}\n命令见 plan --help，部门和类别见 plan dept。")


class Hit(NamedTuple):
    """What an id stands for: a task, or some of its measures."""

    entry: Entry
    steps: tuple[Step, ...]


def find_ids(plan: Plan, words: Sequence[str]) -> list[Hit]:
    """Return what the ids in ``words`` stand for, of which each may hold several (``14、15``)."""
    return [find_id(plan, id) for word in words for id in split_ids([word]) or [word]]


def find_id(plan: Plan, word: str) -> Hit:
    """Return the task or measure with the id ``word`` (``14``, ``k3``, ``重点3``, ``12.2``)."""
    found = read_id(plan, word)
    if not found:
        raise _no_such_task(plan, word)
    entry, number = found
    if not number:
        return Hit(entry, entry.steps)
    steps = tuple(step for step in entry.steps if step.id == f"{entry.id}.{number}")
    if not steps:
        last = len(entry.steps)
        there = (
            f"它有 {last} 条举措：{entry.id}.1 到 {entry.id}.{last}。" if last else "它没有举措。"
        )
        message = f"任务 {entry.id} 没有第 {visible(number, keep='')} 条举措"
        raise UsageError(message, there)
    return Hit(entry, steps)


def namesakes(entry: Entry) -> list[Entry]:
    """Return the tasks of other lists that have the same number."""
    return [
        other
        for other in entry.plan.entries
        if other.task.number == entry.task.number and other.list is not entry.list
    ]


def id_ranges(plan: Plan) -> str:
    """Return which ids there are, list by list: ``重点工作 K1–K11，工作要点 1–22``."""
    ranges = []
    for tasks in plan.lists:
        ids = [entry.id for entry in plan.entries if entry.list is tasks]
        if ids:
            ranges.append(f"{tasks.name} {ids[0]} 到 {ids[-1]}")
    return "，".join(ranges)


def _no_such_task(plan: Plan, word: str) -> UsageError:
    advice = f"编号：{id_ranges(plan)}；举措写作 12.2。"
    message = f"没有编号为“{visible(word, keep='')}”的任务"
    return UsageError(message, _elsewhere(plan, word) or advice)


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


def _by_kind(plan: Plan, word: str, kind: Kind) -> UsageError:
    return UsageError(
        f"文件没有单独点名“{visible(word, keep='')}”",
        f"它若属于“{kind.name}”，请按类别查：{kind.name}\n{_party_choices(plan)}",
    )


def _party_choices(plan: Plan) -> str:
    units, kinds = listed([u.name for u in plan.units]), listed([k.name for k in plan.kinds])
    return f"部门（单位）：{units}\n类别（成员单位按类别查）：{kinds}"


def _not_found(
    plan: Plan, what: str, word: str, found: Sequence[Named], names: Sequence[str], choices: str
) -> UsageError:
    shown = visible(word, keep="")
    if found:
        several = listed([thing.name for thing in found])
        return UsageError(f"“{shown}”对应多个{what}：{several}", f"请写全称。\n{choices}")
    advice = _elsewhere(plan, word) or _closest(word, names) + choices
    return UsageError(f"没有叫“{shown}”的{what}", advice)


def _elsewhere(plan: Plan, word: str) -> str:
    """Return what ``word`` is if it is something, though not what was asked for; else nothing."""
    ids = split_ids([word])
    if ids and all(read_id(plan, id) for id in ids):
        shown = visible(word, keep="")
        return f"“{shown}”是任务编号，请用 plan show {shown}"
    if ends := read_range(plan, word):
        return f"编号要逐个写出，如 plan show {' '.join(end.id for end in ends)}"
    found = match(word, all_names(plan))
    if len(found) != 1:
        return ""
    kind, name = found[0]
    return f"“{name}”是{KINDS[kind]}，请用 plan {kind} {name}；筛选用 --{kind} {name}"


def _closest(word: str, names: Sequence[str]) -> str:
    close = nearest(word, names)
    return f"最接近的：{listed(close)}\n" if close else ""
