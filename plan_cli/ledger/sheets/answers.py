"""The rows of a table that came back, each put to its item, however they were moved about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from plan_cli.ledger.event import Told
from plan_cli.ledger.items import fingerprint
from plan_cli.ledger.sheets.astray import ADVICE, astray, is_signature, joined, unplaced
from plan_cli.ledger.sheets.carried import Sent
from plan_cli.ledger.sheets.headings import ID
from plan_cli.ledger.sheets.heads import Heads, Row
from plan_cli.ledger.sheets.returned import Answer, Odd
from plan_cli.ledger.sheets.typed_cells import ERRORS, NO_FORMULA, Given, parse_words
from plan_cli.text import clip, fold, listed

TEXT = "举措"
_LIKE_ID = "[a-z]?[0-9]"
"""How an id begins; 合计 and 填报人 stand beneath the table."""
KEEP_IDS = "请把编号改回发出时的样子，或重新发一份把内容抄过去。"


class Outside(NamedTuple):
    """What cells are besides their values."""

    formulas: Mapping[str, str]
    """By the cell."""
    merged: Mapping[str, str]
    """The range of each cell that shows what the first one of it holds."""


class Table:
    """Puts rows to items; what is ``odd`` about them is kept."""

    def __init__(self, heads: Heads, sent: Mapping[str, Sent], outside: Outside) -> None:
        self._heads, self._sent, self._outside = heads, sent, outside
        self._fields = heads.fields
        self._ids = {fold(id): id for id in sent}
        self._alike: dict[str, list[str]] = {}
        for id, each in sent.items():
            self._alike.setdefault(each.fingerprint, []).append(id)
        ids_and_texts = chain(sent, *(each.given for each in sent.values()))
        self._known = {fold(parse_words(text) or "") for text in ids_and_texts}
        self._told_ranges: set[str] = set()
        self.odd: list[Odd] = []

    def answers(self, rows: Sequence[Row]) -> Iterator[Answer]:
        """Yield what is told about each item, in the order of the rows."""
        found: dict[str, list[Row]] = {}
        for row in rows:
            if id := self._id(row):
                found.setdefault(id, []).append(row)
        holding = self._holding(rows) if self._outside.merged else {}
        for id, same in found.items():
            sent = self._sent[id]
            for row in same:
                self.odd += astray(self._heads, row, sent)
            if only := self._only(id, same):
                given = dict(self._given(only, holding))
                is_only = len(self._alike[sent.fingerprint]) == 1
                yield Answer(id, sent.fingerprint, sent.base, given, is_only)
        missing = [id for id in self._sent if id not in found]
        if missing:
            message = f"少了 {len(missing)} 行（{clip(listed(missing), 60)}），台账里的不变"
            self.odd.append(Odd("", "", message, "要填时请从发出的表里补上。", False))

    def _holding(self, rows: Sequence[Row]) -> dict[str, str]:
        return {given.cell: given.shown for row in rows for given in row.cells.values()}

    def _id(self, row: Row) -> str | None:
        """Return the item that a row is about; what is not certain is told."""
        cell = row.cells.get(self._heads.columns[ID])
        text = row.cells.get(self._heads.columns.get(TEXT, 0))
        if cell and fold(str(cell.value)) == fold(ID):
            return None
        named = self._named(cell.value) if cell else []
        alike = self._alike.get(fingerprint(parse_words(text.value) or ""), []) if text else []
        both = [id for id in named if id in alike]
        certain = both or (alike if not named else named if not alike else [])
        if len(certain) == 1:
            return certain[0]
        self._tell(row, cell, bool(named or alike))
        return None

    def _named(self, value: Any) -> list[str]:
        """Return the items that an id may mean; as a number 12.10 is 12.1."""
        if isinstance(value, int | float):
            return [id for id in self._sent if _number(id) == value]
        plain = fold(str(value)).lstrip("'’").replace("。", ".").rstrip(".")
        return [self._ids[plain]] if plain in self._ids else []

    def _tell(self, row: Row, cell: Given | None, is_known: bool) -> None:
        typed = unplaced(self._heads, row, self._known)
        first = cell or next(iter(typed), None)
        if first is None:
            return
        if is_known:
            message, advice = "对不上发出时的编号和举措，这一行没有读", KEEP_IDS
        elif cell and len(row.cells) > 1 and re.match(_LIKE_ID, fold(cell.words)):
            message, advice = f"“{cell.shown}”不是发出时的编号，这一行没有读", KEEP_IDS
            typed = [each for each in typed if each is not cell]
        else:
            message, advice = "写在表外，没有读", ADVICE
        is_lost = bool(typed) and not is_signature(typed)
        self.odd.append(Odd(first.cell, joined(typed), message, advice, is_lost))

    def _only(self, id: str, rows: Sequence[Row]) -> Row | None:
        """Return the one row about an item; of several the only one that is filled in."""
        columns = self._fields.values()
        told = [[row.cells[at].shown if at in row.cells else "" for at in columns] for row in rows]
        filled = [at for at, words in enumerate(told) if any(words)]
        if all(told[at] == told[filled[0]] for at in filled):
            return rows[filled[0] if filled else 0]
        cells = ",".join(f"{self._heads.letters[min(columns)]}{rows[at].number}" for at in filled)
        message = f"编号 {id} 有 {len(filled)} 行，填的不一样，都没有读"
        self.odd.append(Odd(cells, "", message, "请只留一行，再合并。"))
        return None

    def _given(self, row: Row, holding: Mapping[str, str]) -> Iterator[tuple[Told, Given]]:
        """Yield the cells typed in that can be read."""
        for field, column in self._fields.items():
            cell = f"{self._heads.letters[column]}{row.number}"
            given = row.cells.get(column, Given(None, "", cell))
            if span := self._outside.merged.get(cell):
                self._tell_range(span, holding.get(span.partition(":")[0]) or given.shown)
            elif cell not in self._outside.formulas:
                yield field, given
            elif given.value is None:
                formula = clip(self._outside.formulas[cell], 30)
                message = "是没有算出结果的公式，没有读"
                self.odd.append(Odd(cell, formula, message, NO_FORMULA))
            else:
                if given.value not in ERRORS:
                    message = "公式按显示的结果读取"
                    self.odd.append(Odd(cell, given.shown, message, "请核对。", False))
                yield field, given

    def _tell_range(self, span: str, words: str) -> None:
        """Tell once that several cells were made one, if something stands there."""
        if words and span not in self._told_ranges:
            self._told_ranges.add(span)
            message = "合并了单元格，只算左上角那一格的"
            advice = "其余各行也要报的，请取消合并，逐行填写。"
            self.odd.append(Odd(span, words, message, advice))


def _number(id: str) -> float | None:
    try:
        return float(id)
    except ValueError:
        return None
