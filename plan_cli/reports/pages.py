"""Pages about one thing: a task, a measure, the document, the whole plan."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from plan_cli.model.plan import Deadline, Entry, Grouping, Kind, Plan, Target, Unit
from plan_cli.query.lookup import Hit, namesakes
from plan_cli.query.reach import ROLES, phrases_for, role_of
from plan_cli.report import (
    ROLE_NAMES,
    STRENGTH_NAMES,
    Column,
    Group,
    Layout,
    Record,
    Report,
    Row,
    display_title,
    no_records,
    task_record,
)
from plan_cli.reports.agenda import deadline_rows, target_rows
from plan_cli.reports.listing import title_notes
from plan_cli.text import fold, listed, pad

Q = TypeVar("Q", Target, Deadline)

LABELLED = (Column("", 6, ids=True), Column("", 40))
"""The two columns of a page: labels, which are words or ids, and text."""


def page(
    title: str,
    groups: Iterable[Group],
    heading: tuple[str, ...] = (),
    closing: tuple[str, ...] = (),
    hints: tuple[str, ...] = (),
    records: Callable[[], Sequence[Record]] = no_records,
) -> Report:
    """Return a report laid out as a page; groups without rows are left out."""
    kept = tuple(group for group in groups if group.rows)
    return Report(title, LABELLED, kept, heading, closing, hints, Layout.PAGE, records)


def labelled(*pairs: tuple[str, str | None]) -> tuple[Row, ...]:
    """Return rows of label and text, without those that have no text."""
    return tuple(Row((label, text)) for label, text in pairs if text)


def task_pages(plan: Plan, hits: Sequence[Hit]) -> Report:
    """Return the tasks or measures asked for, one after another."""
    groups = [group for hit in hits for group in _task_groups(plan, hit, len(hits) > 1)]
    [first, *_] = hits
    return page(
        "" if len(hits) > 1 else _task_title(first),
        groups,
        closing=title_notes(hit.entry for hit in hits),
        hints=tuple(line for hit in hits for line in _namesake_hint(plan, hit)),
        records=lambda: [task_record(plan, hit.entry, None, hit.steps) for hit in hits],
    )


def _task_title(hit: Hit) -> str:
    return f"{hit.entry.id}　{display_title(hit.entry)}"


def _task_groups(plan: Plan, hit: Hit, titled: bool) -> list[Group]:
    entry, task = hit.entry, hit.entry.task
    place = labelled(
        ("清单", entry.list.name),
        ("部分", entry.section.heading if entry.section else None),
        ("行动", entry.action),
        ("工程", task.project),
    )
    return [
        Group(place, _task_title(hit) if titled else ""),
        Group(tuple(_measure_rows(hit)), "举措"),
        Group(target_rows(_quoted(hit, task.editor.targets)), "量化指标（整理者摘出）"),
        Group(deadline_rows(_quoted(hit, task.editor.deadlines)), "时限（整理者摘出）"),
        Group(tuple(Row(("", note.text)) for note in task.notes), "责任部门（原文）"),
        *(
            []
            if len(hit.steps) < len(entry.steps)
            else [_bound(plan, entry), _related(plan, entry)]
        ),
    ]


def _quoted(hit: Hit, items: Sequence[Q]) -> list[Q]:
    """Return those of ``items`` whose quote stands in the measures shown."""
    if len(hit.steps) == len(hit.entry.steps):
        return list(items)
    shown = fold("".join(step.text for step in hit.steps))
    return [item for item in items if fold(item.quote) in shown]


def _related(plan: Plan, entry: Entry) -> Group:
    """Return the tasks linked with ``entry``, as the editor reads them."""
    by_id = {other.id: other for other in plan.entries}
    rows = tuple(
        Row((id, f"{display_title(by_id[id])}（{STRENGTH_NAMES[strength]}）"))
        for id, strength in plan.links.get(entry.id, {}).items()
        if id in by_id
    )
    return Group(rows, "相关任务（整理者的判断）")


def _measure_rows(hit: Hit) -> Iterable[Row]:
    heading = None
    for step in hit.steps:
        if step.heading and step.heading != heading:
            heading = step.heading
            yield Row(("", f"【{heading}】"))
        yield Row((step.id, step.text))


def _bound(plan: Plan, entry: Entry) -> Group:
    """Return who is bound by the task, by role, as the editor reads the note."""
    responsible = entry.task.responsible
    rows = list(
        labelled(
            ("牵头", listed(responsible.lead)),
            ("配合", listed(responsible.support)),
            ("点名", listed(responsible.named)),
        )
    )
    for role in ROLES[1:]:
        kinds = [kind for kind in plan.kinds if role_of(plan, kind, entry.task) is role]
        if kinds:
            phrases = dict.fromkeys(
                phrase for kind in kinds for phrase in phrases_for(plan, kind, entry.task, role)
            )
            reading = f"{listed([kind.name for kind in kinds])}（“{'”“'.join(phrases)}”）"
            rows.append(Row((ROLE_NAMES[role], reading)))
    return Group(tuple(rows), "责任单位（整理者归纳）")


def _namesake_hint(plan: Plan, hit: Hit) -> tuple[str, ...]:
    if hit.entry.list.prefix:
        return ()
    others = namesakes(plan, hit.entry)
    return tuple(
        f"另有{other.list.name}第 {other.task.number} 项，请用 plan show {other.id}"
        for other in others
    )


def about(plan: Plan, version: str) -> Report:
    """Return what the plan file holds: the document, its lists, and all counts."""
    document = plan.document
    measures = sum(len(entry.task.measures) for entry in plan.entries)
    notes = sum(len(entry.task.notes) for entry in plan.entries)
    counts = (
        f"{len(plan.entries)} 项任务，{measures} 条举措，{notes} 处责任部门；"
        f"{len(plan.units)} 个点名单位，{len(plan.kinds)} 个类别，{len(plan.collectives)} 种统称"
    )
    return page(
        document.heading,
        [
            Group(
                labelled(
                    ("文号", document.number),
                    ("发文", document.issuer),
                    ("年份", str(document.year)),
                    ("主送", document.addressees),
                )
            ),
            Group(_list_rows(plan), "清单"),
            Group(
                labelled(
                    ("行动", _names(plan.actions)),
                    ("工程", _names(plan.projects)),
                    ("单位", _names(plan.units)),
                    ("类别", _names(plan.kinds)),
                    ("合计", counts),
                ),
                "内容",
            ),
            Group(tuple(Row(("", remark)) for remark in plan.remarks), "整理者说明"),
            Group(labelled(("程序", f"plan {version}")), "来源"),
        ],
        records=lambda: [_about_record(plan, version)],
    )


def _about_record(plan: Plan, version: str) -> Record:
    document = plan.document
    return {
        "plan": plan.name,
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "year": document.year,
        "addressees": document.addressees,
        "lists": [
            {"name": tasks.name, "prefix": tasks.prefix, "tasks": _size(plan, tasks.name)}
            for tasks in plan.lists
        ],
        "actions": [action.name for action in plan.actions],
        "projects": [project.name for project in plan.projects],
        "units": [unit.name for unit in plan.units],
        "kinds": [kind.name for kind in plan.kinds],
        "collectives": [collective.phrase for collective in plan.collectives],
        "tasks": len(plan.entries),
        "measures": sum(len(entry.task.measures) for entry in plan.entries),
        "notes": sum(len(entry.task.notes) for entry in plan.entries),
        "remarks": list(plan.remarks),
        "version": version,
    }


EXAMPLES = (
    ("plan list {unit}", "某部门要做哪些事"),
    ("plan {id}", "一项任务的全文和责任部门"),
    ("plan search {word}", "正文里哪里提到"),
)


def overview(plan: Plan) -> Report:
    """Return the first page: the document, its lists, actions and projects, and what to try."""
    actions = Counter(entry.action for entry in plan.entries if entry.action)
    projects = [
        (entry.task.project, entry) for entry in plan.entries if entry.task.project is not None
    ]
    return page(
        plan.document.heading,
        [
            Group(labelled(("文号", plan.document.number))),
            Group(_list_rows(plan), "清单"),
            Group(tuple(Row((f"{n} 项", name)) for name, n in actions.items()), "行动"),
            Group(tuple(Row((entry.id, name)) for name, entry in projects), "工程（前为任务编号）"),
            Group(tuple(Row(("", line)) for line in _examples(plan)), "常用命令"),
        ],
    )


def _examples(plan: Plan) -> Iterable[str]:
    unit = plan.units[0].name if plan.units else "部门"
    project = next((e for e in plan.entries if e.task.project), None)
    entry = project or (plan.entries[0] if plan.entries else None)
    word = plan.actions[0].name if plan.actions else "文字"
    for command, meaning in EXAMPLES:
        filled = command.format(unit=unit, id=entry.id if entry else "1", word=word)
        yield f"{pad(filled, 30)}{meaning}"


def _list_rows(plan: Plan) -> tuple[Row, ...]:
    rows = []
    for tasks in plan.lists:
        ids = [entry.id for entry in plan.entries if entry.list is tasks]
        span = f"，编号 {ids[0]} 到 {ids[-1]}" if ids else ""
        rows.append(Row((f"{len(ids)} 项", f"{tasks.name}{span}")))
    return tuple(rows)


def _size(plan: Plan, name: str) -> int:
    return sum(entry.list.name == name for entry in plan.entries)


def _names(things: Iterable[Grouping | Unit | Kind]) -> str:
    return listed([thing.name for thing in things])
