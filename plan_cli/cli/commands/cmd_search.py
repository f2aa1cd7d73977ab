"""``plan search``: measures that contain words."""

from typing import Annotated

import typer

from plan_cli.cli.options import TABLE_FORMS, command
from plan_cli.query.asked import Selection
from plan_cli.report import Report
from plan_cli.reports.found import search_report


@command(TABLE_FORMS, "plan search 乡村振兴", "plan search 科普 农村 --dept 科普部")
def run(
    selection: Selection,
    words: Annotated[
        list[str], typer.Argument(metavar="文字", help="几个词都要出现在同一条举措里")
    ],
) -> Report:
    """Find words in the document."""
    return search_report(selection, words)
