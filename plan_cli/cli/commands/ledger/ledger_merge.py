"""``plan ledger merge``: take what changed in the workbooks that came back.

plan ledger merge 台账/
plan ledger merge 台账/*.xlsx --dry-run
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from plan_cli.cli.completion.metavars import Elsewhere, Values
from plan_cli.cli.ledgers import writer_name
from plan_cli.cli.options import BY_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.cli.terminal.progress import shown_progress
from plan_cli.cli.workbooks import find_workbooks
from plan_cli.errors import InputError, UsageError
from plan_cli.ledger.backups import back_up
from plan_cli.ledger.desk import Desk
from plan_cli.ledger.sheets.account import refused, told_cells, told_counts, unanswered
from plan_cli.ledger.sheets.merge import Merged, Side, merge, why_not
from plan_cli.ledger.sheets.reading import read
from plan_cli.ledger.sheets.returned import Returned
from plan_cli.planfile.bytes import read_bytes
from plan_cli.text import visible

UNREADABLE = InputError.exit_code
NOTHING = "一个都没有合并，台账没有改动：请先处理上面的文件，或把它们移开"
DECIDE = (
    "有冲突，台账没有改动。核对后：全部以表里的为准加 --theirs，全部以台账为准加 --ours；"
    "同一单位两份表不一样的，请只留一份。"
)


@command(
    "plan ledger merge 台账/",
    "plan ledger merge 台账/*.xlsx --dry-run",
    "plan ledger merge 科普部.xlsx --theirs",
    shows=(),
)
def run(
    ledger: Ledger,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar=Values("工作簿", Elsewhere.FILES), help="收回的 .xlsx 文件，或装着它们的文件夹"
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看结果，不写入台账")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="有冲突时以表里的为准")] = False,
    ours: Annotated[bool, typer.Option("--ours", help="有冲突时以台账为准")] = False,
    by: Annotated[str | None, BY_OPTION] = None,
) -> Done:
    """Merge workbooks: all or none."""
    if theirs and ours:
        raise UsageError("--theirs 和 --ours 不能同时用", "请只写其中一个。")
    side: Side | None = "theirs" if theirs else "ours" if ours else None
    paths, skipped = find_workbooks(files)
    with ledger.open(say) as desk:
        returned, unreadable = _read_all(paths)
        state = desk.state()
        foreign = [_told(file.file, why) for file in returned if (why := why_not(state, file))]
        if unreadable or foreign or not returned:
            lines = (*skipped, *unreadable, *foreign, NOTHING)
            return Done(lines, UNREADABLE if unreadable else 1)
        merged, outcome = _merged(desk, returned, side, dry_run, writer_name(by))
    written = () if merged.conflicts else merged.events
    periods = sorted({file.period for file in returned})
    lines = (
        *skipped,
        *told_cells(merged),
        told_counts(len(returned), merged),
        outcome,
        *(line for period in periods for line in unanswered(state, written, period)),
    )
    return Done(lines, 1 if merged.conflicts or refused(merged) else 0)


def _read_all(paths: Sequence[Path]) -> tuple[list[Returned], list[str]]:
    """Return what the workbooks tell, and what is to be said of those that cannot be read."""
    returned, unreadable = [], []
    with shown_progress("正在读取工作簿", "份") as progress:
        for count, path in enumerate(paths, 1):
            try:
                returned.append(read(path.name, read_bytes(str(path))))
            except InputError as error:
                unreadable.append(_told(path.name, error))
            progress(count, len(paths))
    return returned, unreadable


def _told(file: str, error: InputError) -> str:
    return f"错误：{visible(file, keep='')}：{error.message}。{error.hint}"


def _merged(
    desk: Desk, returned: Sequence[Returned], side: Side | None, dry_run: bool, by: str
) -> tuple[Merged, str]:
    """Decide, and write what is taken, a copy of the ledger first; say what was done."""
    if dry_run:
        return merge(desk.state(), returned, side), "只是试算（--dry-run），台账没有改动"
    with desk.writing(by) as act:
        merged = merge(act.state, returned, side)
        if merged.conflicts:
            return merged, DECIDE
        if not merged.events:
            return merged, "没有新内容，台账没有改动"
        copy = back_up(desk.store.path, act.stamp.at)
        act.add(merged.events)
    return merged, f"已记入台账；合并前的台账另存为 {visible(copy.name, keep='')}"
