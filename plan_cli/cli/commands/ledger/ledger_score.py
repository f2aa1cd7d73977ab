"""``plan ledger score``: the points of each unit in a period."""

from typing import Annotated

from plan_cli.cli.ledgers import asked_period
from plan_cli.cli.options import PERIOD_OPTION
from plan_cli.cli.output import Shown
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.telling.score import scores
from plan_cli.ledger.telling.tally import Tally


@command("plan ledger score --period 2022Q2", "plan ledger score --period 2022Q2 -o 考评.xlsx")
def run(ledger: Ledger, period: Annotated[str | None, PERIOD_OPTION] = None) -> Shown:
    """Show the points."""
    with ledger.open(say) as desk:
        state = desk.state()
    return Shown(scores(Tally(state, asked_period(state, period)), ledger.today))
