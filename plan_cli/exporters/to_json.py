"""The records as a JSON array, Chinese not escaped."""

import json

from plan_cli.report import Record, Report


def export(report: Report) -> str:
    """Return the records, indented, ending in a line end.

    Each is made text by itself: all at once take up far more memory.
    """
    if report.single:
        return _text(report.records()[0]) + "\n"
    texts = [_text(record).replace("\n", "\n  ") for record in report.records()]
    if not texts:
        return "[]\n"
    texts[0] = "[\n  " + texts[0]
    texts[-1] += "\n]\n"
    return ",\n  ".join(texts)


def _text(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)
