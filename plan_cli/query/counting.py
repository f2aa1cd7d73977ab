"""Closing lines that count: those of several answers add up."""

from collections import Counter
from collections.abc import Mapping, Sequence

MOST = 20
"""How many names are told with their numbers, the greatest first."""


class Tally(str):
    """A line about one plan, which knows how to be told about several.

    ``several`` is the line about several, with ``{}`` for each of ``counts`` and ``{each}`` for
    the names in ``each``, which count for themselves.
    """

    several: str
    counts: tuple[int, ...]
    each: Mapping[str, int]
    measure: str

    def __new__(
        cls,
        line: str,
        several: str = "",
        counts: Sequence[int] = (),
        each: Mapping[str, int] | None = None,
        measure: str = "",
    ) -> "Tally":
        """Make the line; ``measure`` is the measure word behind the number of each name."""
        made = super().__new__(cls, line)
        made.several, made.counts = several, tuple(counts)
        made.each, made.measure = each or {}, measure
        return made


def tally(several: str, *counts: int) -> Tally:
    """Return the line that says the same of one as of several."""
    return Tally(several.format(*counts), several, counts)


def fixed(text: str) -> str:
    """Return words of somebody else's as they stand in a line about several."""
    return text.replace("{", "{{").replace("}", "}}")


def added_up(lines: Sequence[Tally]) -> str:
    """Return what lines that count the same say together; nothing counted: as the first says it."""
    first = lines[0]
    sums = [sum(counts) for counts in zip(*(line.counts for line in lines), strict=True)]
    each: Counter[str] = Counter()
    for line in lines:
        each.update(line.each)
    if sums and not any(sums):
        return str(first)
    told = [f"{name} {count} {first.measure}" for name, count in each.most_common(MOST)]
    rest = f"等 {len(each)} 个" if len(each) > MOST else ""
    return first.several.format(*sums, each="、".join(told) + rest)
