"""Units and kinds: all with their counts, or the page of one."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plan_cli.model.known import Seen
from plan_cli.model.plan import Entry, Kind, Role, Unit
from plan_cli.model.statuses import LIGHT_NAMES, LIGHTS, Light
from plan_cli.query.asked import Selection
from plan_cli.query.counting import Tally
from plan_cli.query.figures import deadline_text, deadlines_of, target_text, targets_of
from plan_cli.query.reach import BINDING, ROLES, Duty, Party, count_roles, parties, role_of
from plan_cli.report import ROLE_NAMES, Column, Group, Marked, Record, Report, Row, filled
from plan_cli.reports.page import labelled, page
from plan_cli.reports.standings import (
    PROGRESS,
    as_of,
    count_rows,
    light_counts,
    record_of,
    state_text,
    words_text,
)
from plan_cli.reports.wordings import ROLE_MEANINGS, display_title, title_notes
from plan_cli.text import listed


class Counted(NamedTuple):
    """A unit or kind, and how many tasks reach it in each role, `Role.NONE` included."""

    party: Party
    counts: dict[Role, int]

    @property
    def total(self) -> int:
        """The number of tasks: the sum of the five counts."""
        return sum(self.counts.values())


def counted(selection: Selection) -> list[Counted]:
    """Return all units and kinds with their counts over the selected tasks."""
    found = parties(selection.plan)
    return [Counted(party, count_roles(party, selection.seen_by(party).entries)) for party in found]


def count_columns(width: int) -> Iterable[Column[Counted]]:
    """Return a column for each role and one for their sum, each ``width`` characters wide."""
    for role in Role:
        yield Column(ROLE_NAMES[role], width, _count_of(role))
    yield Column("合计", width, lambda each: each.total)


def _count_of(role: Role) -> Callable[[Counted], int]:
    return lambda each: each.counts[role]


def party_table(selection: Selection) -> Report:
    """Return all units and kinds with their five counts over the selected tasks."""
    found = counted(selection)
    columns = (
        Column[Counted]("部门（单位）", 11, lambda each: each.party.name),
        Column[Counted]("类别", 8, lambda each: kind_of(each.party)),
        *count_columns(4),
        *_light_columns(selection),
    )
    units = filled(columns, [each for each in found if isinstance(each.party, Unit)])
    kinds = filled(columns, [each for each in found if isinstance(each.party, Kind)])
    once = "一项任务对每个单位只算一种责任方式。"
    sum_rule: str = Tally(
        f"每行五个数之和都是 {len(selection.entries)}：{once}",
        f"每行五个数之和都是那份文件的任务数：{once}",
    )
    if selection.sieve:
        sum_rule = "只数符合所选状态、灯的任务：每个单位按它自己的进展。"
    return Report(
        title="部门（单位）和类别",
        heading=(selection.heading, *selection.narrowed, *as_of(selection.seen)),
        columns=columns,
        groups=(Group(units, "点名单位"), Group(kinds, "类别（按统称归入的成员单位）")),
        closing=(sum_rule,),
        records=lambda: [party_record(selection, each) for each in found],
    )


def kind_of(party: Party) -> str | None:
    """Return the kind of a unit; a kind itself has none."""
    return party.kind if isinstance(party, Unit) else None


def party_record(selection: Selection, each: Counted) -> Record:
    """Return the record of a unit or kind with its five counts."""
    return {
        "plan": selection.plan.name,
        "name": each.party.name,
        "kind": kind_of(each.party),
        "aliases": list(each.party.aliases),
        **{role.value: count for role, count in each.counts.items()},
        "total": each.total,
        **({"lights": lights_of(selection, each.party)} if selection.seen else {}),
    }


def _light_columns(selection: Selection) -> Iterable[Column[Counted]]:
    """Return a column for each light: how many tasks that a unit answers for have it."""
    for light in LIGHTS if selection.seen else ():
        yield Column(LIGHT_NAMES[light], 4, _lit(selection, light))


def _lit(selection: Selection, light: Light) -> Callable[[Counted], int]:
    return lambda each: lights_of(selection, each.party)[light]


def lights_of(selection: Selection, party: Party) -> dict[Light, int]:
    """Return how many tasks that ``party`` answers for have each light."""
    own = selection.seen_by(party)
    found = [own.seen.of(entry.id) if own.seen else None for entry in own.entries]
    return light_counts(filter(None, found))


def party_page(selection: Selection, party: Party) -> Report:
    """Return the page of one unit or kind: its counts, and its tasks by role."""
    selection = selection.seen_by(party)
    seen = selection.seen
    by_role: dict[Role, list[Entry]] = {role: [] for role in Role}
    for entry in selection.entries:
        by_role[role_of(party, entry)].append(entry)
    shown = [(role, entry) for role in ROLES for entry in by_role[role]]
    counts = {role: len(entries) for role, entries in by_role.items()}
    return page(
        party.name,
        [
            Group(_facts(party)),
            Group(labelled(("计数", _counts_line(counts)))),
            Group(tuple(count_rows(seen, [entry.id for _, entry in shown])), PROGRESS),
            *(_role_group(role, by_role[role], seen) for role in ROLES if by_role[role]),
            *_agenda_groups(
                selection, party, [entry for role in BINDING for entry in by_role[role]]
            ),
        ],
        heading=(selection.heading, *selection.narrowed, *as_of(selection.seen)),
        closing=title_notes(entry for _, entry in shown),
        records=lambda: [record_of(entry, role, seen=seen) for role, entry in shown],
    )


def _counts_line(counts: dict[Role, int]) -> str:
    """Return the five counts and their sum: ``点名 5 · 统称 9 · … = 33``."""
    shown = " · ".join(f"{ROLE_NAMES[role]} {count}" for role, count in counts.items())
    return f"{shown} = {sum(counts.values())}"


def _agenda_groups(selection: Selection, party: Party, bound: Sequence[Entry]) -> list[Group]:
    """Return the targets and deadlines of the measures that bind the party."""

    def binds(duty: Duty) -> bool:
        return role_of(party, duty) in BINDING and selection.passes(duty)

    targets = [Row((s.entry.id, target_text(s.figure))) for s in targets_of(bound, binds)]
    deadlines = [Row((s.entry.id, deadline_text(s.figure))) for s in deadlines_of(bound, binds)]
    note = "点名和统称任务里写明的，由整理者摘出"
    return [
        Group(tuple(targets), f"量化指标（{len(targets)}）", note),
        Group(tuple(deadlines), f"时限（{len(deadlines)}）", note),
    ]


def _facts(party: Party) -> tuple[Row, ...]:
    remark = party.remark if isinstance(party, Unit) else None
    return labelled(
        ("类别", kind_of(party)),
        ("别名", listed(party.aliases)),
        ("整理者注", remark),
    )


def _role_group(role: Role, entries: Sequence[Entry], seen: Seen | None) -> Group:
    rows = tuple(Row((entry.id, _told(entry, seen))) for entry in entries)
    return Group(rows, f"{ROLE_NAMES[role]}（{len(rows)}）", ROLE_MEANINGS[role])


def _told(entry: Entry, seen: Seen | None) -> str | Marked:
    """Return a task, and under it how far it is."""
    standing = seen.of(entry.id) if seen else None
    if standing is None:
        return display_title(entry)
    told = "　".join(filter(None, (state_text(standing), words_text(standing))))
    return Marked(((display_title(entry), None), (f"\n{told}", "small")))
