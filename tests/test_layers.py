"""The floors of the design: a file imports only from floors below it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "plan_cli"
FLOORS = {
    "errors": 0,
    "slips": 0,
    "text": 0,
    "numerals": 0,
    "files": 1,
    "tree": 1,
    "model": 1,
    "fields": 1,
    "schema": 2,
    "report": 2,
    "json_schema": 3,
    "store": 3,
    "writing": 3,
    "query": 4,
    "validation": 4,
    "comparison": 5,
    "exporters": 5,
    "importers": 5,
    "cli": 6,
}
SIBLINGS = {"validation", "query", "comparison", "exporters", "importers", "cli"}
"""Folders whose files may import each other."""

OWNERS = {"yaml": "store", "typer": "cli", "rich": "cli"}
"""Libraries that only one place may use."""


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(parts: tuple[str, ...]) -> str:
    return parts[1] if len(parts) > 1 else ""


def imported(file: Path) -> Iterator[tuple[str, ...]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            module = tuple(node.module.split("."))
            yield from ((*module, alias.name) for alias in node.names)


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_down(file: Path) -> None:
    parts = file.relative_to(ROOT).with_suffix("").parts
    own = room(parts)
    if own in ("__init__", "__main__"):
        return
    for module in imported(file):
        if module[0] in OWNERS:
            assert own == OWNERS[module[0]], f"{file.name} imports {module[0]}"
        if module[0] != "plan_cli" or room(module) not in FLOORS:
            continue
        other = room(module)
        if not (own == other and own in SIBLINGS):
            assert FLOORS[other] < FLOORS[own], f"{file.name} imports {'.'.join(module)}"


def test_every_file_has_a_floor() -> None:
    rooms = {room(file.relative_to(ROOT).with_suffix("").parts) for file in files()}
    assert rooms - {"__init__", "__main__"} == set(FLOORS)


def test_packages_re_export_nothing() -> None:
    for file in PACKAGE.glob("*/__init__.py"):
        assert not list(imported(file)), file


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import plan_cli.cli.app", {"rich", "yaml", "docx", "openpyxl"}),
        ("import plan_cli.__main__", {"typer", "rich", "yaml"}),
    ],
)
def test_nothing_heavy_is_loaded_at_start(code: str, absent: set[str]) -> None:
    probe = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout.split()
    assert absent.isdisjoint(loaded)
