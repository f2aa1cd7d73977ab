"""The responsibility checklist of one unit or kind: what it has to do, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plan_cli.model import Entry, Kind, Plan, Role, Unit
from plan_cli.query.filters import FILTERS, Words, select
from plan_cli.query.listing import title_notes
from plan_cli.query.pins import Pin, pins
from plan_cli.query.reach import ROLES, Party, count_roles, parties, phrases_for, role_of
from plan_cli.query.tally import kind_of, party_record
from plan_cli.report import (
    Cell,
    Column,
    Group,
    Imprint,
    Mark,
    Marked,
    On,
    Report,
    Row,
    collectives_text,
    display_title,
    named_text,
    task_record,
)
from plan_cli.text import listed

BOX = "□"
STATES = ("未启动", "推进中", "已完成")
SIGNED = ("签收人", "日期")


class Part(NamedTuple):
    """One part of a checklist; ``why`` has room for the words of the notes."""

    heading: str
    short: str
    why: str
    by_task: bool = False
    """Whether it has one row per task even in full: the document leaves the rest open."""


PARTS = {
    Role.NAMED: Part("一、点名任务", "点名", "责任部门写明{phrases}。"),
    Role.ALL: Part("二、统称任务", "统称", "责任部门写{phrases}，每个单位都负责。"),
    Role.SOME: Part(
        "三、待确认任务", "待确认", "责任部门只写{phrases}，是否承担须确认。", by_task=True
    ),
    Role.PARTY: Part(
        "四、经党组织", "经党组织", "责任部门写{phrases}，由党组织承担。", by_task=True
    ),
}

COLUMNS = (
    Column("部分", 4, On.SHEET),
    Column("任务编号", 3, On.SHEET),
    Column("任务", 8, On.SHEET),
    Column("依据", 6, On.SHEET),
    Column("办结", 2, by_hand=True),
    Column("编号", 4),
    Column("举措", 31, On.PAGE),
    Column("举措", 26, On.SHEET),
    Column("量化指标", 7),
    Column("时限", 6),
    Column("共同责任", 12, On.SHEET),
    Column("责任人", 4, by_hand=True),
    Column("进展", 4, by_hand=True, choices=STATES),
    Column("备注", 5, by_hand=True),
)


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
        shown = listed([PARTS[role].short for role in ROLES if role in roles])
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
        columns=COLUMNS,
        groups=tuple(
            _part(choice, party, role, entries, printing.brief)
            for role, entries in by_role.items()
            if entries
        ),
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
            *(Column(part.short, 5) for part in PARTS.values()),
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
    shown = [f"{part.short} {counts[role]} 项" for role, part in PARTS.items()]
    total = f"未涉及 {counts[Role.NONE]} 项；共 {len(choice.entries)} 项"
    return (
        *_document_lines(choice),
        "，".join([*shown, total]),
        *choice.narrowed,
        _printed(printing),
    )


def _document_lines(choice: Choice) -> tuple[str, ...]:
    document = choice.plan.document
    number = f"（{document.number}）" if document.number else ""
    return (f"{document.title}{number}　{document.year}年度",)


def _printed(printing: Printing) -> str:
    return f"打印日期：{day_text(printing.day)}"


def day_text(day: date) -> str:
    """Return a date as documents write it: ``2022年5月10日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def _imprint(choice: Choice, printing: Printing) -> Imprint:
    document = choice.plan.document
    return Imprint(
        subject=document.title,
        author=f"plan {printing.version}",
        source=f"来源：{choice.plan.name}；由 plan {printing.version} 生成。",
        made=printing.day,
        signed=SIGNED,
    )


def _part(choice: Choice, party: Party, role: Role, entries: Sequence[Entry], brief: bool) -> Group:
    part = PARTS[role]
    rows: list[Row] = []
    for entry in entries:
        task = _Task(choice, party, role, entry)
        rows += [task.row()] if brief or part.by_task else task.rows()
    phrases = dict.fromkeys(
        phrase for e in entries for phrase in phrases_for(choice.plan, party, e.task, role)
    )
    return Group(
        tuple(rows),
        f"{part.heading}（{len(entries)} 项）",
        part.why.format(phrases=_quoted(phrases)),
    )


