"""Waiting for others that write, and what SQLite complains of, in Chinese."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from plan_cli.errors import InputError, OutputError, PlanError, reason
from plan_cli.text import visible

PATIENCE = 60.0
"""Seconds that a command waits for others that write."""
SILENCE = 2.0
"""Seconds after which it says that it waits."""
R = TypeVar("R")
Waiting = Callable[[], None]
"""What is called once when another program writes for long."""


def patiently(path: Path, action: Callable[[], R], waiting: Waiting) -> R:
    """Do what may have to wait for another program that writes; raises PlanError."""
    begin, told = time.monotonic(), False
    while True:
        try:
            return action()
        except sqlite3.Error as error:
            waited = time.monotonic() - begin
            if not _is_busy(error) or waited > PATIENCE:
                raise _translated(error, path) from None
            if waited > SILENCE and not told:
                told = True
                waiting()
            time.sleep(0.02)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Tell what goes wrong with the file at ``path`` in Chinese."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, path) from None
    except OSError as error:
        message = f"写不了 {shown_path(path)}：{reason(error)}"
        raise OutputError(message, "请换一个位置，或检查权限和磁盘空间。") from None


FROM_BACKUP = "旁边的“备份”文件是以前的台账，可以复制一份改名后使用。"


def _is_busy(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _translated(error: sqlite3.Error, path: Path) -> PlanError:
    shown, code = shown_path(path), _code(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        message = f"{shown} 一直被别的程序占用，没有写入"
        return OutputError(message, "请等别人用完再试；没有人在用时，请重新启动电脑。")
    if code == sqlite3.SQLITE_FULL:
        return OutputError(f"写不了 {shown}：磁盘已满", "请腾出空间后再试，台账没有改动。")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        message = f"打不开或写不了 {shown}：文件或文件夹是只读的"
        return OutputError(message, "请检查权限，或把台账放到可以写的文件夹。")
    if code == sqlite3.SQLITE_IOERR:
        return OutputError(f"读写 {shown} 时磁盘出错", "请检查磁盘或网络，台账保持原样。")
    return damaged(path)


def damaged(path: Path) -> InputError:
    """Return what to say of a file that is no ledger, or no longer."""
    return InputError(f"{shown_path(path)} 已损坏，或不是台账", FROM_BACKUP)


def shown_path(path: Path) -> str:
    """Return what messages call the file at ``path``."""
    return visible(str(path), keep="")
