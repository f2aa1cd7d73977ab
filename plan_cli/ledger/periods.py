"""Periods that are reported on: ``2022``, ``2022H1``, ``2022Q2``, ``2022-05``."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from plan_cli.errors import UsageError
from plan_cli.text import fold, visible

_WRITTEN = (
    r"([0-9]{4})(?:年)?(?:-?(?:h([12])|q([1-4])|([0-9]{1,2})月?)|(上|下)半年"
    r"|第?([一二三四1-4])季度)?"
)
"""A period as people write it; compiled where one does."""
_NAMED = {
    "": (12, 12),
    **{f"H{half}": (half * 6, 6) for half in (1, 2)},
    **{f"Q{quarter}": (quarter * 3, 3) for quarter in (1, 2, 3, 4)},
    **{f"-{month:02}": (month, 1) for month in range(1, 13)},
}
"""The last month and the length of a part of a year, by how programs write it behind the year."""
_QUARTERS = "一二三四"
YEARS = range(1900, 2200)
"""A plan of another year is a slip."""


class Period(NamedTuple):
    """A year or a part of it; it sorts by its last day, and a longer one behind a shorter."""

    last: date
    """Its last day."""
    months: int
    """How long it is."""

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.last.year, self.last.month - self.months + 1, 1)

    @property
    def before(self) -> "Period":
        """The one before it, as long."""
        return Period(self.first - timedelta(days=1), self.months)

    def holds(self, name: str) -> bool:
        """Say whether the period called ``name`` ends in it; no name is no period."""
        return bool(name) and self.first <= parse_period(name).last <= self.last

    @property
    def name(self) -> str:
        """How programs write it: ``2022Q2``."""
        year, month = self.last.year, self.last.month
        part = next(name for name, known in _NAMED.items() if known == (month, self.months))
        return f"{year}{part}"

    @property
    def title(self) -> str:
        """How people write it: ``2022年第二季度``."""
        year, month = self.last.year, self.last.month
        part = {
            12: "全年",
            6: "上半年" if month == 6 else "下半年",
            3: f"第{_QUARTERS[month // 3 - 1]}季度",
            1: f"{month}月",
        }
        return f"{year}年{part[self.months]}"


@lru_cache(maxsize=1024)
def parse_period(word: str) -> Period:
    """Return the period that ``word`` writes; raises UsageError for anything else."""
    if word.isascii() and word[:4].isdecimal() and word[4:] in _NAMED and int(word[:4]) in YEARS:
        return _ending(int(word[:4]), *_NAMED[word[4:]])
    found = re.fullmatch(_WRITTEN, fold(word))
    if not found:
        raise _no_period(word)
    year, half, quarter, month, side, counted = found.groups()
    if side:
        half = "1" if side == "上" else "2"
    if counted:
        quarter = counted if counted.isascii() else str(_QUARTERS.index(counted) + 1)
    months = 6 if half else 3 if quarter else 1 if month else 12
    number = int(half or quarter or month or 1)
    if not 1 <= number * months <= 12 or int(year) not in YEARS:
        raise _no_period(word)
    return _ending(int(year), number * months, months)


def quarter_of(day: date) -> Period:
    """Return the quarter that ``day`` is in."""
    return _ending(day.year, (day.month + 2) // 3 * 3, 3)


def _ending(year: int, month: int, months: int) -> Period:
    after = date(year, month, 28) + timedelta(days=4)
    return Period(after - timedelta(days=after.day), months)


def _no_period(word: str) -> UsageError:
    return UsageError(
        f"“{visible(word, keep='')}”不是一个报告期",
        "可以写：2022Q2（第二季度）、2022-05（五月）、2022H1（上半年）、2022（全年）。",
    )
