"""An open ledger with its plan, on one day: what every command of the ledger works with."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from plan_cli.errors import InputError
from plan_cli.ledger.binding import bound, certain_ids, verify_bound
from plan_cli.ledger.event import Event
from plan_cli.ledger.state import State
from plan_cli.ledger.store import Stamp, Store, Writer, create, open_store
from plan_cli.model.plan import Plan

Tell = Callable[[str], None]
"""What takes a line for the person at the keyboard."""
WAITING = "台账正在被别的程序写入，正在等待……"
SHOWN = 5
"""How many items that changed with the plan are told."""


class Place(NamedTuple):
    """Where a ledger lies, the plan that it follows up, and the day to look at it."""

    path: Path
    plan: Plan
    today: date

    def create(self, by: str, events: Sequence[Event] = ()) -> None:
        """Make the ledger, with the events that it begins with; see `store.create`."""
        create(self.path, bound(self.plan), stamp(self.today, by), events)

    @contextmanager
    def open(self, tell: Tell) -> Iterator["Desk"]:
        """Open the ledger; raises InputError or OutputError. ``tell`` takes what is to be said."""
        store = open_store(self.path, lambda: tell(WAITING))
        try:
            yield Desk(self.plan, store, self.today, tell)
        finally:
            store.close()


class Desk:
    """An open ledger."""

    def __init__(self, plan: Plan, store: Store, today: date, tell: Tell) -> None:
        self.plan, self.store, self.today = plan, store, today
        self._tell = tell
        self.moved = verify_bound(store.plan(), plan)
        """The items that are not as they were when the ledger was bound to the plan."""
        if self.moved:
            lines = [each.told for each in self.moved[:SHOWN]]
            more = len(self.moved) - len(lines)
            lines += [f"……另有 {more} 处"] if more else []
            tell(f"计划文件在建台账以后改过，{len(self.moved)} 个事项受影响：")
            for line in lines:
                tell(f"  {line}")
            tell("与现在的编号对不上的记录先不列入；请用 plan ledger rebind 旧文件 新文件 转过来。")

    def state(self) -> State:
        """Return the present state.

        Where the plan has changed, what was told of an item is not taken for what has its id now.
        """
        events = self.store.events()
        if self.moved and events:
            ids = json.dumps(certain_ids(self.store.plan(), self.plan))
            events = [*events, Event("rebind", note=ids, number=events[-1].number + 1)]
        return State(self.plan, events, self.today)

    @contextmanager
    def writing(self, by: str) -> Iterator["Act"]:
        """Give the state and what writes to it: all or nothing, while others wait.

        Raises InputError where the plan has changed under the ledger, OutputError where it
        cannot be written.
        """
        if self.moved:
            hint = "请用 plan ledger rebind 旧文件 新文件 把记录转到新文件上，再登记。"
            raise InputError("计划文件改过，台账还没有跟上，没有登记", hint)
        with self.store.writing() as writer:
            given = stamp(self.today, by)
            events = self.store.events()
            if events and given.at < events[-1].at:
                self._tell(f"电脑的日期比台账里最后一条记录（{events[-1].at}）还早，请核对。")
            yield Act(State(self.plan, events, self.today), writer, given)


class Act(NamedTuple):
    """One act of writing: what is known before, and what takes the new events."""

    state: State
    writer: Writer
    stamp: Stamp

    def add(self, events: Sequence[Event]) -> int:
        """Write ``events`` as one act and return its number."""
        return self.writer.add(events, self.stamp)


def stamp(today: date, by: str) -> Stamp:
    """Return the time of day now, on ``today``."""
    now = datetime.now().astimezone().time().isoformat(timespec="seconds")
    return Stamp(f"{today.isoformat()}T{now}", by)
