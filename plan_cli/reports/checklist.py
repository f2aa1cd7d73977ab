"""The responsibility checklist of one unit or kind: what it has to do, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plan_cli.model.plan import Entry, Plan, Role, Unit
from plan_cli.query.figures import day_text
from plan_cli.query.filters import FILTERS, Words, select
from plan_cli.query.reach import ROLES, Party, count_roles, parties, phrases_for, role_of
from plan_cli.report import (
    ROLE_NAMES,
    Column,
    Group,
    Imprint,
    Report,
    Row,
    task_record,
)
from plan_cli.reports.checklist_rows import PARTS, Item, columns, quoted
from plan_cli.reports.listing import title_notes
from plan_cli.reports.tally import kind_of, party_record
from plan_cli.text import listed

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


class Choice(NamedTuple):
    """The tasks that passed the filters, in document order, and the parts wanted."""

    plan: Plan
    entries: tuple[Entry, ...]
    roles: tuple[Role, ...] = ROLES
    narrowed: tuple[str, ...] = ()
    """What was filtered, for the heading."""


def choose(plan: Plan, words: Words) -> Choice:
    """Return what checklists are made of; here ``role`` chooses parts, and needs no dept.

    Raises UsageError for unknown words.
    """
    wanted = words.get("role", ())
    selection = select(plan, {name: given for name, given in words.items() if name != "role"})
    kept = {entry.id for entry in selection.entries}
    narrowed = list(selection.narrowed)
    if selection.parties:
        names = listed([party.name for party in selection.parties])
        narrowed.insert(0, f"{FILTERS['dept'].label}：{names}")
    roles: tuple[Role, ...] = ROLES
    if wanted:
        anybody = [party.name for party in parties(plan)[:1]]
        roles = select(plan, {"dept": anybody, "role": wanted}).roles
        shown = listed([ROLE_NAMES[role] for role in ROLES if role in roles])
        narrowed.append(f"{FILTERS['role'].label}：{shown}")
    entries = tuple(entry for entry in plan.entries if entry.id in kept)
    return Choice(plan, entries, roles, tuple(narrowed))


def checklist(choice: Choice, party: Party, printing: Printing) -> Report:
    """Return the checklist of ``party`` over the chosen tasks."""
    plan = choice.plan
    by_role = {
        role: [entry for entry in choice.entries if role_of(plan, party, entry.task) is role]
        for role in ROLES
        if role in choice.roles
    }
    shown = [(role, entry) for role, entries in by_role.items() for entry in entries]
    return Report(
        title=f"{party.name}责任清单",
        heading=_heading(choice, party, printing),
        columns=columns(printing.brief),
        groups=tuple(_parts(choice, party, by_role, printing.brief)),
        closing=tuple(_closing(party, [entry for _, entry in shown])),
        records=lambda: [task_record(plan, entry, role) for role, entry in shown],
        imprint=_imprint(choice, printing),
        annexes=(_counts(choice, party, by_role),),
    )


def index(choice: Choice, printing: Printing) -> Report:
    """Return the index of everybody's checklists: whose there are, and their counts."""
    plan, entries = choice.plan, choice.entries
    counted = [(party, count_roles(plan, party, entries)) for party in parties(plan)]
    return Report(
        title="责任清单索引",
        heading=(*_document_lines(choice), *choice.narrowed, _printed(printing)),
        columns=(
            Column("部门（单位）、类别", 14),
            Column("所属类别", 10),
            *(Column(ROLE_NAMES[role], 5) for role in ROLES),
            Column("未涉及", 5),
            Column("合计", 5),
        ),
        groups=(
            Group(
                tuple(
                    Row((party.name, kind_of(party), *counts.values(), len(entries)))
                    for party, counts in counted
                )
            ),
        ),
        records=lambda: [party_record(plan, party, counts) for party, counts in counted],
        imprint=_imprint(choice, printing)._replace(signed=()),
    )


def _heading(choice: Choice, party: Party, printing: Printing) -> tuple[str, ...]:
    counts = count_roles(choice.plan, party, choice.entries)
    shown = [f"{ROLE_NAMES[role]} {counts[role]} 项" for role in ROLES]
    total = f"未涉及 {counts[Role.NONE]} 项；共 {len(choice.entries)} 项"
    return (
        *_document_lines(choice),
        f"{'，'.join([*shown, total])}　{_printed(printing)}",
        *choice.narrowed,
    )


def _document_lines(choice: Choice) -> tuple[str, ...]:
    document = choice.plan.document
    number = f"（{document.number}）" if document.number else ""
    return (f"{document.heading}{number}　{document.year}年度",)


def _printed(printing: Printing) -> str:
    return f"打印日期：{day_text(printing.day)}"


def _imprint(choice: Choice, printing: Printing) -> Imprint:
    document = choice.plan.document
    return Imprint(
        subject=document.heading,
        author=f"plan {printing.version}",
        source=f"来源：{choice.plan.name}；由 plan {printing.version} 生成。",
        made=printing.day,
        signed=SIGNED,
    )


def _parts(
    choice: Choice, party: Party, by_role: Mapping[Role, Sequence[Entry]], brief: bool
) -> Iterator[Group]:
    found = [(role, entries) for role, entries in by_role.items() if entries]
    for ordinal, (role, entries) in zip(ORDINALS, found, strict=False):
        group = _part(choice, party, role, entries, brief)
        yield group._replace(heading=f"{ordinal}、{group.heading}")


def _part(choice: Choice, party: Party, role: Role, entries: Sequence[Entry], brief: bool) -> Group:
    plan, part = choice.plan, PARTS[role]
    phrases = dict.fromkeys(
        phrase for entry in entries for phrase in phrases_for(plan, party, entry.task, role)
    )
    rows: list[Row] = []
    for entry in entries:
        item = Item(plan, party, role, entry)
        rows += [item.row()] if brief else item.rows()
    heading = f"{part.heading}（{len(entries)} 项）"
    return Group(tuple(rows), heading, part.why.format(phrases=quoted(phrases)))


def _closing(party: Party, entries: Sequence[Entry]) -> Iterator[str]:
    if not entries:
        yield f"没有落到{party.name}的任务。"
        return
    yield from title_notes(entries)
    blank = "完成时限空白处，文件没有写明，由责任部门填写。"
    stated = any(entry.task.editor.targets or entry.task.editor.deadlines for entry in entries)
    yield f"量化指标和时限由整理者从原文摘出；{blank}" if stated else blank
    if isinstance(party, Unit) and party.remark:
        yield f"整理者注：{party.remark}"


def _counts(choice: Choice, party: Party, by_role: Mapping[Role, Sequence[Entry]]) -> Report:
    """Return the counts of the checklist as a table: by part, and what does not concern it."""
    rows = [
        Row((PARTS[role].heading, len(found), _measures(found), " ".join(e.id for e in found)))
        for role, found in by_role.items()
    ]
    rest = [e for e in choice.entries if role_of(choice.plan, party, e.task) is Role.NONE]
    rows.append(Row(("未涉及", len(rest), _measures(rest), " ".join(e.id for e in rest))))
    return Report(
        title="计数",
        columns=(
            Column("部分", 10),
            Column("任务", 5),
            Column("举措", 5),
            Column("任务编号", 40, ids=True),
        ),
        groups=(Group(tuple(rows)),),
        heading=(party.name,),
    )


def _measures(entries: Sequence[Entry]) -> int:
    return sum(len(entry.task.measures) for entry in entries)
