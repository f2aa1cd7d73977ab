"""Small libraries."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from plan_cli.cli.loading import plan_in
from plan_cli.errors import InputError
from plan_cli.library.indexing import Found, Indexed, Read, index
from plan_cli.library.plan_rows import rows_of
from plan_cli.library.shelf import open_shelf
from plan_cli.planfile.source import open_plan
from tests.conftest import ROOT

DATA = ROOT / "tests" / "data"
FILES = [*(DATA / f"{name}.yaml" for name in ("office", "office2024", "rich"))]


def read(files: Sequence[str]) -> Iterator[Read]:
    """Read the files called so, all in one process."""
    for file in files:
        path = Path(file)
        try:
            yield Read(
                file, found(path).hash(), rows_of(*plan_in(open_plan(file)), path.as_posix())
            )
        except InputError as error:
            yield Read(file, found(path).hash(), error)


def found(path: Path) -> Found:
    return Found(str(path), lambda: str(path.stat().st_mtime_ns))


def indexed(library: Path, *files: Path) -> Indexed:
    shelf = open_shelf(library, lambda: None)
    done = index(shelf, [found(path) for path in files], read)
    shelf.close()
    return done
