"""Radicals that stand for characters, as PDF files give them, made those characters."""

from collections import Counter

from plan_cli.importers.doubts import Cause, Doubt, some
from plan_cli.importers.reading.lines import Printed
from plan_cli.text import without_radicals


def in_characters(printed: Printed) -> Printed:
    """Return ``printed`` without radicals; one doubt tells which there were and where."""
    lines = []
    changed: Counter[str] = Counter()
    found: dict[str, None] = {}
    for line in printed.lines:
        text = without_radicals(line.text)
        if text != line.text:
            pairs = zip(line.text, text, strict=True)
            changed.update(f"{old}→{new}" for old, new in pairs if old != new)
            found[line.place] = None
            cells = tuple(map(without_radicals, line.cells))
            line = line._replace(text=text, cells=cells)
        lines.append(line)
    if not found:
        return printed
    about = (changed.total(), some([pair for pair, _ in changed.most_common()], "、"))
    doubt = Doubt(Cause.RADICALS, (), some(list(found), "、"), about)
    return Printed(lines, (*printed.doubts, doubt))
