"""``plan schema``: the JSON Schema of plan files."""

from plan_cli.cli.options import command
from plan_cli.planfile.json_schema import json_schema
from plan_cli.report import Layout, Report


@command(("json",), "plan schema -o schema.json")
def run() -> Report:
    """Print the JSON Schema."""
    return Report("", (), (), layout=Layout.PAGE, records=lambda: [json_schema()], single=True)
