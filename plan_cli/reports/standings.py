"""How far things are, as a ledger knows it: the columns, rows and fields that reports add.

Without a ledger (``seen`` is ``None``) they add nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from plan_cli.model.known import Seen, Standing
from plan_cli.model.plan import Entry, Role, Step
from plan_cli.model.statuses import LIGHT_NAMES, LIGHTS, STATUSES, DueBy, Light
from plan_cli.query.figures import day_text, deadlines_of, numbered
from plan_cli.query.states import UNTOLD, status_name
from plan_cli.records import deadline_record, target_record, task_record
from plan_cli.report import CONFIRMED, Cell, Coded, Column, Group, Record, Row
from plan_cli.text import listed

T = TypeVar("T")

PROGRESS = "进展（台账）"
QUOTATION = "原文"
"""The heading of the column with the document's own words for a number or a date."""
BAR = 10
"""How many boxes a whole amount takes."""
DUE_MARKS: dict[DueBy, str] = {
    "document": "",
    "office": "（办公室计划）",
    "unit": "（已调整）",
}
"""Whose a date is, where it is not the document's."""
LEAD = "牵头（办公室指定）"


def as_of(seen: Seen | None) -> tuple[str, ...]:
    """Return the line for headings that says of which day the progress is."""
    return (f"进展：据台账，截至{day_text(seen.known.today)}",) if seen else ()


def state_text(standing: Standing | None) -> str:
    """Return status and light in words: ``推进中 黄灯``, ``未报``, ``推进中（有未报）``.

    Behind them it says of a unit that the office confirmed it.
    """
    if standing is None:
        return ""
    return _state_text(standing) + (f"　{CONFIRMED}" if standing.confirmed else "")


def _state_text(standing: Standing) -> str:
    if standing.light != "grey":
        return f"{status_name(standing)} {LIGHT_NAMES[standing.light]}"
    if standing.status in (None, "中止"):
        return standing.status or UNTOLD
    return f"{standing.status}（有未报）"


def words_text(standing: Standing | None) -> str:
    """Return what was last said of it, with the period: ``已开展3期（2022年第二季度）``."""
    if standing is None or not standing.progress:
        return ""
    period = f"（{standing.period_title}）" if standing.period_title else ""
    return standing.progress + period


def new_due(standing: Standing | None) -> Coded | None:
    """Return the date that holds now, where it is not the document's."""
    if standing is None or standing.due is None or standing.due_by == "document":
        return None
    text = day_text(standing.due) + DUE_MARKS[standing.due_by]
    return Coded(standing.due.isoformat(), text)


def amount_text(standing: Standing) -> str:
    """Return how much is done of what is to be reached: ``■■■□□□□□□□ 3/10（30%）``."""
    if standing.done is None:
        return ""
    if not standing.goal:
        return f"{standing.done:.10g}"
    share = standing.done / standing.goal
    full = max(0, min(BAR, int(share * BAR)))
    bar = "■" * full + "□" * (BAR - full)
    return f"{bar} {standing.done:.10g}/{standing.goal:.10g}（{int(share * 100)}%）"


def making_room(columns: Sequence[Column[T]], seen: Seen | None) -> tuple[Column[T], ...]:
    """Return ``columns``; where progress is told, quotations stand in sheets only."""
    return tuple(
        column._replace(on="sheet") if seen and column.heading == QUOTATION else column
        for column in columns
    )


def state_columns(
    seen: Seen | None, id_of: Callable[[T], str], helper: bool = False
) -> tuple[Column[T], ...]:
    """Return columns that tell how far the thing with the id ``id_of`` is.

    The last three of a sheet are status, light and last words. ``helper``: only these.
    """
    if seen is None:
        return ()

    def of(item: T) -> Standing | None:
        return seen.of(id_of(item))

    def words(item: T) -> Cell:
        standing = of(item)
        return Coded(standing.progress, words_text(standing)) if standing else None

    pages: tuple[Column[T], ...] = (
        Column("进展", 6, lambda item: state_text(of(item)), on="page"),
        Column("最近进展", 16, lambda item: words_text(of(item)), on="page"),
    )
    sheets: tuple[Column[T], ...] = (
        Column("状态", 5, lambda item: _status(of(item)), on="sheet", helper=helper),
        Column("亮灯", 4, lambda item: light_cell(of(item)), on="sheet", helper=helper),
        Column("最近进展", 16, words, on="sheet", helper=helper),
    )
    return sheets if helper else (*pages, *sheets)


def _status(standing: Standing | None) -> str | None:
    return standing.status if standing else None


