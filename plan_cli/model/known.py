"""What is known about an item besides the plan: how far it is, as somebody reported it.

Reports take `Known` and show what it tells; without a ledger there is none, and they are as if
there were no such thing. No I/O.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple, Protocol

from plan_cli.model.statuses import DueBy, Light, Status


class Standing(NamedTuple):
    """How far one item is for one unit, or for all that answer for it together."""

    item: str
    """``12.5-1``, ``12.5``, or ``12`` for the task as a whole."""
    unit: str
    """Who answers; empty for all together."""
    light: Light
    status: Status | None = None
    """``None``: nobody has said."""
    period: str = ""
    """The last period that was reported on."""
    done: float | None = None
    """The amount reached, in the measure word of the target."""
    goal: float | None = None
    """The amount to reach: the document's, or the office's plan."""
    progress: str = ""
    problem: str = ""
    next: str = ""
    person: str = ""
    evidence: str = ""
    due: date | None = None
    """The date that holds now."""
    due_by: DueBy = "document"
    reason: str = ""
    """Why the date was moved, or the item given up."""
    lead: bool = False
    """Whether the office made this unit lead; the document does not say so."""
    confirmed: bool = False
    """Whether the office counts this unit among those that “有关…” binds."""
    at: str = ""
    """When it was last reported, ISO date and time; empty: never."""
    source: str = ""
    """Where the last report came from: file, sheet and cells, or the command."""
    period_title: str = ""
    """The period that ``progress`` was told for, as people write it (``2022年第二季度``)."""


class Known(Protocol):
    """What a ledger knows."""

    today: date
    """The day on which it is looked at: lights depend on it."""

    def of(self, id: str, parties: Collection[str] = ()) -> Standing:
        """Return how far a task, a measure or a target is.

        ``parties`` are names of units or kinds; none: for all that answer for it. For several
        units and items together it is done when all are, and as urgent as the most urgent.
        """

    def each(self, id: str, parties: Collection[str] = ()) -> tuple[Standing, ...]:
        """Return the same unit by unit and item by item, in the order of the plan."""


class Seen(NamedTuple):
    """What is known, as far as some answer for it: what a report shows."""

    known: Known
    parties: tuple[str, ...] = ()
    """Names of units or kinds; none: all."""

    def of(self, id: str) -> Standing | None:
        """Return how far it is for them; ``None`` where none of them answers for it."""
        return self.known.of(id, self.parties) if self.each(id) else None

    def each(self, id: str) -> tuple[Standing, ...]:
        """Return the same unit by unit and item by item."""
        return self.known.each(id, self.parties)
