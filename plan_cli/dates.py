"""Dates as people write them."""

import re
from datetime import date
from typing import NamedTuple

from plan_cli.numerals import in_digits
from plan_cli.text import fold

_WRITTEN = (
    r"(?:(?P<year>[0-9]{4})(?:年|(?P<mark>[-/.])))?"
    r"(?P<month>[0-9]{1,2})(?(mark)(?P=mark)|(?(year)月|(?P<between>[-/.月])))"
    r"(?P<day>[0-9]{1,2})[日号.]?"
)
"""A date, with a year or without; compiled where a date is written."""


class Written(NamedTuple):
    """The parts of a date as they are written; whether there is such a day is not asked."""

    year: int | None
    month: int
    day: int
    between: str
    """What stands between month and day where there is no year: ``月`` or a mark."""

    def within(self, year: int) -> date | None:
        """Return the day, of ``year`` where none is written; None if there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def written_date(word: str) -> Written | None:
    """Return the date that ``word`` writes in any usual way; None if it writes none."""
    plain = in_digits(fold(word)).replace("。", ".")
    text = re.sub(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", plain)
    if not (found := re.fullmatch(_WRITTEN, text)):
        return None
    year = int(found["year"]) if found["year"] else None
    return Written(year, int(found["month"]), int(found["day"]), found["between"] or "")
