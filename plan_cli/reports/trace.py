"""Key tasks, the work points that carry them out, and the gaps."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan_cli.model.plan import Entry
from plan_cli.query.asked import Selection
from plan_cli.query.counting import fixed, tally
from plan_cli.query.links import Linked, Traces, trace
from plan_cli.report import Column, Group, Record, Report, filled
from plan_cli.reports.wordings import STRENGTH_NAMES, display_title, named_text, title_notes


class _Line(NamedTuple):
    """One row: a link; or a task that has none, which stands where work points stand."""

    key: Entry | None
    task: Entry
    link: Linked | None = None


def trace_report(selection: Selection, keys: Iterable[str] = ()) -> Report:
    """Return the links grouped by key task, both notes side by side, and the gaps."""
    found = trace(selection, keys)
    columns = _columns(found)
    entries = [e for link in found.links for e in (link.key, link.point)] + [*found.unserved]
    return Report(
        title=f"{found.keys}的落实",
        heading=(selection.heading, *selection.headlines),
        columns=columns,
        groups=(*_key_groups(found, columns), *_gap_groups(found, columns)),
        closing=(*_closing(found), *title_notes(entries)),
        records=lambda: [*map(_record, found.links), *_gap_records(found)],
    )


def _columns(found: Traces) -> tuple[Column[_Line], ...]:
    return (
        Column("重点", 4, lambda line: line.key and line.key.id, on="sheet", ids=True),
        Column(found.keys, 14, lambda line: line.key and display_title(line.key), on="sheet"),
        Column("编号", 4, lambda line: line.task.id, ids=True),
        Column("任务", 12, lambda line: display_title(line.task)),
        Column("落实", 4, lambda line: STRENGTH_NAMES[line.link.strength] if line.link else "无"),
        Column(
            f"{found.keys}的责任部门", 20, lambda line: line.link and line.link.key.note, on="sheet"
        ),
        Column("责任部门", 20, lambda line: line.task.note),
        Column(f"仅{found.keys}点名", 8, lambda line: line.link and named_text(line.link.only_key)),
        Column(
            f"仅{found.points}点名", 8, lambda line: line.link and named_text(line.link.only_point)
        ),
    )


def _key_groups(found: Traces, columns: tuple[Column[_Line], ...]) -> Iterator[Group]:
    by_key: dict[str, list[Linked]] = {}
    for link in found.links:
        by_key.setdefault(link.key.id, []).append(link)
    for links in by_key.values():
        key = links[0].key
        lines = [_Line(link.key, link.point, link) for link in links]
        yield Group(filled(columns, lines), f"{key.id}　{display_title(key)}", key.note)


def _gap_groups(found: Traces, columns: tuple[Column[_Line], ...]) -> Iterator[Group]:
    unserved = [_Line(entry, entry) for entry in found.unserved]
    unserving = [_Line(None, entry) for entry in found.unserving]
    for lines, heading in (
        (unserved, f"没有{found.points}落实的{found.keys}"),
        (unserving, f"没有对应{found.keys}的{found.points}"),
    ):
        if lines:
            yield Group(filled(columns, lines), f"{heading}（{len(lines)}）")


def _closing(found: Traces) -> tuple[str, ...]:
    keys = len({link.key.id for link in found.links})
    points = len({link.point.id for link in found.links})
    key, point = fixed(found.keys), fixed(found.points)
    gaps = f"没有落实的{key} {{}} 项，没有对应{key}的{point} {{}} 项。"
    several = f"{{}} 项{key}由 {{}} 项{point}落实；{gaps}"
    return (
        tally(several, keys, points, len(found.unserved), len(found.unserving)),
        "对应关系和“直接”“部分”是整理者的判断，文件没有写明。",
    )


def _record(link: Linked) -> Record:
    return {
        "from": link.key.id,
        "to": link.point.id,
        "strength": link.strength,
        "from_note": link.key.note,
        "to_note": link.point.note,
        "only_from": list(link.only_key),
        "only_to": list(link.only_point),
    }


def _gap_records(found: Traces) -> Iterator[Record]:
    for entry in (*found.unserved, *found.unserving):
        key = entry in found.unserved
        yield {
            "from": entry.id if key else None,
            "to": None if key else entry.id,
            "strength": None,
            "from_note": entry.note if key else None,
            "to_note": None if key else entry.note,
            "only_from": [],
            "only_to": [],
        }
