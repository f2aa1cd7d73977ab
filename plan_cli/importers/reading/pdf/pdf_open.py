"""Tables in PDF pages without lines between their columns: told by a heading, read by places.

Only a table with a heading for the responsible units is looked for. Where one row ends and the
next begins must be certain, by lines across, by the room between rows, or by the first column;
else the table is told to be unread, and its lines stay as they are.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_cli.importers.reading.pdf.pdf_cells import Row
from plan_cli.importers.reading.pdf.pdf_words import Piece, text_of
from plan_cli.importers.reading.pdf_tables import Rule
from plan_cli.notes.columns import find_columns

Spans = tuple[tuple[float, float], ...]
"""From where to where each column reaches."""

LONGEST = 12
"""Characters in the heading of a column."""
WIDER = 1.25
"""The room between rows is so many times that between the lines of one, at least."""
NUMBER = 4
"""Characters in a cell that numbers its row."""
HEADING = 30
"""Characters in a heading between rows."""
FAR = 1.5
"""A lone line so many times further off than another goes on with no cell."""


class Table(NamedTuple):
    """A table among the lines of a page, which are counted from the top."""

    start: int
    end: int
    spans: Spans
    rows: Sequence[Row]
    """None of them, if it is not certain where they begin and end."""


class _Line(NamedTuple):
    """One line of print in a table: what of it stands in each column."""

    base: float
    cells: tuple[str, ...]


def open_table(
    rows: Sequence[Sequence[Piece]], across: Sequence[Rule], above: Spans = ()
) -> Table | None:
    """Return the first table in the lines of a page, if there is one.

    ``across`` are the lines drawn across the page, ``above`` the columns of a table that the
    page before ended in: it may go on without a heading.
    """
    start = next((i for i, row in enumerate(rows) if _is_heading(row)), None)
    headed = start is not None
    spans = above
    if start is not None:
        heading = tuple((piece.box[0], piece.box[2]) for piece in rows[start])
        spans = _widened(heading, rows[start + 1 :])
    elif above:
        start = next(
            (i for i, row in enumerate(rows) if len(row) > 1 and _placed(row, spans)), None
        )
    if start is None:
        return None
    end = _end(rows, start, spans)
    lines = [_Line(row[0].base, _cells(row, spans)) for row in rows[start:end]]
    if sum(sum(map(bool, line.cells)) > 1 for line in lines) < 3 - bool(above):
        return None
    return Table(start, end, spans, _grouped(lines, across, headed, bool(above)))


def _is_heading(row: Sequence[Piece]) -> bool:
    names = [piece.text for piece in row]
    return max(map(len, names)) <= LONGEST and find_columns(names) is not None


def _widened(spans: Spans, rows: Sequence[Sequence[Piece]]) -> Spans:
    """Return the columns as wide as the rows make them that have words in each."""
    for row in rows:
        if len(row) == len(spans):
            wider = tuple(
                (min(left, piece.box[0]), max(right, piece.box[2]))
                for (left, right), piece in zip(spans, row, strict=True)
            )
            if all(one[1] < other[0] for one, other in itertools.pairwise(wider)):
                spans = wider
    return spans


def _placed(row: Sequence[Piece], spans: Spans) -> list[int] | None:
    """Return in which column each piece stands; None if one stands across several."""
    columns = []
    for piece in row:
        left, _, right, _ = piece.box
        found = [i for i, span in enumerate(spans) if left < span[1] and right > span[0]]
        if len(found) > 1:
            return None
        gaps = [max(span[0] - right, left - span[1]) for span in spans]
        columns += found or [gaps.index(min(gaps))]
    return columns


def _cells(row: Sequence[Piece], spans: Spans) -> tuple[str, ...]:
    columns = _placed(row, spans)
    if columns is None:
        return ("　".join(piece.text for piece in row), *[""] * (len(spans) - 1))
    inside = [[p for p, at in zip(row, columns, strict=True) if at == i] for i in range(len(spans))]
    return tuple(text_of(pieces) if pieces else "" for pieces in inside)


def _end(rows: Sequence[Sequence[Piece]], start: int, spans: Spans) -> int:
    """Return behind which line the table ends: the last that fits its columns.

    A short line by itself that stands across the columns may be a heading between rows.
    """
    end = start + 1
    for index in range(start + 1, len(rows)):
        columns = _placed(rows[index], spans)
        if columns is None:
            if len(rows[index]) > 1 or len(rows[index][0].text) > HEADING:
                break
        elif len(set(columns)) > 1 or (end == index and not _is_far(rows, start, index)):
            end = index + 1
    return end


def _is_far(rows: Sequence[Sequence[Piece]], start: int, index: int) -> bool:
    """Say whether a line stands further off than lines of one cell do: a page number."""
    gaps = [
        one[0].base - other[0].base for one, other in itertools.pairwise(rows[start : index + 1])
    ]
    return gaps[-1] > FAR * min(gaps)


def _grouped(lines: Sequence[_Line], across: Sequence[Rule], headed: bool, cut: bool) -> list[Row]:
    """Return the rows that lines of print make up; none if that is not certain.

    ``headed`` says whether the first line is the heading, ``cut`` whether the first row may have
    begun on the page before.
    """
    body = lines[headed:]
    numbered = all(len(line.cells[0]) <= NUMBER for line in body if sum(map(bool, line.cells)) > 1)
    ways = [_by_rules(body, across)]
    if numbered:
        ways += [_by_room(body), _by_numbers(body, cut)]
    for starts in ways:
        edges = sorted({0, *starts, len(body)})
        groups = [body[one:other] for one, other in itertools.pairwise(edges)]
        if len(starts) > (not numbered) and all(_is_row(group, numbered) for group in groups[cut:]):
            return [_row(group) for group in (*([lines[:1]] if headed else []), *groups)]
    return []


def _is_row(lines: Sequence[_Line], numbered: bool) -> bool:
    """Say whether lines make up one row, or a heading between rows."""
    filled = sum(map(bool, _row(lines).cells))
    numbers = sum(bool(line.cells[0]) for line in lines)
    return (numbers == 1 or not numbered) and (filled > 1 or len(lines) == 1)


def _by_rules(lines: Sequence[_Line], across: Sequence[Rule]) -> list[int]:
    """Return the lines of print that stand below a line drawn across, that parts two rows."""
    ruled = [rule.at for rule in across if lines[-1].base < rule.at < lines[0].base]
    pairs = itertools.pairwise(lines)
    return [
        index
        for index, (one, other) in enumerate(pairs, 1)
        if any(other.base < at < one.base for at in ruled)
    ]


def _by_room(lines: Sequence[_Line]) -> list[int]:
    """Return the lines of print that more room stands above than between others."""
    gaps = [one.base - other.base for one, other in itertools.pairwise(lines)]
    least = min(gaps, default=0.0)
    return [index for index, gap in enumerate(gaps, 1) if gap > WIDER * least]


def _by_numbers(lines: Sequence[_Line], cut: bool) -> list[int]:
    """Return the lines of print that have something in the first column.

    It may also stand at half the height of its row; where that could be, nothing is certain.
    """
    starts = [index for index, line in enumerate(lines) if line.cells[0]]
    if not starts or (starts[0] and not cut):
        return []
    columns = [[line.cells[i] for line in lines] for i in range(len(lines[0].cells))]
    telling = max(columns, key=lambda cells: sum(map(len, cells)))
    if not all(telling[index] for index in starts):
        return []
    above = starts[0]
    for start, end in itertools.pairwise([*starts, len(lines)]):
        above = end - start - 1 - above
        if above < 0:
            return starts
    return starts if len(starts) == len(lines) or above else []


def _row(lines: Sequence[_Line]) -> Row:
    columns: Iterator[tuple[str, ...]] = zip(*(line.cells for line in lines), strict=True)
    return Row(tuple("\n".join(filter(None, column)) for column in columns))
