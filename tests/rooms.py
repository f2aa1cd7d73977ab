"""The house: which room stands on which floor, and what the files of each import.

Read by the test of the layers and by the script that draws the picture of the rooms.
"""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parent.parent / "plan_cli"
FLOORS = (
    "errors  text  numerals  archives  repack  processes",
    "model  bars  cells  dates  databases",
    "report",
    "records",
    "notes  planfile",
    "query  validation",
    "comparison",
    "reports",
    "exporters  ledger  site  library",
    "importers/doubts",
    "importers/reading",
    "importers/shaping",
    "importers/encoding",
    "importers",
    "cli/terminal",
    "cli",
)
"""From the ground up. What stands on one line may not import each other; the files of one folder
may. A file of a room stands on the floor of the longest name here that begins its path."""
HEIGHT = {room: height for height, floor in enumerate(FLOORS) for room in floor.split()}


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(parts: tuple[str, ...]) -> str:
    """Return the room of a module, given its path inside the package; empty for none."""
    names = ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next((name for name in names if name in HEIGHT), "")


def inside(file: Path) -> tuple[str, ...]:
    return file.relative_to(PACKAGE).with_suffix("").parts


class Contents(NamedTuple):
    """What of a file the rules of the house are about."""

    imported: tuple[tuple[str, ...], ...]
    """Modules, and names of modules, wherever in it they are imported."""
    functions: tuple[tuple[str, int], ...]
    """Names, and how many lines each has."""
    docstring: str


@cache
def contents(file: Path) -> Contents:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported: list[tuple[str, ...]] = []
    functions = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported += (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            module = tuple(node.module.split("."))
            imported += ((*module, alias.name) for alias in node.names)
        elif isinstance(node, ast.FunctionDef) and node.end_lineno:
            functions.append((node.name, node.end_lineno - node.lineno + 1))
    return Contents(tuple(imported), tuple(functions), ast.get_docstring(tree) or "")


def imported(file: Path) -> tuple[tuple[str, ...], ...]:
    return contents(file).imported
