"""Reading files that people hand over: whole, bounded, as UTF-8; never waiting for a pipe."""

import os
import stat
import sys
from typing import NamedTuple, NoReturn

from plan_cli.errors import InputError, reason
from plan_cli.text import visible

MAX_BYTES = 64 * 1024 * 1024
"""The largest file read: a plan of 33,000 tasks has 47 MB."""

_HEAD = 16
"""How many bytes are enough to guess from."""

SAVE_AS = "请用编辑器打开后另存为 UTF-8 编码。"
_SURE = 3
"""How many Chinese characters before a bad byte show that the file is UTF-8 all the same."""


class Decoded(NamedTuple):
    """The text of a file, without the byte order mark that it may have begun with."""

    text: str
    bom: bool


def read_bytes(name: str, limit: int = MAX_BYTES) -> bytes:
    """Return the content of the regular file ``name``, at most ``limit`` bytes and one more.

    Raises InputError for anything that is no readable regular file, and for a file that
    changes while it is read; never waits for a pipe.
    """
    shown = visible(name, keep="")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(name, flags), "rb") as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                _refuse_special(shown, before.st_mode)
            content = file.read(min(before.st_size, limit) + 1)
            _refuse_changing(shown, content, before, os.fstat(file.fileno()), limit)
            return content
    except FileNotFoundError:
        raise InputError(f"找不到文件 {shown}", "请核对文件名和所在文件夹。") from None
    except IsADirectoryError:
        _refuse_special(shown, stat.S_IFDIR)
    except PermissionError:
        if os.path.isdir(name):  # noqa: PTH112 - what Windows answers for a folder
            _refuse_special(shown, stat.S_IFDIR)
        raise InputError(f"没有权限读取 {shown}", "请检查文件权限，或复制一份再试。") from None
    except (OSError, ValueError) as error:
        raise InputError(f"无法读取 {shown}（{reason(error)}）", "请核对文件名。") from None


def read_stdin() -> bytes:
    """Return what standard input holds, at most `MAX_BYTES` and one more.

    Raises InputError if it cannot be read.
    """
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        hint = "请用管道“|”或“<”送入内容，或写出文件名。"
        raise InputError(f"无法读取标准输入（{reason(error)}）", hint) from None


def _refuse_special(shown: str, mode: int) -> NoReturn:
    if stat.S_ISDIR(mode):
        raise InputError(f"{shown} 是文件夹，不是文件", "请写出文件夹里的文件名。")
    hint = "请先存成文件；要从管道读取，请用 - 代替文件名。"
    raise InputError(f"{shown} 不是普通文件（管道或设备）", hint)


def _refuse_changing(
    shown: str, content: bytes, before: os.stat_result, after: os.stat_result, limit: int
) -> None:
    """Refuse half of what another program is still writing: it may well look complete."""
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or len(content) != min(after.st_size, limit + 1):
        raise InputError(f"{shown} 正在被别的程序改写", "请等它存好后再试。")


def decode_utf8(content: bytes, name: str) -> Decoded:
    """Return ``content`` as text; ``name`` is what messages call it.

    Raises InputError, naming the likely encoding, if it is too large or no UTF-8.
    """
    shown = visible(name, keep="")
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        raise InputError(f"{shown}：超过 {limit} MB，不像计划文件", "请核对是否选错了文件。")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(content):
        raise InputError(f"{shown}：文件是 UTF-16 编码", SAVE_AS)
    try:
        text = content.decode("utf-8")
        return Decoded(text.removeprefix("\ufeff"), text.startswith("\ufeff"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message, hint = _diagnosis(content, error)
        raise InputError(f"{shown}:{line} {message}", hint) from None


def _looks_like_utf16(content: bytes) -> bool:
    """Say whether zeros stand at every other byte of the beginning, as ASCII has in UTF-16."""
    head = content[:400]
    few, many = sorted((head[::2].count(0), head[1::2].count(0)))
    return len(head) >= _HEAD and few * 4 < many and many * 8 > len(head)


def _diagnosis(content: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Return what is likely wrong with bytes that are no UTF-8, and what to do."""
    if b"\0" in content:
        return "含有二进制内容，不是文本文件", "请核对是否选错了文件。"
    sound = content[: error.start].decode("utf-8", "ignore")
    if sum(char >= "\u2e80" for char in sound) >= _SURE:
        if error.reason == "unexpected end of data":
            return "在这里中断，文件不完整", "请重新复制或下载一份。"
        return "有损坏的字节，不是完好的 UTF-8", "请用编辑器打开，改正这一行乱码后再存。"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "不是 UTF-8 编码", SAVE_AS
    return "不是 UTF-8 编码，看来是 GB18030（GBK、ANSI）编码", SAVE_AS
