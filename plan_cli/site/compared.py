"""What has changed since the year before: the report of ``plan diff``, and whom a row concerns."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_cli.comparison.changes import Change, Comparison, compare, find_in_both
from plan_cli.model.plan import Entry, Plan
from plan_cli.query.naming import PLAN_MARK
from plan_cli.query.reach import parties
from plan_cli.report import Cell, Group, Marked, Report, Row, cell_text
from plan_cli.reports.differences import MOVED, difference_report
from plan_cli.site.cards import anchor
from plan_cli.site.data import EVERY_ROLE
from plan_cli.site.elements import Content, Html, element

TAGS = {"added": "ins", "removed": "del"}


class Labelled(NamedTuple):
    """A plan, and what it is called beside the others."""

    label: str
    plan: Plan


class _Compared(NamedTuple):
    """Two plans compared."""

    old: Labelled
    new: Labelled
    report: Report
    changes: dict[tuple[str, str], Change]
    """By the ids before and now."""
    for_each: Sequence[Comparison]
    """The comparison narrowed to each party of the new plan."""

    def change(self, row: Row) -> Change:
        return self.changes[
            cell_text(self.cell(row, "旧编号")), cell_text(self.cell(row, "新编号"))
        ]

    def cell(self, row: Row, heading: str) -> Cell:
        headings = [column.heading for column in self.report.columns]
        return row.cells[headings.index(heading)]

    def concerned(self, row: Row) -> list[int]:
        """Return whom a row is for, by their places among the parties."""
        change = self.change(row)
        return [i for i, comparison in enumerate(self.for_each) if comparison.tells(change)]


def changes_box(old: Labelled, new: Labelled) -> Html:
    """Return what has changed from ``old`` to ``new``."""
    found = _compared(old, new)
    report = found.report
    return element(
        "details",
        element("summary", element("h2", "与上年相比")),
        element("p", report.heading[0], class_="hint"),
        element("div", *(element("p", line) for line in _whole(report)), class_="whole"),
        element("p", class_="own"),
        *_groups(found),
        class_="box changes",
    )


def _compared(old: Labelled, new: Labelled) -> _Compared:
    comparison = compare(old.plan, new.plan)
    asked = [find_in_both(old.plan, new.plan, party.name) for party in parties(new.plan)]
    return _Compared(
        old,
        new,
        difference_report(comparison),
        {(_id(each.old), _id(each.new)): each for each in comparison.changes},
        [comparison._replace(asked=(each,)) for each in asked],
    )


def _id(entry: Entry | None) -> str:
    return entry.id if entry else ""


def _whole(report: Report) -> Iterator[str]:
    yield from report.closing
    yield from (f"{group.heading}。" for group in report.groups if group.folded)


def _groups(found: _Compared) -> Iterator[Html]:
    """Yield the groups of the report, what is the same left out unless it concerns somebody."""
    moved: list[Row] = []
    for group in found.report.groups:
        if group.folded:
            moved += [row for row in group.rows if found.concerned(row)]
        else:
            yield _group(found, group, "group")
    if moved:
        yield _group(found, Group(tuple(moved), f"{MOVED}（{len(moved)}）"), "group moved")


def _group(found: _Compared, group: Group, kind: str) -> Html:
    figure = f"（{len(group.rows)}）"
    heading = element(
        "h3", group.heading.removesuffix(figure), element("span", figure, class_="figure")
    )
    rows = (_row(found, row, group.heading) for row in group.rows)
    return element("div", heading, element("ul", *rows), class_=kind, hidden="moved" in kind)


def _row(found: _Compared, row: Row, heading: str) -> Html:
    change = found.change(row)
    roles = [each.roles(each.asked[0], change) for each in found.for_each]
    before, now = zip(*roles, strict=True) if roles else ((), ())
    how = cell_text(found.cell(row, "变化"))
    which = (
        *_links(found, change),
        element("b", cell_text(found.cell(row, "任务"))),
        None if how in heading else element("small", how),
    )
    return element(
        "li",
        element("p", *which, class_="which"),
        element("p", class_="why", hidden=True),
        element("p", *_marked(found.cell(row, "改动")), class_="told"),
        data_for=" ".join(map(str, found.concerned(row))),
        data_before="".join(str(EVERY_ROLE.index(role)) for role in before),
        data_now="".join(str(EVERY_ROLE.index(role)) for role in now),
    )


def _links(found: _Compared, change: Change) -> Iterator[Content]:
    """Yield links to the task as it was, where it is gone or has another id, and as it is."""
    old, new = change.old, change.new
    if old and (not new or old.id != new.id):
        yield _link(found.old.label, old)
    if old and new and old.id != new.id:
        yield "→"
    if new:
        yield _link(found.new.label, new)


def _link(label: str, entry: Entry) -> Html:
    return element("a", entry.id, href=f"#{anchor(f'{label}{PLAN_MARK}{entry.id}')}")


def _marked(cell: Cell) -> Iterator[Content]:
    parts = cell.parts if isinstance(cell, Marked) else ((cell_text(cell), None),)
    for text, mark in parts:
        yield element(TAGS[mark], text) if mark in TAGS else text
