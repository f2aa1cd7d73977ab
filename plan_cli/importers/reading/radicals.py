"""Radicals that stand for characters, as PDF files give them, made those characters."""

from collections import Counter

from plan_cli.importers.doubts import Cause, Doubt, places
from plan_cli.importers.reading.lines import Printed
from plan_cli.text import without_radicals

SHOWN = 5
"""How many of the characters are told."""


def in_characters(printed: Printed) -> Printed:
    """Return ``printed`` without radicals; one doubt tells which there were and where."""
    lines = []
    changed: Counter[str] = Counter()
    found = []
    for line in printed.lines:
        text = without_radicals(line.text)
        if text == line.text:
            lines.append(line)
            continue
        pairs = zip(line.text, text, strict=True)
        changed.update(f"{old}→{new}" for old, new in pairs if old != new)
        found.append(line.place)
        lines.append(line._replace(text=text, cells=tuple(map(without_radicals, line.cells))))
    if not found:
        return printed
    shown = "、".join(pair for pair, _ in changed.most_common(SHOWN))
    about = (changed.total(), shown + ("等" if len(changed) > SHOWN else ""))
    return Printed(lines, (*printed.doubts, Doubt(Cause.RADICALS, (), places(found), about)))
