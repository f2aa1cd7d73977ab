"""What happened to an item, as values: nothing here is ever changed or taken back."""

import re
from collections.abc import Mapping
from datetime import date
from operator import attrgetter
from typing import Any, Literal, NamedTuple, get_args

from plan_cli.errors import UsageError
from plan_cli.model.statuses import Status
from plan_cli.text import fold

EventKind = Literal[
    "receipt", "report", "correction", "closure", "comment", "office", "setting", "rebind", "undo"
]
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
EVENT_NAMES: dict[EventKind, str] = {
    "receipt": "签收",
    "report": "填报",
    "correction": "更正",
    "closure": "销号",
    "comment": "批注",
    "office": "办公室补充",
    "setting": "设置",
    "rebind": "换文件",
    "undo": "撤销",
}
REPORTS: tuple[EventKind, ...] = ("report", "correction")
"""What a unit sends in."""
TELLING: tuple[EventKind, ...] = (*REPORTS, "closure")
"""What tells how far an item is."""
Told = Literal[
    "status", "done", "progress", "problem", "next", "person", "evidence", "due", "reason"
]
"""What a unit may tell about an item, in the order of the columns of a workbook."""
TOLD: tuple[Told, ...] = get_args(Told)
_told = attrgetter(*TOLD)
_STROKES = r"[-/\\—–_.。;,、!()]*"
_NONE = (
    _STROKES + "(?:(?:目前|现阶段|本期|尚|暂时?)*(?:无|没有?|未发现|未遇到|不存在|不涉及)"
    "(?:存在)?(?:任何|其他|明显)?的?(?:问题|困难)?)?" + _STROKES
)
"""What people write, as it is compared, who have nothing to say; compiled where somebody does."""


class Event(NamedTuple):
    """One thing that happened. ``None`` says nothing about a field, and leaves it as it was."""

    kind: EventKind
    item: str = ""
    """Empty for what is about no item, as a setting."""
    unit: str = ""
    period: str = ""
    """The period reported on (``2022Q2``)."""
    status: Status | None = None
    done: float | None = None
    progress: str | None = None
    problem: str | None = None
    next: str | None = None
    person: str | None = None
    evidence: str | None = None
    due: date | None = None
    """The date moved to; of the office's: the date it planned."""
    reason: str | None = None
    cleared: tuple[Told, ...] = ()
    """What had been told and was taken back, leaving nothing."""
    goal: float | None = None
    """The amount that the office planned."""
    lead: bool | None = None
    """Whether the office makes the unit lead."""
    confirmed: bool | None = None
    """Whether the office counts the unit among those that “有关…” binds."""
    note: str = ""
    """A comment of the office; what a setting says, as JSON; what an undo undoes."""
    file: str = ""
    sheet: str = ""
    cell: str = ""
    """Where it came from; cells parted by commas."""
    number: int = 0
    """Its place in the ledger, given by the ledger."""
    act: int = 0
    """The command that it came with: what one command did is undone together."""
    at: str = ""
    """ISO date and time."""
    by: str = ""

    def told(self) -> list[tuple[Told, Any]]:
        """Return what it tells about its item; what was taken back as ``None``."""
        told = [pair for pair in zip(TOLD, _told(self), strict=True) if pair[1] is not None]
        return [*told, *((name, None) for name in self.cleared)] if self.cleared else told

    @property
    def source(self) -> str:
        """Where it came from, in words: ``科普部.xlsx 台账 G5``."""
        return " ".join(filter(None, (self.file, self.sheet, self.cell)))


def said(words: str | None) -> str:
    """Return ``words``; empty where they say that there is nothing: 无, 暂无问题, /."""
    return "" if not words or re.fullmatch(_NONE, fold(words)) else words


def verified(
    event: Event, told: Mapping[Told, Any], limits: Mapping[str, date] | None = None
) -> Event:
    """Return ``event``, given all that is ``told`` about its item with it.

    Raises UsageError where a status lacks what it needs, and for a date moved to without the
    status for it, or before one of ``limits``, which are days by what they are called.
    """
    if event.due and told.get("status") != "延期":
        hint = "要改期，请把状态写成“延期”，并写明调整时限和调整原因。"
        raise UsageError("调整时限只在延期时写", hint)
    for name, day in (limits or {}).items():
        if event.due and event.due < day:
            raise UsageError(f"调整时限 {event.due} 比{name} {day} 还早", "请核对调整到哪一天。")
    if event.status == "延期" and not (told.get("due") and said(told.get("reason"))):
        raise UsageError("延期要写明调整到哪一天和原因", "请填写调整时限和调整原因。")
    if event.status == "中止" and not said(told.get("reason")):
        raise UsageError("中止要写明原因", "请填写调整原因。")
    if event.status == "已销号" and event.kind != "closure":
        raise UsageError("已销号由办公室认定，不能填报", "完成了请填“已完成”；办公室销号用 close。")
    if event.kind == "closure" and not said(told.get("evidence")):
        raise UsageError("销号要有佐证", "请写明佐证：--evidence 文件名或说明。")
    return event
