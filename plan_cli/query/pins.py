"""Targets and deadlines, each pinned to the measure that its quote stands in."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from plan_cli.model.plan import Deadline, Entry, Target
from plan_cli.query.figures import target_text
from plan_cli.text import fold


class Pin(NamedTuple):
    """What the document sets as numbers and time limits, for one measure or one task."""

    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

    @staticmethod
    def joined(pins: "Iterable[Pin]") -> "Pin":
        """Return all that is set by any of ``pins``, in their order."""
        found = list(pins)
        return Pin(
            tuple(target for pin in found for target in pin.targets),
            tuple(deadline for pin in found for deadline in pin.deadlines),
        )

    @property
    def targets_text(self) -> str:
        """The numbers to reach, on one line; empty where the document states none."""
        return "；".join(map(target_text, self.targets))


def pins(entry: Entry) -> dict[str, Pin]:
    """Return, for each measure of ``entry`` by its id, what is pinned to it.

    A quote that begins in the task's title belongs to the first measure; without measures
    everything is under the id of the task.
    """
    ids = [step.id for step in entry.steps] or [entry.id]
    placed: dict[str, tuple[list[Target], list[Deadline]]] = {id: ([], []) for id in ids}
    for target in entry.task.editor.targets:
        placed[ids[_place(entry, target.quote)]][0].append(target)
    for deadline in entry.task.editor.deadlines:
        placed[ids[_place(entry, deadline.quote)]][1].append(deadline)
    return {id: Pin(tuple(targets), tuple(limits)) for id, (targets, limits) in placed.items()}


def _place(entry: Entry, quote: str) -> int:
    """Return the index of the measure that ``quote`` stands, or else begins, in."""
    wanted = fold(quote)
    texts = [fold((measure.heading or "") + measure.text) for measure in entry.task.measures]
    for index, text in enumerate(texts):
        if wanted in text:
            return index
    title = fold(entry.task.title or "")
    begin = (title + "".join(texts)).find(wanted) - len(title)
    ends = list(accumulate(map(len, texts)))
    return next((index for index, end in enumerate(ends) if begin < end), 0)
