"""Real documents, broken at random: our error or a sound plan, never a traceback."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.importers.broken import broken_documents, import_all, judge_import


@pytest.fixture(autouse=True)
def debugging(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_DEBUG", "1")  # faults of the program come through as exceptions
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")


@settings(max_examples=60)
@given(document=broken_documents())
def test_a_broken_document_is_imported_or_refused(document: tuple[str, bytes]) -> None:
    name, content = document
    Path(name).write_bytes(content)
    judge_import(import_all(Path(name)))
