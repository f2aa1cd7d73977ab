"""A library brought up to date: what changed is read, what is gone is dropped."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from plan_cli.errors import InputError
from plan_cli.library.plan_rows import Rows
from plan_cli.library.shelf import Shelf

Fate = Literal["new", "changed", "unchanged", "gone", "broken"]
"""What became of a file."""
FATES: dict[Fate, str] = {
    "new": "新增",
    "changed": "更新",
    "unchanged": "未变",
    "gone": "删去",
    "broken": "有错",
}
"""In words."""


class Found(NamedTuple):
    """A file as it is now."""

    file: str
    """What the library calls it."""
    hash: Callable[[], str]
    """Tells that of its content; empty if it cannot be read. Files that are not known yet are read
    anyway."""


class Read(NamedTuple):
    """What came of reading a file."""

    file: str
    hash: str
    told: Rows | InputError


class Indexed(NamedTuple):
    """What was done."""

    fates: dict[str, Fate]
    """What became of each file."""
    faults: dict[str, InputError]
    """Why files gave no plan."""


Reader = Callable[[Sequence[str]], Iterable[Read]]
"""Reads files, in any order."""


def index(shelf: Shelf, found: Sequence[Found], read: Reader) -> Indexed:
    """Make ``shelf`` hold the plans of the files ``found``, and no others.

    Files whose content is as it was are not read. Broken off, the library keeps what is finished,
    and of the rest what it had.
    """
    kept = shelf.kept()
    now = {each.file: each.hash for each in found}
    same = {file for file, hash in now.items() if file in kept and hash() == kept[file].hash != ""}
    gone = [file for file in kept if file not in now]
    fates: dict[str, Fate] = {}
    faults = {file: fault for file in same if (fault := kept[file].fault)}
    with shelf.keeping():
        for file in gone:
            shelf.drop(file)
        for file, hash, told in read([file for file in now if file not in same]):
            shelf.put(file, hash, told)
            fates[file] = "changed" if file in kept else "new"
            if isinstance(told, InputError):
                faults[file] = told
    shelf.arrange([each.file for each in found])
    for file in now:
        fates[file] = "broken" if file in faults else fates.get(file, "unchanged")
    for file in gone:
        fates[file] = "gone"
    return Indexed(fates, faults)
