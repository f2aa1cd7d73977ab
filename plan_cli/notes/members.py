"""The members of a note, and which of them together are one collective."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from plan_cli.notes.labels import Part
from plan_cli.notes.organs import continues, is_collective, looks_complete, of_one_level, with_tail


class Member(NamedTuple):
    """A name or collective in a note: ``text[start:end]``."""

    start: int
    end: int
    joint: str
    """The separator or conjunction in front of it."""
    part: Part
    """What the label in front of it says."""
    turn: int
    """Members of the same verb share a turn."""


def merged(text: str, members: Iterable[Member]) -> Iterator[Member]:
    """Yield ``members``, those that make up one collective put together."""
    held: Member | None = None
    for member in members:
        if held and _one_phrase(text, held, member):
            held = held._replace(end=member.end, turn=member.turn)
            continue
        if held:
            yield held
        held = member
    if held:
        yield held


def _one_phrase(text: str, held: Member, member: Member) -> bool:
    before, words = text[held.start : held.end], text[member.start : member.end]
    if held.turn != member.turn or member.joint not in ("、", "和", "及", "与"):
        return False
    return is_collective(before) and continues(before, words, member.joint != "、")


def full_names(text: str, members: Iterable[Member]) -> Iterator[tuple[str, str]]:
    """Yield the names that share a word with the last of a row, each with what it is in full.

    杭州市、宁波市人民政府 are two governments, 郑州、开封市科协 two associations,
    县财政、住建局 two offices of a county.
    """
    waiting: list[str] = []
    for member in members:
        name = text[member.start : member.end]
        if waiting and member.joint not in ("、", "和", "及", "与"):
            waiting = []
        if not looks_complete(name):
            waiting.append(name)
            continue
        full = [(each, with_tail(each, name)) for each in waiting]
        lacking = takewhile(lambda pair: pair[1], reversed(full))
        yield from reversed(list(lacking))
        yield from of_one_level(waiting, name)
        waiting = []
