"""``plan ledger check``: whether a ledger is whole."""

from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.verifying import faults
from plan_cli.text import visible


@command("plan ledger check", shows=())
def run(ledger: Ledger) -> Done:
    """Check a ledger."""
    with ledger.open(say) as desk:
        found = [visible(each, keep="") for each in faults(desk)]
        standings = len(desk.state().each())
        events = len(desk.store.events())
    if found:
        return Done((*found, f"台账有 {len(found)} 处问题。"), 1)
    return Done((f"台账完好：{events} 条记录，{standings} 行进展。",))