def light_cell(standing: Standing | None) -> Coded | None:
    """Return a light for programs and for people."""
    return Coded(standing.light, LIGHT_NAMES[standing.light]) if standing else None


def reported(seen: Seen, id: str) -> list[Standing]:
    """Return the standings of those that told an amount of a target."""
    return [each for each in seen.each(id) if each.done is not None]


def count_rows(seen: Seen | None, ids: Iterable[str]) -> Iterator[Row]:
    """Yield how many things are how far: a row by status, and one by light."""
    standings = [each for id in ids if seen and (each := seen.of(id))]
    if not standings:
        return
    statuses = Counter(each.status or UNTOLD for each in standings)
    lights = light_counts(standings)
    yield Row(("状态", _counted([(name, statuses[name]) for name in (*STATUSES, UNTOLD)])))
    yield Row(("亮灯", _counted([(LIGHT_NAMES[light], n) for light, n in lights.items()])))


def light_counts(standings: Iterable[Standing]) -> dict[Light, int]:
    """Return how many have each light, most urgent first."""
    counts = Counter(each.light for each in standings)
    return {light: counts[light] for light in LIGHTS}


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    return " · ".join(f"{name} {count}" for name, count in counts if count)


def progress_group(seen: Seen | None, ids: Sequence[str]) -> Group:
    """Return how far each item of the tasks or measures ``ids`` is, unit by unit.

    Who has said nothing is told in one row an item.
    """
    items: dict[str, list[Standing]] = {}
    for each in (each for id in ids if seen for each in seen.each(id)):
        items.setdefault(each.item, []).append(each)
    rows: list[Row] = []
    for item, standings in items.items():
        silent: dict[str, list[str]] = {}
        for each in standings:
            if each.at or each.lead or each.confirmed or each.due_by != "document":
                rows.append(Row((item, f"{each.unit}：{_whole(each)}")))
            else:
                silent.setdefault(state_text(each), []).append(each.unit)
        rows += (Row((item, f"{text}：{listed(units)}")) for text, units in silent.items())
    return Group(tuple(rows), PROGRESS, f"截至{day_text(seen.known.today)}" if seen else "")


def _whole(standing: Standing) -> str:
    """Return all that is known of one item for one unit, in one line."""
    moved = new_due(standing)
    why = f"，原因：{standing.reason}" if standing.reason else ""
    told = (
        ("问题：", standing.problem),
        ("下一步：", standing.next),
        ("责任人：", standing.person),
        ("佐证：", standing.evidence),
    )
    parts = [
        state_text(standing),
        LEAD if standing.lead else "",
        amount_text(standing),
        f"时限 {moved.name}{why}" if moved else why.lstrip("，"),
        words_text(standing),
        *(label + words for label, words in told if words),
    ]
    return "；".join(filter(None, parts))


def record_of(
    entry: Entry,
    role: Role | None = None,
    steps: Sequence[Step] | None = None,
    seen: Seen | None = None,
) -> Record:
    """Return the record of a task, with how far it, its measures and its targets are."""
    record = task_record(entry, role, steps)
    if seen is None:
        return record
    for measure in record["measures"]:
        measure["state"] = state_record(seen.of(measure["id"]))
    record["targets"] = [
        {**target_record(entry, stated.figure), **target_state(seen, id)}
        for id, stated in numbered([entry])
    ]
    record["deadlines"] = [
        {**deadline_record(entry, stated.figure), **deadline_state(seen, stated.duty.id)}
        for stated in deadlines_of([entry])
    ]
    return {**record, "state": state_record(seen.of(entry.id))}


def target_state(seen: Seen | None, id: str) -> Record:
    """Return the fields that a target gets: what is done, if one alone told it, and by whom."""
    if seen is None:
        return {}
    told = reported(seen, id)
    return {
        "done": told[0].done if len(told) == 1 else None,
        "done_by": [{"unit": each.unit, "done": each.done, "goal": each.goal} for each in told],
    }


def deadline_state(seen: Seen | None, id: str) -> Record:
    """Return the field that a deadline gets where another date holds."""
    due = new_due(seen.of(id)) if seen else None
    return {"due_now": due.code} if due else {}


def state_record(standing: Standing | None) -> Record | None:
    """Return how far something is, for programs; ``None`` where nobody answers for it."""
    if standing is None:
        return None
    return {
        "status": standing.status,
        "light": standing.light,
        "progress": standing.progress or None,
        "period": standing.period or None,
        "due": standing.due.isoformat() if standing.due else None,
    }
