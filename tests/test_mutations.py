"""The real plan, broken at random: our error or an answer, never a traceback."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.mutations import broken_plans, judge, run_all

REFUSALS: set[str] = set()
"""The kinds of refusal met so far."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutations") / "x.yaml"


@pytest.fixture(autouse=True)
def debugging(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_DEBUG", "1")  # faults of the program come through as exceptions
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")


@settings(max_examples=120)
@given(content=broken_plans())
def test_every_command_answers_or_refuses(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    judge(run_all(path, REFUSALS))