class _Task:
    """One task as it stands in the checklist of ``party``."""

    def __init__(self, choice: Choice, party: Party, role: Role, entry: Entry) -> None:
        self.entry = entry
        self.part = PARTS[role]
        self.title = display_title(entry)
        self.basis = _quoted(phrases_for(choice.plan, party, entry.task, role))
        self.shared = shared_text(choice, party, entry)
        self.named = role is Role.NAMED

    def rows(self) -> Iterator[Row]:
        """Yield its band, then one row per measure; a task without measures gets its own row."""
        if not self.entry.steps:
            yield self.row()
            return
        yield Row(band=(f"{self.entry.id}　{self.title}", self._why()))
        pinned = pins(self.entry)
        for step, measure in zip(self.entry.steps, self.entry.task.measures, strict=True):
            text = (measure.heading or "") + measure.text
            yield self._cells(step.id, text, text, pinned[step.id])

    def row(self) -> Row:
        """Return the one row of the task."""
        pin = Pin.joined(pins(self.entry).values())
        measures = f"整项任务（{len(self.entry.steps)} 条举措）"
        on_page = Marked(((self.title, Mark.STRONG), (f"\n{self._why()}", None)))
        return self._cells(self.entry.id, on_page, measures, pin)

    def _why(self) -> str:
        shared = f"共同责任：{self.shared}"
        return shared if self.named else f"依据：{self.basis}　{shared}"

    def _cells(self, id: str, on_page: Cell, on_sheet: str, pin: Pin) -> Row:
        cells: tuple[Cell, ...] = (
            self.part.heading,
            self.entry.id,
            self.title,
            self.basis,
            BOX,
            id,
            on_page,
            on_sheet,
            pin.targets_cell,
            pin.deadlines_cell,
            self.shared,
            None,
            None,
            None,
        )
        return Row(cells)


def shared_text(choice: Choice, party: Party, entry: Entry) -> str:
    """Return who else is responsible, as the note writes it; 无 if nobody is.

    A collective that binds ``party`` stays, for it binds others too; only a kind's own
    collective (各全省学会, for 全省学会) goes. Lead and support are told where the document
    states them.
    """
    responsible = entry.task.responsible
    stated = dict.fromkeys(responsible.support, "（配合）")
    stated |= dict.fromkeys(responsible.lead, "（牵头）")
    units = [name for name in responsible.named if name != party.name or isinstance(party, Kind)]
    phrases = [p for p in responsible.collectives if not _only_reaches(choice, p, party)]
    others = [
        named_text([name + stated.get(name, "") for name in units]),
        collectives_text(phrases),
    ]
    text = "，".join(filter(None, others)) or "无"
    own = stated.get(party.name, "") if isinstance(party, Unit) else ""
    return f"{text}；{party.name}{own}" if own else text


def _only_reaches(choice: Choice, phrase: str, party: Party) -> bool:
    collective = choice.plan.bindings.get(phrase)
    if collective is None or isinstance(party, Unit):
        return False
    return {*collective.all, *collective.some, *collective.party} == {party.name}


def _closing(party: Party, entries: Sequence[Entry]) -> Iterator[str]:
    if not entries:
        yield f"没有落到{party.name}的任务。"
        return
    yield from title_notes(entries)
    if any(entry.task.editor.targets or entry.task.editor.deadlines for entry in entries):
        yield "量化指标和时限由编者从原文摘出；“文件未写明”表示原文这一处没有写。"
    if isinstance(party, Unit) and party.remark:
        yield f"编者注：{party.remark}"


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
        columns=(Column("部分", 10), Column("任务", 5), Column("举措", 5), Column("任务编号", 40)),
        groups=(Group(tuple(rows)),),
        heading=(party.name,),
    )


def _measures(entries: Sequence[Entry]) -> int:
    return sum(len(entry.task.measures) for entry in entries)


def _quoted(phrases: Mapping[str, None] | Sequence[str]) -> str:
    return "".join(f"“{phrase}”" for phrase in phrases)
