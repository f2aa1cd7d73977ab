"""Finding words in the document's own text: titles, sub-headings and measures."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.model.plan import Entry, Step
from plan_cli.query.asked import Selection
from plan_cli.text import find_folded


class Found(NamedTuple):
    """A task and those of its measures in which, or in whose headings, all words stand."""

    entry: Entry
    steps: tuple[Step, ...]


def search(selection: Selection, words: Sequence[str]) -> list[Found]:
    """Return the tasks of ``selection`` with measures that contain all ``words``.

    A title counts as part of the first measure, a sub-heading as part of the measure it
    opens. Notes and editor's titles are not searched. Where a unit or kind was asked for, only
    measures that reach it count.
    """
    found = []
    for entry in selection.entries:
        steps = [
            step
            for step, text in zip(entry.steps, searched(entry), strict=True)
            if selection.concerns(step) and all(find_folded(text, word) for word in words)
        ]
        if steps:
            found.append(Found(entry, tuple(steps)))
    return found


def searched(entry: Entry) -> list[str]:
    """Return, for each measure, the text in which it is looked for."""
    texts = [(measure.heading or "") + measure.text for measure in entry.task.measures]
    if texts:
        texts[0] = (entry.task.title or "") + texts[0]
    return texts
