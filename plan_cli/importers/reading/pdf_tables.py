"""Tables in PDF pages: a PDF knows no tables, only lines; where they cross, there are cells."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
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
WIDE = 8.0
"""No cell is narrower than this many points."""


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

    xs: Sequence[float]
    """Where its lines down stand, from the left."""
    ys: Sequence[float]
    """Where its lines across stand, from the top."""
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.xs[0], self.ys[-1], self.xs[-1], self.ys[0]

    def has_edges(self, places: Sequence[float]) -> bool:
        """Say whether its lines down stand at these places, as those of a table above may."""
        pairs = zip(self.xs, places, strict=False)
        return len(self.xs) == len(places) and all(abs(x - place) <= NEAR for x, place in pairs)


def find_grids(boxes: Iterable[Box]) -> list[Grid]:
    """Return the tables that drawn things make up, from the top of the page down."""
    across, down = rules_of(boxes)
    grids = [_grid(*part) for part in _parts(across, down)]
    return sorted((grid for grid in grids if grid), key=lambda grid: -grid.box[3])


def rules_of(boxes: Iterable[Box]) -> tuple[list[Rule], list[Rule]]:
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
    xs, ys = _with_ends(down, across), _with_ends(across, down)[::-1]
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MAX_CELLS:
        return None
    beside = [[rule for rule in down if abs(rule.at - x) <= NEAR] for x in xs]
    above = [[rule for rule in across if abs(rule.at - y) <= NEAR] for y in ys]
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    middles = [(one + other) / 2 for one, other in pairwise(ys)]
    centres = [(one + other) / 2 for one, other in pairwise(xs)]
    for row, middle in enumerate(middles):
        for column, centre in enumerate(centres):
            owner = (row, column)
            if column and not _drawn(beside[column], middle):
                owner = owners[row, column - 1]
            elif row and not _drawn(above[row], centre):
                owner = owners[row - 1, column]
            owners[row, column] = owner
    last = {owner: place for place, owner in owners.items()}
    cells = {owner: _cell(owner, last[owner], xs, ys) for owner in last}
    rows = tuple(
        tuple(cells[owners[row, column]] for column in range(len(xs) - 1))
        for row in range(len(ys) - 1)
    )
    return Grid(xs, ys, rows)


def _cell(
    first: tuple[int, int], last: tuple[int, int], xs: Sequence[float], ys: Sequence[float]
) -> Cell:
    return Cell(*first, (xs[first[1]], ys[last[0] + 1], xs[last[1] + 1], ys[first[0]]))


def _places(rules: Iterable[Rule]) -> list[float]:
    """Return where lines stand, those near each other taken for one, in order."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at > places[-1] + NEAR:
            places.append(at)
    return places


def _with_ends(rules: Sequence[Rule], others: Sequence[Rule]) -> list[float]:
    """Return where lines stand, and where those that cross them end in the open.

    A table may be drawn without its border, or go on over the end of the page.
    """
    places = _places(rules)
    if len(places) < 2 or len(others) < 2:
        return places
    (_, start), (end, _) = (
        sorted(rule.start for rule in others)[:2],
        sorted(rule.end for rule in others)[-2:],
    )
    before = [start] if start < places[0] - WIDE else []
    behind = [end] if end > places[-1] + WIDE else []
    return before + places + behind


def _drawn(rules: Iterable[Rule], across: float) -> bool:
    """Say whether one of ``rules`` passes ``across``."""
    return any(rule.start <= across <= rule.end for rule in rules)
