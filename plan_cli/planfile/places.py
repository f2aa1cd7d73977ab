"""Where in a plan file something stands; imported only where something is to be told of it."""

from typing import Any, NamedTuple

from plan_cli.errors import InputError
from plan_cli.model.walk import Path
from plan_cli.planfile.events import Builder


class Place(NamedTuple):
    """Where a value begins and where it ends, counted from 0."""

    line: int
    column: int
    end: int
    """The line on which it ends,"""
    stop: int
    """and the column behind it."""


class Places(Builder):
    """A `Builder` that keeps the place of every value and key; of repeated keys, the first."""

    def __init__(self, wary: bool = False) -> None:
        super().__init__(wary)
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, tuple[int, int]] = {}

    def placed(self, holder: Any, waiting: str | None, value: Any, event: Any) -> None:
        """Keep where a value stands that was put into ``holder``, under the key ``waiting``."""
        if holder is None:
            return
        mark, end = event.start_mark, event.end_mark
        path = self._path()
        if type(holder) is list:
            path = (*path, len(holder) - 1)
        elif waiting is None:
            path, end = (*path, value), mark
            self.keys.setdefault(path, (mark.line, mark.column))
        elif type(value) is str:
            path = (*path, waiting)
        else:
            return  # what begins here is found by its key
        self.values[path] = Place(mark.line, mark.column, end.line, end.column)


class Location(NamedTuple):
    """A place in a file as people are shown it; ``line`` and ``column`` count from 1."""

    file: str
    line: int
    column: int
    excerpt: str
    """The line, or the part of a long one around the place."""
    caret: str
    """Spaces and a caret that point into ``excerpt``."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Broken(InputError):
    """A file that is no YAML, or YAML that is not accepted. It carries what a finding has."""

    def __init__(self, code: str, location: Location, problem: str, hint: str) -> None:
        shown = f"\n    {location.excerpt}\n    {location.caret}" if location.excerpt else ""
        whole = code == "E002"
        message = f"{location.file}：{problem}" if whole else f"{location}：{problem}{shown}"
        super().__init__(message, hint)
        self.code = code
        self.location = location
        self.problem = problem
