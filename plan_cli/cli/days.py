"""Days as people type them; the only place that reads the clock."""

import re
from datetime import date

from plan_cli.errors import UsageError
from plan_cli.numerals import in_digits, numeral
from plan_cli.text import fold, visible

MAX_DAYS = 99_999
"""More days than that, about 270 years, are a slip."""

_DAY = re.compile(
    r"(?:(?P<year>[0-9]{4})(?:年|(?P<mark>[-/.])))?"
    r"(?P<month>[0-9]{1,2})(?(mark)(?P=mark)|(?(year)月|[-/.月]))(?P<day>[0-9]{1,2})[日号.]?"
)
"""A date, with a year or without."""


def parse_day(word: str | None) -> date:
    """Return the date that ``word`` writes, in any usual way, or else today's.

    A date without a year is of this year, not of the plan's: it stands for a day of the clock's.
    Raises UsageError for what is no date.
    """
    today = date.today()
    if word is None or fold(word) == "今天":
        return today
    shown = visible(word, keep="")
    plain = in_digits(fold(word)).replace("。", ".")
    text = re.sub(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", plain)
    if not (found := _DAY.fullmatch(text)):
        raise UsageError(
            f"“{shown}”不是一个日期",
            "可以写成 2022-05-10、2022/5/10、2022.5.10、20220510、2022年5月10日，"
            "也可以写 5月10日、5/10（今年的）或 今天。",
        )
    try:
        return date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
    except ValueError:
        raise UsageError(f"没有“{shown}”这一天", "请核对年、月、日。") from None


def parse_days(word: str | None) -> int | None:
    """Return a number of days, or ``None`` for none; raises UsageError for anything else."""
    if word is None:
        return None
    days = numeral(fold(word).removesuffix("天"))
    if days is None or days > MAX_DAYS:
        raise UsageError(f"“{visible(word, keep='')}”不是天数", "天数写作整数，如 30。")
    return days
