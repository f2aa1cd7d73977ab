"""``plan ledger init``: make the ledger of a plan, once."""

from typing import Annotated

from plan_cli.cli.ledgers import writer_name
from plan_cli.cli.options import BY_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.text import visible


@command("plan ledger init", "plan ledger init -p plan2023.yaml -l 台账2023.db", shows=())
def run(ledger: Ledger, by: Annotated[str | None, BY_OPTION] = None) -> Done:
    """Make a ledger."""
    ledger.create(writer_name(by))
    return Done((f"已建台账 {visible(str(ledger.path), keep='')}",))
