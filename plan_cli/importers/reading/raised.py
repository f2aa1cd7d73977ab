"""Raised and lowered text: exponents stay what they are, marks of notes are left out."""

import re

_UP = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_DOWN = str.maketrans("0123456789+-−n", "₀₁₂₃₄₅₆₇₈₉₊₋₋ₙ")
_SMALL = re.compile("[0-9+−n-]+")
"""What has characters of its own for standing high or low."""
_BASE = re.compile(r"[0-9A-Za-z]\s?$")
_METRES = re.compile(r"[米里]\s?$")
_MARK = re.compile(r"[\d①-⑳¹²³⁰⁴-⁹*＊†‡※注\[\]〔〕【】()（），,、\s–—-]{1,12}")
"""The mark of one note or of several."""


def raised(before: str, text: str, linked: bool = False) -> str | None:
    """Return how raised ``text`` is written behind ``before``; None if it is the mark of a note.

    10⁴人 and m² stay so; behind Chinese text, or ``linked`` to a note, a number is its mark.
    """
    bare = text.strip()
    power = _BASE.search(before) or (bare in ("2", "3") and _METRES.search(before))
    if power and not linked and _SMALL.fullmatch(bare):
        return bare.translate(_UP)
    if _MARK.fullmatch(bare):
        return None
    return f"^{bare}" if power and bare[:1].isdigit() else text


def lowered(text: str) -> str:
    """Return how lowered ``text`` is written: CO₂, but PM2.5."""
    bare = text.strip()
    return bare.translate(_DOWN) if _SMALL.fullmatch(bare) else text
