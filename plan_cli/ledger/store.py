"""The ledger file: SQLite, append-only. The one place that knows its tables."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from plan_cli.databases import Database, FileKind, Waiting, damaged, shown_path
from plan_cli.databases import create as create_file
from plan_cli.errors import InputError
from plan_cli.ledger.event import Event
from plan_cli.ledger.soundness import is_sound

LEDGER = FileKind(
    "台账",
    application=0x504C4E31,  # “PLN1”
    version=1,
    absent="请先用 plan ledger init 建一份，或用 --ledger 指明是哪一份。",
    mend="旁边的“备份”文件是以前的台账，可以复制一份改名后使用。",
)

_TABLES = """
CREATE TABLE plans (id INTEGER PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL,
    content TEXT NOT NULL);
CREATE TABLE events (number INTEGER PRIMARY KEY, act INTEGER NOT NULL, kind TEXT NOT NULL,
    item TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL, status TEXT, done REAL,
    progress TEXT, problem TEXT, next TEXT, person TEXT, evidence TEXT, due TEXT, reason TEXT,
    cleared TEXT NOT NULL, goal REAL, lead INTEGER, confirmed INTEGER, note TEXT NOT NULL,
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, at TEXT NOT NULL,
    by TEXT NOT NULL);
CREATE TRIGGER events_stay BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_last BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
"""
COLUMNS = tuple(name for name in Event._fields if name != "number")
_INSERT = f"INSERT INTO events ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_SELECT = f"SELECT {', '.join(Event._fields)} FROM events ORDER BY number"


class BoundPlan(NamedTuple):
    """The plan that a ledger belongs to, as it was when it was bound."""

    name: str
    content: str
    """The plan as JSON, as `schema.dump_plan` gives it."""


class Stamp(NamedTuple):
    """When something was done, and by whom."""

    at: str
    by: str


class Store(Database):
    """An open ledger file."""

    def plan(self) -> BoundPlan:
        """Return the plan that the ledger is bound to."""
        query = "SELECT name, content FROM plans ORDER BY id DESC LIMIT 1"
        rows = self.ask(query)
        if not rows:
            raise damaged(self.path, LEDGER)
        return BoundPlan(*rows[0])

    def events(self) -> list[Event]:
        """Return all events, as they were written; raises InputError for what is none."""
        return [self._event(row) for row in self.ask(_SELECT)]

    def _event(self, row: tuple[Any, ...]) -> Event:
        try:
            event = _event(row)
        except (ValueError, TypeError, AttributeError):
            event = None
        if event is None or not is_sound(event):
            message = f"{shown_path(self.path)} 第 {row[_NUMBER]} 条记录不合格式"
            raise InputError(f"{message}，台账被别的程序改动过", LEDGER.mend)
        return event

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """Give what writes: all that it is given, or nothing; see `Database.whole`."""
        with self.whole():
            yield Writer(self)


class Writer:
    """What writes to a ledger, inside one transaction."""

    def __init__(self, store: Database) -> None:
        self._store = store

    def add(self, events: Sequence[Event], stamp: Stamp) -> int:
        """Write what one command did; return the number of its act."""
        [(last,)] = self._store.ask("SELECT coalesce(max(act), 0) FROM events")
        for event in events:
            given = event._replace(act=last + 1, at=event.at or stamp.at, by=event.by or stamp.by)
            self._store.run(_INSERT, [_stored(getattr(given, name)) for name in COLUMNS])
        return int(last) + 1

    def restore(self, events: Sequence[Event]) -> None:
        """Write events as they are, acts and times included: those of another ledger."""
        for event in events:
            self._store.run(_INSERT, [_stored(getattr(event, name)) for name in COLUMNS])

    def bind(self, plan: BoundPlan, at: str) -> None:
        """Make ``plan`` the one that the ledger is bound to from now on."""
        values = (at, plan.name, plan.content)
        self._store.run("INSERT INTO plans (at, name, content) VALUES (?, ?, ?)", values)


def create(path: Path, plan: BoundPlan, stamp: Stamp, events: Sequence[Event] = ()) -> None:
    """Make a ledger file with what it begins with: whole, or not at all.

    Raises OutputError if there is a file already, or none can be written.
    """

    def fill(database: Database) -> None:
        writer = Writer(database)
        writer.bind(plan, stamp.at)
        writer.restore(events)

    create_file(path, LEDGER, _TABLES, fill)


def open_store(path: Path, waiting: Waiting) -> Store:
    """Open a ledger file; ``waiting`` is called if others write for long.

    Raises InputError if there is none, or if it is none, or of a newer version.
    """
    return Store.open(path, LEDGER, waiting)


_NUMBER = Event._fields.index("number")


def _stored(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return ",".join(value) if isinstance(value, tuple) else value


_READ: dict[str, Callable[[Any], Any]] = {
    "due": date.fromisoformat,
    "lead": bool,
    "confirmed": bool,
    "cleared": lambda names: tuple(names.split(",")) if names else (),
}
_PLACES = [(Event._fields.index(name), read) for name, read in _READ.items()]


def _event(row: Sequence[Any]) -> Event:
    values = list(row)
    for place, read in _PLACES:
        if values[place] is not None:
            values[place] = read(values[place])
    return Event._make(values)
