"""Draw the rooms of the program on their floors, with lines down to what each imports.

    python docs/draw_rooms.py [--write]

Prints the picture that `architecture.md` holds between its marks; ``--write`` puts it there. What a
room reaches by way of another gets no line of its own. Needs nothing but Python.
"""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.rooms import FLOORS, HEIGHT, PACKAGE, files, imported, inside, room

PAGE = Path(__file__).with_name("architecture.md")
START, END = "<!-- python docs/draw_rooms.py --write -->", "<!-- end of the rooms -->"
ROOM = "o"
LINES = {
    "": " ", "ud": "│", "lr": "─", "ru": "╰", "lu": "╯", "rd": "╭", "ld": "╮",
    "lru": "┴", "lrd": "┬", "rud": "├", "lud": "┤", "lrud": "┼",
}  # fmt: skip
"""Pieces of a line by where they lead: left, right, up, down."""

Links = dict[str, set[str]]
Lanes = list[str]
"""What each lane leads down to; empty for none."""


def links() -> Links:
    """Return what each room imports of the others."""
    found: Links = {name: set() for name in HEIGHT}
    for file in files():
        if own := room(inside(file)):
            others = {room(module[1:]) for module in imported(file) if module[0] == "plan_cli"}
            found[own] |= others - {own, ""}
    return found


def reduced(found: Links) -> Links:
    """Return ``found`` without the links that others imply."""
    below: Links = {}
    for name in sorted(found, key=HEIGHT.__getitem__):
        below[name] = found[name].union(*(below[other] for other in found[name]))
    return {
        name: {other for other in others if not any(other in below[each] for each in others)}
        for name, others in found.items()
    }


def picture() -> str:
    """Return the rooms from the top floor to the ground, one a line."""
    found = reduced(links())
    lanes = [""] * len(HEIGHT)
    rows = []
    for height in reversed(range(len(FLOORS))):
        for place, name in enumerate(FLOORS[height].split()):
            number = "" if place else str(height)
            drawn, lanes = _row(name, sorted(found[name], key=_from_above), lanes)
            rows.append((f"{number:>2}  {name}", drawn, _said(name)))
    widths = [max(len(cells[column]) for cells in rows) for column in (0, 1)]
    return "\n".join("  ".join((a.ljust(widths[0]), b.ljust(widths[1]), c)) for a, b, c in rows)


def _from_above(name: str) -> tuple[int, str]:
    return -HEIGHT[name], name


def _said(name: str) -> str:
    """Return what a room says of itself: its first words."""
    path = PACKAGE / name
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return re.split(r"[.:](?:\s|$)", said, maxsplit=1)[0]


def _row(name: str, below: Sequence[str], before: Lanes) -> tuple[str, Lanes]:
    """Return the lanes drawn where they pass ``name``, and what they lead to from there."""
    arriving = [lane for lane, target in enumerate(before) if target == name]
    free = (lane for lane, target in enumerate(before) if not target)
    home = arriving[0] if arriving else next(free)
    after = ["" if target == name else target for target in before]
    touched = {home, *arriving}
    for target in below:
        if target not in after:
            after[next(free) if after[home] else home] = target
        touched.add(after.index(target))
    return "".join(_pieces(home, touched, before, after)).rstrip(), after


def _pieces(home: int, touched: set[int], before: Lanes, after: Lanes) -> Iterator[str]:
    """Yield the piece of each lane and the space behind it; other lanes pass over a line."""
    first, last = min(touched), max(touched)
    for lane, (above, under) in enumerate(zip(before, after, strict=True)):
        up_down = "u" * bool(above) + "d" * bool(under)
        arms = "l" * (first < lane <= last) + "r" * (first <= lane < last)
        joined = lane in touched or not up_down
        yield ROOM if lane == home else LINES[arms + up_down if joined else up_down]
        yield "─" if first <= lane < last else " "


def written(page: str) -> str:
    """Return ``page`` with the picture between its marks."""
    head, _, rest = page.partition(START)
    _, _, tail = rest.partition(END)
    return f"{head}{START}\n```text\n{picture()}\n```\n{END}{tail}"


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        drawn = written(PAGE.read_text(encoding="utf-8"))
        PAGE.write_text(drawn, encoding="utf-8", newline="\n")
    else:
        sys.stdout.buffer.write(f"{picture()}\n".encode())
