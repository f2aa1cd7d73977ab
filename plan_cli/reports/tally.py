"""How many: tasks counted by unit and role, by action, by project."""

from collections import Counter
from collections.abc import Callable, Sequence

from plan_cli.model.plan import Entry, Kind, Plan, Role, Unit
from plan_cli.query.figures import deadline_text, target_text, targets_of
from plan_cli.query.filters import Selection
from plan_cli.query.reach import ROLES, Party, count_roles, parties, role_of
from plan_cli.report import (
    ROLE_NAMES,
    Column,
    Group,
    Record,
    Report,
    Row,
    collectives_text,
    display_title,
    named_text,
    task_record,
)
from plan_cli.reports.listing import ROLE_MEANINGS, title_notes
from plan_cli.reports.pages import labelled, page
from plan_cli.text import listed


def counts_line(counts: dict[Role, int]) -> str:
    """Return the five counts and their sum: ``点名 5 · 统称 9 · … = 33``."""
    shown = " · ".join(f"{ROLE_NAMES[role]} {count}" for role, count in counts.items())
    return f"{shown} = {sum(counts.values())}"


def party_table(selection: Selection) -> Report:
    """Return all units and kinds with their five counts over the selected tasks."""
    plan, entries = selection.plan, selection.entries
    counted = [(party, count_roles(plan, party, entries)) for party in parties(plan)]
    return Report(
        title="部门（单位）和类别",
        heading=(plan.document.heading, *selection.narrowed),
        columns=(
            Column("部门（单位）", 11),
            Column("类别", 8),
            *(Column(ROLE_NAMES[role], 4) for role in Role),
            Column("合计", 4),
        ),
        groups=(
            Group(_party_rows(counted, Unit), "点名单位"),
            Group(_party_rows(counted, Kind), "类别（按统称落到的成员单位）"),
        ),
        closing=(f"每行五个数之和都是 {len(entries)}：一项任务对每个单位只算一种责任方式。",),
        records=lambda: [party_record(plan, party, counts) for party, counts in counted],
    )


def _party_rows(
    counted: Sequence[tuple[Party, dict[Role, int]]], which: type[Party]
) -> tuple[Row, ...]:
    return tuple(
        Row((party.name, kind_of(party), *counts.values(), sum(counts.values())))
        for party, counts in counted
        if isinstance(party, which)
    )


def kind_of(party: Party) -> str | None:
    """Return the kind of a unit; a kind itself has none."""
    return party.kind if isinstance(party, Unit) else None


def party_record(plan: Plan, party: Party, counts: dict[Role, int]) -> Record:
    """Return the record of a unit or kind with its five counts."""
    return {
        "plan": plan.name,
        "name": party.name,
        "kind": kind_of(party),
        "aliases": list(party.aliases),
        **{role.value: count for role, count in counts.items()},
        "total": sum(counts.values()),
    }


def party_page(selection: Selection, party: Party) -> Report:
    """Return the page of one unit or kind: its counts, and its tasks by role."""
    plan, entries = selection.plan, selection.entries
    by_role = {
        role: [entry for entry in entries if role_of(plan, party, entry.task) is role]
        for role in ROLES
    }
    shown = [(role, entry) for role in ROLES for entry in by_role[role]]
    return page(
        party.name,
        [
            Group(_party_facts(party)),
            Group(labelled(("计数", counts_line(count_roles(plan, party, entries))))),
            *(_role_group(role, found) for role, found in by_role.items() if found),
            *_agenda_groups([*by_role[Role.NAMED], *by_role[Role.ALL]]),
        ],
        heading=(plan.document.heading, *selection.narrowed),
        closing=title_notes(entry for _, entry in shown),
        records=lambda: [task_record(plan, entry, role) for role, entry in shown],
    )


def _agenda_groups(bound: Sequence[Entry]) -> list[Group]:
    """Return the targets and deadlines of the tasks that bind the party."""
    targets = tuple(Row((entry.id, target_text(target))) for entry, target in targets_of(bound))
    deadlines = tuple(
        Row((entry.id, deadline_text(deadline)))
        for entry in bound
        for deadline in entry.task.editor.deadlines
    )
    note = "点名和统称任务里写明的，由整理者摘出"
    return [
        Group(targets, f"量化指标（{len(targets)}）", note),
        Group(deadlines, f"时限（{len(deadlines)}）", note),
    ]


def _party_facts(party: Party) -> tuple[Row, ...]:
    remark = party.remark if isinstance(party, Unit) else None
    return labelled(
        ("类别", kind_of(party)),
        ("别名", listed(party.aliases)),
        ("整理者注", remark),
    )


def _role_group(role: Role, entries: Sequence[Entry]) -> Group:
    rows = tuple(Row((entry.id, display_title(entry))) for entry in entries)
    return Group(rows, f"{ROLE_NAMES[role]}（{len(rows)}）", ROLE_MEANINGS[role])


def grouping_table(
    selection: Selection, what: str, names: Sequence[str], of: Callable[[Entry], str | None]
) -> Report:
    """Return all actions or projects with how many of the selected tasks carry them out.

    ``what`` is their Chinese word, ``of`` tells the one that a task belongs to.
    """
    plan = selection.plan
    members = {name: [e for e in selection.entries if of(e) == name] for name in names}
    outside = sum(of(entry) is None for entry in selection.entries)
    return Report(
        title=what,
        heading=(plan.document.heading, *selection.narrowed),
        columns=(
            Column(what, 18),
            Column("任务数", 4),
            Column("编号", 12, ids=True),
            Column("点名单位", 24),
        ),
        groups=(
            Group(
                tuple(
                    Row((name, len(found), " ".join(e.id for e in found), _units_counted(found)))
                    for name, found in members.items()
                )
            ),
        ),
        closing=(f"另有 {outside} 项任务不属于任何{what}。",) if outside else (),
        records=lambda: [
            {
                "plan": plan.name,
                "name": name,
                "tasks": [entry.id for entry in found],
                "count": len(found),
            }
            for name, found in members.items()
        ],
    )


def grouping_page(selection: Selection, title: str) -> Report:
    """Return the page of one action or project: its tasks and who is responsible for them."""
    plan, entries = selection.plan, selection.entries
    sections = dict.fromkeys(entry.section.heading for entry in entries if entry.section)
    return page(
        title,
        [
            Group(
                labelled(
                    ("部分", "；".join(sections)),
                    ("任务", f"{len(entries)} 项"),
                    ("点名", _units_counted(entries)),
                )
            ),
            *map(_task_group, entries),
        ],
        heading=(plan.document.heading, *selection.narrowed),
        closing=() if entries else ("没有符合条件的任务。",),
        records=lambda: [task_record(plan, entry, selection.role(entry)) for entry in entries],
    )


def _task_group(entry: Entry) -> Group:
    responsible = entry.task.responsible
    facts = labelled(
        ("工程", entry.task.project),
        ("举措", f"{len(entry.task.measures)} 条"),
        ("点名", named_text(responsible.named)),
        ("统称", collectives_text(responsible.collectives)),
    )
    return Group(facts, f"{entry.id}　{display_title(entry)}")


def _units_counted(entries: Sequence[Entry]) -> str:
    """Return how often each unit is named, most often first: ``科普部（3）、省科技馆（1）``."""
    counts = Counter(name for entry in entries for name in entry.task.responsible.named)
    return listed([f"{name}（{count}）" for name, count in counts.most_common()])
