"""``plan ledger init``: make the ledger of a plan, once."""

from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import FILE
from plan_cli.cli.ledgers import writer_name
from plan_cli.cli.options import BY_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.ledger.carrying import read_events
from plan_cli.ledger.event import Event
from plan_cli.planfile.source import open_text, shown_name
from plan_cli.text import visible


@command(
    "plan ledger init",
    "plan ledger init -p plan2023.yaml -l 台账2023.db",
    "plan ledger init --from 台账.jsonl",
    shows=(),
)
def run(
    ledger: Ledger,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar=FILE, help="装入 plan ledger export 导出的 jsonl"),
    ] = None,
    by: Annotated[str | None, BY_OPTION] = None,
) -> Done:
    """Make a ledger."""
    events = _events(source) if source else []
    ledger.create(writer_name(by), events)
    loaded = f"，装入 {len(events)} 条记录" if source else ""
    return Done((f"已建台账 {visible(str(ledger.path), keep='')}{loaded}",))


def _events(name: str) -> list[Event]:
    return read_events(shown_name(name), open_text(name).text)
