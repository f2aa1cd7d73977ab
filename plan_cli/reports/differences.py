"""The report on two plans compared: what is new, gone, changed and unchanged."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_cli.comparison.changes import SAME, Change, Comparison, Word
from plan_cli.comparison.wording import counted
from plan_cli.model.plan import Plan
from plan_cli.report import Coded, Column, Group, Marked, Report, Row, filled
from plan_cli.reports.telling import (
    change_record,
    figure_lines,
    leading_lines,
    one_cell,
    people,
    text_changes,
    told,
)
from plan_cli.reports.wordings import display_title, title_notes

NAMES = {
    Word.ADDED.value: "新增",
    Word.REMOVED.value: "取消",
    Word.REWORDED.value: "改写",
    Word.RENUMBERED.value: "改编号",
    Word.REASSIGNED.value: "改责任",
    SAME: "未变",
}


MOVED = "改责任方式"
"""What happened to a task that reaches the one asked for in another role, by the same note."""


class _Line(NamedTuple):
    """One row: what became of a task."""

    comparison: Comparison
    change: Change
    text: Marked | None
    """Its text with words marked, if it changed."""


def _which(*shown_as: int) -> tuple[Column[_Line], ...]:
    """Return the columns that say which task it is and how it changed, of these widths."""
    how, title = shown_as
    return (
        Column("变化", how, _how, on="sheet"),
        Column(
            "旧编号", 3, lambda line: line.change.old and line.change.old.id, on="sheet", ids=True
        ),
        Column(
            "新编号", 3, lambda line: line.change.new and line.change.new.id, on="sheet", ids=True
        ),
        Column("编号", 5, lambda line: _ids(line.change), on="page"),
        Column("任务", title, lambda line: display_title(line.change.entry)),
    )


def _how(line: _Line) -> Coded:
    return Coded(line.change.change, "、".join(_labels(line.comparison, line.change)))


def _joined(line: _Line) -> tuple[Sequence[str], Sequence[str]]:
    return line.change.named.joined, line.change.collectives.joined


def _left(line: _Line) -> tuple[Sequence[str], Sequence[str]]:
    return line.change.named.left, line.change.collectives.left


COLUMNS: tuple[Column[_Line], ...] = (
    *_which(6, 15),
    Column("改动", 40, lambda line: one_cell(told(*line)), on="page"),
    Column("加入", 14, lambda line: people(*_joined(line)), on="sheet"),
    Column("退出", 14, lambda line: people(*_left(line)), on="sheet"),
    Column("牵头、配合", 14, lambda line: one_cell(leading_lines(line.change)), on="sheet"),
    Column("指标、时限", 14, lambda line: one_cell(figure_lines(line.change)), on="sheet"),
    Column("正文", 40, lambda line: line.text, on="sheet"),
)
STAT_COLUMNS: tuple[Column[_Line], ...] = (
    *(each._replace(on="all") if each.heading == "变化" else each for each in _which(12, 20)),
    Column("增字", 3, lambda line: counted(line.text or Marked(()))[0]),
    Column("减字", 3, lambda line: counted(line.text or Marked(()))[1]),
    Column("加入", 3, lambda line: sum(map(len, _joined(line)))),
    Column("退出", 3, lambda line: sum(map(len, _left(line)))),
    Column(
        "指标时限", 4, lambda line: sum(map(len, (*line.change.targets, *line.change.deadlines)))
    ),
)


def difference_report(comparison: Comparison, stat: bool = False, full: bool = False) -> Report:
    """Return what changed, task by task; with ``stat`` only how much, one line per task.

    Pages show what is unchanged as one number, with ``full`` task by task as well.
    """
    shown = [change for group in _grouped(comparison).values() for change in group]
    columns = STAT_COLUMNS if stat else COLUMNS
    return Report(
        title="两份文件的变化",
        heading=(
            f"旧：{_plan_title(comparison.old)}",
            f"新：{_plan_title(comparison.new)}",
            *(f"部门：{asked.name}" for asked in comparison.asked),
        ),
        columns=columns,
        groups=tuple(
            _section(name, filled(columns, [_line(comparison, each) for each in changes]), full)
            for name, changes in _grouped(comparison).items()
            if changes
        ),
        closing=(*_totals(comparison, shown), *title_notes(change.entry for change in shown)),
        records=lambda: [change_record(comparison, change) for change in shown],
    )


def _section(name: str, rows: tuple[Row, ...], full: bool) -> Group:
    if name == NAMES[SAME] and not full:
        return Group(rows, f"{name} {len(rows)} 项，未逐项列出", folded=True)
    return Group(rows, f"{name}（{len(rows)}）")


def _plan_title(plan: Plan) -> str:
    number = plan.document.number
    return f"{plan.document.heading}（{number}）" if number else plan.document.heading


GROUPS = ("新增", "取消", "有变化", "只改编号", "未变")
ALONE = {"新增": "新增", "取消": "取消", "改编号": "只改编号", "未变": "未变"}
"""The groups of tasks to which nothing else happened."""


def _grouped(comparison: Comparison) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = {name: [] for name in GROUPS}
    for change in comparison.changes:
        if comparison.tells(change):
            groups[_group(comparison, change)].append(change)
    return groups


def _group(comparison: Comparison, change: Change) -> str:
    [label, *more] = _labels(comparison, change)
    if more or label not in ALONE:
        return "有变化"
    return ALONE[label]


def _totals(comparison: Comparison, shown: Sequence[Change]) -> Iterator[str]:
    labels = [_labels(comparison, change) for change in shown]
    counts = Counter(label for each in labels for label in each)
    # Most telling first: what is unchanged comes last, wherever it stands in the plan.
    order = sorted(counts, key=lambda label: label == NAMES[SAME])
    listed = "，".join(f"{label} {counts[label]} 项" for label in order)
    several = sum(len(each) > 1 for each in labels)
    note = f"（{several} 项兼有几种变化）" if several else ""
    asked = "、".join(each.name for each in comparison.asked)
    if not shown:
        yield f"没有涉及{asked}的变化。" if asked else "两份文件都没有任务。"
    else:
        yield f"{'涉及' + asked + '的变化' if asked else ''}共 {len(shown)} 项：{listed}{note}。"
    if asked:
        rest = [change for change in comparison.changes if not comparison.tells(change)]
        still = sum(comparison.concerns(change) for change in rest)
        yield f"另有 {still} 项涉及{asked}而没有变化，{len(rest) - still} 项与{asked}无关，未列出。"
    if any(any(change.targets) or any(change.deadlines) for change in shown):
        yield "指标、时限是整理者从正文里摘出的。"


def _ids(change: Change) -> str:
    old, new = (entry.id if entry else "" for entry in (change.old, change.new))
    return f"{old} → {new}" if old and new and old != new else new or old


def _labels(comparison: Comparison, change: Change) -> list[str]:
    """Return in Chinese all that happened to a task, what has no word of its own included."""
    labels = [NAMES[word] for word in change.words]
    if change.old and change.new:
        further = {
            "改指标": any(change.targets),
            "改时限": any(change.deadlines),
            "改责任写法": change.note and not change.reassigned,
            MOVED: _moved(comparison, change) and not change.reassigned,
        }
        labels += [label for label, true in further.items() if true]
    return labels or [NAMES[SAME]]


def _moved(comparison: Comparison, change: Change) -> bool:
    """Say whether the task reaches the one asked for in another role than before."""
    return len(comparison.asked) == 1 and comparison.moved(change)


def _line(comparison: Comparison, change: Change) -> _Line:
    return _Line(comparison, change, text_changes(change))
