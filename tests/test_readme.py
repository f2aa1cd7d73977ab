from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.readme import (
    FILES,
    Shown,
    matches,
    prepare,
    seen_output,
    set_up_lines,
    shown_commands,
    table_commands,
)

ROUND = "ledger.md"
"""A page whose commands follow each other: `test_ledger_page` runs it."""
COMMANDS = [shown.command for shown in shown_commands(FILES[0])]
TABLE = table_commands(FILES[0])
DOCS = [
    (str(file.relative_to(ROOT)), shown)
    for file in sorted((ROOT / "docs").glob("*.md"))
    if file.name != ROUND
    for shown in shown_commands(str(file.relative_to(ROOT)))
]
LONGEST = 200
"""How many lines a front door may have."""


@pytest.mark.parametrize("number", range(len(COMMANDS)), ids=COMMANDS)
def test_commands_show_what_the_readmes_say(number: int, tmp_path: Path) -> None:
    prepare(tmp_path)
    seen = seen_output(COMMANDS[number])
    for file in FILES:
        shown = shown_commands(file)[number]
        assert matches(seen, shown.lines), "\n".join(["", file, *seen])


@pytest.mark.parametrize("command", TABLE)
def test_commands_of_the_table_do_what_is_wanted(
    command: str, tmp_path: Path, at_terminal: Run
) -> None:
    prepare(tmp_path)
    assert seen_output(command, at_terminal)


@pytest.mark.parametrize(("file", "shown"), DOCS, ids=[f"{f} {s.command}" for f, s in DOCS])
def test_commands_show_what_the_documents_say(
    file: str, shown: Shown, tmp_path: Path, at_terminal: Run
) -> None:
    prepare(tmp_path)
    seen = seen_output(shown.command, at_terminal)
    assert matches(seen, shown.lines), "\n".join(["", file, *seen])


def test_both_readmes_have_the_same_commands() -> None:
    shown = [[each.command for each in shown_commands(file)] for file in FILES]
    for ours, theirs in (shown, map(set_up_lines, FILES), map(table_commands, FILES)):
        assert ours == theirs


@pytest.mark.parametrize("file", FILES)
def test_a_readme_is_short(file: str) -> None:
    assert len((ROOT / file).read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_gate_runs_the_set_up_lines_word_for_word() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    [install, test] = set_up_lines(FILES[0])
    assert install in gate
    assert test in gate


def test_every_command_is_in_the_readme() -> None:
    from plan_cli.cli.panels import COMMANDS as REGISTERED

    used = {command.split()[1] for command in (*COMMANDS, *TABLE)}
    assert set(REGISTERED) <= used


def test_changelog_knows_this_version() -> None:
    from plan_cli import __version__

    assert f"\n## {__version__}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
