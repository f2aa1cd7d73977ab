"""The ledger file: SQLite, append-only. The one place that knows SQL.

What it promises is what SQLite does with a rollback journal and ``synchronous=FULL``: after a
crash at any moment a transaction is there whole or not at all. WAL is not used: it needs shared
memory, which network file systems do not give (sqlite.org/wal.html, “all processes … must be on
the same host computer”), and ledgers lie on shares.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from plan_cli.errors import InputError, OutputError
from plan_cli.ledger.event import Event, is_sound
from plan_cli.ledger.patience import (
    FROM_BACKUP,
    R,
    Waiting,
    damaged,
    patiently,
    shown_path,
    telling,
)

APPLICATION = 0x504C4E31
"""What the file says it is (``application_id``): “PLN1”."""
VERSION = 1
"""The version of the tables (``user_version``)."""

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


class Store:
    """An open ledger file."""

    def __init__(self, path: Path, connection: sqlite3.Connection, waiting: Waiting) -> None:
        self.path = path
        self._connection = connection
        self._waiting = waiting

    def plan(self) -> BoundPlan:
        """Return the plan that the ledger is bound to."""
        query = "SELECT name, content FROM plans ORDER BY id DESC LIMIT 1"
        rows = self._ask(query)
        if not rows:
            raise damaged(self.path)
        return BoundPlan(*rows[0])

    def events(self) -> list[Event]:
        """Return all events, as they were written; raises InputError for what is none."""
        return [self._event(row) for row in self._ask(_SELECT)]

    def _event(self, row: tuple[Any, ...]) -> Event:
        try:
            event = _event(row)
        except (ValueError, TypeError, AttributeError):
            event = None
        if event is None or not is_sound(event):
            message = f"{shown_path(self.path)} 第 {row[_NUMBER]} 条记录不合格式"
            raise InputError(f"{message}，台账被别的程序改动过", FROM_BACKUP)
        return event

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """Give what writes: all that it is given, or nothing. Others wait until it is done.

        Raises OutputError if the file cannot be written, or is busy for too long.
        """
        self._run("BEGIN IMMEDIATE")
        try:
            yield Writer(self)
            self._run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy the whole ledger into an empty database."""
        self._patiently(lambda: self._connection.backup(target))

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file."""
        return [row[0] for row in self._ask("PRAGMA integrity_check") if row[0] != "ok"]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _ask(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._patiently(lambda: self._connection.execute(query, values).fetchall())

    def _run(self, command: str, values: Sequence[Any] = ()) -> int:
        return self._patiently(lambda: self._connection.execute(command, values).lastrowid or 0)

    def _patiently(self, action: Callable[[], R]) -> R:
        return patiently(self.path, action, self._waiting)


class Writer:
    """What writes to a ledger, inside one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, events: Sequence[Event], stamp: Stamp) -> int:
        """Write what one command did; return the number of its act."""
        [(last,)] = self._store._ask("SELECT coalesce(max(act), 0) FROM events")
        for event in events:
            given = event._replace(act=last + 1, at=event.at or stamp.at, by=event.by or stamp.by)
            self._store._run(_INSERT, [_stored(getattr(given, name)) for name in COLUMNS])
        return int(last) + 1

    def restore(self, events: Sequence[Event]) -> None:
        """Write events as they are, acts and times included: those of another ledger."""
        for event in events:
            self._store._run(_INSERT, [_stored(getattr(event, name)) for name in COLUMNS])

    def bind(self, plan: BoundPlan, at: str) -> None:
        """Make ``plan`` the one that the ledger is bound to from now on."""
        values = (at, plan.name, plan.content)
        self._store._run("INSERT INTO plans (at, name, content) VALUES (?, ?, ?)", values)


def create(path: Path, plan: BoundPlan, stamp: Stamp, events: Sequence[Event] = ()) -> None:
    """Make a ledger file with what it begins with: whole, or not at all.

    Raises OutputError if there is a file already, or none can be written.
    """
    half = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with telling(path):
            connection = sqlite3.connect(half, isolation_level=None)
            try:
                connection.executescript(
                    f"PRAGMA application_id={APPLICATION}; PRAGMA user_version={VERSION};"
                    f"PRAGMA synchronous=FULL; BEGIN; {_TABLES}"
                )
                writer = Writer(Store(half, connection, lambda: None))
                writer.bind(plan, stamp.at)
                writer.restore(events)
                connection.execute("COMMIT")
            finally:
                connection.close()
            _put(half, path)
    finally:
        with suppress(OSError):
            half.unlink()


def _put(half: Path, path: Path) -> None:
    """Give the finished file its name; never the name of another file."""
    try:
        os.link(half, path)
    except FileExistsError:
        message = f"{shown_path(path)} 已经存在，没有改动它"
        raise OutputError(message, "台账不会被覆盖；请换一个文件名，或直接使用它。") from None
    except OSError:  # a file system without links: the check and the renaming are two steps
        if path.exists():
            message = f"{shown_path(path)} 已经存在，没有改动它"
            raise OutputError(message, "台账不会被覆盖；请换一个文件名，或直接使用它。") from None
        half.rename(path)


def open_store(path: Path, waiting: Waiting) -> Store:
    """Open a ledger file; ``waiting`` is called if others write for long.

    Raises InputError if there is none, or if it is none, or of a newer version.
    """
    if not path.is_file():
        message = f"没有台账 {shown_path(path)}"
        raise InputError(message, "请先用 plan ledger init 建一份，或用 --ledger 指明是哪一份。")
    if not path.stat().st_size:
        raise InputError(f"{shown_path(path)} 是空文件，不是台账", FROM_BACKUP)
    mode = "rw" if os.access(path, os.W_OK) else "ro"
    with telling(path):
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.1)
    store = Store(path, connection, waiting)
    [(application,)] = store._ask("PRAGMA application_id")
    [(version,)] = store._ask("PRAGMA user_version")
    if application != APPLICATION:
        hint = "请核对是否选错了文件。"
        raise InputError(f"{shown_path(path)} 是别的程序的数据库，不是台账", hint)
    if version > VERSION:
        raise InputError(f"{shown_path(path)} 是更新版本的程序建的台账", "请升级 plan 后再打开。")
    store._run("PRAGMA synchronous=FULL")
    return store


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
