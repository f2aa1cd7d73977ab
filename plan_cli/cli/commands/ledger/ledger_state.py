"""``plan ledger state``: how far everything is, for each item and each who answers for it."""

from plan_cli.cli.output import Shown
from plan_cli.cli.spec import Ledger, LedgerSelection, command
from plan_cli.cli.streams import say
from plan_cli.ledger.showing import state_report


@command(
    "plan ledger state",
    "plan ledger state 科普部",
    "plan ledger state --json",
    "plan ledger state -o 进展.xlsx",
)
def run(ledger: Ledger, selection: LedgerSelection) -> Shown:
    """Show the present state."""
    with ledger.open(say) as desk:
        return Shown(state_report(desk.state(), selection))
