"""``plan schema``: the JSON Schema of plan files.

plan schema -o schema.json
"""

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import command
from plan_cli.planfile.json_schema import json_schema
from plan_cli.report import Report


@command("plan schema -o schema.json", only="json")
def run() -> Shown:
    """Print the JSON Schema."""
    report = Report("", (), (), layout="page", records=lambda: [json_schema()], single=True)
    return Shown(report)
