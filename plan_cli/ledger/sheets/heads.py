"""The heading row of a table that came back: columns moved, retitled a little, added, missing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plan_cli.errors import InputError
from plan_cli.ledger.event import Told
from plan_cli.ledger.sheets.headings import FIELDS, HEADINGS, ID, TABLE
from plan_cli.ledger.sheets.returned import Odd
from plan_cli.ledger.sheets.typed_cells import Given, parse_words
from plan_cli.text import fold, listed

SEARCHED = 50
"""Within how many filled rows the headings are looked for."""
LEAST = 3
"""How many of the columns that are typed in must be there."""
_NAMES = {fold(each.name): each.name for each in HEADINGS}
_ALSO = {fold(title): each.name for each in HEADINGS for title in each.also}
_NOW = re.compile("^(?:本期|本季度?|本月|目前)")
_BEHIND = re.compile(r"[(\[【〔].*|[*:]")
"""What may stand behind a heading, or around it: ``(必填)``."""


class Row(NamedTuple):
    """One row with the cells that hold something, by the number of the column."""

    number: int
    cells: Mapping[int, Given]


class Heads(NamedTuple):
    """Where which column is."""

    at: int
    """The index of the heading row among the filled rows."""
    columns: Mapping[str, int]
    """By the heading."""
    letters: Mapping[int, str]
    """What spreadsheets call the columns."""
    added: Mapping[int, str]
    """Columns that are none of the table's."""

    @property
    def fields(self) -> dict[Told, int]:
        """The columns that are typed in."""
        return {FIELDS[name]: at for name, at in self.columns.items() if name in FIELDS}

    def odd(self) -> Iterator[Odd]:
        """Yield the columns that are missing."""
        for name in FIELDS:
            if name not in self.columns:
                message = f"缺少“{name}”一列，这一列没有读，台账里的不变"
                yield Odd("", "", message, "要填这一列时，请补上表头再合并。", False)


def find_heads(rows: Sequence[Row]) -> Heads:
    """Return where the columns are. Raises InputError without headings, or with one twice."""
    at = next((at for at, row in enumerate(rows[:SEARCHED]) if _is_heading(row)), None)
    if at is None:
        message = f"工作表“{TABLE}”里找不到表头（{ID}、{listed(list(FIELDS)[:LEAST])}等）"
        raise InputError(message, "请照发出时的样子补上表头那一行，再合并。")
    cells = rows[at].cells
    columns = _columns(cells)
    added = {column: "" for row in rows[at + 1 :] for column in row.cells}
    added |= {column: cell.shown for column, cell in cells.items()}
    for column in columns.values():
        added.pop(column, None)
    letters = {column: cell.cell.rstrip("0123456789") for column, cell in cells.items()}
    return Heads(at, columns, letters, added)


def _columns(cells: Mapping[int, Given]) -> dict[str, int]:
    """Return the columns by their headings: those spelled out go before what only looks alike.

    Raises InputError where two are as good as each other.
    """
    columns: dict[str, int] = {}
    for heading_of in (_NAMES.get, _alike, _in_other_words):
        found: dict[str, int] = {}
        for column, cell in cells.items():
            name = heading_of(_plain(cell))
            if name is None or name in columns or column in columns.values():
                continue
            if name in found:
                both = f"{cells[found[name]].cell}、{cell.cell}"
                message = f"“{name}”有两列（{both}），不知道该读哪一列"
                raise InputError(message, "请删去一列，再合并。")
            found[name] = column
        columns |= found
    return columns


def _is_heading(row: Row) -> bool:
    plain = map(_plain, row.cells.values())
    found = {_NAMES.get(each) or _alike(each) or _ALSO.get(each) for each in plain}
    return ID in found and len(found & FIELDS.keys()) >= LEAST


def _plain(cell: Given) -> str:
    return _BEHIND.sub("", fold(parse_words(cell.value) or ""))


def _alike(plain: str) -> str | None:
    """Return the only heading that looks like ``plain``."""
    alike = [name for name in _NAMES if len(plain) > 1 and (name in plain or plain in name)]
    return _NAMES[alike[0]] if len(alike) == 1 else None


def _in_other_words(plain: str) -> str | None:
    return _ALSO.get(_NOW.sub("", plain))
