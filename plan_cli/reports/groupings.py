"""The actions or the projects of a plan: all with their counts, or the page of one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plan_cli.model.known import Seen
from plan_cli.model.plan import Entry
from plan_cli.query.asked import Selection
from plan_cli.query.axes import OUTSIDE, Axis
from plan_cli.query.counting import tally
from plan_cli.report import Column, Group, Report, filled
from plan_cli.reports.page import labelled, page
from plan_cli.reports.standings import as_of, record_of, state_text, words_text
from plan_cli.reports.wordings import collectives_text, display_title, named_text
from plan_cli.text import listed


class _Members(NamedTuple):
    name: str
    entries: Sequence[Entry]


def grouping_table(selection: Selection, axis: Axis) -> Report:
    """Return all groups of ``axis`` with how many of the selected tasks carry them out."""
    groups = axis.groups(selection.plan, selection.entries)
    outside = len(groups.pop(OUTSIDE, ()))
    members = [_Members(name, entries) for name, entries in groups.items()]
    columns: tuple[Column[_Members], ...] = (
        Column(axis.label, 18, lambda group: group.name),
        Column("任务数", 4, lambda group: len(group.entries)),
        Column("编号", 12, lambda group: " ".join(e.id for e in group.entries), ids=True),
        Column("点名单位", 24, lambda group: _units_counted(group.entries)),
    )
    return Report(
        title=axis.label,
        heading=(selection.heading, *selection.narrowed),
        columns=columns,
        groups=(Group(filled(columns, members)),),
        closing=(tally(f"另有 {{}} 项任务不属于任何{axis.label}。", outside),) if outside else (),
        records=lambda: [
            {
                "plan": selection.plan.name,
                "name": group.name,
                "tasks": [entry.id for entry in group.entries],
                "count": len(group.entries),
            }
            for group in members
        ],
    )


def grouping_page(selection: Selection, axis: Axis, name: str) -> Report:
    """Return the page of the group called ``name``: its tasks and who is responsible for them."""
    entries = [entry for entry in selection.entries if axis.of(entry) == name]
    sections = dict.fromkeys(entry.section.heading for entry in entries if entry.section)
    return page(
        f"“{name}”{axis.label}" if not name.endswith(axis.label) else f"“{name}”",
        [
            Group(
                labelled(
                    ("部分", "；".join(sections)),
                    ("任务", f"{len(entries)} 项"),
                    ("点名", _units_counted(entries)),
                )
            ),
            *(_task_group(entry, selection.seen) for entry in entries),
        ],
        heading=(selection.heading, *selection.narrowed, *as_of(selection.seen)),
        closing=() if entries else ("没有符合条件的任务。",),
        records=lambda: [
            record_of(entry, selection.role(entry), seen=selection.seen) for entry in entries
        ],
    )


def _task_group(entry: Entry, seen: Seen | None) -> Group:
    standing = seen.of(entry.id) if seen else None
    facts = labelled(
        ("工程", entry.task.project),
        ("举措", f"{len(entry.task.measures)} 条"),
        ("点名", named_text(entry.responsible.named)),
        ("统称", collectives_text(entry.responsible.collectives)),
        ("进展", state_text(standing)),
        ("最近进展", words_text(standing)),
    )
    return Group(facts, f"{entry.id}　{display_title(entry)}")


def _units_counted(entries: Iterable[Entry]) -> str:
    """Return how often each unit is named, most often first: ``科普部（3）、省科技馆（1）``."""
    counts = Counter(name for entry in entries for name in entry.responsible.named)
    return listed([f"{name}（{count}）" for name, count in counts.most_common()])
