"""Which tasks: every filter of every command that lists tasks, in one table.

To add a filter, add one entry to `FILTERS`; options, help and the heading of printed
answers follow from it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from plan_cli.errors import UsageError
from plan_cli.model.plan import Entry, Plan, Role
from plan_cli.query.lookup import find_action, find_list, find_named, find_party, find_project
from plan_cli.query.reach import BINDING, ROLES, Party, count_roles, role_of
from plan_cli.report import ROLE_NAMES
from plan_cli.text import find_folded, listed, nearest

Words = Mapping[str, Sequence[str]]
"""What was asked for: the words given for each filter, by its name. Left out: anything."""

Test = Callable[[Entry], bool]


class Filter(NamedTuple):
    """One way to narrow. Words of one filter widen each other, filters narrow each other.

    ``build`` makes the test out of all words given (so that filters may look at each other);
    it raises UsageError for an unknown word.
    """

    name: str
    flags: tuple[str, ...]
    metavar: str
    help: str
    label: str
    build: Callable[[Plan, Words], Test]


class Selection(NamedTuple):
    """The tasks that passed, in the order they are shown, and what was asked for."""

    plan: Plan
    entries: tuple[Entry, ...]
    scope: tuple[Entry, ...]
    """The tasks that pass all filters but dept and role: what an account sums up to."""
    parties: tuple[Party, ...] = ()
    roles: tuple[Role, ...] = BINDING
    narrowed: tuple[str, ...] = ()
    """What else narrowed, for headings: ``行动：科普中原``."""

    @property
    def headlines(self) -> tuple[str, ...]:
        """What was asked for, for headings: the parties, then what else narrowed."""
        names = listed([party.name for party in self.parties])
        return (f"部门：{names}", *self.narrowed) if names else self.narrowed

    @property
    def party(self) -> Party | None:
        """The one unit or kind asked for; ``None`` if there is none or are several."""
        return self.parties[0] if len(self.parties) == 1 else None

    def where(self, test: Test) -> "Selection":
        """Return the selection narrowed further to the tasks that pass ``test``."""
        return self._replace(
            entries=tuple(entry for entry in self.entries if test(entry)),
            scope=tuple(entry for entry in self.scope if test(entry)),
        )

    def role(self, entry: Entry) -> Role | None:
        """Return how ``entry`` reaches the one party asked for."""
        return role_of(self.plan, self.party, entry.task) if self.party else None


def select(plan: Plan, words: Words, roles_alone: bool = False) -> Selection:
    """Return the tasks that pass all filters, in document order.

    With exactly one dept they are ordered by role, named first, and in document order
    within each. ``roles_alone``: roles may be chosen without a dept, for answers about all
    units. Raises UsageError for unknown words.
    """
    if words.get("role") and not words.get("dept") and not roles_alone:
        raise UsageError("--role 要和 --dept 一起用", "例如：plan list --dept 科普部 --role some")
    tests = {name: FILTERS[name].build(plan, words) for name, given in words.items() if given}
    who = [tests.pop(name) for name in ("dept", "role") if name in tests]
    scope = tuple(entry for entry in plan.entries if all(t(entry) for t in tests.values()))
    passed = [entry for entry in scope if all(test(entry) for test in who)]
    narrowed = tuple(f"{FILTERS[name].label}：{listed(words[name])}" for name in tests)
    parties = _parties(plan, words)
    if len(parties) == 1:
        passed.sort(key=lambda entry: ROLES.index(role_of(plan, parties[0], entry.task)))
    return Selection(plan, tuple(passed), scope, parties, _roles(words), narrowed)


def with_names(plan: Plan, words: Words, names: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return ``words`` and ``names``, each for the filter that it is a name for."""
    widened = dict(words)
    for name in names:
        meaning = find_named(plan, name, "--{kind} {name}")
        widened[meaning.kind] = (*widened.get(meaning.kind, ()), meaning.name)
    return widened


