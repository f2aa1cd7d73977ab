"""What a word or an id that a person types can stand for in a plan. No errors are raised here.

Exact names win over aliases, aliases over parts of a name.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeVar

from plan_cli.model.plan import Entry, Grouping, Plan, TaskList
from plan_cli.query.reach import Party, parties
from plan_cli.text import fold


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """What it is called."""


N = TypeVar("N", bound=Named)

Spelt = tuple[N, tuple[str, ...]]
"""A thing, and how it may be written: its name first, then its aliases."""


def spelt_parties(plan: Plan) -> list[Spelt[Party]]:
    """Return all units and kinds with their spellings."""
    return [(party, (party.name, *party.aliases)) for party in parties(plan)]


def spelt_actions(plan: Plan) -> list[Spelt[Grouping]]:
    """Return all actions, each with and without 行动 at the end."""
    return [(action, (action.name, f"{action.name}行动")) for action in plan.actions]


def spelt_projects(plan: Plan) -> list[Spelt[Grouping]]:
    """Return all projects."""
    return [(project, (project.name,)) for project in plan.projects]


def spelt_lists(plan: Plan) -> list[Spelt[TaskList]]:
    """Return all task lists, each by its name and its prefix."""
    return [(tasks, (tasks.name, tasks.prefix or tasks.name)) for tasks in plan.lists]


def match(word: str, things: Iterable[Spelt[N]]) -> list[N]:
    """Return the thing meant by ``word``, or all it could mean, or none."""
    wanted = fold(word.strip(" “”\"'《》"))
    if not wanted:
        return []
    spellings = [(thing, [_folded(name) for name in names]) for thing, names in things]
    for same in (
        [thing for thing, names in spellings if names[0] == wanted],
        [thing for thing, names in spellings if wanted in names],
    ):
        if same:
            return same
    return [thing for thing, names in spellings if wanted in names[0]]


_folded = lru_cache(maxsize=4096)(fold)
"""Of many plans most have the same names."""


class Meaning(NamedTuple):
    """Something that a word can stand for; ``kind`` is its command and its filter alike."""

    kind: str
    name: str


KINDS = {"dept": "部门（单位）", "action": "行动", "project": "工程", "list": "清单"}
"""What has a name in a plan."""


def all_names(plan: Plan) -> list[Spelt[Meaning]]:
    """Return everything that has a name, with its spellings."""
    spelt: dict[str, Sequence[Spelt[Named]]] = {
        "dept": spelt_parties(plan),
        "action": spelt_actions(plan),
        "project": spelt_projects(plan),
        "list": spelt_lists(plan),
    }
    return [
        (Meaning(kind, names[0]), names) for kind, things in spelt.items() for _, names in things
    ]


PLAN_MARK = ":"


def parted(word: str) -> tuple[str, str]:
    """Return what an id says of its plan, empty for nothing, and the id within the plan."""
    plan, _, id = word.replace("：", PLAN_MARK).rpartition(PLAN_MARK)
    return plan, id


_LIST_MARKS = "[、，,；;]"
_RANGE_MARKS = "[-—–~至到]+"


def split_list(words: Sequence[str]) -> list[str]:
    """Return the ids or names in ``words``, of which each may hold several: ``14、15``.

    One that holds none stays as it is: somebody has to say so.
    """
    held = ([each for each in re.split(_LIST_MARKS, word) if each.strip()] for word in words)
    return [each for word, several in zip(words, held, strict=True) for each in several or [word]]


def read_id(plan: Plan, word: str) -> tuple[Entry, str] | None:
    """Return the task that the id ``word`` stands for, and the number of its measure or nothing.

    The spelling of the plan wins; then ``第十四项``, ``014`` and ``14.`` are ``14``. The measure
    need not exist.
    """
    entries = {spell(entry.id): entry for spell in (_plain, fold) for entry in plan.entries}
    spelled = _spellings(plan, word)
    readings = [(each, "") for each in spelled]
    readings += [(task, _plain(number)) for task, _, number in (s.rpartition(".") for s in spelled)]
    return next(((entries[task], number) for task, number in readings if task in entries), None)


def read_range(plan: Plan, word: str) -> list[Entry]:
    """Return the first and the last task of ``14-16`` or ``14到16``; nothing if it is no range."""
    ends = [read_id(plan, end) for end in re.split(_RANGE_MARKS, fold(word))]
    tasks = [end[0] for end in ends if end]
    return tasks if len(tasks) == len(ends) == 2 else []


def are_ids(plan: Plan, word: str) -> bool:
    """Say whether ``word`` is made like an id, or like several, whether they exist or not."""
    prefixes = "|".join(re.escape(fold(tasks.prefix)) for tasks in plan.lists)
    made = re.compile(rf"(?:{prefixes}|)[0-9]+(?:\.[0-9]+)*")
    ids = [parted(id)[1] for id in split_list([word])]
    return bool(ids) and all(
        read_id(plan, id) or made.fullmatch(_spellings(plan, id)[1]) for id in ids
    )


def _spellings(plan: Plan, word: str) -> Sequence[str]:
    return [_with_prefix(plan, folded) for folded in (fold(word), _plain(word))]


def _plain(id: str) -> str:
    """Return an id as plans write them: ``第十二项第3条`` is ``12.3``."""
    from plan_cli.numerals import in_digits

    text = re.sub(r"第(?=[0-9])", "", in_digits(fold(id)))
    return re.sub(r"(?<=[0-9])[。.项条号]+", ".", text).rstrip(".")


def _with_prefix(plan: Plan, folded: str) -> str:
    """Turn ``重点3`` into ``k3``, where the words before the number are part of a list's name."""
    found = re.fullmatch(r"([^0-9.]+)([0-9].*)", folded)
    if not found:
        return folded
    lists = [tasks for tasks in plan.lists if found[1] in fold(tasks.name)]
    return fold(lists[0].prefix) + found[2] if len(lists) == 1 else folded
