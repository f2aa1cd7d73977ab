"""Rows of one table: which cells put rows together under a heading, which rows are one task."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.markers import find_marker
from plan_cli.importers.shaping.nodes import Block
from plan_cli.notes.columns import Columns
from plan_cli.notes.spotting import NoteSpot, find_notes


def grouped(
    rows: Sequence[Paragraph], columns: Columns, above: Sequence[NoteSpot] = ()
) -> Iterator[Block]:
    """Yield the rows of a table, and a heading before each run of rows that a cell spans.

    Such a cell may say who leads in all its rows (医疗健康（牵头单位：省卫生健康委）), and so
    may a row ``above`` them.
    """
    columns = _numbered_anew(rows, columns)
    columns = columns._replace(groups=tuple(_group_columns(rows, columns)))
    current: dict[int, str] = {}
    notes: dict[int, Sequence[NoteSpot]] = {}
    last: Paragraph | None = None
    for row in rows:
        for depth, column in enumerate(columns.groups, 1):
            text = row.cells[column]
            if text and text != current.get(column):
                current = {each: current[each] for each in columns.groups[: depth - 1]}
                current[column], notes[column] = text, find_notes(text)
                words = text
                if columns.outer is not None and depth == 1:
                    words = f"{row.cells[columns.outer]}\u3000{text}"
                heading = row._replace(text=words, cells=(), merged=frozenset())
                yield Block(heading, find_marker(text), (), depth=depth)
                last = None
        own = [spot for column in columns.groups for spot in notes.get(column, ())]
        goes_on = last is not None and _goes_on(row, columns)
        yield Block(row, None, (), columns, goes_on, group_notes=[*above, *own])
        last = row


_ROW_NUMBER = re.compile(r"\d{1,2}\s?[-–—－.．]\s?\d{1,2}")


def _numbered_anew(rows: Sequence[Paragraph], columns: Columns) -> Columns:
    """Return the columns; where rows have numbers of their own (1-1), those of items are outer."""
    outer = columns.number
    if outer is None or not _spans(rows, outer):
        return columns
    for column in columns.telling:
        spanning = any(each < column and _spans(rows, each) for each in columns.telling)
        if spanning and all(_ROW_NUMBER.fullmatch(row.cells[column]) for row in rows):
            return columns._replace(number=column, outer=outer)
    return columns


def _group_columns(rows: Sequence[Paragraph], columns: Columns) -> Iterator[int]:
    """Yield the columns whose cells span rows that are tasks of their own."""
    telling = columns.telling
    for place, column in enumerate(telling[:-1]):
        if not _spans(rows, column):
            named = columns.names_groups(column)
            if named and (_before_number(columns, column) or _stands_once(rows, column)):
                yield column
                continue
            return
        numbered = columns.number is not None and not _spans(rows, columns.number)
        named = columns.names_groups(column) or any(
            columns.names_items(each) and not _spans(rows, each) for each in telling[place + 1 :]
        )
        many = len([each for each in telling[place + 1 :] if not _spans(rows, each)]) > 1
        if not (numbered or named or (many and not columns.names_items(column))):
            return
        yield column


def _spans(rows: Sequence[Paragraph], column: int) -> bool:
    return any(column in row.merged for row in rows)


def _stands_once(rows: Sequence[Paragraph], column: int) -> bool:
    """Say whether a column is left blank, or says the same again, where it says nothing new."""
    cells = [row.cells[column] for row in rows]
    return any(below in ("", above) for above, below in pairwise(cells))


def _before_number(columns: Columns, column: int) -> bool:
    return columns.number is not None and column < columns.number


def _goes_on(row: Paragraph, columns: Columns) -> bool:
    """Say whether ``row`` tells more of the task above: its number or its name spans both."""
    key = columns.number
    if key is None:
        telling = columns.telling
        if len(telling) < 2:
            return False
        first, last = telling[0], telling[-1]
        repeated = first in row.merged or not row.cells[first]
        return repeated and last not in row.merged and bool(row.cells[last])
    return key in row.merged or (not row.cells[key] and any(row.cells[i] for i in columns.telling))
