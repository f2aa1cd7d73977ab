"""What a workbook says of one item to one who answers for it: texts and values, no cells."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from plan_cli.cells import held
from plan_cli.ledger.event import Event, Told
from plan_cli.ledger.items import Answerer, Item, Office, may_bind
from plan_cli.ledger.periods import Period, parse_period
from plan_cli.ledger.sheets.headings import HEADINGS
from plan_cli.ledger.state import State
from plan_cli.query.figures import day_text, deadline_text, target_text
from plan_cli.reports.wordings import display_title
from plan_cli.text import clip

BY_OFFICE, MOVED = "\n（办公室计划）", "\n（已调整）"
"""On a line of their own: a narrow column would break them anywhere."""
LEADING, CONFIRMED = "牵头（办公室指定）", "（有关单位，办公室确认）"
MOST_SAID = 200
"""How many characters of what was said before are shown."""


class SheetRow(NamedTuple):
    """One row of a workbook."""

    item: Item
    given: tuple[str, ...]
    """What stands under the headings of which nothing is typed, in their order."""
    told: dict[Told, Any]
    """What was told for the period already, as cells hold it."""

    @property
    def cells(self) -> tuple[Any, ...]:
        """What stands in the row, under all headings."""
        given = iter(self.given)
        return tuple(self.told.get(e.field) if e.field else next(given) for e in HEADINGS)

    @property
    def base(self) -> str:
        """The same as JSON, by which a workbook that comes back shows what changed."""
        return json.dumps(self.told, ensure_ascii=False, default=str, sort_keys=True)


def row_of(state: State, item: Item, answerer: Answerer, period: Period) -> SheetRow:
    """Return what to say of ``item`` in the workbook of ``answerer`` for ``period``.

    Raises OutputError for a text that no cell can hold.
    """
    office = state.office(item, answerer.name)
    moved = state.told(item, answerer.name)[0].get("due")
    given = (
        item.id,
        "\n".join(_task(item, answerer, office)),
        item.text,
        "\n".join(_goals(item, office)),
        "\n".join(_dues(item, office, moved)),
        "\n".join(_before(state, item, answerer, period)),
    )
    told, _ = state.told(item, answerer.name, period=period.name)
    values = {name: _value(value) for name, value in told.items() if value is not None}
    return SheetRow(item, tuple(map(held, given)), values)


def _task(item: Item, answerer: Answerer, office: Office) -> Iterator[str]:
    yield f"{item.entry.id} {display_title(item.entry)}"
    if office.lead:
        yield LEADING
    if office.confirmed and may_bind(answerer, item):
        yield CONFIRMED


def _goals(item: Item, office: Office) -> Iterator[str]:
    if item.target:
        yield target_text(item.target)
    if office.goal is not None:
        unit = f" {item.target.unit}" if item.target else ""
        yield f"{_value(office.goal)}{unit}{BY_OFFICE}"


def _dues(item: Item, office: Office, moved: date | None) -> Iterator[str]:
    yield from map(deadline_text, item.deadlines)
    if office.due:
        yield day_text(office.due) + BY_OFFICE
    if moved:
        yield day_text(moved) + MOVED


def _before(state: State, item: Item, answerer: Answerer, period: Period) -> Iterator[str]:
    """Yield what was told for shorter periods that end in ``period``, then the last before it."""
    names = {event.period for event in state.about(item, answerer.name)}
    inside = {parse_period(name) for name in names if period.holds(name)}
    for each in sorted(inside, reverse=True):
        if each.months < period.months:
            yield from _said(item, *state.told(item, answerer.name, period=each.name))
    yield from _said(item, *state.told(item, answerer.name, before=period.first))


def _said(item: Item, told: Mapping[Told, Any], last: Event | None) -> Iterator[str]:
    """Yield what was told: the status and the amount, then the words."""
    if not last:
        return
    unit = f" {item.target.unit}" if item.target else ""
    done = told.get("done")
    heads = (told.get("status"), None if done is None else f"完成 {_value(done)}{unit}")
    when = f"{parse_period(last.period).title}：" if last.period else ""
    yield when + "，".join(filter(None, heads))
    words: dict[Told, str] = {"progress": "", "problem": "问题：", "next": "下一步："}
    for name, label in words.items():
        if said := told.get(name):
            yield label + clip(" ".join(said.split()), MOST_SAID)


def _value(value: Any) -> Any:
    """Return a value as a cell holds it: whole numbers without a point."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return held(value) if isinstance(value, str) else value
