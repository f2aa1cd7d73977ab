"""How wide the terminal draws text. Files and pipes do not depend on it: `plan_cli.text` does.

Consoles with a Chinese font draw the characters that Unicode calls ambiguous (“”…—·①) two columns
wide, all others draw them one wide. ``PLAN_WIDE`` (1 or 0) says which; without it the console.
"""

import os
import sys
from functools import cache

from plan_cli import text as measure

CHINESE_JAPANESE_KOREAN = (932, 936, 949, 950)
"""Code pages whose console fonts are as wide as their characters."""


def width(text: str) -> int:
    """Return how many columns ``text`` takes."""
    return measure.width(text, is_wide())


def pad(text: str, columns: int) -> str:
    """Return ``text`` filled with spaces on the right to ``columns``."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Break ``text`` into lines of at most ``columns``."""
    return measure.wrap(text, columns, is_wide())


def breaks(text: str, columns: int) -> list[int]:
    """Return the offsets in ``text`` before which `wrap` begins a new line."""
    return measure.breaks(text, columns, is_wide())


@cache
def is_wide() -> bool:
    """Say whether ambiguous characters are drawn two columns wide; decided once."""
    chosen = os.environ.get("PLAN_WIDE")
    return chosen == "1" if chosen else _has_chinese_console()


def _has_chinese_console() -> bool:
    """Say whether this is drawn to the console window of Windows, not to Windows Terminal."""
    if sys.platform != "win32" or os.environ.get("WT_SESSION"):
        return False
    import ctypes

    drawn = sys.stdout.isatty() or sys.stderr.isatty()
    return drawn and ctypes.windll.kernel32.GetConsoleOutputCP() in CHINESE_JAPANESE_KOREAN
