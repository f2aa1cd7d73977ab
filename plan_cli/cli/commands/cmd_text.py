"""``plan text``: the document as it is."""

from plan_cli.cli.options import command
from plan_cli.model.plan import Plan
from plan_cli.report import Report
from plan_cli.reports.document import fulltext


@command(("table", "txt", "md", "html", "docx"), "plan text", "plan text -o 原文.docx")
def run(plan: Plan) -> Report:
    """Print the document."""
    return fulltext(plan)
