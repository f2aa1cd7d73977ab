"""What must hold inside a plan so that its answers can be trusted; run at every start."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice

from plan_cli.model.plan import Note, Plan, Task
from plan_cli.model.walk import Path, Placed, notes_of, placed_sections, placed_tasks
from plan_cli.planfile.findings import MAX_FINDINGS, SUGGESTING, Finding, quoted
from plan_cli.text import clip, fold, nearest, unspaced


def fatal_findings(plan: Plan) -> list[Finding]:
    """Return what makes answers from ``plan`` wrong, in the order of the rules.

    There may be more; no more than `MAX_FINDINGS` are told.
    """
    found = list(islice((finding for rule in FATAL for finding in rule(plan)), MAX_FINDINGS))
    _tasks.cache_clear()
    _notes.cache_clear()
    return found


# Walked once, for all rules; then let go, and the plan with it.
@lru_cache(maxsize=1)
def _tasks(plan: Plan) -> tuple[Placed, ...]:
    return tuple(placed_tasks(plan.lists))


@lru_cache(maxsize=1)
def _notes(plan: Plan) -> tuple[tuple[Note, Path, Path], ...]:
    return tuple(found for placed in _tasks(plan) for found in notes_of(placed.task, placed.path))


def unique_ids(plan: Plan) -> Iterator[Finding]:
    """Two tasks may not answer to one id."""
    seen: set[str] = set()
    for placed in _tasks(plan):
        id = placed.id.lower() if placed.id.isascii() else fold(placed.id)
        if id in seen:
            key = "id" if placed.task.id else "number"
            yield Finding("E201", (*placed.path, key), f"编号 {clip(placed.id)} 用了两次")
        seen.add(id)


def unique_names(plan: Plan) -> Iterator[Finding]:
    """No two units, kinds, collectives, actions, projects or lists may share a name."""
    declared = (
        ("units", "name", [unit.name for unit in plan.units]),
        ("kinds", "name", [kind.name for kind in plan.kinds]),
        ("collectives", "phrase", [collective.phrase for collective in plan.collectives]),
        ("actions", "name", [action.name for action in plan.actions]),
        ("projects", "name", [project.name for project in plan.projects]),
        ("lists", "name", [tasks.name for tasks in plan.lists]),
    )
    for table, key, names in declared:
        if len(set(names)) == len(names):
            continue
        seen: set[str] = set()
        for index, name in enumerate(names):
            if name in seen:
                yield Finding("E202", (table, index, key), f"{quoted(name)}声明了两次")
            seen.add(name)


class Declared:
    """The names of one table; says of a name that it is not there, and what is nearest."""

    def __init__(self, what: str, table: str, names: Iterable[str]) -> None:
        self.what = what
        self.table = table
        self.names = frozenset(names)
        self.suggesting = SUGGESTING

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def missing(self, name: str) -> str:
        """Return the message for ``name``, which is not declared."""
        return f"{self.what}{quoted(name)}没有在 {self.table} 里声明{self._advice(name)}"

    def _advice(self, name: str) -> str:
        """Return what the name may be meant to be."""
        from plan_cli.planfile.slips import QUOTES, SEPARATORS

        if name.strip(QUOTES) in self.names:
            return "，名称外面不要加引号"
        parts = list(filter(None, re.split(rf"[{SEPARATORS}\s]+", name)))
        if parts and self.names.issuperset(parts):
            many = len(parts) > 1
            return "，几个名称之间要用半角逗号“, ”" if many else "，名称外面多了标点或空格"
        self.suggesting -= 1
        suggest = self.suggesting >= 0 and len(self.names) <= SUGGESTING
        close = nearest(name, sorted(self.names)) if suggest else []
        return f"，是不是{quoted(close[0])}？" if close else ""


def known_kinds(plan: Plan) -> Iterator[Finding]:
    """Units and collectives may speak of declared kinds only."""
    kinds = Declared("类别", "kinds", (kind.name for kind in plan.kinds))
    for index, unit in enumerate(plan.units):
        if unit.kind not in kinds:
            yield Finding("E203", ("units", index, "kind"), kinds.missing(unit.kind))
    for index, collective in enumerate(plan.collectives):
        for role in ("all", "some", "party"):
            for place, kind in enumerate(getattr(collective, role)):
                if kind not in kinds:
                    path = ("collectives", index, role, place)
                    yield Finding("E203", path, kinds.missing(kind))


def known_groupings(plan: Plan) -> Iterator[Finding]:
    """Sections and tasks may carry out declared actions and projects only."""
    actions = Declared("行动", "actions", (action.name for action in plan.actions))
    projects = Declared("工程", "projects", (project.name for project in plan.projects))
    for section, path in placed_sections(plan.lists):
        if section.action and section.action not in actions:
            yield Finding("E204", (*path, "action"), actions.missing(section.action))
    for placed in _tasks(plan):
        if placed.task.project and placed.task.project not in projects:
            message = projects.missing(placed.task.project)
            yield Finding("E204", (*placed.path, "project"), message)


def declared_responsible(plan: Plan) -> Iterator[Finding]:
    """Readings of notes may use declared units and collectives only."""
    units = Declared("单位", "units", (unit.name for unit in plan.units))
    phrases = Declared("统称", "collectives", plan.bindings)
    for note, _, path in _notes(plan):
        responsible = note.responsible
        for place, name in enumerate(responsible.named):
            if name not in units:
                yield Finding("E205", (*path, "named", place), units.missing(name))
        for place, phrase in enumerate(responsible.collectives):
            if phrase not in phrases:
                yield Finding("E205", (*path, "collectives", place), phrases.missing(phrase))
        for key, names in (("lead", responsible.lead), ("support", responsible.support)):
            read = {*responsible.named, *responsible.collectives} if names else ()
            for place, name in enumerate(names):
                if name not in read:
                    message = f"{key} 里的{quoted(name)}没有写进同一处的 named 或 collectives"
                    yield Finding("E206", (*path, key, place), message)


def readings_in_notes(plan: Plan) -> Iterator[Finding]:
    """What is read out of a note must stand in it, in order."""
    for note, _, path in _notes(plan):
        for key in ("named", "collectives"):
            start = 0
            for place, words in enumerate(getattr(note.responsible, key)):
                found = note.text.find(words, start)
                if found < 0:
                    message = f"{quoted(words)}不在责任部门原文里，或先后与原文不同"
                    yield Finding("E207", (*path, key, place), message)
                else:
                    start = found + len(words)


def notes_behind_measures(plan: Plan) -> Iterator[Finding]:
    """A note stands behind a measure that exists; it would be left out otherwise."""
    for placed in _tasks(plan):
        count = len(placed.task.measures)
        for index, note in enumerate(placed.task.notes):
            if note.after is not None and not 0 <= note.after <= count:
                message = f"after 是 {note.after}，这项任务有 {count} 条举措"
                yield Finding("E208", (*placed.path, "notes", index, "after"), message)


def linked_tasks(plan: Plan) -> Iterator[Finding]:
    """Links lead to other tasks of the plan."""
    ids: set[str] = set()
    for placed in _tasks(plan):
        for index, link in enumerate(placed.task.editor.links):
            ids = ids or {each.id for each in _tasks(plan)}
            if link.to not in ids or link.to == placed.id:
                fault = "指向它自己" if link.to == placed.id else "没有这个编号的任务"
                message = f"任务 {clip(placed.id)} 联到 {clip(link.to)}：{fault}"
                yield Finding("E209", (*placed.path, "editor", "links", index, "to"), message)


def quotes_in_tasks(plan: Plan) -> Iterator[Finding]:
    """Quotes of targets and deadlines stand in their task, white space aside."""
    for placed in _tasks(plan):
        editor = placed.task.editor
        quotes = [("targets", i, target.quote) for i, target in enumerate(editor.targets)]
        quotes += [("deadlines", i, limit.quote) for i, limit in enumerate(editor.deadlines)]
        text = unspaced(task_words(placed.task)) if quotes else ""
        for key, index, quote in quotes:
            if unspaced(quote) not in text:
                message = f"任务 {clip(placed.id)} 的正文里没有{quoted(quote)}"
                yield Finding("E210", (*placed.path, "editor", key, index, "quote"), message)


def task_words(task: Task) -> str:
    """Return title, sub-headings and measures of ``task`` verbatim."""
    measures = (f"{measure.heading or ''}{measure.text}" for measure in task.measures)
    return f"{task.title or ''}{''.join(measures)}"


Rule = Callable[[Plan], Iterator[Finding]]

FATAL: tuple[Rule, ...] = (
    unique_ids,
    unique_names,
    known_kinds,
    known_groupings,
    declared_responsible,
    readings_in_notes,
    notes_behind_measures,
    linked_tasks,
    quotes_in_tasks,
)
"""The rules without which answers would be wrong; loading for any command runs them."""
