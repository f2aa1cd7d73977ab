"""A library file, written: one plan after another, each whole or not at all."""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from plan_cli.databases import Database, Waiting, create, shown_path
from plan_cli.errors import InputError, OutputError
from plan_cli.library.knowing import is_library
from plan_cli.library.plan_rows import Row, Rows
from plan_cli.library.tables import DROPPED, INDICES, LIBRARY, TABLES

BREATH = 1.0
"""Seconds after which what is finished is kept."""

WAITING = "CREATE TEMP TABLE waiting (measure INTEGER PRIMARY KEY, text TEXT NOT NULL)"
"""What is not yet in ``words``: at the end of every part that touches it, that index writes what
it has. Given it all at once, just before what is finished is kept, it takes half the time."""


class Kept(NamedTuple):
    """What is kept of one file."""

    key: int
    hash: str
    fault: InputError | None
    """Why it gave no plan."""


class Shelf(Database):
    """An open library, to write in."""

    _begun = 0.0

    def kept(self) -> dict[str, Kept]:
        """Return what is kept of each file."""
        rows = self.ask("SELECT file, key, hash, fault, hint FROM files")
        return {
            file: Kept(key, hash, None if fault is None else InputError(fault, hint))
            for file, key, hash, fault, hint in rows
        }

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Write what is put and dropped inside, and keep what is finished whatever happens.

        It is kept about every second, and at the end: a transaction waits for the disk.
        """
        self.run("BEGIN IMMEDIATE")
        if self.size() == (0, 0):
            self._run_all(DROPPED)
        self._begun = time.monotonic()
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._run_all(INDICES)
                self._keep()

    def put(self, file: str, hash: str, read: Rows | InputError) -> None:
        """Keep what ``file`` holds instead of what was kept of it, whole or not at all."""
        fault, hint = (read.message, read.hint) if isinstance(read, InputError) else (None, "")
        with self._part():
            self._drop(file)
            values = (file, hash, self._next("files"), fault, hint)
            command = "INSERT INTO files (file, hash, place, fault, hint) VALUES (?, ?, ?, ?, ?)"
            key = self.run(command, values)
            if not isinstance(read, InputError):
                self._fill(key, read)
        self._keep_now_and_then()

    def drop(self, file: str) -> None:
        """Drop what is kept of ``file``."""
        with self._part():
            self._drop(file)
        self._keep_now_and_then()

    @contextmanager
    def _part(self) -> Iterator[None]:
        """Do all that is done inside, or nothing, within what `keeping` writes."""
        self.run("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK TO part")
                self._connection.execute("RELEASE part")
            raise
        self.run("RELEASE part")

    def _keep_now_and_then(self) -> None:
        if time.monotonic() - self._begun > BREATH:
            self._keep()
            self.run("BEGIN IMMEDIATE")
            self._begun = time.monotonic()

    def _keep(self) -> None:
        """Keep what is finished."""
        with self._part():
            self.run("INSERT INTO words (rowid, text) SELECT measure, text FROM waiting")
            self.run("DELETE FROM waiting")
        self.run("COMMIT")

    def _drop(self, file: str) -> None:
        if not (found := self.ask("SELECT key FROM files WHERE file = ?", (file,))):
            return
        measures = "SELECT measures.key FROM tasks JOIN measures ON task = tasks.key WHERE plan = ?"
        self.run(f"DELETE FROM waiting WHERE measure IN ({measures})", found[0])
        self.run(f"DELETE FROM words WHERE rowid IN ({measures})", found[0])
        self.run("DELETE FROM files WHERE key = ?", found[0])

    def arrange(self, files: Sequence[str]) -> None:
        """Put the plans in the order of ``files``."""
        order = {file: place for place, file in enumerate(files)}
        kept = self.ask("SELECT file, place FROM files")
        moved = [(order[file], file) for file, place in kept if order.get(file, place) != place]
        if moved:
            with self.whole():
                self.run_many("UPDATE files SET place = ? WHERE file = ?", moved)

    def size(self) -> tuple[int, int]:
        """Return how many plans and tasks there are."""
        [(plans, tasks)] = self.ask("SELECT count(*), coalesce(sum(tasks), 0) FROM plans")
        return plans, tasks

    def _run_all(self, commands: str) -> None:
        for command in commands.split(";"):
            self.run(command)

    def _fill(self, plan: int, rows: Rows) -> None:
        facts = rows.facts
        named = (facts.name, facts.number, facts.title, facts.year, facts.issuer, facts.file)
        values = (plan, *named, len(rows.tasks), rows.content)
        self.run("INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        unit, task, measure = (self._next(table) for table in ("units", "tasks", "measures"))
        self._insert("units", rows.units, f"NULL, {plan}, ?, ?, ?")
        self._insert("names", rows.names, f"{plan}, ?, ?, ?, ?")
        self._insert("tasks", rows.tasks, f"NULL, {plan}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?")
        self._insert("measures", rows.measures, f"NULL, {task} + ?, ?, ?, ?, ?, ?")
        self.run_many(
            "INSERT INTO responsibilities (unit, rank, role, task)"
            f" SELECT {unit} + ?, ?, ?, {task} + value FROM json_each(?)",
            rows.responsibilities,
        )
        self._insert("targets", rows.targets, f"NULL, {task} + ?, ?, ?, ?, ?, ?, ?")
        self._insert("deadlines", rows.deadlines, f"NULL, {task} + ?, ?, ?, ?, ?, ?")
        self._insert("links", rows.links, f"{task} + ?, {task} + ?, ?")
        words = ((measure + place, *row) for place, row in enumerate(rows.words))
        self.run_many("INSERT INTO waiting VALUES (?, ?)", words)

    def _insert(self, table: str, rows: Iterable[Row], values: str) -> None:
        self.run_many(f"INSERT INTO {table} VALUES ({values})", rows)

    def _next(self, table: str) -> int:
        """Return the key that the next row of ``table`` gets."""
        [(last,)] = self.ask(f"SELECT coalesce(max(key), 0) FROM {table}")
        return int(last) + 1


def open_shelf(path: Path, waiting: Waiting) -> Shelf:
    """Open the library at ``path`` to write in it; make an empty one if there is none.

    Raises InputError for a file that is no library, OutputError if none can be written.
    """
    if not path.exists():
        create(path, LIBRARY, TABLES + INDICES)
    elif path.is_file() and not is_library(str(path)):
        message = f"{shown_path(path)} 已经存在，不是计划库，没有改动它"
        raise OutputError(message, "请换一个文件名，如 -o 计划库.db。")
    shelf = Shelf.open(path, LIBRARY, waiting)
    shelf.run("PRAGMA foreign_keys=ON")
    shelf.run("PRAGMA cache_size=-8192")
    shelf.run("PRAGMA temp_store=MEMORY")
    shelf.run(WAITING)
    return shelf
