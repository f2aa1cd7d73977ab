"""Whether a ledger is whole: the file, every event by itself, and all of them against the plan."""

from collections.abc import Iterator

from plan_cli.ledger.desk import Desk
from plan_cli.ledger.event import TELLING, Event
from plan_cli.ledger.state import State


def faults(desk: Desk) -> Iterator[str]:
    """Yield what is wrong with a ledger, in words; nothing if it is whole."""
    yield from (f"数据库：{each}" for each in desk.store.faults())
    yield from (f"计划文件改过：{each.told}" for each in desk.moved)
    events = desk.store.events()
    for number, event in enumerate(events, 1):
        yield from _of_event(event, number, events)
    state = State(desk.plan, events, desk.today)
    for event in state.events:
        yield from _against_plan(event, state)


def _of_event(event: Event, number: int, events: list[Event]) -> Iterator[str]:
    where = f"第 {event.number} 条记录"
    if event.number != number:
        yield f"{where}：序号应是 {number}，缺了记录"
    if event.kind == "undo" and int(event.note) not in {e.act for e in events[: number - 1]}:
        yield f"{where}：撤销的第 {event.note} 次登记不存在"
    if event.status == "已销号" and event.kind != "closure":
        yield f"{where}：“已销号”不是由办公室登记的"


def _against_plan(event: Event, state: State) -> Iterator[str]:
    where = f"第 {event.number} 条记录"
    if event.item and event.item not in state.items.under:
        yield f"{where}：计划里没有 {event.item}"
        return
    if event.unit and event.unit not in state.items.names | set(state.settings.former):
        yield f"{where}：计划里没有单位“{event.unit}”"
    elif event.unit in state.items.names and event.item and event.unit and event.kind in TELLING:
        answerers = state.items.answering([event.unit])
        items = state.items.under[event.item]
        if not any(state.answers(each, item) for each in answerers for item in items):
            yield f"{where}：{event.unit} 不负责 {event.item}"
