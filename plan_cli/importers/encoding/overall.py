"""What is to be doubted about an import as a whole, besides each task and note."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plan_cli.importers.doubts import Cause, Doubt, places
from plan_cli.importers.encoding.collect import bearers, lookalikes
from plan_cli.importers.encoding.noting import NoteReader
from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.frame import Frame
from plan_cli.importers.shaping.letter import NO_TITLE
from plan_cli.importers.shaping.markers import Marker, find_marker
from plan_cli.model.plan import Plan, Section, TaskList
from plan_cli.model.walk import Path, placed_paragraphs, placed_sections, placed_tasks, walk
from plan_cli.text import clip, fold, listed
from plan_cli.validation.content import continuous_numbers


def head_doubts(frame: Frame) -> Iterator[Doubt]:
    """Yield what to doubt about the title, the year and the letterhead."""
    if frame.head.guessed:
        missing = frame.head.title == NO_TITLE
        yield Doubt(Cause.NO_TITLE if missing else Cause.TITLE_GUESSED, ("document", "title"))
    if not frame.year:
        yield Doubt(Cause.NO_YEAR, ("document", "year"))
    if frame.head.letterhead and not frame.head.letterhead.endswith("文件"):
        yield Doubt(Cause.LETTERHEAD, ("document", "letterhead"))


def repeated_doubts(frame: Frame, lists: Sequence[TaskList]) -> Iterator[Doubt]:
    """Yield which numbered items of the body a table behind it tells again."""
    titles = {fold(placed.task.title or "").rstrip("。") for placed in placed_tasks(lists)} - {""}
    repeated = [
        block.paragraph.place
        for block in frame.body
        if block.marker and titles & set(_heads(block.text[len(block.marker.label) :]))
    ]
    if repeated:
        yield Doubt(Cause.REPEATED, (), places(repeated), (len(repeated),))


def _heads(text: str) -> set[str]:
    """Return the first sentence of ``text`` and its first clause, as they are compared."""
    return {fold(re.split(marks, text, maxsplit=1)[0]) for marks in ("。", "[。，；：]")}


def table_doubts(
    units: Sequence[str], phrases: Sequence[str], full_names: Mapping[str, str]
) -> Iterator[Doubt]:
    """Yield what to doubt about kinds, units that look alike, and what collectives bind.

    A unit whose full name another one bears looks like it.
    """
    yield Doubt(Cause.KINDS, ("kinds",))
    bearer = bearers(full_names, units)
    alike = [(name, bearer[full]) for name, full in full_names.items() if bearer[full] != name]
    for first, second in dict.fromkeys([*lookalikes(units), *alike]):
        path = ("units", units.index(second), "name")
        yield Doubt(Cause.LOOKALIKES, path, about=(first, second))
    if phrases:
        yield Doubt(Cause.COLLECTIVES, ("collectives",))


def whole_doubts(
    lists: Sequence[TaskList], notes: NoteReader, dropped: Sequence[Line], units: Sequence[str]
) -> Iterator[Doubt]:
    """Yield what was decided in many places at once: open lists, ids, sections, furniture."""
    bearer = bearers(notes.full_names, units)
    full_names = [pair for pair in notes.full_names.items() if bearer[pair[1]] == pair[0]]
    for kind, where in ((Cause.OPEN_LISTS, notes.open_lists), (Cause.JOINTLY, notes.joint)):
        if where:
            yield Doubt(kind, (), places(where))
    if full_names:
        shown = listed([f"{name}（{full}）" for name, full in full_names[:3]])
        yield Doubt(Cause.SHARED_TAIL, (), places(notes.shared_tails), (shown,))
    for index, tasks in enumerate(lists):
        path: Path = ("lists", index)
        if tasks.prefix:
            yield Doubt(Cause.PREFIX, (*path, "prefix"), about=(tasks.prefix,))
        if renumbered := sum(placed.task.id is not None for placed in placed_tasks([tasks])):
            yield Doubt(Cause.RENUMBERED, path, about=(renumbered,))
        for part, inner, _ in walk(tasks, path):
            if isinstance(part, Section) and not part.tasks and not part.sections:
                yield Doubt(Cause.BARE_SECTION, (*inner, "heading"), about=(part.heading[:20],))
    if dropped:
        shown = _of_each_kind(dropped)
        yield Doubt(Cause.FURNITURE, (), places([line.place for line in dropped]), (shown,))


def _of_each_kind(dropped: Sequence[Line]) -> str:
    """Return the first line of each kind and how many there are; a kind differs in numbers only."""
    kinds: dict[str, list[str]] = {}
    for line in dropped:
        kinds.setdefault(re.sub(r"\d+", "#", line.text), []).append(line.text)
    most = sorted(kinds.values(), key=len, reverse=True)[:3]
    return "、".join(
        f"“{clip(' '.join(texts[0].split()))}”{'等 ' if len(set(texts)) > 1 else ''}{len(texts)} 处"
        for texts in most
    )


def number_doubts(plan: Plan, where: Mapping[Path, str]) -> Iterator[Doubt]:
    """Yield a doubt for each task and section whose number does not follow that before it."""
    paragraphs = [(find_marker(text), path[:2]) for text, path in placed_paragraphs(plan.lists)]
    text_has = {(path, marker.kind, marker.value) for marker, path in paragraphs if marker}
    tasks_at = {placed.path: placed.task for placed in placed_tasks(plan.lists)}
    for finding in continuous_numbers(plan):
        task = tasks_at[finding.path[:-1]]
        marker = find_marker(f"{task.number}." if task.label is None else task.label)
        if marker and (finding.path[:2], marker.kind, marker.value - 1) in text_has:
            continue  # the item before it names no one, and is text
        yield Doubt(Cause.SKIPPED, finding.path, where[finding.path[:-1]], (finding.message,))
    tasks = {placed.path[:-2] for placed in placed_tasks(plan.lists)}
    before: dict[tuple[Path, str], Marker] = {}
    for section, path in placed_sections(plan.lists):
        if not (marker := find_marker(section.heading)):
            continue
        row = (path[:-2], marker.kind)
        shown = f"从“{marker.label}”开始"
        if last := before.get(row):
            shown = f"“{last.label}”之后是“{marker.label}”"
        # Behind tasks of its own list or section it may go on with their numbers.
        if marker.value != (last.value + 1 if last else 1) and (last or path[:-2] not in tasks):
            yield Doubt(Cause.SKIPPED, (*path, "heading"), where[path], (shown,))
        before[row] = marker
