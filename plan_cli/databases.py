"""SQLite files that people keep: opened with refusals in words, written whole or not at all.

What is promised is what SQLite does with a rollback journal: after a crash at any moment a
transaction is there whole or not at all, and readers never see half of one. WAL is not used: it
needs shared memory, which network file systems do not give (sqlite.org/wal.html, “all processes
… must be on the same host computer”), and such files lie on shares.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

from plan_cli.errors import InputError, OutputError, PlanError, reason
from plan_cli.text import visible

PATIENCE = 60.0
"""Seconds that a command waits for others that write."""
SILENCE = 2.0
"""Seconds after which it says that it waits."""
R = TypeVar("R")
Text = Callable[[bytes], str]
Waiting = Callable[[], None]
"""What is called once when another program writes for long."""


class FileKind(NamedTuple):
    """What is kept in a file, and what is said of one that is missing or damaged."""

    what: str
    """What people call it: 台账."""
    application: int
    """What the file says it is (``application_id``)."""
    version: int
    """The version of its tables (``user_version``)."""
    absent: str
    """What to do where there is none."""
    mend: str
    """What to do where it is damaged."""
    outdated: str = ""
    """What to do where its tables are of an older version; empty where those are read as well."""


class Database:
    """An open file."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, kind: FileKind, waiting: Waiting
    ) -> None:
        self.path, self.kind = path, kind
        self._connection, self._waiting = connection, waiting

    @classmethod
    def open(cls, path: Path, kind: FileKind, waiting: Waiting) -> Self:
        """Open the file at ``path``; ``waiting`` is called if others write for long.

        Raises InputError if there is none, or if it is of another kind or a newer version.
        """
        if not path.is_file():
            raise InputError(f"没有{kind.what} {shown_path(path)}", kind.absent)
        if not path.stat().st_size:
            raise InputError(f"{shown_path(path)} 是空文件，不是{kind.what}", kind.mend)
        mode = "rw" if os.access(path, os.W_OK) else "ro"
        with telling(path, kind):
            uri = f"{path.absolute().as_uri()}?mode={mode}"
            connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.1)
        database = cls(path, connection, kind, waiting)
        try:
            database._refuse_others()
        except PlanError:
            database.close()
            raise
        return database

    def _refuse_others(self) -> None:
        kind, shown = self.kind, shown_path(self.path)
        [(application,)] = self.ask("PRAGMA application_id")
        [(version,)] = self.ask("PRAGMA user_version")
        if application != kind.application:
            hint = "请核对是否选错了文件。"
            raise InputError(f"{shown} 是别的程序的数据库，不是{kind.what}", hint)
        if version > kind.version:
            raise InputError(f"{shown} 是更新版本的程序建的{kind.what}", "请升级 plan 后再打开。")
        if version < kind.version and kind.outdated:
            raise InputError(f"{shown} 是旧版本的程序建的{kind.what}", kind.outdated)
        self.run("PRAGMA synchronous=FULL")

    def ask(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the rows that ``query`` gives."""
        return self._patiently(lambda: self._connection.execute(query, values).fetchall())

    def stream(self, query: str, values: Sequence[Any] = (), text: Text = str) -> Iterator[Any]:
        """Yield the rows that ``query`` gives: they may be many. ``text`` makes texts of bytes."""
        cursor = self._patiently(lambda: self._connection.execute(query, values))
        self._connection.text_factory = text
        try:
            with telling(self.path, self.kind):
                yield from cursor
        finally:
            self._connection.text_factory = str

    def run(self, command: str, values: Sequence[Any] = ()) -> int:
        """Run ``command``; return the number of the row that it put in, if it did."""
        return self._patiently(lambda: self._connection.execute(command, values).lastrowid or 0)

    def run_many(self, command: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run ``command`` for each of ``rows``, inside of `whole`."""
        with telling(self.path, self.kind):
            self._connection.executemany(command, rows)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Write all that is run inside, or nothing. Others wait until it is done.

        Raises OutputError if the file cannot be written, or is busy for too long.
        """
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Let all that is asked inside be answered from one state of the file."""
        self.run("BEGIN")
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy the whole file into an empty database."""
        self._patiently(lambda: self._connection.backup(target))

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file."""
        return [row[0] for row in self.ask("PRAGMA integrity_check") if row[0] != "ok"]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _patiently(self, action: Callable[[], R]) -> R:
        """Do what may have to wait for another program that writes; raises PlanError."""
        begin, told = time.monotonic(), False
        while True:
            try:
                return action()
            except sqlite3.Error as error:
                waited = time.monotonic() - begin
                if not _is_busy(error) or waited > PATIENCE:
                    raise _translated(error, self.path, self.kind) from None
                if waited > SILENCE and not told:
                    told = True
                    self._waiting()
                time.sleep(0.02)


def create(
    path: Path, kind: FileKind, tables: str, fill: Callable[[Database], None] | None = None
) -> None:
    """Make a file with ``tables`` and what ``fill`` writes into them: whole, or not at all.

    Raises OutputError if there is a file already, or none can be written.
    """
    half = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with telling(path, kind):
            with closing(sqlite3.connect(half, isolation_level=None)) as connection:
                connection.executescript(
                    f"PRAGMA application_id={kind.application};"
                    f"PRAGMA user_version={kind.version}; PRAGMA synchronous=FULL; BEGIN; {tables}"
                )
                if fill:
                    fill(Database(half, connection, kind, lambda: None))
                connection.execute("COMMIT")
            _put(half, path, kind)
    finally:
        with suppress(OSError):
            half.unlink()


def _put(half: Path, path: Path, kind: FileKind) -> None:
    """Give the finished file its name; never the name of another file."""
    try:
        os.link(half, path)
    except FileExistsError:
        raise _exists(path, kind) from None
    except OSError:  # a file system without links: the check and the renaming are two steps
        if path.exists():
            raise _exists(path, kind) from None
        half.rename(path)


def _exists(path: Path, kind: FileKind) -> OutputError:
    message = f"{shown_path(path)} 已经存在，没有改动它"
    return OutputError(message, f"{kind.what}不会被覆盖；请换一个文件名，或直接使用它。")


@contextmanager
def telling(path: Path, kind: FileKind) -> Iterator[None]:
    """Tell what goes wrong with the file at ``path`` in Chinese."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _translated(error, path, kind) from None
    except OSError as error:
        message = f"写不了 {shown_path(path)}：{reason(error)}"
        raise OutputError(message, "请换一个位置，或检查权限和磁盘空间。") from None


def _is_busy(error: Exception) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: Exception) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _translated(error: Exception, path: Path, kind: FileKind) -> PlanError:
    shown, what, code = shown_path(path), kind.what, _code(error)
    if _is_busy(error):
        message = f"{shown} 一直被别的程序占用，没有写入"
        return OutputError(message, "请等别人用完再试；没有人在用时，请重新启动电脑。")
    if code == sqlite3.SQLITE_FULL:
        return OutputError(f"写不了 {shown}：磁盘已满", f"请腾出空间后再试，{what}没有改动。")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        hint = f"请检查权限，或把{what}放到可以写的文件夹。"
        return OutputError(f"打不开或写不了 {shown}：文件或文件夹是只读的", hint)
    if code == sqlite3.SQLITE_IOERR:
        return OutputError(f"读写 {shown} 时磁盘出错", f"请检查磁盘或网络，{what}保持原样。")
    return damaged(path, kind)


def damaged(path: Path, kind: FileKind) -> InputError:
    """Return what to say of a file that is not what it should be, or no longer."""
    return InputError(f"{shown_path(path)} 已损坏，或不是{kind.what}", kind.mend)


def shown_path(path: Path) -> str:
    """Return what messages call the file at ``path``."""
    return visible(str(path), keep="")