def account(selection: Selection) -> tuple[str, ...]:
    """Return, for each party asked for, a line that accounts for the tasks not shown."""
    return tuple(_account(selection, party) for party in selection.parties)


def _account(selection: Selection, party: Party) -> str:
    plan, scope = selection.plan, selection.scope
    if not scope:
        return f"{party.name}：没有任务符合其他条件。"
    counts = count_roles(plan, party, scope)
    parts = []
    for role in ROLES:
        if counts[role]:
            ids = [e.id for e in scope if role_of(plan, party, e.task) is role]
            shown = "" if role in selection.roles else f"（{' '.join(ids)}）"
            parts.append(f"{ROLE_NAMES[role]} {counts[role]} 项{shown}")
    parts.append(f"未涉及 {counts[Role.NONE]} 项")
    return f"{party.name}：{'，'.join(parts)}；共 {len(scope)} 项。"


_OF_THE_DOCUMENT = {"有关": Role.SOME, "党组织": Role.PARTY}
"""Roles by the words of the notes."""


def _parties(plan: Plan, words: Words) -> tuple[Party, ...]:
    found = [find_party(plan, word) for word in words.get("dept", ())]
    return tuple({party.name: party for party in found}.values())


def _roles(words: Words) -> tuple[Role, ...]:
    spellings = {role.value: role for role in ROLES} | {ROLE_NAMES[r]: r for r in ROLES}
    spellings |= _OF_THE_DOCUMENT
    roles = []
    for word in words.get("role", ()):
        if (role := spellings.get(word.strip().lower())) is None:
            close = nearest(word, spellings, limit=1)
            advice = f"最接近的：{close[0]}\n" if close else ""
            choices = "，".join(f"{role.value}（{ROLE_NAMES[role]}）" for role in ROLES)
            raise UsageError(f"没有“{word}”这种责任方式", f"{advice}可用的：{choices}")
        roles.append(role)
    return tuple(roles) or BINDING


def _by_dept(plan: Plan, words: Words) -> Test:
    parties, roles = _parties(plan, words), _roles(words)
    return lambda entry: any(role_of(plan, party, entry.task) in roles for party in parties)


def _by_role(plan: Plan, words: Words) -> Test:
    _roles(words)  # only to refuse an unknown one: which roles count, `_by_dept` asks
    return lambda entry: True


def _by_action(plan: Plan, words: Words) -> Test:
    names = {find_action(plan, word).name for word in words["action"]}
    return lambda entry: entry.action in names


def _by_project(plan: Plan, words: Words) -> Test:
    names = {find_project(plan, word).name for word in words["project"]}
    return lambda entry: entry.task.project in names


def _by_list(plan: Plan, words: Words) -> Test:
    names = {find_list(plan, word).name for word in words["list"]}
    return lambda entry: entry.list.name in names


def _by_text(plan: Plan, words: Words) -> Test:
    return lambda entry: any(find_folded(entry.text, word) for word in words["search"])


_ROLE_HELP = (
    "责任方式：named 点名、all 统称、some 待确认、party 党组织承担"
    "（可重复，与 --dept 同用；默认 named 和 all）"
)
_DECLARED = (
    Filter("dept", ("--dept", "-d"), "部门名称", "部门、单位或类别（可重复）", "部门", _by_dept),
    Filter("action", ("--action",), "行动名称", "行动，如 科普中原（可重复）", "行动", _by_action),
    Filter(
        "project", ("--project",), "工程名称", "工程，名称一部分即可（可重复）", "工程", _by_project
    ),
    Filter("list", ("--list",), "清单名称", "清单，如 重点工作（可重复）", "清单", _by_list),
    Filter("role", ("--role",), "责任方式", _ROLE_HELP, "责任方式", _by_role),
    Filter("search", ("--search", "-s"), "文字", "正文含有这些文字（可重复）", "文字", _by_text),
)
FILTERS = {filter.name: filter for filter in _DECLARED}
