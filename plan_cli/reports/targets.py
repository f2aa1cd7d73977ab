"""The numbers that the selected tasks set, and their sum by unit."""

from collections.abc import Sequence

from plan_cli.model.plan import Target
from plan_cli.query.asked import Selection
from plan_cli.query.figures import Stated, amount, targets_by_unit, targets_of
from plan_cli.records import target_record
from plan_cli.report import Column, Group, Report, filled
from plan_cli.reports.wordings import display_title, named_text
from plan_cli.text import listed

COLUMNS: tuple[Column[Stated[Target]], ...] = (
    Column("编号", 4, lambda stated: stated.entry.id, ids=True),
    Column("指标", 20, lambda stated: stated.figure.what),
    Column("目标", 8, lambda stated: amount(stated.figure)),
    Column("要求程度", 4, lambda stated: stated.figure.modality),
    Column("点名", 12, lambda stated: named_text(stated.duty.responsible.named)),
    Column("任务", 14, lambda stated: display_title(stated.entry), on="sheet"),
    Column("原文", 24, lambda stated: stated.figure.quote),
)


def targets_report(selection: Selection) -> Report:
    """Return the numbers that the selected tasks set, and their sum by unit."""
    found = list(targets_of(selection.entries, selection.concerns))
    return Report(
        title="量化指标",
        heading=(selection.heading, *selection.headlines),
        columns=COLUMNS,
        groups=(Group(filled(COLUMNS, found)),) if found else (),
        closing=_sums(selection, found),
        records=lambda: [target_record(stated.entry, stated.figure) for stated in found],
    )


def _sums(selection: Selection, found: Sequence[Stated[Target]]) -> tuple[str, ...]:
    if not found:
        return ("这些任务没有写明量化指标。",)
    tasks = len({stated.entry.id for stated in found})
    silent = len(selection.entries) - tasks
    sums = listed([f"{name} {count} 个" for name, count in targets_by_unit(found).items()])
    return (
        f"共 {len(found)} 个指标，出自 {tasks} 项任务；其余 {silent} 项没有写明。",
        f"按点名单位合计：{sums}（一个指标对每个点名单位各计一次）。",
    )
