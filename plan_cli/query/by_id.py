"""From the ids that a person types to tasks and measures; what is not found is an error."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.errors import UnknownName
from plan_cli.model.plan import Entry, Plan, Step
from plan_cli.query.lookup import elsewhere
from plan_cli.query.naming import read_id, split_list
from plan_cli.query.qualified import own_id
from plan_cli.text import visible


class Hit(NamedTuple):
    """What an id stands for: a task, or some of its measures."""

    entry: Entry
    steps: tuple[Step, ...]


def find_ids(plan: Plan, words: Sequence[str]) -> list[Hit]:
    """Return what the ids in ``words`` stand for, of which each may hold several (``14、15``)."""
    return [find_id(plan, own_id(plan, id)) for id in split_list(words)]


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
        raise UnknownName(message, there)
    return Hit(entry, steps)


def namesakes(entry: Entry) -> list[Entry]:
    """Return the tasks of other lists that have the same number."""
    return [
        other
        for other in entry.plan.entries
        if other.task.number == entry.task.number and other.list is not entry.list
    ]


def _ranges(plan: Plan) -> str:
    """Return which ids there are, list by list: ``重点工作 K1–K11，工作要点 1–22``."""
    ranges = []
    for tasks in plan.lists:
        ids = [entry.id for entry in plan.entries if entry.list is tasks]
        if ids:
            ranges.append(f"{tasks.name} {ids[0]} 到 {ids[-1]}")
    return "，".join(ranges)


def _no_such_task(plan: Plan, word: str) -> UnknownName:
    advice = f"编号：{_ranges(plan)}；举措写作 12.2。"
    message = f"没有编号为“{visible(word, keep='')}”的任务"
    return UnknownName(message, elsewhere(plan, word) or advice)
