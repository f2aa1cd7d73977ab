"""What is typed about one item, made an event: which item, whose, and whether it may be said."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plan_cli.errors import UsageError
from plan_cli.ledger.event import REPORTS, TOLD, Event, Told, verified
from plan_cli.ledger.items import Answerer, Item, may_bind
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.rules import parse_rule
from plan_cli.ledger.sheets.amounts import COUNTS, goal_of, parse_amount, why_odd
from plan_cli.ledger.showing import NAMES
from plan_cli.ledger.state import State
from plan_cli.ledger.wanted import find_answerer, find_item, find_period
from plan_cli.model.statuses import Status
from plan_cli.text import listed

NEEDY: tuple[Status, ...] = ("延期", "中止")
"""What needs a reason."""
NAMES_OF: dict[str, Told] = {name: field for field in TOLD for name in (field, NAMES[field])}


def reported(
    state: State, id: str, answerer: Answerer, period: str, told: Mapping[str, Any]
) -> Event:
    """Return the event that somebody reports about an item; raises UsageError where it may not be.

    ``told`` holds the fields of an event, the amount as it was typed.

    It is a correction where the unit has reported on this period before.
    """
    items = _answered(state, id, answerer)
    if "done" in told:
        _refuse_amount(id, items)
        goal = goal_of(state, items[0], answerer.name)
        told = {**told, "done": parse_amount(told["done"], "", goal)}
    before = [
        e for e in state.about(items[0], answerer.name) if e.period == period and e.item == id
    ]
    is_first = not any(e.kind in ("report", "correction") for e in before)
    event = Event("report" if is_first else "correction", id, answerer.name, period, **told)
    known, _ = state.told(items[0], answerer.name)
    status = known.get("status")
    if event.cleared and event.status is None and status in NEEDY:
        verified(event._replace(status=status), {**known, **dict(event.told())})
    kept = known if event.status in (None, status) else {}
    limits = state.limits(items[0], answerer.name, parse_period(period))
    return verified(event, {**kept, **dict(event.told())}, limits)


def closed(state: State, id: str, names: Sequence[str], evidence: str | None) -> list[Event]:
    """Return the closures of an item, one for each who answers for it, or for those named.

    What the unit itself gave as evidence will do; raises UsageError without any.
    """
    answerers = [find_answerer(state, name) for name in names]
    if not answerers:
        pairs = state.pairs(id)
        answerers = list({answerer.name: answerer for _, answerer in pairs}.values())
    if not answerers:
        raise UsageError(f"没有单位负责 {id}，不能销号", "“有关…”的单位请先用 set --confirm 确认。")
    events = []
    for answerer in answerers:
        items = _answered(state, id, answerer)
        known, _ = state.told(items[0], answerer.name)
        event = Event("closure", id, answerer.name, status="已销号", evidence=evidence)
        events.append(verified(event, {**known, **dict(event.told())}))
    return events


def added(state: State, id: str, answerer: Answerer | None, given: Mapping[str, Any]) -> Event:
    """Return what the office adds to an item: for one who answers for it, or for all.

    Raises UsageError where it does not fit.
    """
    items = state.items.under[id]
    if given.get("goal") is not None:
        _refuse_amount(id, items)
    by_unit = [name for name in ("lead", "confirmed") if given.get(name) is not None]
    if by_unit and answerer is None:
        raise UsageError("牵头、确认要写明是哪个单位", "请加 --dept 单位名称。")
    if answerer and given.get("confirmed") is not None:
        if not any(may_bind(answerer, item) for item in items):
            message = f"{id} 对 {answerer.name} 不是“有关…”，不用确认"
            raise UsageError(message, f"谁负责见 plan show {items[0].duty.id}。")
    elif answerer:
        _answered(state, id, answerer)
    return Event("office", id, answerer.name if answerer else "", **given)


def registered(
    state: State,
    item: str | None,
    dept: str | None,
    period: str | None,
    told: Mapping[str, Any],
    office: Mapping[str, Any],
    comment: str | None,
    rules: Sequence[str],
) -> list[Event]:
    """Return what one command registers: what a unit reports, and what the office adds.

    Raises UsageError where something is missing or does not fit.
    """
    events = [setting(rules=dict(map(parse_rule, rules)))] if rules else []
    if not item:
        if told or office or comment or not events:
            raise UsageError(
                "请写明登记哪个事项", "如：plan ledger set 12.4 --dept 科普部 --status 推进中"
            )
        return events
    id = find_item(state, item)
    answerer = find_answerer(state, dept) if dept else None
    if office:
        events.append(added(state, id, answerer, office))
    if told:
        if answerer is None:
            raise UsageError("请写明是哪个单位的进展", "请加 --dept 单位名称。")
        events.append(reported(state, id, answerer, find_period(state, period).name, told))
    if comment:
        events.append(Event("comment", id, answerer.name if answerer else "", note=comment))
    if not events:
        raise UsageError("没有写要登记什么", "如：--status 推进中、--note 已开展3期。")
    return events


def reopened(state: State, events: Sequence[Event]) -> Iterator[str]:
    """Yield, in words, whose closed items ``events`` open again; ``state`` is that before them."""
    for event in events:
        if event.kind in REPORTS and event.status:
            items = state.items.under[event.item]
            if any(state.told(each, event.unit)[0].get("status") == "已销号" for each in items):
                yield f"{event.item} {event.unit} 已经销号，这样登记就重新打开了"


def doubtful(state: State, event: Event) -> Iterator[str]:
    """Yield what is odd about a report though it may be so, given the state before it."""
    for item in state.items.under[event.item] if event.done is not None else ():
        if why := why_odd(state, item, event.unit, event.period, event.done):
            yield f"提示：{event.item} {event.unit}：{why}。{COUNTS}"


def setting(**said: Any) -> Event:
    """Return a setting of the whole ledger."""
    return Event("setting", note=json.dumps(said, ensure_ascii=False))


def undoing(events: Iterable[Event]) -> tuple[Event, list[Event]]:
    """Return the event that undoes the last act that still holds, and what it undoes.

    Raises UsageError where there is nothing to undo.
    """
    every = list(events)
    undone = {int(event.note) for event in every if event.kind == "undo"}
    acts = {event.act for event in every if _can_be_undone(event)} - undone
    if not acts:
        raise UsageError("没有可以撤销的登记", "全部记录见 plan ledger log。")
    last = max(acts)
    return Event("undo", note=str(last)), [event for event in every if event.act == last]


def _can_be_undone(event: Event) -> bool:
    """Say whether an event was registered; workbooks that went out cannot be called back."""
    if event.kind == "setting":
        return "period" not in json.loads(event.note)
    return event.kind not in ("undo", "rebind")


def _answered(state: State, id: str, answerer: Answerer) -> list[Item]:
    """Return the items under ``id`` that somebody answers for; raises UsageError for none."""
    under = state.items.under[id]
    items = [item for item in under if state.answers(answerer, item)]
    if items:
        return items
    if any(may_bind(answerer, item) for item in under):
        hint = f"确认由它承担：plan ledger set {id} --dept {answerer.name} --confirm"
        raise UsageError(f"{id} 只写了“有关…”，没有确认 {answerer.name} 承担", hint)
    names = listed(list(dict.fromkeys(each.name for _, each in state.pairs(id)))) or "没有"
    raise UsageError(f"{answerer.name} 不负责 {id}", f"负责的单位：{names}")


def _refuse_amount(id: str, items: Sequence[Item]) -> None:
    """Raise UsageError unless there is exactly one target that an amount can belong to."""
    targets = [item for item in items if item.target]
    if not targets:
        raise UsageError(f"{id} 没有量化指标，不能登记数量", "进展请用 --note 登记文字。")
    if len(items) > 1:
        ids = listed([item.id for item in targets])
        raise UsageError(f"{id} 的数量要分别登记", f"请写明编号：{ids}")
