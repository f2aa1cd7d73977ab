"""``plan ledger export``: all events, every field; another ledger can begin with them."""

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.showing import export_report


@command(
    "plan ledger export -o 台账.jsonl",
    "plan ledger export -o 台账.xlsx",
    shows=("table", "events"),
)
def run(ledger: Ledger) -> Shown:
    """Export the events."""
    with ledger.open(say) as desk:
        return Shown(export_report(ledger.plan.document.heading, desk.store.events()))
