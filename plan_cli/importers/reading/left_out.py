"""What a reader passes over, told once for each kind."""

from collections.abc import Iterable
from typing import NamedTuple

from plan_cli.importers.doubts import Cause, Doubt, places
from plan_cli.text import clip

SHOWN = 3
"""How many of the words left out are told."""
MAX_WORDS = 20


class LeftOut(NamedTuple):
    """Words, or what kind of thing, that a reader passed over."""

    cause: Cause
    words: str
    place: str


def left_out_doubts(found: Iterable[LeftOut]) -> list[Doubt]:
    """Return a doubt for each cause for which something was left out, with words and places."""
    by_cause: dict[Cause, list[LeftOut]] = {}
    for each in found:
        by_cause.setdefault(each.cause, []).append(each)
    return [
        Doubt(cause, (), places([each.place for each in those]), (_shown(those),))
        for cause, those in by_cause.items()
    ]


def _shown(those: list[LeftOut]) -> str:
    distinct = list(dict.fromkeys(clip(each.words, MAX_WORDS) for each in those))
    shown = "、".join(f"“{words}”" for words in distinct[:SHOWN])
    return shown + (f"等 {len(those)} 处" if len(those) > len(distinct[:SHOWN]) else "")
