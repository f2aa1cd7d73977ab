"""The responsibility checklist of one unit or kind: what it has to do, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plan_cli.model.known import Seen
from plan_cli.model.plan import Entry, Role, Step, Unit
from plan_cli.query.asked import Selection
from plan_cli.query.figures import day_text
from plan_cli.query.reach import ROLES, Party, count_roles, phrases_for, role_of
from plan_cli.report import ROLE_NAMES, Column, Group, Imprint, Report, filled
from plan_cli.reports.paper.checklist_rows import PARTS, Item, columns, quoted
from plan_cli.reports.parties import Counted, count_columns, counted, kind_of, party_record
from plan_cli.reports.standings import as_of, record_of
from plan_cli.reports.wordings import title_notes

SIGNED = (("填报单位（盖章）", "部门负责人（签字）"), ("填表人", "联系电话", "填报日期"))
ORDINALS = "一二三四"


class Printing(NamedTuple):
    """How a checklist is to be printed."""

    day: date
    """The date of printing; it comes from the command line or its clock."""
    version: str
    """The version of the program, for the provenance."""
    brief: bool = False
    """Whether every task takes one row."""


def checklist(selection: Selection, party: Party, printing: Printing) -> Report:
    """Return the checklist of ``party`` over the tasks that `choose_parts` selected.

    Measures stand in the part of their own role; in brief a task stands in its strongest.
    """
    selection = selection.seen_by(party)
    selection = selection if printing.brief else selection.by_measure()
    seen = selection.seen
    parts = _parts(selection, party, printing.brief)
    shown = [item for items in parts.values() for item in items]
    return Report(
        title=f"{party.name}责任清单",
        heading=_heading(selection, party, printing),
        columns=columns(printing.brief, seen),
        groups=tuple(_groups(parts, printing.brief, seen)),
        closing=tuple(_closing(party, [item.entry for item in shown], seen)),
        records=lambda: [record_of(item.entry, item.role, item.steps, seen) for item in shown],
        imprint=_imprint(selection, printing),
        annexes=(_counts(selection, party, parts),),
    )


def _parts(selection: Selection, party: Party, brief: bool) -> dict[Role, list[Item]]:
    """Return the tasks of each part wanted, each with the measures that belong there."""
    parts: dict[Role, list[Item]] = {r: [] for r in ROLES if r in selection.roles}
    for entry in selection.entries:
        by_role: dict[Role, list[Step]] = {}
        for step in entry.steps:
            if selection.in_way(party, step) and selection.passes(step):
                by_role.setdefault(role_of(party, step), []).append(step)
        strongest = role_of(party, entry)
        if brief or not entry.steps:
            bound = [step for step in entry.steps if role_of(party, step) is not Role.NONE]
            by_role = {strongest: bound} if selection.in_way(party, entry) else {}
        for role, steps in by_role.items():
            if role in parts:
                parts[role].append(Item(party, role, entry, tuple(steps)))
    return parts


def index(selection: Selection, printing: Printing) -> Report:
    """Return the index of everybody's checklists: whose there are, and their counts."""
    found = counted(selection)
    columns = (
        Column[Counted]("部门（单位）、类别", 14, lambda each: each.party.name),
        Column[Counted]("所属类别", 10, lambda each: kind_of(each.party)),
        *count_columns(5),
    )
    return Report(
        title="责任清单索引",
        heading=(*_document_lines(selection), *selection.narrowed, _printed(printing)),
        columns=columns,
        groups=(Group(filled(columns, found)),),
        records=lambda: [party_record(selection, each) for each in found],
        imprint=_imprint(selection, printing)._replace(signed=()),
    )


def _heading(selection: Selection, party: Party, printing: Printing) -> tuple[str, ...]:
    counts = count_roles(party, selection.entries)
    shown = [f"{ROLE_NAMES[role]} {counts[role]} 项" for role in ROLES]
    total = f"未涉及 {counts[Role.NONE]} 项；共 {len(selection.entries)} 项"
    return (
        *_document_lines(selection),
        f"{'，'.join([*shown, total])}　{_printed(printing)}",
        *selection.narrowed,
        *as_of(selection.seen),
    )


def _document_lines(selection: Selection) -> tuple[str, ...]:
    document = selection.plan.document
    number = f"（{document.number}）" if document.number else ""
    return (f"{document.heading}{number}　{document.year}年度",)


def _printed(printing: Printing) -> str:
    return f"打印日期：{day_text(printing.day)}"


def _imprint(selection: Selection, printing: Printing) -> Imprint:
    document = selection.plan.document
    return Imprint(
        subject=document.heading,
        author=f"plan {printing.version}",
        source=f"来源：{selection.plan.name}；由 plan {printing.version} 生成。",
        made=printing.day,
        signed=SIGNED,
    )


def _groups(
    parts: Mapping[Role, Sequence[Item]], brief: bool, seen: Seen | None
) -> Iterator[Group]:
    """Yield the parts that have tasks, numbered as they come."""
    table = columns(brief, seen)
    found = [(role, items) for role, items in parts.items() if items]
    for ordinal, (role, items) in zip(ORDINALS, found, strict=False):
        part = PARTS[role]
        phrases = dict.fromkeys(
            phrase
            for item in items
            for duty in item.steps or (item.entry,)
            for phrase in phrases_for(item.party, duty, role)
        )
        rows = [row for item in items for row in (item.whole if brief else item.measures)(table)]
        heading = f"{ordinal}、{part.heading}（{len(items)} 项）"
        yield Group(tuple(rows), heading, part.why.format(phrases=quoted(phrases)))


def _closing(party: Party, entries: Sequence[Entry], seen: Seen | None) -> Iterator[str]:
    if not entries:
        yield f"{party.name}没有任务。"
        return
    yield from title_notes(entries)
    blank = "完成时限空白处，文件没有写明，由责任部门填写。"
    stated = any(entry.task.editor.targets or entry.task.editor.deadlines for entry in entries)
    yield f"量化指标和时限由整理者从原文摘出；{blank}" if stated else blank
    if seen:
        yield "责任人、进展情况，和标明“已调整”“办公室计划”的时限，来自台账。"
    if isinstance(party, Unit) and party.remark:
        yield f"整理者注：{party.remark}"


class _Sum(NamedTuple):
    """How much there is in one part of a checklist, or outside of it."""

    heading: str
    tasks: Sequence[Entry]
    measures: int


def _counts(selection: Selection, party: Party, parts: Mapping[Role, Sequence[Item]]) -> Report:
    """Return the counts of the checklist as a table: by part, and what does not concern it."""
    sums = [
        _Sum(PARTS[role].heading, [i.entry for i in items], sum(len(i.steps) for i in items))
        for role, items in parts.items()
    ]
    rest = [entry for entry in selection.entries if role_of(party, entry) is Role.NONE]
    sums.append(_Sum("未涉及", rest, sum(len(entry.steps) for entry in rest)))
    columns: tuple[Column[_Sum], ...] = (
        Column("部分", 10, lambda each: each.heading),
        Column("任务", 5, lambda each: len(each.tasks)),
        Column("举措", 5, lambda each: each.measures),
        Column("任务编号", 40, lambda each: " ".join(e.id for e in each.tasks), ids=True),
    )
    return Report("计数", columns, (Group(filled(columns, sums)),), heading=(party.name,))
