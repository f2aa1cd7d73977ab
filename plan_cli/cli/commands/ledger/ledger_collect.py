"""``plan ledger collect``: one workbook for each who answers, to be filled in and sent back.

plan ledger collect --period 2022Q2 -o 台账/
plan ledger collect --period 2022Q2 --members 名单.yaml -o 台账/
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from plan_cli.cli.completion.metavars import FILE, PARTY
from plan_cli.cli.destination import Destination
from plan_cli.cli.folder import Files, folder_for
from plan_cli.cli.ledgers import writer_name
from plan_cli.cli.options import BY_OPTION
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.cli.terminal.progress import shown_progress
from plan_cli.errors import UsageError
from plan_cli.ledger.bodies import read_bodies
from plan_cli.ledger.desk import Place
from plan_cli.ledger.event import TELLING, Event
from plan_cli.ledger.items import Members
from plan_cli.ledger.periods import Period, parse_period
from plan_cli.ledger.sheets.collecting import Handouts, handouts, unlisted
from plan_cli.ledger.sheets.workbook import Round
from plan_cli.ledger.state import State
from plan_cli.ledger.wanted import another_year
from plan_cli.text import listed

EXAMPLE = "plan ledger collect --period 2022Q2 -o 台账/"


class Collecting(NamedTuple):
    """Workbooks to make and write; the ledger keeps for which period, and who is in a kind."""

    place: Place
    period: Period
    names: Sequence[str]
    members: Members
    by: str

    def deliver(self, destination: Destination) -> int:
        """Write the workbooks: with what the ledger keeps of them, or neither."""
        with self.place.open(say) as desk, desk.writing(self.by) as act:
            said = {"period": self.period.name, "members": self.members}
            event = Event("setting", note=json.dumps(said, ensure_ascii=False))
            act.add([event])
            state = State(desk.plan, (*act.state.events, event), self.place.today)
            found = handouts(state, self.names)
            if not found.given:
                raise UsageError(f"没有事项要填报：{listed(found.idle)}", "请换一个单位。")
            given = Round(state, self.period, self.place.today.isoformat(), self.place.path.name)
            with shown_progress("正在做填报表", "份") as progress:
                contents = tuple(found.made(given, progress))
            code = Files(contents).deliver(destination)
        for line in _told(state, found, self.period):
            say(line)
        return code


@command(
    EXAMPLE,
    "plan ledger collect --period 2022-05 --dept 科普部 -o 台账/",
    "plan ledger collect --period 2022H1 --members 名单.yaml -o 台账/",
    shows=(),
    only="xlsx",
    folder=folder_for("plan ledger collect", "台账", "xlsx"),
)
def run(
    ledger: Ledger,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="报告期", help="必须写：如 2022Q2、2022-05、2022H1、2022"),
    ] = None,
    dept: Annotated[
        list[str] | None,
        typer.Option("--dept", "-d", metavar=PARTY, help="只给它做（可多次）；默认所有负责的单位"),
    ] = None,
    members: Annotated[
        str | None,
        typer.Option(
            "--members", metavar=FILE, help="各类别的成员名单（YAML）：一家一份，台账会记住"
        ),
    ] = None,
    by: Annotated[str | None, BY_OPTION] = None,
) -> Collecting:
    """Make workbooks."""
    if period is None:
        raise UsageError("没有指定报告期", f"请加 --period，如 {EXAMPLE}")
    bodies = read_bodies(members, ledger.plan) if members else {}
    return Collecting(ledger, parse_period(period), dept or (), bodies, writer_name(by))


def _told(state: State, found: Handouts, period: Period) -> Iterator[str]:
    count = sum(len(each.items) for each in found.given)
    yield f"{period.title}：{len(found.given)} 份填报表，共 {count} 项"
    if found.idle:
        yield f"没有事项、没有做表：{listed(found.idle)}"
    yield from another_year(state, period)
    yield from unlisted(state)
    told = Counter(event.unit for event in state.events if event.kind in TELLING)
    for unit, records in told.items():
        if unit not in state.items.names:
            yield f"{unit} 现在不再自己填报，它报过的 {records} 条不再计入进展（log 里仍在）"
