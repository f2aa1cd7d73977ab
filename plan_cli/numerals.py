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


_HAN_DIGITS = "〇一二三四五六七八九"
_COUNTED = "十百千万"
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟万")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟萬")
LEGAL = "".join(dict.fromkeys("".join((*_LEGAL, *_LEGAL_TRADITIONAL))))
"""The characters of a number that nobody can alter: 壹拾贰."""
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_SEQUENCES = {
    "ideographTraditional": STEMS,
    "ideographZodiac": BRANCHES,
    "ideographZodiacTraditional": [STEMS[i % 10] + BRANCHES[i % 12] for i in range(60)],
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
}
"""Forms that end: behind the last, Word goes on in plain digits."""
_BY_DIGIT = {
    "ideographDigital": _HAN_DIGITS,
    "japaneseDigitalTenThousand": _HAN_DIGITS,
    "koreanDigital2": _HAN_DIGITS,
    "taiwaneseDigital": "○" + _HAN_DIGITS[1:],
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
}
_BY_UNIT = {
    "chineseCountingThousand": (_HAN_DIGITS, _COUNTED),
    "taiwaneseCountingThousand": (_HAN_DIGITS, "十百千萬"),
    "chineseLegalSimplified": _LEGAL,
    "ideographLegalTraditional": _LEGAL_TRADITIONAL,
}
_SHORT = frozenset(("chineseCounting", "taiwaneseCounting"))
"""Forms that count by tens up to 99, and digit by digit above, as Word does: 九十九, 一○○."""
_ROMAN = {
    **{1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL"},
    **{10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"},
}


def printed_number(form: str, value: int) -> str | None:
    """Return ``value`` as Word prints it in ``form``, or None if the form is not known."""
    if form in ("none", "bullet"):
        return ""
    if form in ("decimal", "decimalHalfWidth") or not 0 < value < 100_000:
        return str(value)
    if form in _SEQUENCES:
        names = _SEQUENCES[form]
        return names[value - 1] if value <= len(names) else str(value)
    if form in _BY_DIGIT:
        return "".join(_BY_DIGIT[form][int(digit)] for digit in str(value))
    if form in _BY_UNIT:
        return _by_unit(value, *_BY_UNIT[form])
    if form in _SHORT and value > 99:
        return printed_number("taiwaneseDigital", value)
    if form in _SHORT or form == "japaneseCounting":
        return _short(value)
    return _western(form, value)


def _by_unit(value: int, digits: str, units: str) -> str:
    """Return ``value`` with its units: 一百〇一; the first 一 of 十一 is left out, not of 壹拾."""
    text, skipped = "", False
    for zeros, digit in _places(value):
        if digit:
            gap = digits[0] if skipped else ""
            text += gap + digits[digit] + _unit(units, zeros)
        skipped = not digit
    return text[1:] if digits[1] == "一" and 10 <= value < 20 else text


def _short(value: int) -> str:
    """Return ``value`` with its units, ones and gaps left out: 百一."""
    return "".join(
        ("" if digit == 1 and zeros else _HAN_DIGITS[digit]) + _unit(_COUNTED, zeros)
        for zeros, digit in _places(value)
        if digit
    )


def _places(value: int) -> list[tuple[int, int]]:
    """Return the digits of ``value``, each with how many stand behind it."""
    digits = str(value)
    return [(len(digits) - 1 - at, int(digit)) for at, digit in enumerate(digits)]


def _unit(units: str, zeros: int) -> str:
    return units[zeros - 1] if zeros else ""


def _western(form: str, value: int) -> str | None:
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        text = _roman(value)
        return text if form == "upperRoman" else text.lower()
    if form == "decimalZero":
        return f"{value:02}"
    if form == "numberInDash":
        return f"- {value} -"
    if form == "hex":
        return f"{value:X}"
    if form == "ordinal":
        teen = 10 < value % 100 < 14
        return str(value) + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th"))
    if form.startswith("00"):  # written out: 001, 002, 003, ...
        return str(value).zfill(len(form.split(",")[0]))
    return None


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN.items():
        text += letters * (value // worth)
        value %= worth
    return text


_LEGAL_AS_PLAIN = str.maketrans("".join((*_LEGAL, *_LEGAL_TRADITIONAL)), (_PLAIN + _COUNTED) * 2)


def listed_number(text: str) -> int | None:
    """Return the number at the head of an item: what `numeral` knows, and 甲, 子, 壹, IV, ⒈, b."""
    plain = unicodedata.normalize("NFKC", text).rstrip(".").upper()
    for sequence in (STEMS, BRANCHES):
        if len(plain) == 1 and plain in sequence:
            return sequence.index(plain) + 1
    if set(plain) <= set("IVX") and plain:
        return next((value for value in range(1, 40) if _roman(value) == plain), None)
    if len(plain) == 1 and "A" <= plain <= "Z":
        return ord(plain) - ord("A") + 1
    return numeral(plain.translate(_LEGAL_AS_PLAIN))
