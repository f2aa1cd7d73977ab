"""The answers of several plans as one table, where each plan is a row of it."""

from collections.abc import Sequence

from plan_cli.report import Group, Report
from plan_cli.reports.many.joined import Part, summed_up


def join(parts: Sequence[Part]) -> Report:
    """Return the rows of ``parts`` one after another; they say themselves what they are about."""
    first = parts[0].report
    rows = tuple(row for part in parts for row in part.report.rows)
    return first._replace(
        groups=(Group(rows),),
        closing=tuple(summed_up([part.report for part in parts])),
        records=lambda: [record for part in parts for record in part.records],
    )
