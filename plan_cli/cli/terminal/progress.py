"""A progress bar at a terminal, for what takes a while."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plan_cli.importers.reading.lines import Progress


@contextmanager
def shown_progress(title: str, counted: str = "页") -> Iterator["Progress"]:
    """Give a function that is told how much is done; it draws a bar if a person watches at a
    terminal that can.

    ``counted`` is the measure word of what is done.

    Nothing is drawn, and Rich not loaded, before there is something to tell.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda done, total: None
        return
    with ExitStack() as stack:
        update: Progress | None = None

        def progress(done: int, total: int) -> None:
            nonlocal update
            update = update or _bar(title, counted, stack)
            update(done, total)

        yield progress


def _bar(title: str, counted: str, stack: ExitStack) -> "Progress":
    """Return what draws a bar that vanishes when ``stack`` is closed."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(counted),
    )
    bar = stack.enter_context(Bar(*columns, console=Console(file=sys.stderr), transient=True))
    task = bar.add_task(title, total=None)
    return lambda done, total: bar.update(task, completed=done, total=total)
