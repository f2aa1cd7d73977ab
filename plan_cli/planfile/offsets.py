"""Where a character stands in a text: by its number, or by line and column."""

import re
from functools import cached_property

_LINE_END = "\r\n|[\n\r\x85\u2028\u2029]"
"""What YAML takes for the end of a line."""


class Lines:
    """A text with the places of its lines; all numbers count from 0."""

    def __init__(self, text: str) -> None:
        self.text = text

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character of ``text``."""
        from bisect import bisect_right

        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def offset(self, line: int, column: int) -> int:
        """Return the number in ``text`` of the character at a place.

        Behind a last line that nothing ends, the C loader counts one more.
        """
        if line >= len(self._starts):
            return len(self.text)
        return min(self._starts[line] + column, len(self.text))

    def line(self, number: int) -> str:
        """Return a line without its end; nothing where there is none."""
        if number >= len(self._starts):
            return ""
        start, *after = self._starts[number : number + 2]
        return re.sub(_LINE_END, "", self.text[start : after[0]] if after else self.text[start:])

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(_LINE_END, self.text))]
