"""The page for who changes the program: all that it names is there, and its picture is the last."""

import ast
import re

import pytest

from docs.draw_rooms import reduced, written
from tests.conftest import ROOT
from tests.rooms import PACKAGE

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)(?::([\w.]+))?`", PAGE)))
EXCERPTS = [
    (file, excerpt.splitlines())
    for block in re.findall(r"```python\n(.*?)```", PAGE, re.S)
    for file, excerpt in re.findall(r"# (\S+\.py)\n((?:(?!# ).*\n)+)", block)
]
LEFT_OUT = "…"
LONGEST = 180


def defined(body: list[ast.stmt]) -> dict[str, list[ast.stmt]]:
    """Return what stands in ``body`` by name; of a class what it holds."""
    found: dict[str, list[ast.stmt]] = {}
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = node.body if isinstance(node, ast.ClassDef) else []
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {each.id: [] for each in targets if isinstance(each, ast.Name)}
    return found


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[":".join(each) for each in NAMED])
def test_what_the_page_names_is_there(file: str, name: str) -> None:
    path = ROOT / file if file.startswith("tests/") else PACKAGE / file
    body = ast.parse(path.read_text(encoding="utf-8")).body
    for part in name.split(".") if name else ():
        assert part in defined(body), f"{file} has no {name}"
        body = defined(body)[part]


@pytest.mark.parametrize(("file", "lines"), EXCERPTS, ids=[file for file, _ in EXCERPTS])
def test_excerpts_stand_in_their_files_in_that_order(file: str, lines: list[str]) -> None:
    theirs = iter((PACKAGE / file).read_text(encoding="utf-8").splitlines())
    assert [line for line in lines if line != LEFT_OUT and line not in theirs] == []


def test_the_page_names_functions_and_shows_every_recipe() -> None:
    assert len([name for _, name in NAMED if name]) > 30
    assert {"query", "reports", "cli", "exporters", "importers", "validation"} == {
        file.split("/")[0] for file, _ in EXCERPTS
    }
    assert PAGE.count("\n") <= LONGEST


def test_the_picture_is_what_is_imported() -> None:
    assert written(PAGE) == PAGE, "python docs/draw_rooms.py --write"


def test_the_picture_leaves_out_what_others_imply() -> None:
    links = {"cli": {"query", "model", "text"}, "query": {"model"}, "model": set(), "text": set()}
    assert reduced(links) == links | {"cli": {"query", "text"}}
