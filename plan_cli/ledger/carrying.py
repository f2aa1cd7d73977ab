"""Events as lines of JSON: out of one ledger, and into another."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from plan_cli.errors import InputError
from plan_cli.ledger.event import EVENT_KINDS, TOLD, Event
from plan_cli.ledger.soundness import is_sound
from plan_cli.model.statuses import STATUSES
from plan_cli.text import clip, visible


def read_events(name: str, text: str) -> list[Event]:
    """Return the events that ``plan ledger export`` wrote as lines of JSON.

    Raises InputError, with the line, for anything else.
    """
    events: list[Event] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            events.append(read_event(json.loads(line)))
        except (ValueError, TypeError, KeyError, RecursionError):
            shown = visible(clip(line, 40), keep="")
            message = f"{name} 第 {number} 行不是台账的记录：{shown}"
            hint = "请用 plan ledger export -o 台账.jsonl 导出的文件，不要改动它。"
            raise InputError(message, hint) from None
        if events[-1].number != len(events):
            message = f"{name} 第 {number} 行：序号 {events[-1].number} 不连着，缺了记录"
            raise InputError(message, "请重新导出一份完整的。")
    return events


def read_event(record: Mapping[str, Any]) -> Event:
    """Return the event that `showing.event_record` made ``record`` of; raises ValueError."""
    if set(record) != set(Event._fields):
        raise ValueError("fields")
    values: dict[str, Any] = {}
    for name, value in record.items():
        read: Callable[[Any], Any] = _FIELDS.get(name, _text)
        values[name] = read(value)
    event = Event(**values)
    if not is_sound(event):
        raise ValueError("event")
    return event


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text")
    return value


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _one_of(choices: tuple[Any, ...]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        return choices[choices.index(value)]

    return read


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e15:
        raise ValueError("number")
    return float(value)


def _whole(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValueError("whole number")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("flag")
    return value


def _time(value: Any) -> str:
    datetime.fromisoformat(_text(value))
    return str(value)


_FIELDS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(
        ("progress", "problem", "next", "person", "evidence", "reason"), _optional(_text)
    ),
    "kind": _one_of(EVENT_KINDS),
    "status": _optional(_one_of(STATUSES)),
    "done": _optional(_number),
    "goal": _optional(_number),
    "due": _optional(lambda value: date.fromisoformat(_text(value))),
    "lead": _optional(_flag),
    "confirmed": _optional(_flag),
    "cleared": lambda value: tuple(_one_of(TOLD)(name) for name in value),
    "number": _whole,
    "act": _whole,
    "at": _time,
}
"""How the fields of an event are read; others are text."""
