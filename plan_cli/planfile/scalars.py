"""The scalars of the format: what fits each, in Python and in the words of JSON Schema."""

from datetime import date

from plan_cli.planfile.values import Converted, ListOf, Text

FORMAT = "1"


# Read without patterns: compiling them costs every start more than reading all scalars.
def _digits(text: str, most: int, least: int = 1) -> str:
    if not (text.isascii() and text.isdigit() and least <= len(text) <= most):
        raise ValueError(text)
    return text


def _integer(text: str) -> int:
    return int(_digits(text, 9))


def _number(text: str) -> int | float:
    whole, point, part = text.partition(".")
    _digits(whole, 15)
    return float(f"{whole}.{_digits(part, 6)}") if point else int(whole)


def _date(text: str) -> date:
    year, month, day = text.split("-")
    return date(int(_digits(year, 4, 4)), int(_digits(month, 2, 2)), int(_digits(day, 2, 2)))


def _format(text: str) -> str:
    if text != FORMAT:
        raise ValueError(text)
    return text


def _brackets(text: str) -> str:
    if len(text) not in (0, 2):
        raise ValueError(text)
    return text


TEXT = Text()
TEXTS = ListOf(TEXT)
INTEGER = Converted(
    "整数",
    _integer,
    0,
    {"type": ["integer", "string"], "minimum": 0, "maximum": 999999999, "pattern": "^[0-9]{1,9}$"},
)
NUMBER = Converted(
    "数字",
    _number,
    0,
    {"type": ["number", "string"], "minimum": 0, "pattern": r"^[0-9]{1,15}(\.[0-9]{1,6})?$"},
)
DATE = Converted(
    "日期（如 2022-06-01，且确有这一天）",
    _date,
    date.min,
    {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
)
VERSION = Converted("数字 1（本程序读写的格式）", _format, FORMAT, {"enum": [int(FORMAT), FORMAT]})
BRACKETS = Converted("一对括号或空", _brackets, "（）", {"type": "string", "pattern": "^(..)?$"})
LABEL = Converted("一段文字或空", str, None, {"type": "string"})
