"""A progress bar at a terminal, for what takes a while."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from plan_cli.importers.lines import Progress, no_progress


@contextmanager
def shown_progress(title: str) -> Iterator[Progress]:
    """Give a function that is told how much is done; it draws a bar if a person watches."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("页"),
    )
    with Bar(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(title, total=None, visible=False)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=True)

        yield progress
