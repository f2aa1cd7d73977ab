"""The numbers that the selected tasks set, and their sum by unit."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.model.known import Seen
from plan_cli.model.plan import Target
from plan_cli.query.asked import Selection
from plan_cli.query.counting import Tally, tally
from plan_cli.query.figures import Stated, amount, numbered, targets_by_unit
from plan_cli.records import target_record
from plan_cli.report import Cell, Column, Group, Report, filled
from plan_cli.reports.standings import (
    QUOTATION,
    amount_text,
    as_of,
    making_room,
    reported,
    state_columns,
    target_state,
)
from plan_cli.reports.wordings import display_title, named_text
from plan_cli.text import listed


class _Line(NamedTuple):
    """One row: a target, under the id by which it is followed up."""

    id: str
    stated: Stated[Target]


COLUMNS: tuple[Column[_Line], ...] = (
    Column("编号", 4, lambda line: line.stated.entry.id, ids=True),
    Column("指标", 20, lambda line: line.stated.figure.what),
    Column("目标", 8, lambda line: amount(line.stated.figure)),
    Column("要求程度", 4, lambda line: line.stated.figure.modality),
    Column("点名", 12, lambda line: named_text(line.stated.duty.responsible.named)),
    Column("任务", 14, lambda line: display_title(line.stated.entry), on="sheet"),
    Column(QUOTATION, 24, lambda line: line.stated.figure.quote),
)


def targets_report(selection: Selection) -> Report:
    """Return the numbers that the selected tasks set, how far they are, and their sum by unit."""
    selection, seen = selection.by_measure(), selection.seen
    found = [_Line(*each) for each in numbered(selection.entries, selection.concerns)]
    columns = (*making_room(COLUMNS, seen), *_done_columns(seen), *state_columns(seen, _id))
    return Report(
        title="量化指标",
        heading=(selection.heading, *selection.headlines, *as_of(seen)),
        columns=columns,
        groups=(Group(filled(columns, found)),) if found else (),
        closing=_sums(selection, [line.stated for line in found]),
        records=lambda: [
            {**target_record(line.stated.entry, line.stated.figure), **target_state(seen, line.id)}
            for line in found
        ],
    )


def _id(line: _Line) -> str:
    return line.id


def _done_columns(seen: Seen | None) -> tuple[Column[_Line], ...]:
    """Return what is done: with a bar for people, as a number where one alone has told it."""
    if seen is None:
        return ()

    def bars(line: _Line) -> Cell:
        told = reported(seen, line.id)
        alone = len(seen.each(line.id)) == 1
        return "\n".join(amount_text(each) + ("" if alone else f" {each.unit}") for each in told)

    def number(line: _Line) -> Cell:
        told = reported(seen, line.id)
        if len(told) == 1:
            return told[0].done
        return "；".join(f"{each.unit} {each.done:.10g}" for each in told)

    return (
        Column("完成", 14, bars, on="page"),
        Column("完成数", 10, number, on="sheet"),
    )


def _sums(selection: Selection, found: Sequence[Stated[Target]]) -> tuple[str, ...]:
    if not found:
        return ("这些任务没有写明量化指标。",)
    tasks = len({stated.entry.id for stated in found})
    silent = len(selection.entries) - tasks
    by_unit = targets_by_unit(found)
    sums = listed([f"{name} {count} 个" for name, count in by_unit.items()])
    told = "按点名单位合计：{each}（一个指标对每个点名单位各计一次）。"
    in_all = "共 {} 个指标，出自 {} 项任务；其余 {} 项没有写明。"
    return (
        tally(in_all, len(found), tasks, silent),
        Tally(told.replace("{each}", sums), told, each=by_unit, measure="个"),
    )
