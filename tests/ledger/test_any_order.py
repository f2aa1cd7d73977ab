"""A law: however reports come in, the state is that of a simple model in memory."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from plan_cli.ledger.event import Event, Told
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.registering import reported, undoing
from plan_cli.ledger.sheets.headings import FIELDS, TABLE
from plan_cli.ledger.sheets.merge import merge
from plan_cli.ledger.sheets.reading import read
from plan_cli.ledger.sheets.workbook import Round, workbook
from plan_cli.ledger.state import State
from plan_cli.ledger.wanted import find_answerer
from tests.ledger.making import TODAY, office

PLAN = office()
PERIOD = "2023Q2"
PLACES = [("1.1", "甲部"), ("1.1", "乙部"), ("1.3", "甲部"), ("2.3", "丙馆"), ("3.1", "乙部")]
WORDS = st.text(st.characters(codec="gbk", categories=["L", "N", "P"]), min_size=1, max_size=8)
TELLS = st.one_of(
    st.tuples(st.just("progress"), WORDS),
    st.tuples(st.just("problem"), WORDS),
    st.tuples(st.just("person"), WORDS),
    st.tuples(st.just("status"), st.sampled_from(["未启动", "推进中", "已完成"])),
)
SAID = st.tuples(st.sampled_from(PLACES), TELLS)
STEPS = st.one_of(
    st.tuples(st.just("set"), SAID),
    st.tuples(st.just("books"), st.lists(SAID, min_size=1, max_size=4)),
    st.tuples(st.just("undo"), st.none()),
)


@dataclass
class Model:
    """What is told, by place and field; a step back is a copy of before."""

    told: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    before: list[dict[tuple[str, str], dict[str, str]]] = field(default_factory=list)

    def tell(self, said: list[Any]) -> None:
        self.before.append({place: dict(told) for place, told in self.told.items()})
        for place, (name, value) in said:
            self.told.setdefault(place, {})[name] = value


@dataclass
class Book:
    """The ledger as its events."""

    events: list[Event] = field(default_factory=list)

    @property
    def state(self) -> State:
        return State(PLAN, self.events, TODAY)

    def add(self, events: list[Event]) -> None:
        act = self.events[-1].act + 1 if self.events else 1
        for event in events:
            number = len(self.events) + 1
            self.events.append(event._replace(number=number, act=act, at=f"2023-05-10T{act:06}"))

    def set(self, place: tuple[str, str], name: Told, value: str) -> None:
        item, unit = place
        state = self.state
        told: dict[str, Any] = {name: value}
        self.add([reported(state, item, find_answerer(state, unit), PERIOD, told)])

    def send_round(self, said: list[Any]) -> None:
        """Give every unit a workbook, type into them, and merge all of them."""
        state = self.state
        given = Round(state, parse_period(PERIOD), "2023-05-10", "台账.db")
        returned = []
        for unit in sorted({unit for (_, unit), _ in said}):
            answerer = find_answerer(state, unit)
            items = [item for item, _ in state.pairs(parties=[unit])]
            content = workbook(given, answerer, items)
            own = [(item, told) for (item, to), told in said if to == unit]
            returned.append(read(f"{unit}.xlsx", typed(content, own)))
        merged = merge(state, returned)
        assert (merged.conflicts, merged.odd) == ((), ())
        self.add(list(merged.events))


def typed(content: bytes, said: list[Any]) -> bytes:
    book = load_workbook(BytesIO(content))
    sheet = book[TABLE]
    columns = {FIELDS.get(cell.value): cell.column for cell in sheet[1]}
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=2)}
    for item, (name, value) in said:
        sheet.cell(rows[item], columns[name]).value = value
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


@settings(max_examples=8)
@given(st.lists(STEPS, min_size=1, max_size=6))
def test_however_it_comes_in_the_state_is_that_of_the_model(steps: list[Any]) -> None:
    book, model = Book(), Model()
    for what, said in steps:
        if what == "undo":
            if model.before:
                event, _ = undoing(book.events)
                book.add([event])
                model.told = model.before.pop()
            continue
        lines = [said] if what == "set" else list({s[0] + (s[1][0],): s for s in said}.values())
        known = len(book.events)
        if what == "set":
            book.set(said[0], *said[1])
        else:
            book.send_round(lines)
        if len(book.events) > known:
            model.tell(lines)
    state = book.state
    for item, unit in PLACES:
        [one] = state.items.under[item]
        told, _ = state.told(one, unit)
        assert told == model.told.get((item, unit), {})
