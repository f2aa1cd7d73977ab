"""The standard streams: any of them may be closed, full, or unable to encode a character."""

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import Literal, TextIO

import typer

from plan_cli.errors import OutputError, reason
from plan_cli.text import visible

_REPLACED = "plan-replace"
_ESCAPED = "plan-escape"
_missing: set[str] = set()
_PIECE = 1_000_000
"""How many characters are written at once: they are copied on their way."""


def prepare_streams() -> None:
    """Let a closed stream answer as a broken one does, and no character end the program."""
    sys.stdin = sys.stdin or _refusing("r", os.O_WRONLY)
    sys.stdout = sys.stdout or _refusing("w", os.O_RDONLY)
    sys.stderr = sys.stderr or _refusing("w", os.O_RDONLY)
    codecs.register_error(_REPLACED, _replace)
    codecs.register_error(_ESCAPED, _escape)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_REPLACED)


def _refusing(mode: Literal["r", "w"], flags: int) -> TextIO:
    """Return a stream whose every use is an OSError, in place of one that is closed.

    It takes the lowest free number, that of the closed stream; else the next file opened
    would get it, and with it what is meant for the stream.
    """
    return os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8")


def _replace(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    _missing.update(error.object[error.start : error.end])
    return "?" * (error.end - error.start), error.end


def _escape(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in pairs), error.end


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Give standard output to write an answer to; at the end nothing is left in its buffer.

    Raises OutputError if it is closed or its disk is full. A reader that has left (``| head``)
    is no error: the program leaves with 0.
    """
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
        raise typer.Exit from None
    except OSError as error:
        _silence(sys.stdout)
        advice = "请检查输出到的文件和磁盘空间，或用 -o 写入文件。"
        raise OutputError(f"无法写到标准输出（{reason(error)}）", advice) from None


def write_text(text: str, escape: bool = False) -> None:
    r"""Write to standard output; what it cannot encode becomes ``\uXXXX`` or a question mark.

    Without text nothing is done: on a full disk even writing nothing fails.
    """
    if not text:
        return
    encoding = sys.stdout.encoding or "utf-8"
    with standard_output() as stream:
        for start in range(0, len(text), _PIECE):
            piece = text[start : start + _PIECE]
            if escape:
                piece = piece.encode(encoding, _ESCAPED).decode(encoding)
            stream.write(piece)


def say(line: str) -> None:
    """Write one line to standard error, where everything stands that is no result.

    Nobody can be told that standard error is closed or full: the answer counts.
    """
    shown = visible(line)
    if sys.stderr.isatty():
        from plan_cli.cli.terminal.screen import wrap

        columns = get_terminal_size().columns
        shown = "\n".join(part for text in shown.split("\n") for part in wrap(text, columns))
    try:
        sys.stderr.write(shown + "\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def tell_missing() -> None:
    """Say once that characters were replaced, if any were."""
    if _missing:
        count = len(_missing)
        _missing.clear()
        say(f"注意：输出设备的编码（{sys.stdout.encoding}）不能表示 {count} 种字符，已用 ? 代替；"
            "可用 -o 写入文件，文件总是 UTF-8。")  # fmt: skip


def _silence(stream: TextIO) -> None:
    """Let what is left in a broken stream go nowhere: the interpreter tries again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
