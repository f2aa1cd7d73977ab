"""The rows of a checklist: one task under its band, measure by measure, or on one row."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan_cli.model import Entry, Kind, Plan, Role, Unit
from plan_cli.query.pins import Pin, pins
from plan_cli.query.reach import Party, phrases_for
from plan_cli.report import (
    Cell,
    Column,
    Mark,
    Marked,
    On,
    Row,
    collectives_text,
    display_title,
    named_text,
)

BOX = "□"
STATES = ("未启动", "推进中", "已完成")


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
    Column("任务编号", 3, On.SHEET, ids=True),
    Column("任务", 8, On.SHEET),
    Column("依据", 6, On.SHEET),
    Column("办结", 2, by_hand=True),
    Column("编号", 4, ids=True),
    Column("举措", 28, On.PAGE),
    Column("举措", 24, On.SHEET),
    Column("量化指标", 10),
    Column("时限", 8),
    Column("共同责任", 12, On.SHEET),
    Column("责任人", 4, by_hand=True),
    Column("进展", 4, by_hand=True, choices=STATES),
    Column("备注", 5, by_hand=True),
)


class Item:
    """One task as it stands in the checklist of ``party``."""

    def __init__(
        self, plan: Plan, party: Party, role: Role, entry: Entry, tell_basis: bool
    ) -> None:
        """``tell_basis``: quote the words that bind, where the part has not only these."""
        self.entry = entry
        self.part = PARTS[role]
        self.title = display_title(entry)
        self.basis = quoted(phrases_for(plan, party, entry.task, role))
        self.shared = shared_text(plan, party, entry)
        self.tell_basis = tell_basis

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
        return f"依据：{self.basis}　{shared}" if self.tell_basis else shared

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


def shared_text(plan: Plan, party: Party, entry: Entry) -> str:
    """Return who else is responsible, as the note writes it; 无 if nobody is.

    A collective that binds ``party`` stays, for it binds others too; only a kind's own
    collective (各全省学会, for 全省学会) goes. Lead and support are told where the document
    states them.
    """
    responsible = entry.task.responsible
    stated = dict.fromkeys(responsible.support, "（配合）")
    stated |= dict.fromkeys(responsible.lead, "（牵头）")
    units = [name for name in responsible.named if name != party.name or isinstance(party, Kind)]
    phrases = [p for p in responsible.collectives if not _only_reaches(plan, p, party)]
    others = [
        named_text([name + stated.get(name, "") for name in units]),
        collectives_text(phrases),
    ]
    text = "，".join(filter(None, others)) or "无"
    own = stated.get(party.name, "") if isinstance(party, Unit) else ""
    return f"{text}；{party.name}{own}" if own else text


def _only_reaches(plan: Plan, phrase: str, party: Party) -> bool:
    collective = plan.bindings.get(phrase)
    if collective is None or isinstance(party, Unit):
        return False
    return {*collective.all, *collective.some, *collective.party} == {party.name}


def quoted(phrases: Iterable[str]) -> str:
    """Return the words of notes as they are quoted: ``“机关各部室”“各全省学会”``."""
    return "".join(f"“{phrase}”" for phrase in phrases)
