"""``plan ledger close``: the office finds an item done (销号)."""

from typing import Annotated

import typer

from plan_cli.cli.commands.ledger.marks import ITEM
from plan_cli.cli.completion.metavars import PARTY_NAME
from plan_cli.cli.ledgers import writer_name
from plan_cli.cli.options import BY_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.registering import closed
from plan_cli.ledger.showing import told_of
from plan_cli.ledger.wanted import find_item


@command(
    "plan ledger close 12.4 --evidence 验收单.pdf",
    "plan ledger close 12.4 --dept 科普部 --evidence 验收单.pdf",
    shows=(),
)
def run(
    ledger: Ledger,
    item: Annotated[str, typer.Argument(metavar=ITEM, help="任务、举措或指标")],
    evidence: Annotated[
        str | None,
        typer.Option("--evidence", metavar="文字", help="佐证：文件名或说明；单位报过的可以不写"),
    ] = None,
    dept: Annotated[
        list[str] | None,
        typer.Option("--dept", "-d", metavar=PARTY_NAME, help="哪些单位的；默认负责它的全部单位"),
    ] = None,
    by: Annotated[str | None, BY_OPTION] = None,
) -> Done:
    """Close an item."""
    with ledger.open(say) as desk, desk.writing(writer_name(by)) as act:
        events = closed(act.state, find_item(act.state, item), dept or (), evidence)
        act.add(events)
    return Done(tuple(f"已登记：{told_of(event)}" for event in events))
