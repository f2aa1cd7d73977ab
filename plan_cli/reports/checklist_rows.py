"""The rows of a checklist: one task under its band, measure by measure, or on one row."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan_cli.model.plan import Entry, Kind, Plan, Role, Unit
from plan_cli.query.figures import due_text, goal_text
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
TARGETS, SHARED = "量化指标：", "共同责任："


class Part(NamedTuple):
    """One part of a checklist; ``why`` has room for the words of the notes."""

    heading: str
    why: str


PARTS = {
    Role.NAMED: Part("点名任务", "责任部门写明{phrases}。"),
    Role.ALL: Part("统称任务", "责任部门写{phrases}，每个单位都负责。"),
    Role.SOME: Part("待确认任务", "责任部门只写{phrases}，是否承担须确认。"),
    Role.PARTY: Part("党组织承担任务", "责任部门写{phrases}，由党组织承担。"),
}


def columns(brief: bool) -> tuple[Column, ...]:
    """Return the columns of a checklist, those of real 任务分解表; helpers for sheets come last."""
    what = "工作任务" if brief else "工作任务与举措"
    return (
        Column("编号", 4, On.PAGE),
        Column("编号", 4, On.SHEET, ids=True),
        Column(what, 38, On.PAGE),
        Column(what, 38, On.SHEET),
        Column("完成时限", 8, by_hand=True),
        Column("责任人", 3, by_hand=True),
        Column("进展情况", 12, by_hand=True, choices=STATES),
        Column("备注", 4, by_hand=True),
        Column("部分", 5, On.SHEET, helper=True),
        Column("任务编号", 4, On.SHEET, ids=True, helper=True),
        Column("任务", 12, On.SHEET, helper=True),
        Column("举措", 24, On.SHEET, helper=True),
        Column("量化指标", 12, On.SHEET, helper=True),
        Column("依据", 8, On.SHEET, helper=True),
        Column("共同责任", 16, On.SHEET, helper=True),
    )


class Item:
    """One task as it stands in the checklist of ``party``."""

    def __init__(self, plan: Plan, party: Party, role: Role, entry: Entry) -> None:
        self.entry = entry
        self.part = PARTS[role]
        self.title = display_title(entry)
        self.basis = quoted(phrases_for(plan, party, entry.task, role))
        self.shared = shared_text(party, entry)

    def rows(self) -> Iterator[Row]:
        """Yield its band, then one row per measure; a task without measures gets its own row."""
        if not self.entry.steps:
            yield self.row()
            return
        yield Row(band=(f"{self.entry.id}　{self.title}", SHARED + self.shared))
        pinned = pins(self.entry)
        for step, measure in zip(self.entry.steps, self.entry.task.measures, strict=True):
            text, pin = (measure.heading or "") + measure.text, pinned[step.id]
            on_page = _marked((text, None), *_targets(pin))
            on_sheet = _marked((f"{self.title}\n", Mark.STRONG), (text, None), *_targets(pin))
            yield self._cells(step.id, on_page, on_sheet, text, pin)

    def row(self) -> Row:
        """Return the one row of the task."""
        pin = Pin.joined(pins(self.entry).values())
        told = _marked(
            (self.title, Mark.STRONG),
            *_targets(pin, Mark.SMALL),
            (f"\n{SHARED}{self.shared}", Mark.SMALL),
        )
        measures = f"整项任务（{len(self.entry.steps)} 条举措）"
        return self._cells(self.entry.id, told, told, measures, pin)

    def _cells(self, id: str, on_page: Cell, on_sheet: Cell, measures: str, pin: Pin) -> Row:
        to_fill_in = (_deadlines(pin), None, None, None)
        helpers = (
            self.part.heading,
            self.entry.id,
            self.title,
            measures,
            pin.targets_text,
            self.basis,
            self.shared,
        )
        return Row((f"{BOX} {id}", id, on_page, on_sheet, *to_fill_in, *helpers))


def _targets(pin: Pin, mark: Mark | None = None) -> Iterator[tuple[str, Mark | None]]:
    """Yield the line that stands under a measure or task with numbers to reach."""
    if pin.targets:
        yield f"\n{TARGETS}", mark or Mark.STRONG
        yield pin.targets_text, mark


def _deadlines(pin: Pin) -> Cell:
    """Return the dates to keep, one to a line; nothing where the document states none."""
    parts: list[tuple[str, Mark | None]] = []
    for deadline in pin.deadlines:
        before = "\n" if parts else ""
        parts += [(before + due_text(deadline), None), (f"\n{goal_text(deadline)}", Mark.SMALL)]
    return Marked(tuple(parts)) if parts else None


def _marked(*parts: tuple[str, Mark | None]) -> Marked:
    return Marked(parts)


def shared_text(party: Party, entry: Entry) -> str:
    """Return who else is responsible, as the note writes it; 无 if nobody is.

    A collective that binds ``party`` stays, for it binds others too. Lead and support are told
    where the document states them.
    """
    responsible = entry.task.responsible
    stated = dict.fromkeys(responsible.support, "（配合）")
    stated |= dict.fromkeys(responsible.lead, "（牵头）")
    units = [name for name in responsible.named if name != party.name or isinstance(party, Kind)]
    others = [
        named_text([name + stated.get(name, "") for name in units]),
        collectives_text(responsible.collectives),
    ]
    text = "，".join(filter(None, others)) or "无"
    own = stated.get(party.name, "") if isinstance(party, Unit) else ""
    return f"{text}；{party.name}{own}" if own else text


def quoted(phrases: Iterable[str]) -> str:
    """Return the words of notes as they are quoted: ``“机关各部室”“各全省学会”``."""
    return "".join(f"“{phrase}”" for phrase in phrases)
