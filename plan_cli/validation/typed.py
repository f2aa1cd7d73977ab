"""Rules about what a hand typed and YAML read as something else, without a word."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from plan_cli.model.walk import Path
from plan_cli.planfile.findings import Finding, last_key, quoted
from plan_cli.planfile.places import Place
from plan_cli.planfile.schema import KEYS
from plan_cli.planfile.slips import SEPARATORS, loose_slip, name_slip, swallowed
from plan_cli.planfile.source import Source
from plan_cli.validation.characters import texts

_COMMENT = re.compile(r"[ \t]*+(?:[\]},][ \t]*+)*+(?<=[ \t])(?P<at>#++(?P<words>[^\n]+))")
"""What stands behind a value on its line, and behind the brackets around it."""
_NOTHING = frozenset(("~", "null", "Null", "NULL"))
"""What YAML has for nothing, and this program for text."""
_SEPARATORS = {
    **dict.fromkeys(("name", "actions", "projects"), SEPARATORS.replace("、", "")),
    **dict.fromkeys(("aliases", "kinds"), SEPARATORS),
}
"""By key under which names are declared, what hardly stands in one; those that are used must be
declared, which other rules see to."""
_SHORT = frozenset((*_SEPARATORS, "issuer", "what", "unit", "modality"))
"""Keys of words that no separator begins or ends."""


def typed_values(source: Source, data: Any, units: Sequence[str]) -> Iterator[Finding]:
    """Yield values of ``data`` that are not what they look like in ``source``."""
    for path, text in texts(data):
        if not (place := source.place(path)):
            continue
        start = source.offset(place.line, place.column)
        if source.text[start : start + 1] in ("|", ">"):
            continue  # a block keeps its lines and its number signs
        yield from _cut(source, path, text, place, units)
        if place.end > place.line:
            yield from _swallowing(source, path, start, place)
        key = last_key(path)
        loose = loose_slip(text) if key in _SHORT else ""
        if slip := loose or name_slip(text, _SEPARATORS.get(key, "")):
            yield Finding("E408", path, f"{quoted(text)}{slip}")
        if text in _NOTHING and path[-1:] != ("op",) and source.text.startswith(text, start):
            message = f"这里写的 {text} 不表示空，会当作文字“{text}”"
            yield Finding("E407", path, message)


def _cut(
    source: Source, path: Path, text: str, place: Place, units: Sequence[str]
) -> Iterator[Finding]:
    """Yield what stands behind a text as a comment and was hardly meant as one.

    That is a word right behind the number sign, unless beside a number, date or id; and a unit
    behind a note that does not name it.
    """
    found = _COMMENT.match(source.text, source.offset(place.end, place.stop))
    if not found:
        return
    words = found["words"]
    stuck = not words[0].isspace() and not (text and text.isascii())
    note = path[-1] == "note" or (path[-1] == "text" and "notes" in path)
    if stuck or (note and any(unit in words and unit not in text for unit in units)):
        message = f"{quoted(found['at'].strip(), 20)}成了注释，没有读进来"
        yield Finding("E405", path, message, place=source.position(found.start("at")))


def _swallowing(source: Source, path: Path, start: int, place: Place) -> Iterator[Finding]:
    """Yield the first line of a value that is meant as an item, a key, a comment or nothing."""
    first = source.offset(place.line, 0)
    begin = start if source.text[first:start].strip() else max(0, first - 1)
    for line in swallowed(source.text, begin, source.offset(place.end, 0)):
        if line["key"] is None or line["key"].strip() in KEYS:
            spot = source.position(line.start("at"))
            message = f"这一行成了第 {place.line + 1} 行起那段文字的一部分"
            yield Finding("E406", path, message, place=spot)
            return
