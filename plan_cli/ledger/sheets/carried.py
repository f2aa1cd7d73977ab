"""What a workbook carries in its hidden sheet, and brings back: what it is known by.

It lies in somebody else's hands meanwhile: nothing in it is believed before it is checked.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from plan_cli.errors import InputError
from plan_cli.ledger.event import TOLD, Told
from plan_cli.ledger.sheets.headings import FORMAT, GIVEN
from plan_cli.model.statuses import STATUSES

AGAIN = "请用 plan ledger collect 重新发一份，把填的内容抄过去，再合并。"
LOST = InputError("没有随表带去的隐藏工作表，不知道是谁的、哪一期的表", AGAIN)
DAMAGED = InputError("随表带去的隐藏工作表被改动或损坏了", AGAIN)
LARGEST = 1e15
"""A larger amount is none that was ever told."""
Base = Mapping[Told, Any]
"""What was told when a workbook was made."""


class Sent(NamedTuple):
    """One item, as it was sent out."""

    fingerprint: str
    base: Base
    given: tuple[str, ...] = ()
    """What stood under the headings `GIVEN`; nothing in a workbook of an older version."""


class Carried(NamedTuple):
    """Whose workbook it is, for which period and plan, made on which day (ISO), and its items."""

    unit: str
    period: str
    plan: str
    made: str
    sent: dict[str, Sent]
    """By the id."""
    guide: frozenset[str]
    """Fingerprints of what `GUIDE` says; nothing in a workbook of an older version."""


def carried(rows: Sequence[Sequence[Any]]) -> Carried:
    """Return what the rows of a hidden sheet say; raises InputError for anything unexpected."""
    known = _object(rows[0][0] if rows and rows[0] else None)
    version = known.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise InputError("是更新版本的程序发出的工作簿", "请升级 plan 后再合并。")
    names = [known.get(name) for name in Carried._fields[:4]]
    if version != FORMAT or not all(isinstance(name, str) and name for name in names):
        raise DAMAGED
    unit, period, plan, made = map(str, names)
    sent: dict[str, Sent] = {}
    for row in rows[1:]:
        id, fingerprint, base, *given = (*row, None, None, None)
        if not isinstance(id, str) or not isinstance(fingerprint, str) or id in sent:
            raise DAMAGED
        texts = tuple(str(text or "") for text in given[: len(GIVEN)])
        sent[id] = Sent(fingerprint, _base(base), texts if any(texts) else ())
    if not sent:
        raise DAMAGED
    guide = known.get("guide")
    said = filter(lambda each: isinstance(each, str), guide if isinstance(guide, list) else ())
    return Carried(unit, period, plan, made, sent, frozenset(said))


def _object(text: Any) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise DAMAGED from None
    if not isinstance(found, dict):
        raise DAMAGED
    return found


def _base(text: Any) -> Base:
    found = _object(text)
    base: dict[Told, Any] = {}
    for name in TOLD:
        if name in found:
            base[name] = _told(name, found[name])
    if len(base) < len(found):
        raise DAMAGED
    return base


def _told(name: Told, value: Any) -> Any:
    if name == "done":
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and 0 <= value <= LARGEST:
            return value
        raise DAMAGED
    if not isinstance(value, str) or (name == "status" and value not in STATUSES):
        raise DAMAGED
    if name != "due":
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise DAMAGED from None
