"""``plan ledger log``: all that happened, or what concerns an item or a unit."""

from typing import Annotated

import typer

from plan_cli.cli.commands.ledger.marks import ITEM
from plan_cli.cli.completion.metavars import PARTY_NAME
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.event import Event
from plan_cli.ledger.showing import log_report
from plan_cli.ledger.wanted import find_answerer, find_item


@command("plan ledger log", "plan ledger log 12.4", "plan ledger log --dept 科普部")
def run(
    ledger: Ledger,
    item: Annotated[str | None, typer.Argument(metavar=ITEM, help="任务、举措或指标")] = None,
    dept: Annotated[
        str | None, typer.Option("--dept", "-d", metavar=PARTY_NAME, help="只看一个单位的")
    ] = None,
) -> Shown:
    """Show the log."""
    with ledger.open(say) as desk:
        state, events = desk.state(), desk.store.events()
    units = {event.unit for event in events}
    unit = dept if dept in units else find_answerer(state, dept).name if dept else ""
    ids = state.items.parts(find_item(state, item)) if item else set()
    now = {event.number: event.item for event in state.events}

    def is_asked(event: Event) -> bool:
        id = now.get(event.number, event.item)
        return (not dept or event.unit == unit) and (not item or id in ids)

    holding = {event.act for event in state.events}
    return Shown(log_report(ledger.plan.document.heading, events, is_asked, holding))
