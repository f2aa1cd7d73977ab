"""The document as a whole: its text, what the plan file holds, the first page of the program."""

from collections import Counter
from collections.abc import Iterable

from plan_cli.model.plan import Grouping, Kind, Plan, Unit
from plan_cli.query.fulltext import paragraphs
from plan_cli.report import Group, LetterPart, Record, Report, Row
from plan_cli.reports.page import LABELLED, labelled, page
from plan_cli.text import listed, pad

HEADINGS: frozenset[LetterPart] = frozenset(("letterhead", "title", "section", "subsection"))


def fulltext(plan: Plan) -> Report:
    """Return the whole document as a page, with no word that is not its own."""
    return Report(
        title="",
        columns=LABELLED,
        groups=tuple(
            Group((), each.text, part=each.part)
            if each.part in HEADINGS
            else Group((Row(("", each.text)),), part=each.part)
            for each in paragraphs(plan)
        ),
        layout="page",
        paper="letter",
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
