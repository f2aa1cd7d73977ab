"""Whether an event is one that this program may have written: ledgers are passed on."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from plan_cli.errors import UsageError
from plan_cli.ledger.event import EVENT_KINDS, TOLD, Event
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.rules import RULES
from plan_cli.model.statuses import STATUSES

_NUMBERS, _TEXTS = {float, type(None)}, {str, type(None)}


def is_sound(event: Event) -> bool:
    """Say whether an event is one that this program may have written."""
    texts = (event.progress, event.problem, event.next, event.person, event.evidence, event.reason)
    return (
        event.kind in EVENT_KINDS
        and (event.status is None or event.status in STATUSES)
        and (not event.cleared or set(event.cleared) <= set(TOLD))
        and {type(event.done), type(event.goal)} <= _NUMBERS
        and (event.done or 0) >= 0 <= (event.goal or 0)
        and _is_day(event.at[:10])
        and set(map(type, texts)) <= _TEXTS
        and _is_period(event.period)
        and (event.kind not in ("setting", "rebind", "undo") or _is_said(event))
    )


@cache
def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


@cache
def _is_period(name: str) -> bool:
    try:
        return not name or parse_period(name).name == name
    except UsageError:
        return False


def _is_said(event: Event) -> bool:
    """Say whether the note of an event about the whole ledger is what such a note can be."""
    try:
        said = json.loads(event.note)
    except (ValueError, RecursionError):
        return False
    if event.kind == "undo":
        return type(said) is int and said > 0
    if event.kind == "rebind":
        return _maps(said, lambda id: type(id) is str)
    return (
        type(said) is dict
        and said.keys() <= {"rules", "members", "period"}
        and _maps(said.get("rules", {}), lambda value: type(value) in (int, float) and value >= 0)
        and said.get("rules", {}).keys() <= RULES.keys()
        and _maps(said.get("members", {}), lambda names: set(map(type, names)) <= {str})
        and _is_period(said.get("period", ""))
    )


def _maps(said: Any, fits: Callable[[Any], bool]) -> bool:
    return type(said) is dict and all(map(fits, said.values()))
