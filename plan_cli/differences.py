"""The report on two plans compared: what is new, gone, changed and unchanged."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from plan_cli.change_record import change_record, text_changes
from plan_cli.comparison import SAME, Change, Comparison, Figure, Figures, Word
from plan_cli.model import Op, Plan, Precision, Target
from plan_cli.query.listing import title_notes
from plan_cli.query.wording import changed_sentences, counted, mark_changes
from plan_cli.report import (
    ROLE_NAMES,
    Coded,
    Column,
    Group,
    Mark,
    Marked,
    On,
    Report,
    Row,
    collectives_text,
    display_title,
    named_text,
)

NAMES = {
    Word.ADDED.value: "新增",
    Word.REMOVED.value: "取消",
    Word.REWORDED.value: "改写",
    Word.RENUMBERED.value: "改编号",
    Word.REASSIGNED.value: "改责任",
    SAME: "未变",
}

COLUMNS = (
    Column("变化", 6, On.SHEET),
    Column("旧编号", 3, On.SHEET),
    Column("新编号", 3, On.SHEET),
    Column("编号", 5, On.PAGE),
    Column("任务", 15),
    Column("变化", 40, On.PAGE),
    Column("加入", 14, On.SHEET),
    Column("退出", 14, On.SHEET),
    Column("牵头、配合", 14, On.SHEET),
    Column("指标、时限", 14, On.SHEET),
    Column("正文", 40, On.SHEET),
)
STAT_COLUMNS = (
    Column("变化", 8),
    Column("旧编号", 3, On.SHEET),
    Column("新编号", 3, On.SHEET),
    Column("编号", 5, On.PAGE),
    Column("任务", 20),
    Column("增字", 3),
    Column("减字", 3),
    Column("加入", 3),
    Column("退出", 3),
)

Parts = tuple[tuple[str, Mark | None], ...]


def differences(comparison: Comparison, stat: bool = False) -> Report:
    """Return what changed, task by task; with ``stat`` only how much, one line per task."""
    shown = [change for group in _grouped(comparison).values() for change in group]
    row = _stat_row if stat else _row
    return Report(
        title="两份文件的变化",
        heading=(
            f"旧：{_plan_title(comparison.old)}",
            f"新：{_plan_title(comparison.new)}",
            *(f"部门：{asked.name}" for asked in comparison.asked),
        ),
        columns=STAT_COLUMNS if stat else COLUMNS,
        groups=tuple(
            Group(tuple(row(comparison, change) for change in changes), f"{name}（{len(changes)}）")
            for name, changes in _grouped(comparison).items()
            if changes
        ),
        closing=(*_totals(comparison, shown), *title_notes(change.entry for change in shown)),
        records=lambda: [change_record(comparison, change) for change in shown],
    )


def _plan_title(plan: Plan) -> str:
    number = plan.document.number
    return f"{plan.document.title}（{number}）" if number else plan.document.title


GROUPS = ("新增", "取消", "有变化", "只改编号", "未变")


def _grouped(comparison: Comparison) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = {name: [] for name in GROUPS}
    for change in comparison.changes:
        if comparison.tells(change):
            groups[_group(comparison, change)].append(change)
    return groups


def _group(comparison: Comparison, change: Change) -> str:
    if change.old is None or change.new is None:
        return NAMES[change.change]
    if len(comparison.asked) == 1 and len(set(comparison.roles(comparison.asked[0], change))) > 1:
        return "有变化"
    if change.words == (Word.RENUMBERED,) and not change.aside:
        return "只改编号"
    return "有变化" if change.touched else "未变"


def _totals(comparison: Comparison, shown: Sequence[Change]) -> Iterator[str]:
    counts = Counter(word for change in shown for word in change.change.split(","))
    listed = "，".join(f"{name} {counts[word]} 项" for word, name in NAMES.items() if counts[word])
    several = sum(len(change.words) > 1 for change in shown)
    note = f"（{several} 项兼有几种变化）" if several else ""
    asked = "、".join(each.name for each in comparison.asked)
    if not shown:
        yield f"没有涉及{asked}的变化。" if asked else "两份文件都没有任务。"
    else:
        yield f"{'涉及' + asked + '的变化：' if asked else ''}共 {len(shown)} 项：{listed}{note}。"
    if asked:
        rest = [change for change in comparison.changes if change not in shown]
        still = sum(comparison.concerns(change) for change in rest)
        yield f"另有 {still} 项涉及{asked}而没有变化，{len(rest) - still} 项与{asked}无关，未列出。"
    if any(any(change.targets) or any(change.deadlines) for change in shown):
        yield "指标、时限是编者从正文里摘出的。"


def _ids(change: Change) -> str:
    old, new = (entry.id if entry else "" for entry in (change.old, change.new))
    return f"{old} → {new}" if old and new and old != new else new or old


def _code(change: Change) -> Coded:
    names = "、".join(NAMES[word] for word in change.change.split(","))
    return Coded(change.change, names)


def _row(comparison: Comparison, change: Change) -> Row:
    text = text_changes(change)
    return Row(
        (
            _code(change),
            change.old.id if change.old else None,
            change.new.id if change.new else None,
            _ids(change),
            display_title(change.entry),
            _lines(_told(comparison, change, text)),
            _people(change.named.joined, change.collectives.joined),
            _people(change.named.left, change.collectives.left),
            _lines(_leading_lines(change)),
            _lines(
                [*_figure_lines("指标", change.targets), *_figure_lines("时限", change.deadlines)]
            ),
            text,
        )
    )


def _stat_row(comparison: Comparison, change: Change) -> Row:
    came, went = counted(text_changes(change) or Marked(()))
    return Row(
        (
            _code(change),
            change.old.id if change.old else None,
            change.new.id if change.new else None,
            _ids(change),
            display_title(change.entry),
            came,
            went,
            len(change.named.joined + change.collectives.joined),
            len(change.named.left + change.collectives.left),
        )
    )


def _told(comparison: Comparison, change: Change, text: Marked | None) -> Iterator[Parts]:
    """Yield one line for each thing that changed."""
    if len(comparison.asked) == 1:
        [asked] = comparison.asked
        roles = dict.fromkeys(ROLE_NAMES[role] for role in comparison.roles(asked, change))
        yield ((f"{asked.name}：{' → '.join(roles)}", None),)
    if text is not None:
        sentences, left_out = changed_sentences(text)
        rest = f"（其余 {left_out} 句未改）" if left_out else ""
        yield (("正文：", None), *sentences.parts, (rest, None))
    yield from _people_lines(change)
    yield from _leading_lines(change)
    if change.note and not change.reassigned and change.old and change.new:
        notes = mark_changes(change.old.note, change.new.note)
        yield (("责任原文：", None), *notes.parts)
    yield from _figure_lines("指标", change.targets)
    yield from _figure_lines("时限", change.deadlines)


def _people_lines(change: Change) -> Iterator[Parts]:
    if left := _people(change.named.left, change.collectives.left):
        yield ("退出：", None), (left, Mark.REMOVED)
    if joined := _people(change.named.joined, change.collectives.joined):
        yield ("加入：", None), (joined, Mark.ADDED)


def _leading_lines(change: Change) -> Iterator[Parts]:
    for label, shift in (("牵头", change.lead), ("配合", change.support)):
        if any(shift):
            yield (
                (f"{label}：", None),
                *_exchanged(named_text(shift.left), named_text(shift.joined)),
            )
    if change.relisted:
        yield (("列第一：", None), *_exchanged(*map(str, change.first)))


def _figure_lines(label: str, figures: Figures) -> Iterator[Parts]:
    pairs = [
        *((_figure_text(old), _figure_text(new)) for old, new in figures.changed),
        *((_figure_text(figure), "") for figure in figures.removed),
        *(("", _figure_text(figure)) for figure in figures.added),
    ]
    for old, new in pairs:
        yield ((f"{label}：", None), *_exchanged(old, new))


def _exchanged(old: str, new: str) -> Parts:
    parts = ((old, Mark.REMOVED), (new, Mark.ADDED))
    return tuple((text, mark) for text, mark in parts if text)


def _people(named: Sequence[str], collectives: Sequence[str]) -> str:
    return "，".join(text for text in (named_text(named), collectives_text(collectives)) if text)


_SIGNS = {Op.AT_LEAST: "不少于 ", Op.ABOUT: "约 ", Op.EXACTLY: ""}
_PRECISE = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def _figure_text(figure: Figure) -> str:
    if isinstance(figure, Target):
        return f"{figure.what} {_SIGNS[figure.op]}{figure.value} {figure.unit}"
    return f"{figure.what} {figure.due.isoformat()[: _PRECISE[figure.precision]]}"


def _lines(lines: Iterable[Parts]) -> Marked:
    """Return lines as one cell. Marks never go past the end of a line."""
    parts: list[tuple[str, Mark | None]] = []
    for line in lines:
        parts += [("\n", None)] if parts else []
        parts += [(text, mark) for text, mark in line if text]
    return Marked(tuple(parts))
