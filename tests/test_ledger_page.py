"""The page that walks through a round of the ledger: its commands, run in its order."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.readme import ANYTHING, Shown, matches, prepare, shown_commands

PAGE = "docs/ledger.md"
FILLED = re.compile(r"<!-- 填 (\S+) (\S+) (.*?) -->|^\$ (plan .*)$", re.M)
REFUSING = "--dry-run"
"""What marks the one command that shows refused cells, and ends with 1."""


def fill(book: str, id: str, cells: str) -> None:
    """Type into a workbook what the page says that a department types."""
    from openpyxl import load_workbook

    workbook = load_workbook(book)
    sheet = workbook["台账"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    [row] = [row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == id]
    for cell in cells.split(" "):
        heading, _, text = cell.partition("=")
        sheet.cell(row, columns[heading]).value = text
    workbook.save(book)


def test_the_round_goes_as_the_page_says(tmp_path: Path, at_terminal: Run) -> None:
    prepare(tmp_path)
    shown = iter(shown_commands(PAGE))
    for book, id, cells, command in FILLED.findall((ROOT / PAGE).read_text(encoding="utf-8")):
        if book:
            fill(book, id, cells)
            continue
        wanted = next(shown)
        assert wanted.command == command
        check(wanted, at_terminal)
    with sqlite3.connect("台账.db") as ledger:
        assert ledger.execute("SELECT count(*) FROM events").fetchone() == (11,)


def check(wanted: Shown, at_terminal: Run) -> None:
    seen = at_terminal(*wanted.command.split()[1:], NO_COLOR="1")
    assert seen.code == int(REFUSING in wanted.command), seen.out
    lines = [line.rstrip() for line in seen.out.splitlines()]
    lines = [line for line in lines if line.strip("\r")]
    lines = [re.sub(r"另存为 .*", f"另存为 {ANYTHING}", line) for line in lines]
    expected = [line for line in wanted.lines if line]
    assert matches(lines, expected), "\n".join(["", wanted.command, *lines])


@pytest.mark.parametrize("picture", ["ledger-workbook.png", "ledger-bulletin.png"])
def test_the_pictures_are_there(picture: str) -> None:
    assert (ROOT / "docs" / picture).stat().st_size > 10_000
