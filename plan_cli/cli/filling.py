"""What fills in the parameters of commands, from what was given on the command line."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from plan_cli.cli.loading import Load, ledger_name
from plan_cli.model.plan import Plan
from plan_cli.query.asked import Selection, select, with_names
from plan_cli.query.filters import FILTERS, Words

if TYPE_CHECKING:
    from plan_cli.ledger.desk import Place
    from plan_cli.model.known import Known

Given = Mapping[str, Any]
"""What was given on the command line, by the names of options and arguments."""


class Asked(NamedTuple):
    """What was given, and the plan that it is asked of."""

    given: Given
    load: Load
    file: str | None = None
    """The name given with ``--plan``, if any."""
    files: tuple[str, ...] = ()
    """All names given with it."""
    alone: bool = True
    """Whether it is the only plan: a ledger belongs to one."""

    @property
    def plan(self) -> Plan:
        """The plan; raises InputError if it cannot be read."""
        return self.load(self.file)


def itself(asked: Asked) -> Asked:
    """Return the whole question."""
    return asked


def plan_file(asked: Asked) -> str | None:
    """Return the name given with ``--plan``, if any."""
    return asked.file


def plan_files(asked: Asked) -> tuple[str, ...]:
    """Return all names given with ``--plan``."""
    return asked.files


def whole_plan(asked: Asked) -> Plan:
    """Return the plan."""
    return asked.plan


def ledger(asked: Asked) -> "Place":
    """Return where the ledger lies, by default the usual one."""
    from plan_cli.cli.days import parse_day
    from plan_cli.cli.ledgers import place_of

    today = parse_day(asked.given["today"])
    return place_of(asked.given["ledger"], asked.file, asked.plan, today)


def known(asked: Asked) -> "Known | None":
    """Return what the ledger knows, if one is given."""
    if not asked.alone or not (name := ledger_name(asked.given["ledger"])):
        return None
    from plan_cli.cli.days import parse_day
    from plan_cli.cli.ledgers import open_state

    return open_state(name, asked.plan, parse_day(asked.given["today"]))


def filter_words(asked: Asked) -> Words:
    """Return the words of the filters, those of names without an option among them."""
    words = {name: asked.given[name] or () for name in FILTERS}
    return with_names(asked.plan, words, asked.given.get("names") or ())


def selection(asked: Asked) -> Selection:
    """Return what passes the filters."""
    return select(asked.plan, filter_words(asked), known=known(asked))


def selection_by_role(asked: Asked) -> Selection:
    """Return the same, where roles are of use without units."""
    return select(asked.plan, filter_words(asked), roles_alone=True, known=known(asked))


def selection_of_ledger(asked: Asked) -> Selection:
    """Return what passes the filters as the ledger knows it, by default the usual one."""
    with ledger(asked).open(lambda line: None) as desk:
        return select(asked.plan, filter_words(asked), known=desk.state())
