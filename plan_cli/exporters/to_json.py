"""The records as a JSON array, Chinese not escaped."""

import json

from plan_cli.report import Report


def export(report: Report) -> str:
    """Return the records, indented, ending in a line end."""
    return json.dumps(list(report.records()), ensure_ascii=False, indent=2) + "\n"
