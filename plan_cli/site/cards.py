"""The document as articles under headings: what can be read with the script off."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from plan_cli.model.known import Known
from plan_cli.model.plan import Deadline, Entry, Kind, Plan, Section, Step, Target, Task
from plan_cli.model.walk import walk
from plan_cli.query.axes import AXES
from plan_cli.query.figures import (
    Stated,
    amount,
    deadlines_of,
    due_text,
    goal_text,
    targets_of,
)
from plan_cli.query.reach import ROLES, Duty, phrases_for, role_of
from plan_cli.report import ROLE_NAMES, WAY_NAMES
from plan_cli.reports.wordings import EXCERPT_MARK, STRENGTH_NAMES, display_title
from plan_cli.site.elements import Content, Html, element, joined
from plan_cli.site.followed import overall_state, progress_rows
from plan_cli.text import listed

ANCHOR = "t-"


def anchor(id: str) -> str:
    """Return the ``id`` attribute of a task's article: a word that an address can hold."""
    return f"{ANCHOR}{address_word(id)}"


def address_word(text: str) -> str:
    """Return ``text`` as a word that an address can hold, and an ``id``."""
    return re.sub(r"[^\w.-]", lambda sign: f"_{ord(sign[0]):x}", text)


def link(entry: Entry, words: str = "") -> Html:
    """Return a link to a task: its id, or ``words``."""
    return element("a", words or entry.id, href=f"#{anchor(entry.id)}")


def document_parts(plan: Plan, known: Known | None = None) -> Iterator[Html]:
    """Yield headings, paragraphs and tasks, all lists in the order of the document."""
    entries = iter(plan.entries)
    for index, tasks in enumerate(plan.lists):
        yield element("h2", tasks.title or tasks.name, class_="part list")
        for part, _, above in walk(tasks, ("lists", index)):
            if isinstance(part, Task):
                yield card(next(entries), known)
            elif isinstance(part, Section):
                yield element("h2", part.heading, class_=f"part depth-{min(len(above), 2)}")
            else:
                yield element("p", part, class_="part")


def card(entry: Entry, known: Known | None = None) -> Html:
    """Return the article of a task; it carries its id as ``data-id``."""
    head = element(
        "header",
        element("span", entry.id, class_="id"),
        element("h3", *_title(entry), id=f"{anchor(entry.id)}-title"),
        element("p", class_="why", hidden=True),
        overall_state(entry, known) if known else None,
        element("p", *_place(entry), class_="place"),
        class_="head",
    )
    return element(
        "article",
        head,
        _measures(entry),
        element("dl", *_facts(entry, known), class_="facts"),
        class_="task",
        id=anchor(entry.id),
        data_id=entry.id,
        aria_labelledby=f"{anchor(entry.id)}-title",
        tabindex="-1",
    )


def _title(entry: Entry) -> Iterator[Html]:
    """Yield the title; what closes it in the document is there to be searched, and not seen."""
    if not entry.task.title:
        yield element("span", display_title(entry))
        return
    title = entry.title or ""
    yield element("span", title, class_="text")
    if closing := entry.task.title[len(title) :]:
        yield element("span", closing, class_="text", hidden=True)


def _place(entry: Entry) -> Iterator[Html]:
    for name in ("list", "section", "action", "project"):
        if group := AXES[name].of(entry):
            yield element("span", group, class_=name, title=AXES[name].label)


def _measures(entry: Entry) -> Html:
    items = []
    apart = len(_alike(entry)) > 1
    for step, measure in zip(entry.steps, entry.task.measures, strict=True):
        heading = element("b", measure.heading, class_="text") if measure.heading else None
        body = element("span", measure.text, class_="text")
        aside = element("small", class_="aside", hidden=True) if apart else None
        number = element("span", step.id, class_="number")
        items.append(
            element("li", number, element("p", heading, body, aside), data_measure=step.id)
        )
    return element("ol", *items, class_="measures") if items else Html()


