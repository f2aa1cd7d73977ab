"""What a cell of a workbook can hold, how it stays what it is, and how much room it takes."""

from functools import lru_cache
from typing import Any

from plan_cli.errors import OutputError
from plan_cli.text import breaks, visible, width

MAX_CHARACTERS = 32_767
MAX_ROW_POINTS = 400
"""Excel shows a row no higher than 409 points: what needs more would be cut."""
LINE_POINTS = 16
"""How high a line is in eleven points."""
A4 = 9
TEXT_FORMAT = 49
"""The built-in number format ``@`` (ECMA-376, 18.8.30)."""
_FORMULA_STARTS = ("=", "+", "-", "@")


def held(text: str) -> str:
    r"""Return ``text`` as a cell holds it, what nobody can see as marks like ``\x1b``.

    Raises OutputError for a text that no cell can hold.
    """
    cleaned = visible(text, keep="\n\t")
    if len(cleaned) > MAX_CHARACTERS:
        raise OutputError(
            f"有一格文字长 {len(cleaned)} 字，Excel 一格最多 {MAX_CHARACTERS} 字",
            "请缩短这段文字，或改用 docx、html、csv。",
        )
    return cleaned


def put_text(cell: Any, text: str) -> None:
    """Put ``text`` into a cell, where it is no formula whatever it begins with."""
    if text:
        cell.value = text
        cell.data_type = "s"


def needs_quote(text: str) -> bool:
    """Say whether ``text``, edited, would become a formula without a quote before it."""
    return text.startswith(_FORMULA_STARTS)


@lru_cache(maxsize=4096)  # the members of a kind all get the same texts
def lines_of(text: str, room: float) -> int:
    """Return how many lines ``text`` takes in a column ``room`` digits wide (7 pixels each)."""
    columns = int((room * 7 - 8) / 7.4)
    return sum(len(breaks(t, columns)) + 1 if width(t) > columns else 1 for t in text.split("\n"))


def measured_rows() -> Any:
    """Return the class of rows with a height that Excel still fits to what is typed in."""
    from openpyxl.worksheet.dimensions import RowDimension

    class MeasuredRow(RowDimension):  # type: ignore[misc]
        customHeight = False

        def __init__(self, sheet: Any, index: int, points: float) -> None:
            super().__init__(sheet, index=index, ht=points)

    return MeasuredRow
