"""Typed cells as values: statuses, amounts, dates and words. What is not certain is refused."""

import re
from datetime import date, datetime
from typing import Any, NamedTuple

from plan_cli.dates import written_date
from plan_cli.errors import UsageError
from plan_cli.ledger.event import Told, said
from plan_cli.ledger.sheets.amounts import MOST, Goal, parse_amount
from plan_cli.ledger.sheets.headings import MEANINGS
from plan_cli.model.statuses import STATUSES, Status
from plan_cli.text import clip, fold, listed, visible

ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!")
"""What a formula shows that has failed."""
NO_FORMULA = "请直接写上内容，不用公式。"
FIRST, LAST = 2000, 2100
"""The years of dates that are none of a slip: 5.2 under the form of a date is 1900-01-05."""
WRITE_DATE = "请写成年月日，如 2022-09-30。"
_RETURN = re.compile("_x000[dD]_\n?|\r\n?")
"""The end of a line, as Excel may write it."""
_NOTHING = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
"""What comes along when text is copied from a page or a chat, and shows nothing."""


class Given(NamedTuple):
    """What a cell holds."""

    value: Any
    """As openpyxl gives it; ``None``: nothing."""
    form: str
    """The number format that it is shown in."""
    cell: str
    """Where it stands: ``G5``."""

    @property
    def words(self) -> str:
        """What it holds, as words; a number shown as a share with its sign."""
        is_number = type(self.value) in (int, float) and abs(self.value) < MOST
        if "%" in self.form and is_number:
            return f"{self.value * 100:.15g}%"
        return parse_words(self.value) or ""

    @property
    def shown(self) -> str:
        """What it holds, for a message."""
        return clip(self.words, 30)


def parse_cell(field: Told, given: Given, goal: Goal | None, year: int) -> Any:
    """Return what ``given`` tells under ``field``, ``None`` for nothing; raises UsageError."""
    value = parse_words(given.value) if isinstance(given.value, str) else given.value
    if value is None or (isinstance(value, str) and _is_filler(field, value, goal)):
        return None
    if value in ERRORS:
        raise UsageError("公式出错了，没有结果", NO_FORMULA)
    if field == "status":
        return parse_status(value)
    if field == "due":
        return parse_date(value, year)
    if field != "done":
        return given.words or None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return parse_amount(value, given.form, goal)
    hint = "请把单元格格式改为“常规”，再写完成的数，如 12。"
    raise UsageError("表格程序把它当成了日期或别的东西，不是数量", hint)


def _is_filler(field: Told, words: str, goal: Goal | None) -> bool:
    """Say whether ``words`` only fill a cell: a stroke, or 无 where nothing has to stand."""
    needs_nothing = field == "due" or (field == "done" and goal is None)
    return not said(words) and (needs_nothing or not any(map(str.isalnum, words)))


def parse_status(value: Any) -> Status:
    """Return the status that ``value`` is; raises UsageError with the choices for anything else."""
    plain = fold(str(value)).lstrip("'’").rstrip("。")
    found = next((status for status in STATUSES if fold(status) == plain), None)
    if found is None:
        raise UsageError("不是一种状态", f"请从下拉列表里选一个：{listed(list(MEANINGS))}。")
    return found


def parse_date(value: Any, year: int) -> date:
    """Return the day that ``value`` is, of ``year`` where it has none.

    Raises UsageError for what is no day, or may be another one: 5.20, 5-20.
    """
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
    else:
        text = f"{value:.15g}" if isinstance(value, float) else str(value)
        written = written_date(text.strip().lstrip("'’"))
        if written is None or written.between in ("-", "."):
            raise UsageError("不是确定的日期", WRITE_DATE)
        found = written.within(year)
        if found is None:
            raise UsageError("没有这一天", WRITE_DATE)
        day = found
    if not FIRST <= day.year <= LAST:
        raise UsageError(f"是 {day.year} 年的日期，像是写错了", WRITE_DATE)
    return day


def parse_words(value: Any) -> str | None:
    """Return what a cell holds as words, without spaces around; numbers and dates as written.

    What nobody can see stands as marks, as it would be written into a cell again.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    plain = _NOTHING.sub("", _RETURN.sub("\n", text))
    return visible(plain.strip(), keep="\n\t") or None


def same(one: Any, other: Any) -> bool:
    """Say whether two values tell the same, spaces and what nobody sees aside."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-9
    if isinstance(one, date) or isinstance(other, date):
        return bool(one == other)
    return parse_words(one) == parse_words(other)