def _facts(entry: Entry, known: Known | None) -> Iterator[Html]:
    """Yield pairs of label and content: the note, what it means, and what the editor added."""
    targets, deadlines = list(targets_of([entry])), list(deadlines_of([entry]))
    yield from _fact("责任部门", "原文", _notes(entry))
    yield from _fact("责任单位", "整理者归纳", _bound(entry))
    yield from _fact("量化指标", "整理者摘出", [_target(stated) for stated in targets])
    yield from _fact("时限", "整理者摘出", [_deadline(stated) for stated in deadlines])
    yield from _fact("相关任务", "整理者的判断", _related(entry))
    if known:
        yield from _fact("进展", "台账", progress_rows(entry, known))


def _fact(label: str, by: str, lines: Iterable[Content]) -> Iterator[Html]:
    shown = [line for line in lines if line]
    if shown:
        yield element("dt", label, element("small", by))
        yield element("dd", *(element("div", line) for line in shown))


def _alike(entry: Entry) -> list[tuple[str, Duty]]:
    """Return the measures by who answers for them: what to call them, and one of them."""
    runs = [list(run) for _, run in groupby(entry.steps, key=lambda step: step.notes)]
    if len(runs) <= 1:
        return [("", entry)]
    return [(_span(run), run[0]) for run in runs]


def _span(steps: Sequence[Step]) -> str:
    first, last = steps[0].id, steps[-1].id
    return f"{first}：" if first == last else f"{first} 到 {last}："


def _notes(entry: Entry) -> Iterator[Html]:
    for span, duty in _alike(entry):
        for note in duty.notes if isinstance(duty, Step) else duty.task.notes:
            words = element("span", note.text, class_="note")
            yield joined([element("b", span) if span else None, words])


def _bound(entry: Entry) -> Iterator[Html]:
    """Yield who is bound and why, role by role."""
    for span, duty in _alike(entry):
        if span:
            yield element("b", span)
        responsible = duty.responsible
        ways = ((WAY_NAMES["lead"], responsible.lead), (WAY_NAMES["support"], responsible.support))
        yield from (_binding(way, listed(names)) for way, names in ways if names)
        if responsible.named:
            yield _binding(ROLE_NAMES[ROLES[0]], listed(responsible.named))
        for role in ROLES[1:]:
            kinds = [kind for kind in duty.plan.kinds if role_of(kind, duty) is role]
            if kinds:
                phrases = dict.fromkeys(p for k in kinds for p in phrases_for(k, duty, role))
                yield _binding(ROLE_NAMES[role], _names(kinds), f"“{'”“'.join(phrases)}”")


def _binding(role: str, names: str, phrases: str = "") -> Html:
    why = element("small", phrases) if phrases else None
    return joined([element("span", role, class_="role"), names, why], " ")


def _names(kinds: Sequence[Kind]) -> str:
    return listed([kind.name for kind in kinds])


def _target(stated: Stated[Target]) -> Html:
    target = stated.figure
    reach = element("b", amount(target), class_="amount")
    return joined([f"{target.what}：", reach, _firmly(target.modality), _where(stated)])


def _deadline(stated: Stated[Deadline]) -> Html:
    deadline = stated.figure
    when = element("time", due_text(deadline), datetime=deadline.due.isoformat())
    left = element("span", class_="left")
    return joined([when, "：", goal_text(deadline), left, _where(stated)])


def _firmly(modality: str | None) -> str:
    return f"（{modality}）" if modality else ""


def _where(stated: Stated[Target] | Stated[Deadline]) -> Html | None:
    duty = stated.duty
    return element("small", duty.id) if isinstance(duty, Step) else None


def _related(entry: Entry) -> Iterator[Html]:
    by_id: Mapping[str, Entry] = {other.id: other for other in entry.plan.entries}
    for id, strength in entry.plan.links.get(entry.id, {}).items():
        other = by_id[id]
        title = display_title(other).removesuffix(EXCERPT_MARK)
        yield joined([link(other, f"{id}　{title}"), element("small", STRENGTH_NAMES[strength])])
