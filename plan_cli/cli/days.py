"""Days as people type them; the only place that reads the clock."""

from datetime import date

from plan_cli.errors import UsageError
from plan_cli.text import fold, visible

MAX_DAYS = 99_999
"""More days than that, about 270 years, are a slip."""


def parse_day(word: str | None, today: date | None = None) -> date:
    """Return the date that ``word`` writes, in any usual way, or else ``today`` (the clock's).

    A date without a year is of today's year, not of the plan's. Raises UsageError for what is no
    date.
    """
    today = today or date.today()
    if word is None or fold(word) == "今天":
        return today
    from plan_cli.dates import written_date  # most commands are given no day

    shown = visible(word, keep="")
    if not (written := written_date(word)):
        raise UsageError(
            f"“{shown}”不是一个日期",
            "可以写成 2022-05-10、2022/5/10、2022.5.10、20220510、2022年5月10日，"
            "也可以写 5月10日、5/10（今年的）或 今天。",
        )
    if not (day := written.within(today.year)):
        raise UsageError(f"没有“{shown}”这一天", "请核对年、月、日。")
    return day


def parse_days(word: str | None) -> int | None:
    """Return a number of days, or ``None`` for none; raises UsageError for anything else."""
    if word is None:
        return None
    from plan_cli.numerals import numeral

    days = numeral(fold(word).removesuffix("天"))
    if days is None or days > MAX_DAYS:
        raise UsageError(f"“{visible(word, keep='')}”不是天数", "天数写作整数，如 30。")
    return days
