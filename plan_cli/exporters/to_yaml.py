"""The JSON records in YAML (not a plan file)."""

from plan_cli.planfile.writing import write_records
from plan_cli.report import Report


def export(report: Report) -> str:
    """Return the records as a YAML sequence."""
    return write_records(report.records())
