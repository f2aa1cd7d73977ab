"""A workbook that came back, as values: what it told at first, what it tells now, what is odd."""

from collections.abc import Mapping
from typing import NamedTuple

from plan_cli.ledger.event import Told
from plan_cli.ledger.sheets.carried import Base
from plan_cli.ledger.sheets.headings import TABLE
from plan_cli.ledger.sheets.typed_cells import Given
from plan_cli.text import visible


class Odd(NamedTuple):
    """Something in a workbook that a person has to know."""

    cell: str
    """Where: ``G5``, ``G5:G7``, ``P``; empty: about the whole sheet."""
    stands: str
    """What stands there, if anything."""
    message: str
    advice: str
    is_lost: bool = True
    """Whether something was typed that is not taken."""
    sheet: str = TABLE

    def told(self, file: str) -> str:
        """Return it in one line: which file, sheet and cell, what stands there, what to do."""
        where = " ".join(
            filter(None, (visible(file, keep=""), visible(self.sheet, keep=""), self.cell))
        )
        stands = f"（现为“{self.stands}”）" if self.stands else ""
        return f"{where}{stands}：{self.message}。{self.advice}"


class Answer(NamedTuple):
    """What is told about one item."""

    item: str
    fingerprint: str
    base: Base
    given: Mapping[Told, Given]
    """The cells typed in; those of columns that are missing, or that cannot be read, are not."""
    is_only: bool = False
    """Whether nothing else that was sent out has the same text."""


class Returned(NamedTuple):
    """One workbook that came back."""

    file: str
    """Its name, without folders."""
    unit: str
    period: str
    plan: str
    made: str
    answers: tuple[Answer, ...]
    odd: tuple[Odd, ...]
