"""The rows of a checklist: one task under its band, measure by measure, or on one row."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_cli.model.known import Seen, Standing
from plan_cli.model.plan import Deadline, Entry, Kind, Role, Step, Target, Unit
from plan_cli.query.figures import (
    deadlines_of,
    due_text,
    goal_text,
    in_one_line,
    target_text,
    targets_of,
)
from plan_cli.query.reach import Duty, Party, phrases_for
from plan_cli.report import ROLE_NAMES, Cell, Column, Mark, Marked, Row, filled
from plan_cli.reports.standings import new_due, state_columns, state_text, words_text
from plan_cli.reports.wordings import collectives_text, display_title, named_text

BOX = "□"
STATES = ("未启动", "推进中", "已完成")
TARGETS, SHARED = "量化指标：", "共同责任："
ONE_LINE = 66
"""How many columns the targets of a whole task may take: one line in small type."""


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


class Line(NamedTuple):
    """One row of a checklist: a measure, or a task as a whole."""

    entry: Entry
    id: str
    text: str
    """The measure with its sub-heading; of a whole task, how many measures it has."""
    role: Role
    basis: str
    shared: str
    """Who else is responsible."""
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    whole: bool = False
    """Whether it is a task as a whole."""
    tells_shared: bool = False
    """Whether it says itself who else is responsible: elsewhere the band above it does."""


def columns(brief: bool, seen: Seen | None = None) -> tuple[Column[Line], ...]:
    """Return the columns of a checklist, those of real 任务分解表; helpers for sheets come last.

    What is known fills in what is otherwise written by hand.
    """

    def of(line: Line) -> Standing | None:
        return seen.of(line.id) if seen else None

    what = "工作任务" if brief else "工作任务与举措"
    return (
        Column("编号", 4, lambda line: f"{BOX} {line.id}", on="page"),
        Column("编号", 4, lambda line: line.id, on="sheet", ids=True),
        Column(what, 38, _on_page, on="page"),
        Column(what, 38, _on_sheet, on="sheet"),
        Column("完成时限", 8, lambda line: _when(line, of(line)), by_hand=True),
        Column("责任人", 3, lambda line: _person(of(line)), by_hand=True),
        Column("进展情况", 12, lambda line: _progress(of(line)), by_hand=True, choices=STATES),
        Column("备注", 4, by_hand=True),
        Column("部分", 5, lambda line: PARTS[line.role].heading, on="sheet", helper=True),
        Column("任务编号", 4, lambda line: line.entry.id, on="sheet", ids=True, helper=True),
        Column("任务", 12, lambda line: display_title(line.entry), on="sheet", helper=True),
        Column("举措", 24, lambda line: line.text, on="sheet", helper=True),
        Column("量化指标", 12, _numbers, on="sheet", helper=True),
        Column("依据", 8, lambda line: line.basis, on="sheet", helper=True),
        Column("共同责任", 16, lambda line: line.shared, on="sheet", helper=True),
        *state_columns(seen, _id, helper=True),
    )


def _on_page(line: Line) -> Cell:
    mark: Mark | None = "strong" if line.whole else None
    text = display_title(line.entry) if line.whole else line.text
    return Marked(((text, mark), *_further(line)))


def _on_sheet(line: Line) -> Cell:
    """Return what stands alone: the title, and in which part, with each measure."""
    title = f"【{ROLE_NAMES[line.role]}】{display_title(line.entry)}"
    if line.whole:
        return Marked(((title, "strong"), *_further(line)))
    return Marked(((f"{title}\n", "strong"), (line.text, None), *_further(line)))


def _further(line: Line) -> Iterator[tuple[str, Mark | None]]:
    """Yield what stands under a measure or task: numbers to reach, and who else is responsible."""
    if line.targets and line.whole:
        yield f"\n{TARGETS}{in_one_line(line.targets, ONE_LINE)}", "small"
    elif line.targets:
        yield f"\n{TARGETS}", "strong"
        yield str(_numbers(line)), None
    if line.tells_shared:
        yield f"\n{SHARED}{line.shared}", "small"


def _numbers(line: Line) -> Cell:
    return "；".join(map(target_text, line.targets))


def _id(line: Line) -> str:
    return line.id


def _person(standing: Standing | None) -> Cell:
    return (standing.person or None) if standing else None


def _progress(standing: Standing | None) -> Cell:
    """Return how far it is and what was last said; room to write where nobody has said."""
    if standing is None or not (standing.at or standing.confirmed):
        return None
    return "\n".join(filter(None, (state_text(standing), words_text(standing))))


def _when(line: Line, standing: Standing | None) -> Cell:
    """Return the dates to keep, one to a line; nothing where the document states none.

    Before them stands the date that the office planned, or that was moved.
    """
    now = new_due(standing)
    parts: list[tuple[str, Mark | None]] = [(now.name, None)] if now else []
    if now and line.deadlines:
        parts.append(("\n文件写明：", "small"))
    for deadline in line.deadlines:
        before = "\n" if parts else ""
        parts += [(before + due_text(deadline), None), (f"\n{goal_text(deadline)}", "small")]
    return Marked(tuple(parts)) if parts else None


class Item(NamedTuple):
    """One task in one part of the checklist of ``party``, with the measures that belong there."""

    party: Party
    role: Role
    entry: Entry
    steps: tuple[Step, ...]

    def measures(self, table: Sequence[Column[Line]]) -> Iterator[Row]:
        """Yield its band, then a row for each measure; a task without measures gets its own."""
        if not self.steps:
            yield from self.whole(table)
            return
        alike = all(step.notes == self.steps[0].notes for step in self.steps)
        band = f"{self.entry.id}　{display_title(self.entry)}"
        shared = SHARED + shared_text(self.party, self.steps[0])
        yield Row(band=(band, shared) if alike else (band,))
        places = {step.id: place for place, step in enumerate(self.entry.steps)}
        lines = []
        for step in self.steps:
            measure = self.entry.task.measures[places[step.id]]
            text = (measure.heading or "") + measure.text
            lines.append(self._line(step, [step], text)._replace(tells_shared=not alike))
        yield from filled(table, lines)

    def whole(self, table: Sequence[Column[Line]]) -> Iterator[Row]:
        """Yield the one row of the task."""
        text = f"整项任务（{len(self.entry.steps)} 条举措）"
        line = self._line(self.entry, self.steps or [self.entry], text)
        yield from filled(table, [line._replace(whole=True, tells_shared=True)])

    def _line(self, duty: Duty, shown: Sequence[Duty], text: str) -> Line:
        """Return the line of ``duty``, with what the measures that are ``shown`` set."""
        ids = {each.id for each in shown}
        return Line(
            self.entry,
            duty.id,
            text,
            self.role,
            quoted(phrases_for(self.party, duty, self.role)),
            shared_text(self.party, duty),
            tuple(s.figure for s in targets_of([self.entry], lambda d: d.id in ids)),
            tuple(s.figure for s in deadlines_of([self.entry], lambda d: d.id in ids)),
        )


def shared_text(party: Party, duty: Duty) -> str:
    """Return who else is responsible, as the notes write it; 无 if nobody is.

    A collective that binds ``party`` stays, for it binds others too. Lead and support are told
    where the document states them.
    """
    responsible = duty.responsible
    stated = dict.fromkeys(responsible.support, "（配合）")
    stated |= dict.fromkeys(responsible.lead, "（牵头）")
    units = [name for name in responsible.named if name != party.name or isinstance(party, Kind)]
    others = [
        named_text([name + stated.get(name, "") for name in units]),
        collectives_text([each + stated.get(each, "") for each in responsible.collectives]),
    ]
    text = "，".join(filter(None, others)) or "无"
    own = stated.get(party.name, "") if isinstance(party, Unit) else ""
    return f"{text}；{party.name}{own}" if own else text


def quoted(phrases: Iterable[str]) -> str:
    """Return the words of notes as they are quoted: ``“机关各部室”“各全省学会”``."""
    return "".join(f"“{phrase}”" for phrase in phrases)
