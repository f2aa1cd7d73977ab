"""The records as a JSON array, Chinese not escaped."""

import json

from plan_cli.report import Report


def export(report: Report) -> str:
    """Return the records, indented, ending in a line end."""
    records = list(report.records())
    shown = records[0] if report.single else records
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
