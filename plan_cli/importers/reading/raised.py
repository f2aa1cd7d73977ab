"""Raised and lowered text: exponents stay what they are, marks of notes are left out."""

import re

HIGH = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
LOW = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_NOTE_MARK = re.compile(r"[\d①-⑳*＊※†‡注\[\]〔〕【】()（），,、\s–-]{1,12}")
"""The mark of one note or of several."""
_BASE = re.compile(r"(?:(?<![\d.,])10|[A-Za-zΑ-Ωα-ω°℃)²³])$")
"""What may be raised to a power: ten, a letter; behind other numbers stands a note's mark."""


def raised(text: str, before: str, stands: str, linked: bool = False) -> str | None:
    """Return ``text`` that stands above or below the line behind ``before``, in such characters.

    None if it is but the mark of a note, as it is if ``linked`` to one. It never runs into the
    number before it.
    """
    table = LOW if stands == "subscript" else HIGH
    small = text.translate(table)
    fits = not set(text) - set(map(chr, table))
    if stands == "subscript":
        shown = small if fits else text
    elif fits and not linked and _is_power(text, before):
        return small
    elif _NOTE_MARK.fullmatch(text):
        return None
    else:
        shown = text
    runs_in = before[-1:].isdigit() and shown[:1].isdigit() and shown == text
    return f" {text}" if runs_in else shown


def _is_power(text: str, before: str) -> bool:
    """Say whether raised ``text`` is a power; a 2 or 3 also makes square or cubic metres."""
    area = text in ("2", "3") and re.search(r"(?<![方])米$", before)
    return text[:1] in ("+", "-", "−") or bool(area or _BASE.search(before))
