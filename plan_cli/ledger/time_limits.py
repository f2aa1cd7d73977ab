"""Before which days nobody can move a time limit."""

from datetime import date

from plan_cli.ledger.items import Item
from plan_cli.ledger.periods import Period
from plan_cli.ledger.state import State


def limits_of(state: State, item: Item, unit: str, period: Period) -> dict[str, date]:
    """Return the time limit as it was before ``period``, and today, by what they are called.

    What is told late of a period that is over is held against its end.
    """
    before, _ = state.told(item, unit, before=period.first)
    limit = before.get("due") or state.office(item, unit).due or item.due
    limits = {"现在的时限": limit} if limit else {}
    is_over = period.last < state.today
    return limits | ({"报告期末": period.last} if is_over else {"今天": state.today})
