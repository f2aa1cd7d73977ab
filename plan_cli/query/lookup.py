"""From what a person types to what the plan declares: names and ids.

Exact names win over aliases, aliases over unique parts of a name. What is not found is an
error that names the nearest and lists them all; never an empty answer.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from plan_cli.errors import UsageError
from plan_cli.model import Entry, Grouping, Kind, Plan, Step, TaskList
from plan_cli.query.reach import Party, parties
from plan_cli.text import fold, listed, nearest, visible


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """What it is called."""


N = TypeVar("N", bound=Named)


def find_party(plan: Plan, word: str) -> Party:
    """Return the unit or kind called ``word``; raises UsageError if none or several are."""
    names = parties(plan)
    found = _match(word, [(party, (party.name, *party.aliases)) for party in names])
    if len(found) == 1:
        return found[0]
    units, kinds = listed([u.name for u in plan.units]), listed([k.name for k in plan.kinds])
    choices = f"部门（单位）：{units}\n类别（成员单位按类别查）：{kinds}"
    if not found and (kind := _kind_of_member(plan, word)):
        shown = visible(word, keep="")
        raise UsageError(
            f"文件没有单独点名“{shown}”",
            f"它若属于“{kind.name}”，请按类别查：{kind.name}\n{choices}",
        )
    raise _not_found("部门（单位）", word, found, [p.name for p in names], choices)


def find_action(plan: Plan, word: str) -> Grouping:
    """Return the action called ``word``, with or without 行动 at the end."""
    return _find("行动", word, [(a, (a.name, f"{a.name}行动")) for a in plan.actions])


def find_project(plan: Plan, word: str) -> Grouping:
    """Return the project called ``word``."""
    return _find("工程", word, [(p, (p.name,)) for p in plan.projects])


def find_list(plan: Plan, word: str) -> TaskList:
    """Return the task list called ``word``, by its name or prefix."""
    lists = [(tasks, (tasks.name, tasks.prefix or tasks.name)) for tasks in plan.lists]
    return _find("清单", word, lists)


class Hit(NamedTuple):
    """What an id stands for: a task, or some of its measures."""

    entry: Entry
    steps: tuple[Step, ...]


def find_id(plan: Plan, word: str) -> Hit:
    """Return the task or measure with the id ``word`` (``14``, ``k3``, ``重点3``, ``12.2``)."""
    entries = {fold(entry.id): entry for entry in plan.entries}
    folded = _spelled_out(plan, fold(word))
    if entry := entries.get(folded):
        return Hit(entry, entry.steps)
    task_id, _, number = folded.rpartition(".")
    if not (entry := entries.get(task_id)):
        raise _no_such_task(plan, word)
    steps = tuple(step for step in entry.steps if fold(step.id) == folded)
    if not steps:
        last = len(entry.steps)
        message = f"任务 {entry.id} 没有第 {visible(number, keep='')} 条举措"
        raise UsageError(message, f"它有 {last} 条举措：{entry.id}.1 到 {entry.id}.{last}。")
    return Hit(entry, steps)


def namesakes(plan: Plan, entry: Entry) -> list[Entry]:
    """Return the tasks of other lists that have the same number."""
    return [
        other
        for other in plan.entries
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


def _spelled_out(plan: Plan, folded: str) -> str:
    """Turn ``重点3`` into ``k3``, where the words before the number are part of a list's name."""
    found = re.fullmatch(r"([^0-9.]+)([0-9].*)", folded)
    if not found:
        return folded
    lists = [tasks for tasks in plan.lists if found[1] in fold(tasks.name)]
    return fold(lists[0].prefix) + found[2] if len(lists) == 1 else folded


def _no_such_task(plan: Plan, word: str) -> UsageError:
    message = f"没有编号为“{visible(word, keep='')}”的任务"
    return UsageError(message, f"编号：{id_ranges(plan)}；举措写作 12.2。")


def _find(what: str, word: str, candidates: Sequence[tuple[N, tuple[str, ...]]]) -> N:
    found = _match(word, candidates)
    if len(found) == 1:
        return found[0]
    names = [candidate.name for candidate, _ in candidates]
    choices = f"可用的{what}：{listed(names) or '（文件里没有）'}"
    raise _not_found(what, word, found, names, choices)


def _match(word: str, candidates: Iterable[tuple[N, tuple[str, ...]]]) -> list[N]:
    """Return the candidate meant by ``word``, or all it could mean, or none."""
    wanted = fold(word.strip(" “”\"'《》"))
    if not wanted:
        return []
    spellings = [(candidate, [fold(name) for name in names]) for candidate, names in candidates]
    for same in (
        [candidate for candidate, names in spellings if names[0] == wanted],
        [candidate for candidate, names in spellings if wanted in names],
    ):
        if same:
            return same
    return [candidate for candidate, names in spellings if wanted in names[0]]


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


def _not_found(
    what: str, word: str, found: Sequence[Named], names: Sequence[str], choices: str
) -> UsageError:
    shown = visible(word, keep="")
    if found:
        several = listed([candidate.name for candidate in found])
        return UsageError(f"“{shown}”可以指不止一个{what}：{several}", f"请写全一些。\n{choices}")
    close = nearest(word, names)
    advice = f"最接近的：{listed(close)}\n" if close else ""
    return UsageError(f"没有叫“{shown}”的{what}", advice + choices)
