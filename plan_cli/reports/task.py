"""The page of a task, or of some of its measures."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plan_cli.model.known import Seen
from plan_cli.model.plan import Entry, Kind, Step
from plan_cli.query.by_id import Hit, namesakes
from plan_cli.query.figures import deadline_text, deadlines_of, target_text, targets_of
from plan_cli.query.reach import ROLES, Duty, phrases_for, role_of
from plan_cli.report import ROLE_NAMES, Group, Report, Row
from plan_cli.reports.page import labelled, page
from plan_cli.reports.standings import progress_group, record_of
from plan_cli.reports.wordings import STRENGTH_NAMES, display_title, title_notes
from plan_cli.text import listed


def task_pages(hits: Sequence[Hit], seen: Seen | None = None) -> Report:
    """Return the tasks or measures asked for, one after another, and how far they are."""
    groups = [group for hit in hits for group in _task_groups(hit, len(hits) > 1, seen)]
    [first, *_] = hits
    return page(
        "" if len(hits) > 1 else _task_title(first),
        groups,
        closing=title_notes(hit.entry for hit in hits),
        hints=tuple(line for hit in hits for line in _namesake_hint(hit)),
        records=lambda: [record_of(hit.entry, None, hit.steps, seen) for hit in hits],
    )


def _task_title(hit: Hit) -> str:
    return f"{hit.entry.id}　{display_title(hit.entry)}"


def _task_groups(hit: Hit, titled: bool, seen: Seen | None) -> list[Group]:
    entry, task = hit.entry, hit.entry.task
    place = labelled(
        ("清单", entry.list.name),
        ("部分", entry.section.heading if entry.section else None),
        ("行动", entry.action),
        ("工程", task.project),
    )
    shown = {entry.id, *(step.id for step in hit.steps)}
    targets = targets_of([entry], lambda duty: duty.id in shown)
    deadlines = deadlines_of([entry], lambda duty: duty.id in shown)
    whole = len(hit.steps) == len(entry.steps)
    return [
        Group(place, _task_title(hit) if titled else ""),
        Group(tuple(_measure_rows(hit)), "举措"),
        Group(tuple(Row(("", target_text(s.figure))) for s in targets), "量化指标（整理者摘出）"),
        Group(tuple(Row(("", deadline_text(s.figure))) for s in deadlines), "时限（整理者摘出）"),
        progress_group(seen, [entry.id] if whole else [step.id for step in hit.steps]),
        Group(tuple(_note_rows(hit)), "责任部门（原文）"),
        Group(tuple(_bound_rows(hit)), "责任单位（整理者归纳）"),
        *([_related(entry)] if whole else []),
    ]


def _measure_rows(hit: Hit) -> Iterable[Row]:
    heading = None
    for step in hit.steps:
        if step.heading and step.heading != heading:
            heading = step.heading
            yield Row(("", f"【{heading}】"))
        yield Row((step.id, step.text))


def _alike(hit: Hit) -> list[tuple[str, Duty]]:
    """Return the measures shown by who answers for them: what to call them, and one of them.

    Where it is the same for all of them they need no name.
    """
    runs = [list(run) for _, run in groupby(hit.steps, key=lambda step: step.notes)]
    if len(runs) <= 1:
        return [("", hit.steps[0] if hit.steps else hit.entry)]
    return [(_span(run), run[0]) for run in runs]


def _span(steps: Sequence[Step]) -> str:
    first, last = steps[0].id, steps[-1].id
    return first if first == last else f"{first} 到 {last}"


def _note_rows(hit: Hit) -> Iterator[Row]:
    for span, duty in _alike(hit):
        notes = duty.notes if isinstance(duty, Step) else duty.task.notes
        for note in notes:
            yield Row((span, note.text))


def _bound_rows(hit: Hit) -> Iterator[Row]:
    """Yield who is bound by what is shown, by role, as the editor reads the notes."""
    for span, duty in _alike(hit):
        if span:
            yield Row(("", f"【{span}】"))
        responsible = duty.responsible
        yield from labelled(
            ("牵头", listed(responsible.lead)),
            ("配合", listed(responsible.support)),
            ("点名", listed(responsible.named)),
        )
        for role in ROLES[1:]:
            kinds = [kind for kind in duty.plan.kinds if role_of(kind, duty) is role]
            if kinds:
                phrases = dict.fromkeys(p for k in kinds for p in phrases_for(k, duty, role))
                yield Row((ROLE_NAMES[role], f"{_names(kinds)}（“{'”“'.join(phrases)}”）"))


def _names(kinds: Sequence[Kind]) -> str:
    return listed([kind.name for kind in kinds])


def _related(entry: Entry) -> Group:
    """Return the tasks linked with ``entry``, as the editor reads them."""
    by_id = {other.id: other for other in entry.plan.entries}
    rows = tuple(
        Row((id, f"{display_title(by_id[id])}（{STRENGTH_NAMES[strength]}）"))
        for id, strength in entry.plan.links.get(entry.id, {}).items()
    )
    return Group(rows, "相关任务（整理者的判断）")


def _namesake_hint(hit: Hit) -> tuple[str, ...]:
    if hit.entry.list.prefix:
        return ()
    return tuple(
        f"另有{other.list.name}第 {other.task.number} 项，请用 plan show {other.id}"
        for other in namesakes(hit.entry)
    )
