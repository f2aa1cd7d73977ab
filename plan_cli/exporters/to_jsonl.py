"""The records as JSON, one to a line, Chinese not escaped."""

import json

from plan_cli.report import Report


def export(report: Report) -> str:
    """Return one line for each record."""
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in report.records())
