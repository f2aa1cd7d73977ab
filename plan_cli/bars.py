"""Numbers drawn as lengths, in plain characters."""

from typing import NamedTuple

SIGNS = "■□"
"""The parts of a bar; GBK has them."""
ROOM = 30
"""How many signs a bar has at most, where nothing else is said."""


class Bar(NamedTuple):
    """Numbers as lengths, one behind the other; ``longest`` is their greatest sum of all bars."""

    parts: tuple[int, ...]
    longest: int

    def __str__(self) -> str:
        return self.drawn(ROOM)

    def drawn(self, most: int) -> str:
        """Return it in at most so many signs; where there is room, a sign stands for one."""
        scale = most / max(self.longest, most)
        lengths = (round(part * scale) for part in self.parts)
        return "".join(sign * length for sign, length in zip(SIGNS, lengths, strict=False))
