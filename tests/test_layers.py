"""The house: a file imports only from floors below it, and every name stands once."""

import subprocess
import sys
from collections import Counter

import pytest

from tests.conftest import ROOT
from tests.rooms import HEIGHT, PACKAGE, contents, files, imported, inside, room

APART = {"exporters": ("importers",), "importers": ("exporters", "reports")}
"""Rooms that may not know others although those stand lower."""

OWNERS = {"yaml": "planfile", "typer": "cli", "rich": "cli/terminal"}
"""Libraries that only one room may use."""
FORMS = ("to_", "from_", "cmd_")
"""What the files of a registry begin with."""
MOST_FILES, MOST_LINES, LONGEST = 20, 250, 50
LARGE = {"model/plan.py"}


def allowed(own: str, module: tuple[str, ...]) -> bool:
    """Whether a file of the room ``own`` may import ``module``."""
    other = room(module[1:]) if module[0] == "plan_cli" else ""
    if not other or other == own:
        return own == OWNERS.get(module[0], own)
    return HEIGHT[other] < HEIGHT[own] and other.split("/")[0] not in APART.get(
        own.split("/")[0], ()
    )


def test_imports_go_down() -> None:
    climbing = [
        f"{file} imports {'.'.join(module)}"
        for file in files()
        if inside(file)[0] not in ("__init__", "__main__")
        for module in imported(file)
        if not allowed(room(inside(file)), module)
    ]
    assert climbing == []


def test_every_file_has_a_floor() -> None:
    homeless = [file for file in files() if not room(inside(file))]
    assert [file.stem for file in homeless] == ["__init__", "__main__"]


def test_nothing_private_is_imported() -> None:
    private = [
        f"{file} imports {'.'.join(module)}"
        for file in files()
        for module in imported(file)
        if module[0] == "plan_cli" and module[-1].startswith("_") and module[-1] != "__version__"
    ]
    assert private == []


def test_no_two_modules_have_one_name() -> None:
    names = Counter(file.stem for file in files() if file.stem != "__init__")
    assert [name for name, count in names.items() if count > 1 and not name.startswith(FORMS)] == []


def test_rooms_files_and_functions_are_of_a_size_to_live_in() -> None:
    folders = Counter(file.parent for file in files())
    assert [f"{folder}: {n}" for folder, n in folders.items() if n > MOST_FILES] == []
    long = []
    for file in files():
        lines = file.read_text(encoding="utf-8").count("\n")
        name = str(file.relative_to(PACKAGE))
        if lines > MOST_LINES and name not in LARGE:
            long.append(f"{name}: {lines} lines")
        for function, size in contents(file).functions:
            long += [f"{name}: {function}: {size} lines"] if size > LONGEST else []
    assert long == []


def test_packages_re_export_nothing() -> None:
    for file in PACKAGE.rglob("*/__init__.py"):
        assert not imported(file), file
        said = contents(file).docstring
        assert said, f"{file} says nothing of its room"
        assert all(word in said for word in ("In: ", "Out: ", "May use: ")), file
    for file in files():
        assert "__all__" not in file.read_text(encoding="utf-8"), file


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
