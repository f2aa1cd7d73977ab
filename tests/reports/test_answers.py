"""Whole answers about a small plan, worked out and typed by hand from its YAML."""

import json
import re

import pytest
import yaml

from plan_cli import __version__
from tests.conftest import ROOT, Run

DATA = ROOT / "tests" / "data"


def said(file: str) -> dict[str, str]:
    """Return what follows each line ``$ plan …``, by the words of the command."""
    text = (DATA / file).read_text(encoding="utf-8")
    _, *pieces = re.split(r"(?m)^\$ plan ?(.*)\n", text)
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


ANSWERS = said("answers.txt")
"""Text for people, then the closing lines."""
REFUSALS = said("refusals.txt")
RECORDS = yaml.safe_load((DATA / "records.yaml").read_text(encoding="utf-8"))
"""By the words of the command, what other programs read."""
FORMLESS = ("", "about", "text")
"""What is plain text without being asked for it."""


@pytest.fixture(autouse=True)
def _files(_clean_environment: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA)
    monkeypatch.setenv("PLAN_FILE", "office.yaml")


@pytest.mark.parametrize("words", ANSWERS)
def test_a_whole_answer(cli: Run, words: str) -> None:
    asked = words.split()
    if words not in FORMLESS and "-f" not in asked:
        asked += ["-f", "txt"]
    result = cli(*asked)
    assert result.code == 0, result.err
    shown = (result.out + result.err).replace(f"plan {__version__}", "plan 1.2.3")
    assert shown == ANSWERS[words]


@pytest.mark.parametrize("words", REFUSALS)
def test_a_whole_refusal(cli: Run, words: str) -> None:
    assert cli(*words.split()) == (2, "", REFUSALS[words])


@pytest.mark.parametrize("words", RECORDS)
def test_whole_records(cli: Run, words: str) -> None:
    result = cli(*words.split(), "--json")
    assert result.code == 0, result.err
    told = json.loads(result.out.replace(f'"version": "{__version__}"', '"version": "1.2.3"'))
    assert (told if isinstance(told, list) else [told]) == RECORDS[words]
