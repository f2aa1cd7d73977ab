"""``plan ledger remind``: a text for each unit that owes something."""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import FOLDER_NAME, PARTY
from plan_cli.cli.days import parse_day
from plan_cli.cli.folder import Batch, folder_for
from plan_cli.cli.ledgers import asked_period
from plan_cli.cli.options import FILTER_PANEL, LEDGER_PANEL, OUTPUT_PANEL, PERIOD_OPTION
from plan_cli.cli.output import Done, Shown
from plan_cli.cli.spec import Into, Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.telling.reminder import Asking, owing, reminder, reminders


@command(
    "plan ledger remind",
    "plan ledger remind --dept 科普部",
    "plan ledger remind --until 7月10日 -o 催办/",
    shows=["letter"],
)
def run(
    ledger: Ledger,
    dept: Annotated[
        list[str] | None,
        typer.Option(
            "--dept", "-d", metavar=PARTY, help="只催它们（可重复）", rich_help_panel=FILTER_PANEL
        ),
    ] = None,
    period: Annotated[str | None, PERIOD_OPTION] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until", metavar="日期", help="请在哪一天以前回复", rich_help_panel=LEDGER_PANEL
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar=FOLDER_NAME,
            help="每个单位一份，写入文件夹（默认 txt）",
            rich_help_panel=OUTPUT_PANEL,
        ),
        Into(folder_for("催办", "催办", "txt")),
    ] = None,
) -> Shown | Batch | Done:
    """Show or write the reminders."""
    with ledger.open(say) as desk:
        state = desk.state()
    day = parse_day(until, ledger.today) if until else None
    asking = Asking(ledger.today, asked_period(state, period), day)
    found = owing(state, asking, dept or ())
    if not found:
        return Done(("没有需要催办的单位。",))
    if not output:
        return Shown(reminders(state, asking, found))
    return Batch(tuple((each.unit, reminder(state, asking, each)) for each in found))
