"""Library files known from plan files, without opening them."""

from pathlib import Path

MAGIC = b"SQLite format 3\0"


def is_library(path: str) -> bool:
    """Say whether the file at ``path`` is a database, and so no plan file."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False
