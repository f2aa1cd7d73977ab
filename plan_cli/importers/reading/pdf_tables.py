"""Tables in PDF pages: a PDF knows no tables, only lines; where they cross, there are cells."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the page."""

THIN = 3.0
"""A drawn thing no thicker than this many points is a line."""
SHORT = 4.0
"""Lines shorter than this are parts of letters or ornaments."""
NEAR = 3.0
"""Lines this near to each other are one."""
MAX_CELLS = 2_000
"""Of a table on one page; what has more is a picture made of lines."""


class Rule(NamedTuple):
    """A line: where it stands across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float


class Cell(NamedTuple):
    """A cell that may reach over several rows and columns."""

    row: int
    column: int
    box: Box


class Grid(NamedTuple):
    """A table: for each row and column, the cell that covers it."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]


def find_grids(boxes: Iterable[Box]) -> list[Grid]:
    """Return the tables that drawn things make up, from the top of the page down."""
    across, down = _rules(boxes)
    grids = [_grid(*part) for part in _parts(across, down)]
    return sorted((grid for grid in grids if grid), key=lambda grid: -grid.box[3])


def _rules(boxes: Iterable[Box]) -> tuple[list[Rule], list[Rule]]:
    """Return the lines across and the lines down; the sides of a box are lines too."""
    across: list[Rule] = []
    down: list[Rule] = []
    for left, bottom, right, top in boxes:
        wide, high = right - left, top - bottom
        if high <= THIN and wide > SHORT:
            across.append(Rule((bottom + top) / 2, left, right))
        elif wide <= THIN and high > SHORT:
            down.append(Rule((left + right) / 2, bottom, top))
        elif wide > SHORT and high > SHORT:
            across += [Rule(bottom, left, right), Rule(top, left, right)]
            down += [Rule(left, bottom, top), Rule(right, bottom, top)]
    return across, down


def _parts(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the lines of each table: those that lines down connect, from the top."""
    spans = sorted((rule.end, rule.start) for rule in down)
    merged: list[tuple[float, float]] = []
    for end, start in reversed(spans):
        if merged and end >= merged[-1][0] - NEAR:
            merged[-1] = (min(start, merged[-1][0]), merged[-1][1])
        else:
            merged.append((start, end))
    for start, end in merged:
        inside = [rule for rule in across if start - NEAR <= rule.at <= end + NEAR]
        yield inside, [rule for rule in down if rule.end > start and rule.start < end]


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    xs, ys = _places(down), _places(across)[::-1]
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MAX_CELLS:
        return None
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(len(xs) - 1):
            centre = (xs[column] + xs[column + 1]) / 2
            owner = (row, column)
            if column and not _drawn(down, xs[column], middle):
                owner = owners[row, column - 1]
            elif row and not _drawn(across, ys[row], centre):
                owner = owners[row - 1, column]
            owners[row, column] = owner
    cells = {owner: Cell(*owner, _box(owners, owner, xs, ys)) for owner in owners.values()}
    rows = tuple(
        tuple(cells[owners[row, column]] for column in range(len(xs) - 1))
        for row in range(len(ys) - 1)
    )
    return Grid((xs[0], ys[-1], xs[-1], ys[0]), rows)


def _places(rules: Iterable[Rule]) -> list[float]:
    """Return where lines stand, those near each other taken for one, in order."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at > places[-1] + NEAR:
            places.append(at)
    return places


def _drawn(rules: Iterable[Rule], at: float, across: float) -> bool:
    """Say whether a line stands at ``at`` where it passes ``across``."""
    return any(abs(rule.at - at) <= NEAR and rule.start <= across <= rule.end for rule in rules)


def _box(
    owners: dict[tuple[int, int], tuple[int, int]],
    owner: tuple[int, int],
    xs: Sequence[float],
    ys: Sequence[float],
) -> Box:
    rows = [row for (row, _), each in owners.items() if each == owner]
    columns = [column for (_, column), each in owners.items() if each == owner]
    return xs[min(columns)], ys[max(rows) + 1], xs[max(columns) + 1], ys[min(rows)]
