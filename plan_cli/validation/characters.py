"""Rules about single characters: what cannot be seen, what stands at the ends of lines."""

import re
from collections.abc import Iterator
from typing import Any

from plan_cli.model.walk import Path
from plan_cli.planfile.findings import Finding
from plan_cli.planfile.parsing import FORBIDDEN
from plan_cli.planfile.source import Source
from plan_cli.text import is_control, visible

_WHITE = "\t\n\r"
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0abefvNLP])")
_SHORT_ESCAPES = {
    **{"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v"},
    **{"N": "\x85", "L": "\u2028", "P": "\u2029"},
}
_LINE_TAIL = re.compile(r"(?<![ \t])[ \t]++(?=\r?(?:\n|\Z))")


def invisible_characters(source: Source) -> Iterator[Finding]:
    """Yield characters of the file, comments included, that a reader cannot see."""
    wanted = {char for char in set(source.text) if is_control(char)} - set(_WHITE)
    wanted = {char for char in wanted if not re.match(FORBIDDEN, char)}
    if wanted:
        pattern = "[" + "".join(map(re.escape, sorted(wanted))) + "]"
        for found in re.finditer(pattern, source.text):
            yield _invisible(source, found.start(), found[0])


def escaped_characters(source: Source, data: Any) -> Iterator[Finding]:
    r"""Yield escapes such as ``\x1b`` that put invisible characters into a value of ``data``."""
    meant = {
        char for _, text in texts(data) if not text.isprintable() for char in text
        if is_control(char) and char not in _WHITE
    }  # fmt: skip
    for found in _ESCAPE.finditer(source.text) if meant else ():
        code = found[1]
        char = _SHORT_ESCAPES.get(code) or chr(min(int(code[1:], 16), 0x10FFFF))
        if char in meant:
            yield _invisible(source, found.start(), char)


def _invisible(source: Source, offset: int, char: str) -> Finding:
    message = f"有看不见的字符 {visible(char, keep='')}"
    return Finding("E401", (), message, place=source.position(offset))


def byte_order_mark(source: Source) -> Iterator[Finding]:
    """Yield the byte order mark that Windows editors put at the beginning."""
    if source.bom:
        yield Finding("E402", (), "文件开头有字节顺序标记（BOM）", place=(0, 0))


def line_tails(source: Source) -> Iterator[Finding]:
    """Yield white space at the ends of lines."""
    for found in _LINE_TAIL.finditer(source.text):
        yield Finding("E403", (), "行末有多余的空格", place=source.position(found.start()))


def tidy_values(data: Any) -> Iterator[Finding]:
    """Yield values that begin or end with white space, or are broken into lines."""
    for path, text in texts(data):
        if text != text.strip():
            yield Finding("E404", path, "这段文字的开头或末尾有空格、换行")
        elif "\n" in text or "\t" in text:
            yield Finding("E404", path, "这段文字中间有换行或制表符（Tab）")


def texts(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield all texts in ``data`` with their paths, keys aside."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*path, index))
