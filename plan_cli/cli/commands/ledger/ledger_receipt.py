"""``plan ledger receipt``: somebody has signed for what was handed out."""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import PARTY
from plan_cli.cli.ledgers import asked_period, writer_name
from plan_cli.cli.options import BY_OPTION, PERIOD_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.errors import UsageError
from plan_cli.ledger.event import Event
from plan_cli.ledger.showing import told_of
from plan_cli.ledger.wanted import find_answerer


@command(
    "plan ledger receipt 科普部 学会学术部", "plan ledger receipt 科普部 --person 张三", shows=()
)
def run(
    ledger: Ledger,
    depts: Annotated[
        list[str] | None, typer.Argument(metavar=PARTY, help="签收的单位，可以写几个")
    ] = None,
    person: Annotated[str | None, typer.Option("--person", metavar="姓名", help="签收人")] = None,
    period: Annotated[str | None, PERIOD_OPTION] = None,
    by: Annotated[str | None, BY_OPTION] = None,
) -> Done:
    """Record receipts."""
    if not depts:
        raise UsageError("请写明签收的单位", "如：plan ledger receipt 科普部")
    with ledger.open(say) as desk, desk.writing(writer_name(by)) as act:
        term = asked_period(act.state, period).name
        units = [find_answerer(act.state, dept).name for dept in depts]
        events = [Event("receipt", "", unit, term, person=person) for unit in dict.fromkeys(units)]
        act.add(events)
    return Done(tuple(f"已登记：{told_of(event)}" for event in events))
