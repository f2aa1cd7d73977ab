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
    titles = {column: _heading(cell) for column, cell in cells.items()}
    columns: dict[str, int] = {}
    for column, name in titles.items():
        if name in columns:
            both = f"{cells[columns[name]].cell}、{cells[column].cell}"
            raise InputError(f"“{name}”有两列（{both}），不知道该读哪一列", "请删去一列，再合并。")
        if name:
            columns[name] = column
    for column, name in titles.items():
        also = None if name else _ALSO.get(_NOW.sub("", _plain(cells[column])))
        if also and also not in columns:
            titles[column], columns[also] = also, column
    added = {column: "" for row in rows[at + 1 :] for column in row.cells if column not in titles}
    added |= {column: cells[column].shown for column, name in titles.items() if not name}
    letters = {column: cell.cell.rstrip("0123456789") for column, cell in cells.items()}
    return Heads(at, columns, letters, added)


def _is_heading(row: Row) -> bool:
    found = {_heading(cell) or _ALSO.get(_plain(cell)) for cell in row.cells.values()}
    return ID in found and len(found & FIELDS.keys()) >= LEAST


def _plain(cell: Given) -> str:
    return _BEHIND.sub("", fold(parse_words(cell.value) or ""))


def _heading(cell: Given) -> str | None:
    """Return the heading that a cell is: that itself, or the only one that looks like it."""
    plain = _plain(cell)
    if plain in _NAMES:
        return _NAMES[plain]
    alike = [name for name in _NAMES if len(plain) > 1 and (name in plain or plain in name)]
    return _NAMES[alike[0]] if len(alike) == 1 else None
