"""``plan ledger rebind OLD NEW``: the ledger follows its plan to a new version."""

import sys
from datetime import date
from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import NEW_PLAN, OLD_PLAN
from plan_cli.cli.ledgers import place_of, writer_name
from plan_cli.cli.loading import load_plan
from plan_cli.cli.options import BY_OPTION, LEDGER_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import command
from plan_cli.cli.streams import say
from plan_cli.ledger.rebinding import parse_map, rebind
from plan_cli.planfile.source import STDIN


@command(
    "plan ledger rebind 旧.yaml 新.yaml",
    "plan ledger rebind 旧.yaml 新.yaml --map 12.4=13.2 --map 12.5=",
    shows=(),
)
def run(
    old: Annotated[
        str,
        typer.Argument(metavar=OLD_PLAN, help="台账现在所属的计划文件；- 用台账里存着的"),
    ],
    new: Annotated[str, typer.Argument(metavar=NEW_PLAN, help="改过的计划文件")],
    map: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="旧=新", help="编号的对应，如 12.4=13.2；取消的写 12.4="),
    ] = None,
    ledger: Annotated[str | None, LEDGER_OPTION] = None,
    by: Annotated[str | None, BY_OPTION] = None,
) -> Done:
    """Carry the history of a ledger over."""
    before = None if old == STDIN else load_plan(old)
    place = place_of(ledger, old if before else new, load_plan(new), date.today())
    ask = _ask if sys.stdin.isatty() and sys.stderr.isatty() else None
    carried = rebind(place, before, parse_map(map or ()), writer_name(by), ask, say)
    lost = [f"  {id} 已取消：记录保留在 log 里，不再计入进展" for id in carried.lost]
    return Done((f"台账已转到新文件：{len(carried.ids)} 个编号有了对应。", *lost))


def _ask(question: str) -> bool:
    say(question)
    return typer.confirm("是同一个事项吗？", err=True)
