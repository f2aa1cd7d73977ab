"""Copies of a ledger beside it, made before much is written at once."""

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from plan_cli.databases import telling
from plan_cli.ledger.store import LEDGER, open_store

KEPT = 10
"""How many copies are kept."""


def back_up(path: Path, at: str) -> Path:
    """Copy the ledger at ``path`` beside itself, named by the time ``at`` (ISO); return the copy.

    It is read over a connection of its own: SQLite copies nothing over one that is writing. The
    last `KEPT` are kept. Raises OutputError if it cannot be written.
    """
    stamp = "".join(char for char in at if char.isdigit())
    copy = path.with_name(f"{path.stem}.备份{stamp}{path.suffix}")
    half = copy.with_name(copy.name + ".tmp")
    with telling(path, LEDGER):
        with suppress(FileNotFoundError):
            half.unlink()
        source = open_store(path, lambda: None)
        with closing(source), closing(sqlite3.connect(half)) as target:
            source.copy_to(target)
        half.replace(copy)
        for old in [each for each in _copies(path) if each != copy][: -(KEPT - 1)]:
            old.unlink()
    return copy


def _copies(path: Path) -> list[Path]:
    """Return the copies made here, the oldest first; what people copied themselves is none."""
    named = re.compile(re.escape(path.stem) + "[.]备份[0-9]{14}" + re.escape(path.suffix))
    found = [each for each in path.parent.iterdir() if named.fullmatch(each.name)]
    return sorted(found)
