"""``plan ledger undo``: take the last act back; its records stay, marked as undone."""

from typing import Annotated

from plan_cli.cli.ledgers import writer_name
from plan_cli.cli.options import BY_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.registering import undoing
from plan_cli.ledger.showing import told_of


@command("plan ledger undo", shows=())
def run(ledger: Ledger, by: Annotated[str | None, BY_OPTION] = None) -> Done:
    """Undo the last act."""
    with ledger.open(say) as desk, desk.writing(writer_name(by)) as act:
        event, undone = undoing(desk.store.events())
        act.add([event])
    day = undone[0].at[:10]
    when = "" if day == ledger.today.isoformat() else f"（{day} 登记的，要恢复请再登记或再合并）"
    lines = (f"  {told_of(each)}" for each in undone)
    return Done((f"已撤销 {len(undone)} 条记录{when}：", *lines))
