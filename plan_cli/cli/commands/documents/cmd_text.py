"""``plan text``: the document as it is.

plan text
plan text -o 原文.docx
"""

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import WholePlan, command
from plan_cli.reports.overview import fulltext


@command("plan text", "plan text -o 原文.docx", shows=["letter"])
def run(plan: WholePlan) -> Shown:
    """Print the document."""
    return Shown(fulltext(plan))
