"""Workbooks that go out and come back, changed on the way."""

import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from plan_cli.ledger.event import Event
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.sheets.reading import read
from plan_cli.ledger.sheets.returned import Returned
from plan_cli.ledger.sheets.workbook import Round, workbook
from plan_cli.ledger.state import State
from plan_cli.model.plan import Plan
from tests.conftest import small_plan
from tests.ledger.making import TODAY, numbered, office

MADE = "2023-07-01"
Change = Callable[[Any], object]
"""Something done to the sheet 台账."""

TEN = """\
      - number: 12
        title: 办好十件事。
        measures: [{measures}]
        note: 责任部门：甲部
        responsible: {{named: [甲部]}}
"""


@cache
def ten() -> Plan:
    """A plan of one task with measures 12.1 to 12.10."""
    return small_plan(TEN.format(measures=", ".join(f"办第{n}件事。" for n in range(1, 11))))


@cache
def sent(
    unit: str = "甲部", *events: Event, period: str = "2023Q2", plan: Plan | None = None
) -> bytes:
    """Return a workbook as it goes out: 甲部 has K1.1 in row 2, 1.1 (20 场) in 4, 3.1 in 9."""
    state = State(plan or office(), numbered(*events), TODAY)
    [answerer] = [each for each in state.items.answerers if each.name == unit]
    items = [item for item, who in state.pairs() if who is answerer]
    return workbook(Round(state, parse_period(period), MADE, "台账.db"), answerer, items)


def changed(content: bytes, *changes: Change | Mapping[str, Any], sheet: str = "台账") -> bytes:
    """Return a workbook with something done to it, or written into its cells."""
    book = load_workbook(BytesIO(content))
    for change in changes:
        if callable(change):
            change(book[sheet])
        else:
            for cell, value in change.items():
                book[sheet][cell] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return a workbook with the XML of one part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            xml = source.read(name)
            target.writestr(name, change(xml.decode()).encode() if name == part else xml)
    return out.getvalue()


TABLE_PART = "xl/worksheets/sheet2.xml"


def as_wps(content: bytes) -> bytes:
    """Return a workbook as WPS saves it: whatever it holds, its dimension is A1."""
    return with_part(
        content,
        TABLE_PART,
        lambda xml: re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:A1"', xml),
    )


def told(returned: Returned) -> dict[str, dict[str, Any]]:
    """Return what stands in the cells that are filled, by item and field."""
    found = {
        answer.item: {field: given.value for field, given in answer.given.items() if given.shown}
        for answer in returned.answers
    }
    return {item: cells for item, cells in found.items() if cells}


def odds(returned: Returned) -> list[tuple[str, str, bool]]:
    """Return what is odd: cell, message and whether something is lost."""
    return [(odd.cell, odd.message, odd.is_lost) for odd in returned.odd]


def came_back(*changes: Change | Mapping[str, Any], plan: Plan | None = None) -> Returned:
    """Return what is read of a workbook of 甲部 that was changed."""
    return read("甲部.xlsx", changed(sent(plan=plan), *changes))
