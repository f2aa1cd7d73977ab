"""Amounts as people type them into cells: ``12``, ``12个``, ``12/20``, ``50%``, ``一半``, ``十二``.

What is not certain is refused with what to write instead: a number is never guessed.
"""

import re
from typing import NamedTuple

from plan_cli.errors import UsageError
from plan_cli.ledger.items import Item
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.state import State
from plan_cli.numerals import HAN, numeral
from plan_cli.text import fold

MOST = 1e12
"""A larger amount is a slip."""
FAR = 100
"""Who has reached the goal so many times over may have written 元 for 万元."""
ADVICE = "请只写到现在一共完成的数，如 12；写比例请带百分号，如 50%。"
COUNTS = "完成数是从年初到本期末的累计数，请核对。"
ADVICE_COUNT = "请直接写到现在一共完成的数，如 12。"
_MEASURED = re.compile("[%万亿元米里吨亩克升度]|公顷|小时|学时|课时")
"""Units of which there are parts."""
_SCALES = {"万": 10_000, "亿": 100_000_000}
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_NUMBER = rf"({_DIGITS}|[{HAN}]+)"
_PERCENT = re.compile(rf"(?:百分之)?{_NUMBER}%?")
_UNCERTAIN = re.compile(r"[〇零一二三四五六七八九两]{2,}|.*[百千][一二三四五六七八九]")
"""Chinese numbers that may mean another: 两三 (two or three), 一百二 (120, or 102)."""


class Goal(NamedTuple):
    """What is to be reached: how much, and of what."""

    value: float
    unit: str
    """The measure word."""

    @property
    def _shown(self) -> str:
        return f"{self.value:.10g}{self.unit}"

    def share(self, part: float) -> float:
        """Return a ``part`` of it. Raises UsageError for a part of what is only counted whole."""
        if self.unit == "%":
            return part * 100
        amount = round(float(part * self.value), 9)
        is_counted = float(self.value).is_integer() and not _MEASURED.search(fold(self.unit))
        if is_counted and not amount.is_integer():
            raise UsageError(f"算下来是 {amount:.10g}{self.unit}，不是整数", ADVICE_COUNT)
        return amount

    def verify_amount(self, amount: float) -> None:
        """Refuse what may be an amount or a share. Raises UsageError."""
        may_be_all = amount == 1 and self.unit == "%"
        is_part = (0 < amount < 1 or may_be_all) and self.value > 1
        if is_part and float(self.value).is_integer():
            raise UsageError(f"分不清是数量还是比例（指标是 {self._shown}）", ADVICE)

    def verify_whole(self, amount: float | None) -> None:
        """Refuse a part of anything but the goal. Raises UsageError."""
        if amount is None or abs(amount - self.value) > 1e-9:
            raise UsageError(f"斜线后面的总数和指标 {self._shown} 不一样", ADVICE)


def goal_of(state: State, item: Item, unit: str) -> Goal | None:
    """Return what ``unit`` is to reach in ``item``: the office's plan before the document's."""
    if item.target is None:
        return None
    planned = state.office(item, unit).goal
    return Goal(item.target.value if planned is None else planned, item.target.unit)


def parse_amount(value: str | float, form: str, goal: Goal | None) -> float:
    """Return the amount that a cell holds, given the number format that it is shown in.

    A share is one of ``goal``. Raises UsageError for what is no amount, or not certain, and
    where nothing is to be reached.
    """
    if goal is None:
        hint = "数量请写到“进展情况”里，这一格空着。"
        raise UsageError("写了完成数，可这一项没有量化指标", hint)
    if isinstance(value, str):
        amount = _typed(fold(value).lstrip("'’").rstrip("。;"), goal)
    elif not 0 <= value <= MOST:
        amount = -1.0
    elif "%" in form:
        amount = goal.share(value)
    else:
        goal.verify_amount(value)
        amount = value
    if not 0 <= amount <= MOST:
        raise UsageError("不像是完成的数量", ADVICE)
    return round(amount, 9)


def _typed(text: str, goal: Goal) -> float:
    if text in ("一半", "半数"):
        return goal.share(0.5)
    if text.endswith("%") != text.startswith("百分之"):
        found = _PERCENT.fullmatch(text)
        share = _number(found[1]) if found else None
        if share is not None:
            return goal.share(share / 100)
    part, slash, whole = text.partition("/")
    amount = _counted(part, goal)
    if amount is None:
        raise UsageError("不是确定的数量", ADVICE)
    if slash:
        goal.verify_whole(_counted(whole, goal))
    elif re.fullmatch(_NUMBER, part):
        goal.verify_amount(amount)
    return amount


def _counted(text: str, goal: Goal) -> float | None:
    """Return a number, 万 or 亿 behind it or not, then the measure word, 个 or nothing.

    With one of these behind it, it is counted out: 30万 and 300000人次 are 30 of 万人次.
    """
    unit = fold(goal.unit)
    scale = _SCALES.get(unit[:1], 1)
    word = unit if scale == 1 else unit[1:]
    words = "|".join(map(re.escape, (word, "个") if scale == 1 else (word,)))
    found = re.fullmatch(rf"{_NUMBER}([万亿]?)({words})?", text)
    number = _number(found[1]) if found else None
    if not found or number is None or not (found[2] or found[3]):
        return number
    return number * _SCALES.get(found[2], 1) / scale


def _number(text: str) -> float | None:
    if text[0].isascii():
        return float(text.replace(",", ""))
    return None if _UNCERTAIN.fullmatch(text) else numeral(text)


def why_odd(state: State, item: Item, unit: str, period: str, done: float | None) -> str:
    """Return what is odd about an amount: less than before ``period``, or far beyond the goal.

    Empty for nothing.
    """
    if done is None:
        return ""
    told, _ = state.told(item, unit, before=parse_period(period).first)
    before, goal = told.get("done"), goal_of(state, item, unit)
    if before is not None and done < before:
        return f"完成数比以前报的少（{before:.10g}→{done:.10g}）"
    if goal and done >= FAR * goal.value > 0:
        times = done / goal.value
        return f"完成数 {done:.10g}{goal.unit} 是指标的 {times:.0f} 倍，单位可能写错了"
    return ""
