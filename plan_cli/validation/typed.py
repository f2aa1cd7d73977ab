"""Rules about what a hand typed and YAML read as something else, without a word."""

import re
from collections.abc import Iterator
from typing import Any

from plan_cli.model.walk import Path
from plan_cli.planfile.events import Place
from plan_cli.planfile.findings import Finding, last_key
from plan_cli.planfile.schema import KEYS
from plan_cli.planfile.slips import name_slip, swallowed
from plan_cli.planfile.source import Source
from plan_cli.text import clip
from plan_cli.validation.characters import texts

_STUCK = re.compile(r"(?<=[ \t])#(?=[^\s#])")
"""A number sign behind a space and right before a word: a comment has a space behind it."""
_NOTHING = frozenset(("~", "null", "Null", "NULL"))
"""What YAML has for nothing, and this program for text."""
_DECLARING = frozenset(("name", "aliases", "kinds", "actions", "projects"))
"""Keys under which names are declared; those that are used must be declared, which E205 sees to."""


def typed_values(source: Source, data: Any) -> Iterator[Finding]:
    """Yield values of ``data`` that are not what they look like in ``source``."""
    stuck = _stuck(source)
    for path, text in texts(data):
        if not (place := source.place(path)):
            continue
        start = source.offset(place.line, place.column)
        if source.text[start : start + 1] in ("|", ">"):
            continue  # a block keeps its lines and its number signs
        if place.end in stuck and not (text and text.isascii()):
            yield from _cut(source, path, text, start, stuck[place.end])
        if place.end > place.line:
            yield from _swallowing(source, path, start, place)
        if last_key(path) in _DECLARING and (slip := name_slip(text)):
            yield Finding("E408", path, f"“{clip(text)}”{slip}")
        if text in _NOTHING and path[-1:] != ("op",) and source.text.startswith(text, start):
            message = f"这里写的 {text} 不表示空，会当作文字“{text}”"
            yield Finding("E407", path, message)


def _stuck(source: Source) -> dict[int, int]:
    """Return by line where the first number sign stands that sticks to a word."""
    lines: dict[int, int] = {}
    for found in _STUCK.finditer(source.text):
        lines.setdefault(source.position(found.start())[0], found.start())
    return lines


def _cut(source: Source, path: Path, text: str, start: int, sign: int) -> Iterator[Finding]:
    """Yield the sign at ``sign`` if it ends the plain ``text``: prose, no number, date or id."""
    line, column = source.position(sign)
    before = source.text[max(start, sign - column) : sign].strip()
    if text.endswith(before) and bool(text) == bool(before):
        words = clip(source.text[sign:].split("\n", 1)[0].strip(), 20)
        yield Finding("E405", path, f"“{words}”成了注释，没有读进来", place=(line, column))


def _swallowing(source: Source, path: Path, start: int, place: Place) -> Iterator[Finding]:
    """Yield the first line of a value that is meant as an item or a key."""
    for line in swallowed(source.text, start, source.offset(place.end, 0)):
        if line["key"] is None or line["key"].strip() in KEYS:
            spot = source.position(line.start("at"))
            message = f"这一行成了第 {place.line + 1} 行那段文字的一部分"
            yield Finding("E406", path, message, place=spot)
            return
