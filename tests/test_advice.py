"""Nobody is told to install by a name from an index: there it may be somebody else's program."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

INSTALLS = re.compile(r"(?:pip|pipx|uv)\b[^\n]*\binstall\b[^\n]*plan-(?:cli|zeren)")
FORMER = re.compile(r"plan-cli(?!/)\b")
ALLOWED = {
    "pyproject.toml": 1,  # says why the name is not used
    "CHANGELOG.md": 1,  # says that the name changed
}


def told() -> Iterator[Path]:
    """All that users are shown: messages, documents, what the project says of itself."""
    yield from (ROOT / "plan_cli").rglob("*.py")
    yield from ROOT.glob("*.md")
    yield from (ROOT / "docs").rglob("*.md")
    yield ROOT / "pyproject.toml"


def test_no_advice_installs_by_a_name_from_an_index() -> None:
    for file in told():
        text = file.read_text(encoding="utf-8")
        assert [line for line in INSTALLS.findall(text) if "--no-index" not in line] == [], file
        assert len(FORMER.findall(text)) <= ALLOWED.get(file.name, 0), file
