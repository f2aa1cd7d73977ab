"""The page: what answers about one thing look like, labels on the left and text on the right."""

from collections.abc import Callable, Iterable, Sequence

from plan_cli.report import AnyColumn, Column, Group, Record, Report, Row, no_records

LABELLED: tuple[AnyColumn, ...] = (Column("", 6, ids=True), Column("", 40))
"""The two columns of a page: labels, ids among them, and text."""


def page(
    title: str,
    groups: Iterable[Group],
    heading: tuple[str, ...] = (),
    closing: tuple[str, ...] = (),
    hints: tuple[str, ...] = (),
    records: Callable[[], Sequence[Record]] = no_records,
) -> Report:
    """Return a report laid out as a page; groups without rows are left out."""
    kept = tuple(group for group in groups if group.rows)
    return Report(title, LABELLED, kept, heading, closing, hints, "page", records)


def labelled(*pairs: tuple[str, str | None]) -> tuple[Row, ...]:
    """Return rows of label and text, without those that have no text."""
    return tuple(Row((label, text)) for label, text in pairs if text)
