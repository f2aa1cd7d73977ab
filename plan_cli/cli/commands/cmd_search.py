"""``plan search WORD…``: measures that contain words.

plan search 乡村振兴
plan search 科普 农村 --dept 科普部
"""

from typing import Annotated

import typer

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import FilteredSelection, command
from plan_cli.reports.found import search_report


@command("plan search 乡村振兴", "plan search 科普 农村 --dept 科普部", many="joined")
def run(
    selection: FilteredSelection,
    words: Annotated[
        list[str], typer.Argument(metavar="文字", help="几个词都要出现在同一条举措里")
    ],
) -> Shown:
    """Find words in the document."""
    return Shown(search_report(selection, words))
