"""Which ledger is meant, and who writes in it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plan_cli.cli.loading import ledger_name
from plan_cli.cli.streams import say
from plan_cli.model.known import Known
from plan_cli.model.plan import Plan

if TYPE_CHECKING:
    from plan_cli.ledger.desk import Place
    from plan_cli.ledger.periods import Period
    from plan_cli.ledger.state import State

USUAL = "台账.db"


def place_of(name: str | None, plan_file: str | None, plan: Plan, today: date) -> "Place":
    """Return where the ledger asked for lies.

    By default it is `USUAL`: beside the plan file, and for the shipped plan, or one from
    standard input, in the current folder.
    """
    from plan_cli.ledger.desk import Place
    from plan_cli.planfile.source import STDIN, plan_name, shipped_plan

    if given := ledger_name(name):
        return Place(Path(given), plan, today)
    file = plan_name(plan_file)
    beside = Path() if file in (STDIN, str(shipped_plan())) else Path(file).parent
    return Place(beside / USUAL, plan, today)


def open_state(name: str, plan: Plan, today: date) -> Known:
    """Return what the ledger called ``name`` knows on ``today``; raises InputError."""
    from plan_cli.ledger.desk import Place

    with Place(Path(name), plan, today).open(say) as desk:
        return desk.state()


def asked_period(state: "State", word: str | None) -> "Period":
    """Return the period that is meant, and tell where it is of another year than the plan.

    Raises UsageError for a word that writes none.
    """
    from plan_cli.ledger.wanted import another_year, find_period

    period = find_period(state, word)
    for line in another_year(state, period):
        say(line)
    return period


def writer_name(by: str | None) -> str:
    """Return who writes: ``by``, or else the name of the login, if there is any."""
    if by:
        return by
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
