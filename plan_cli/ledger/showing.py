"""The present state, and the log of all that happened, as reports."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from plan_cli.ledger.event import EVENT_NAMES, Event, Told
from plan_cli.ledger.joint import together
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.rules import RULES
from plan_cli.ledger.state import State
from plan_cli.model.known import Standing
from plan_cli.model.statuses import LIGHT_NAMES, DueBy
from plan_cli.query.asked import Selection
from plan_cli.query.figures import day_text
from plan_cli.report import Cell, Coded, Column, Group, Imprint, Record, Report, filled
from plan_cli.text import visible

NAMES: dict[Told, str] = {
    "status": "状态",
    "done": "完成数",
    "progress": "进展",
    "problem": "问题",
    "next": "下一步",
    "person": "责任人",
    "evidence": "佐证",
    "due": "时限",
    "reason": "原因",
}
"""What people call what a unit tells."""


def light_cell(standing: Standing) -> Coded:
    """Return the light of an item for programs and for people."""
    return Coded(standing.light, LIGHT_NAMES[standing.light])


_DUE_MARKS: dict[DueBy, str] = {"document": "", "office": "\n办公室计划", "unit": "\n已调整"}
"""Whose date it is, on a line of its own."""


def _due(standing: Standing) -> Cell:
    if standing.due is None:
        return None
    day = standing.due.isoformat()
    return Coded(day, f"{day}{_DUE_MARKS[standing.due_by]}")


def number_text(value: float | None) -> str:
    """Return an amount as people write it."""
    return "" if value is None else f"{value:.10g}"


def _amount(standing: Standing) -> str:
    if standing.goal is None:
        return number_text(standing.done)
    return f"{number_text(standing.done) or '—'}/{number_text(standing.goal)}"


def _progress(standing: Standing) -> Cell:
    """Return what was last said, with its period where only other things were told for a later."""
    words, title = standing.progress, standing.period_title
    since = parse_period(standing.period).title if standing.period else ""
    return Coded(words, f"{words}（{title}）") if words and title not in ("", since) else words


STATE_COLUMNS: tuple[Column[Standing], ...] = (
    Column("编号", 4, lambda each: each.item, ids=True),
    Column("单位", 8, lambda each: each.unit),
    Column("灯", 4, light_cell),
    Column("状态", 5, lambda each: each.status),
    Column("完成数", 6, _amount, on="page"),
    Column("完成数", 6, lambda each: each.done, on="sheet"),
    Column("目标数", 6, lambda each: each.goal, on="sheet"),
    Column("时限", 10, _due),
    Column("进展情况", 20, _progress),
    Column("存在问题", 12, lambda each: each.problem),
    Column("下一步", 12, lambda each: each.next, on="sheet"),
    Column("责任人", 6, lambda each: each.person, on="sheet"),
    Column("佐证", 8, lambda each: each.evidence, on="sheet"),
    Column("报告期", 7, lambda each: each.period),
    Column("登记时间", 10, lambda each: each.at, on="sheet"),
    Column("来源", 12, lambda each: each.source, on="sheet"),
)


def state_report(state: State, selection: Selection) -> Report:
    """Return how far everything is, one row for each item and unit that answers for it."""
    found = list(_standings(state, selection))
    missing = sum(not each.at for each in found)
    return Report(
        title="台账：现在的进展",
        heading=(selection.heading, f"截至{day_text(state.today)}", *selection.headlines),
        columns=STATE_COLUMNS,
        groups=(Group(filled(STATE_COLUMNS, found)),) if found else (),
        closing=(f"共 {len(found)} 行，未报 {missing} 行。",),
        records=lambda: [standing_record(each) for each in found],
        imprint=Imprint(made=state.today),
    )


def _standings(state: State, selection: Selection) -> list[Standing]:
    """Return the standings of items; before them that of a task or measure reported as a whole."""
    names = [party.name for party in selection.parties]
    scope = {entry.id for entry in selection.before}
    rows: dict[tuple[str, str], Standing] = {}
    for item, answerer in state.pairs("", names):
        if item.entry.id not in scope:
            continue
        for id in reversed(item.above[1:]):
            place = (id, answerer.name)
            if place not in rows and state.tells(*place):
                rows[place] = together(id, state.each(id, [answerer.name]))
        rows[item.id, answerer.name] = state.standing(item, answerer.name)
    sieve = selection.sieve
    return [each for each in rows.values() if not sieve or sieve.passes(each)]


def standing_record(standing: Standing) -> Record:
    """Return how far an item is, for programs; what nobody has said is null."""
    return {
        "item": standing.item,
        "unit": standing.unit,
        "period": standing.period or None,
        "status": standing.status,
        "done": standing.done,
        "goal": standing.goal,
        "progress": standing.progress or None,
        "problem": standing.problem or None,
        "next": standing.next or None,
        "person": standing.person or None,
        "evidence": standing.evidence or None,
        "due": standing.due.isoformat() if standing.due else None,
        "due_by": standing.due_by if standing.due else None,
        "reason": standing.reason or None,
        "lead": standing.lead,
        "light": standing.light,
        "at": standing.at or None,
        "source": standing.source or None,
    }


LOG_COLUMNS: tuple[Column[Event], ...] = (
    Column("序号", 4, lambda event: event.number),
    Column("时间", 6, lambda event: event.at[:10], on="page"),
    Column("时间", 10, lambda event: event.at.replace("T", " "), on="sheet"),
    Column("类型", 6, lambda event: Coded(event.kind, EVENT_NAMES[event.kind])),
    Column("编号", 4, lambda event: event.item, ids=True),
    Column("单位", 8, lambda event: event.unit),
    Column("报告期", 6, lambda event: event.period),
    Column("内容", 24, lambda event: content(event)),
    Column("登记人", 5, lambda event: event.by),
    Column("来源", 10, lambda event: event.source, on="sheet"),
)


def log_report(
    heading: str, events: Sequence[Event], keep: Callable[[Event], bool], holding: set[int]
) -> Report:
    """Return the events to ``keep``; those whose act is not among ``holding`` were undone."""
    found = [event for event in events if keep(event)]
    lasting = ("undo", "rebind")
    undone = [e.number for e in found if e.act not in holding and e.kind not in lasting]
    told = (f"其中已撤销：{'、'.join(map(str, undone))}。",) if undone else ()
    return Report(
        title="台账：全部记录",
        heading=(heading,),
        columns=LOG_COLUMNS,
        groups=(Group(filled(LOG_COLUMNS, found)),) if found else (),
        closing=(f"共 {len(found)} 条记录。", *told),
        records=lambda: [event_record(event) for event in found],
    )


def content(event: Event) -> str:
    """Return what an event says, in words."""
    parts = [f"{NAMES[name]}：{_value(value)}" for name, value in event.told()]
    if event.lead is not None:
        parts.append("由它牵头" if event.lead else "不由它牵头")
    if event.confirmed is not None:
        parts.append("确认承担" if event.confirmed else "确认不承担")
    if event.goal is not None:
        parts.append(f"计划数量：{number_text(event.goal)}")
    if event.note:
        parts.append(_note(event))
    return "；".join(parts)


def _note(event: Event) -> str:
    if event.kind == "undo":
        return f"撤销第 {event.note} 次登记"
    if event.kind == "rebind":
        return f"转到新文件：{len(json.loads(event.note))} 个编号"
    if event.kind != "setting":
        return event.note
    said = json.loads(event.note)
    parts = [f"报告期：{said['period']}"] if "period" in said else []
    parts += [f"{RULES[name].label}={value:g}" for name, value in said.get("rules", {}).items()]
    parts += [f"{kind}：{len(names)} 个单位" for kind, names in said.get("members", {}).items()]
    return "；".join(parts)


def told_of(event: Event) -> str:
    """Return an event in one line, for the person who made it."""
    words = (EVENT_NAMES[event.kind], event.item, event.unit, event.period, content(event))
    return visible(" ".join(filter(None, words)))


def _value(value: Any) -> str:
    if value is None:
        return "（清空）"
    return number_text(value) if isinstance(value, float) else str(value)


def event_record(event: Event) -> Record:
    """Return an event for programs, whole: `read_event` makes the same event of it."""
    record: Record = {"number": event.number, "act": event.act}
    record |= {name: getattr(event, name) for name in Event._fields if name not in record}
    record["due"] = event.due.isoformat() if event.due else None
    record["cleared"] = list(event.cleared)
    return record


def _field(name: str) -> Callable[[Event], Cell]:
    return lambda event: _plain(event, name)


EXPORT_COLUMNS: tuple[Column[Event], ...] = tuple(
    Column(name, 8, _field(name), ids=name == "item")
    for name in ("number", "act", *(f for f in Event._fields if f not in ("number", "act")))
)


def _plain(event: Event, name: str) -> Cell:
    value = event_record(event)[name]
    if isinstance(value, list):
        return ",".join(value)
    return str(value).lower() if isinstance(value, bool) else value


def export_report(heading: str, events: Sequence[Event]) -> Report:
    """Return all events, every field of them."""
    return Report(
        title="台账：导出",
        heading=(heading,),
        columns=EXPORT_COLUMNS,
        groups=(Group(filled(EXPORT_COLUMNS, events)),) if events else (),
        closing=(f"共 {len(events)} 条记录。",),
        records=lambda: [event_record(event) for event in events],
    )
