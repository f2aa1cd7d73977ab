"""``plan ledger report``: the 通报 of a period."""

from typing import Annotated

from plan_cli.cli.ledgers import asked_period
from plan_cli.cli.options import PERIOD_OPTION
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.telling.bulletin import bulletin
from plan_cli.ledger.telling.tally import Tally


@command(
    "plan ledger report --period 2022Q2",
    "plan ledger report --period 2022Q2 -o 通报.docx",
    "plan ledger report --period 2022H1 -o 通报.xlsx",
)
def run(ledger: Ledger, period: Annotated[str | None, PERIOD_OPTION] = None) -> Shown:
    """Show the 通报."""
    with ledger.open(say) as desk:
        state = desk.state()
    return Shown(bulletin(Tally(state, asked_period(state, period)), ledger.today))
