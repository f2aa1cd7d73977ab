"""Words that stand where nothing is read: none of them is lost in silence."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from plan_cli.ledger.sheets.carried import Sent
from plan_cli.ledger.sheets.headings import FIELDS, GIVEN
from plan_cli.ledger.sheets.heads import Heads, Row
from plan_cli.ledger.sheets.returned import Odd
from plan_cli.ledger.sheets.typed_cells import Given, parse_words
from plan_cli.text import clip, fold

SHOWN = 60
"""How many characters of such words are told."""
ADVICE = "要报的内容请写到对应事项的浅黄色格子里。"
RENAMED = "表头改过的，请改回发出时的写法；另加的列不读，内容请写到浅黄色格子里。"
COUNTING = "序号"
"""A column that people add, and that tells nothing."""
_SIGNED = re.compile("(?:填表|填报|制表|审核|联系|负责|单位|部门|日期|时间)[^:]{0,4}:|电话")
"""Who filled it in and when, beneath the table or above it."""


def astray(heads: Heads, row: Row, sent: Sent) -> Iterator[Odd]:
    """Yield what was typed in the row of an item, but into no column that is typed in."""
    known = {fold(parse_words(text) or "") for text in (*sent.given, *sent.base.values())}
    for name, text in zip(GIVEN, sent.given, strict=False):
        cell = row.cells.get(heads.columns.get(name, 0))
        words = _typed_into(cell, text) if cell else ""
        if cell and words:
            yield Odd(cell.cell, clip(words, SHOWN), f"写在“{name}”一列里，没有读", ADVICE)
    for column, title in heads.added.items():
        cell = row.cells.get(column)
        if cell and fold(cell.words) not in known:
            message = (
                f"所在的列“{title}”不是台账的列，没有读" if title else "所在的列没有表头，没有读"
            )
            yield Odd(cell.cell, cell.shown, message, RENAMED, fold(title) != COUNTING)


def above(rows: Sequence[Row]) -> Iterator[Odd]:
    """Yield what is written above the headings, titles aside: there are no sentences in these."""
    cells = [cell for row in rows for cell in row.cells.values() if _is_said(cell)]
    if cells:
        is_lost = not is_signature(cells)
        yield Odd(cells[0].cell, joined(cells), "写在表头上面，没有读", ADVICE, is_lost)


def unplaced(heads: Heads, row: Row, known: set[str]) -> list[Given]:
    """Return the cells of a row of no item that somebody typed: those that say nothing `known`."""
    typed = {at for name, at in heads.columns.items() if name in FIELDS}
    cells = [(at, row.cells[at]) for at in sorted(row.cells)]
    return [cell for at, cell in cells if at in typed or fold(cell.words) not in known]


def joined(cells: Sequence[Given]) -> str:
    """Return the words of cells, for a message."""
    return clip(" ".join(" ".join(each.words.split()) for each in cells), SHOWN)


def is_signature(cells: Sequence[Given]) -> bool:
    """Say whether cells only say who filled the table in."""
    return all(_SIGNED.match(fold(each.words)) for each in cells)


def _is_said(cell: Given) -> bool:
    return any(mark in fold(cell.words) for mark in ",。;:")


def _typed_into(cell: Given, sent: str) -> str:
    """Return what somebody typed into a cell beside what had been ``sent`` in it."""
    now, before = cell.words, parse_words(sent) or ""
    if fold(now) == fold(before):
        return ""
    if before and before in now:
        return now.replace(before, "", 1).strip()
    start = _shared(now, before)
    end = _shared(now[start:][::-1], before[start:][::-1])
    return now[start : len(now) - end].strip()


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with together."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
