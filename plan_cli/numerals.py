"""Numbers as documents and people write them: ``50``, ``十一``, ``二〇二二``, ``3万``."""

import re
import unicodedata

_PLAIN = "零一二三四五六七八九"
_DIGITS = {digit: value for value, digit in enumerate(_PLAIN)} | {"两": 2, "〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": "二十", "卅": "三十"}
_SCALES = {"万": 10_000, "亿": 100_000_000}
HAN = "".join([*_DIGITS, *_UNITS, *_TENS])
"""The characters of a whole number in Chinese."""
_WHOLE = rf"[0-9]+|[{HAN}]+"
_NUMBER = rf"([0-9]+(?:\.[0-9]+)?|[{HAN}]+)\s*([万亿]?)"


def numeral(text: str) -> int | None:
    """Return the whole number that ``text`` is, in digits or in Chinese; None if it is none.

    ① and ㈠ are numbers too, as is （一）.
    """
    text = unicodedata.normalize("NFKC", text.strip()).strip("()")
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    if not text or len(text) > 9 or not set(text) <= set(HAN):
        return None
    if set(text) <= _DIGITS.keys():
        return int("".join(str(_DIGITS[char]) for char in text))
    return _counted("".join(_TENS.get(char, char) for char in text))


def _counted(text: str) -> int | None:
    """Return the number in tens and hundreds; None where digits stand side by side (十四五)."""
    total, digit = 0, None
    for char in text:
        if char in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[char]
            digit = None
        elif digit:
            return None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0)


def in_han(value: int) -> str:
    """Return a number from 1 to 99 in Chinese: 十二."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else _PLAIN[tens] + "十"
    return head + (_PLAIN[ones] if ones else "")


def in_digits(text: str) -> str:
    """Return ``text`` with its whole numbers in plain digits: ``第十四项`` as ``第14项``."""
    return re.sub(_WHOLE, _in_digits, text)


def _in_digits(found: re.Match[str]) -> str:
    value = numeral(found[0])
    return found[0] if value is None else str(value)


def numbers_in(text: str) -> set[float]:
    """Return all numbers that stand in ``text``, with and without 万 or 亿 behind them."""
    plain = re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", unicodedata.normalize("NFKC", text))
    found: set[float] = set()
    for digits, scale in re.findall(_NUMBER, plain):
        value = float(digits) if digits[0].isascii() else numeral(digits)
        if value is not None:
            found |= {value, value * _SCALES.get(scale, 1)}
    return found
