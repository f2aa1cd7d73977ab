"""Plan files on their way into a library: found, and read in whatever process has time."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path

from plan_cli.cli.loading import plan_in
from plan_cli.cli.sources.files import are_little, interrupted
from plan_cli.errors import InputError
from plan_cli.library.indexing import Found, Read
from plan_cli.library.plan_rows import rows_of
from plan_cli.planfile.bytes import decode_utf8, read_bytes
from plan_cli.planfile.source import Source, shown_name
from plan_cli.processes import spread
from plan_cli.query.plans import Steps


def found_files(names: Sequence[str], library: Path) -> dict[str, Found]:
    """Return the files called so as they are now, each with what ``library`` calls it.

    That is its path from the folder of the library: both may be moved together. Raises InputError
    for a file that does not exist: what is asked for is not what was meant.
    """
    for name in names:
        if not Path(name).exists():
            read_bytes(name)
    return {name: Found(_called(name, library), partial(_hash, name)) for name in names}


def _called(name: str, library: Path) -> str:
    try:
        return Path(os.path.relpath(name, library.parent)).as_posix()
    except ValueError:  # another drive
        return Path(name).absolute().as_posix()


def _hash(name: str) -> str:
    try:
        return sha256(read_bytes(name)).hexdigest()
    except InputError:
        return ""


def reader(found: Mapping[str, Found], steps: Steps) -> Callable[[Sequence[str]], Iterator[Read]]:
    """Return what reads those of the files ``found`` that a library asks for."""
    names = {each.file: name for name, each in found.items()}

    def read(files: Sequence[str]) -> Iterator[Read]:
        asked = [(file, names[file]) for file in files]
        try:
            yield from spread(_read, asked, steps, are_little([name for _, name in asked]))
        except BrokenExecutor:
            raise interrupted() from None

    return read


def _read(asked: tuple[str, str]) -> Read:
    file, name = asked
    try:
        content = read_bytes(name)
    except InputError as error:
        return Read(file, "", InputError(error.message, error.hint))
    hash = sha256(content).hexdigest()
    try:
        plan, data = plan_in(Source(shown_name(name), *decode_utf8(content, name)))
    except InputError as error:
        return Read(file, hash, InputError(error.message, error.hint))
    rows = rows_of(plan, data, Path(name).as_posix())
    plan.forget()
    return Read(file, hash, rows)
