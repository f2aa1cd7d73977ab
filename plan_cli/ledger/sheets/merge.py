"""What is taken of workbooks that came back: each cell against what it was and what the ledger has.

A cell that says what it said when the workbook was made tells nothing. One that changed is taken,
unless the ledger has changed as well and says something else: that is a conflict, which a person
decides. No I/O.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, Literal, NamedTuple

from plan_cli.errors import InputError, UsageError
from plan_cli.ledger.event import Event, Told, verified
from plan_cli.ledger.items import Item
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.sheets.amounts import COUNTS, goal_of, why_odd
from plan_cli.ledger.sheets.carried import AGAIN
from plan_cli.ledger.sheets.headings import TABLE
from plan_cli.ledger.sheets.returned import Answer, Odd, Returned
from plan_cli.ledger.sheets.typed_cells import parse_cell, parse_words, same
from plan_cli.ledger.state import State
from plan_cli.model.statuses import Status
from plan_cli.text import visible

CLOSED: Status = "已销号"
"""What the office alone says; a workbook that says something else would reopen the item."""
Side = Literal["theirs", "ours"]
"""Who is right in a conflict: the workbook or the ledger."""
NEEDING: tuple[Told, ...] = ("status", "due", "reason")
"""What says together whether a status has what it needs."""


class Conflict(NamedTuple):
    """A cell that changed, and so did the ledger, or another workbook of the same unit."""

    file: str
    cell: str
    item: str
    field: Told
    base: Any
    """What was told when the workbook was made."""
    ours: Any
    theirs: Any
    other: str = ""
    """The other workbook; empty: ``ours`` stands in the ledger."""


class Merged(NamedTuple):
    """What is taken, and what not."""

    events: tuple[Event, ...]
    taken: int
    """Cells."""
    unchanged: int
    """Cells that hold something, and nothing new."""
    odd: tuple[tuple[str, Odd], ...]
    """What a person has to know, with the file."""
    conflicts: tuple[Conflict, ...]


class _Change(NamedTuple):
    value: Any
    cell: str


def why_not(state: State, file: Returned) -> InputError | None:
    """Return why a workbook cannot belong to the ledger, if it cannot."""
    if file.plan != state.plan.name:
        message = f"是另一份文件的台账（{visible(file.plan, keep='')}）"
        return InputError(message, f"这里合并的是“{visible(state.plan.name, keep='')}”的。")
    if not any(file.unit == each.name for each in state.items.answerers):
        message = f"填报单位“{visible(file.unit, keep='')}”不在文件和成员名单里"
        return InputError(message, "请用 plan ledger collect --members 名单.yaml 补上，再合并。")
    try:
        known = parse_period(file.period).name
    except UsageError:
        known = ""
    if known != file.period:
        message = f"报告期“{visible(file.period, keep='')}”不是台账用的写法"
        return InputError(message, "请重新发一份，把填的内容抄过去。")
    return None


def merge(state: State, files: Sequence[Returned], side: Side | None = None) -> Merged:
    """Return what is taken of ``files``, all of which belong to the ledger.

    ``side`` decides the conflicts with the ledger; without it they are returned, as are those
    between workbooks, which it cannot decide.
    """
    merging = _Merging(state, side)
    for file in files:
        merging.take(file)
    return Merged(
        tuple(merging.events),
        merging.taken,
        merging.unchanged,
        tuple(merging.odd),
        tuple(merging.conflicts),
    )


class _Merging:
    """Goes through the workbooks, one by one."""

    def __init__(self, state: State, side: Side | None) -> None:
        self._state, self._side = state, side
        self._answering = {(item.id, answerer.name) for item, answerer in state.pairs()}
        self._before: dict[tuple[str, str, str, Told], tuple[Any, str]] = {}
        """What workbooks before told: the value and the file, by unit, period, item and field."""
        self.events: list[Event] = []
        self.taken = self.unchanged = 0
        self.odd: list[tuple[str, Odd]] = []
        self.conflicts: list[Conflict] = []

    def take(self, file: Returned) -> None:
        """Take one workbook."""
        self.odd += ((file.file, odd) for odd in (*_dated(self._state, file), *file.odd))
        for answer in file.answers:
            item = self._state.items.sent_as(answer.item, answer.fingerprint, answer.is_only)
            why = self._why_not(file, answer, item)
            if item is None or why:
                self._refuse_row(file, answer, why)
                continue
            changes = self._changes(file, answer, item)
            self._sound(file, item, changes)
            if changes:
                self._add(file, item, changes)

    def _why_not(self, file: Returned, answer: Answer, item: Item | None) -> tuple[str, str] | None:
        """Return why nothing can be told about an item any more, if so, and what to do."""
        if item is None:
            return f"发出后计划文件里的 {answer.item} 改过了", AGAIN
        if (item.id, file.unit) not in self._answering:
            hint = f"确由它承担时：plan ledger set {item.id} --dept {file.unit} --confirm"
            return f"{item.id} 现在不由 {visible(file.unit, keep='')} 负责", hint
        return None

    def _refuse_row(self, file: Returned, answer: Answer, why: tuple[str, str] | None) -> None:
        for field, given in answer.given.items():
            if given.shown and why and not same(given.words, parse_words(answer.base.get(field))):
                self.odd.append((file.file, Odd(given.cell, given.shown, *why)))

    def _changes(self, file: Returned, answer: Answer, item: Item) -> dict[Told, _Change]:
        """Return what one row tells anew; what cannot be read is told."""
        goal = goal_of(self._state, item, file.unit)
        year = parse_period(file.period).last.year
        ours, _ = self._state.told(item, file.unit, period=file.period)
        is_closed = self._state.told(item, file.unit)[0].get("status") == CLOSED
        changes: dict[Told, _Change] = {}
        for field, given in answer.given.items():
            base = answer.base.get(field)
            if same(given.words, parse_words(base)):
                self.unchanged += bool(given.shown)
                continue
            try:
                theirs = parse_cell(field, given, goal, year)
            except UsageError as error:
                odd = Odd(given.cell, given.shown, error.message, error.hint)
                self.odd.append((file.file, odd))
                continue
            conflict = Conflict(
                file.file, given.cell, item.id, field, base, ours.get(field), theirs
            )
            if field == "status" and is_closed and not same(theirs, conflict.ours):
                if theirs == "已完成":
                    self.unchanged += 1
                    continue
                conflict = conflict._replace(ours=CLOSED)
            if self._is_new(conflict, file):
                changes[field] = _Change(theirs, given.cell)
                if field == "done" and (
                    why := why_odd(self._state, item, file.unit, file.period, theirs)
                ):
                    odd = Odd(given.cell, given.shown, why, COUNTS, is_lost=False)
                    self.odd.append((file.file, odd))
            elif (file.file, given.cell) not in {each[:2] for each in self.conflicts}:
                self.unchanged += bool(given.shown)
        return changes

    def _is_new(self, each: Conflict, file: Returned) -> bool:
        """Say whether a cell is to be taken; what is not certain is a conflict."""
        if same(each.theirs, each.base):
            return False
        place = (file.unit, file.period, each.item, each.field)
        said, other = self._before.get(place, (None, ""))
        if other:
            if not same(each.theirs, said):
                self.conflicts.append(each._replace(ours=said, other=other))
            return False
        self._before[place] = (each.theirs, file.file)
        if same(each.theirs, each.ours):
            return False
        if not same(each.ours, each.base) and self._side != "theirs":
            if self._side is None:
                self.conflicts.append(each)
            return False
        return True

    def _sound(self, file: Returned, item: Item, changes: dict[Told, _Change]) -> None:
        """Take out of ``changes`` a status that lacks what it needs, and what it then needs."""
        until = parse_period(file.period).last + timedelta(days=1)
        known, _ = self._state.told(item, file.unit, before=until)
        own, _ = self._state.told(item, file.unit, period=file.period)
        limits = self._state.limits(item, file.unit, parse_period(file.period))
        while any(field in changes for field in NEEDING):
            status = changes["status"].value if "status" in changes else known.get("status")
            kept = known if known.get("status") == status else own
            told = kept | {field: change.value for field, change in changes.items()}
            told["status"] = status
            due = changes["due"].value if "due" in changes else None
            event = Event("report", item.id, status=status, due=due)
            try:
                if due or "status" in changes or status in ("延期", "中止"):
                    verified(event, told, limits)
                return
            except UsageError as error:
                moved = due and (status != "延期" or due < max(limits.values()))
                wrong: Told = (
                    "due" if moved else next(field for field in NEEDING if field in changes)
                )
                change = changes.pop(wrong)
                shown = parse_words(change.value) or "（空）"
                odd = Odd(change.cell, shown, error.message, error.hint)
                self.odd.append((file.file, odd))

    def _add(self, file: Returned, item: Item, changes: dict[Told, _Change]) -> None:
        _, last = self._state.told(item, file.unit, period=file.period)
        values = {name: each.value for name, each in changes.items() if each.value is not None}
        event = Event(
            "correction" if last else "report",
            item.id,
            file.unit,
            file.period,
            **values,
            cleared=tuple(name for name in changes if name not in values),
            file=file.file,
            sheet=TABLE,
            cell=",".join(each.cell for each in changes.values()),
        )
        self.events.append(event)
        self.taken += len(changes)


def _dated(state: State, file: Returned) -> Iterator[Odd]:
    """Yield what is to be said of a workbook of another period than the last one sent out."""
    last = state.settings.period
    if last and last.name != file.period:
        message = f"是 {parse_period(file.period).title}的表，最近发出的是 {last.title}的"
        yield Odd("", "", message, "内容记在它自己的报告期。", False)
