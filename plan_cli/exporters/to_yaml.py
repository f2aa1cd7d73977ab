"""The JSON records in YAML (not a plan file)."""

from plan_cli.planfile import source as store
from plan_cli.report import Report


def export(report: Report) -> str:
    """Return the records as a YAML sequence."""
    return store.dump_records(report.records())
