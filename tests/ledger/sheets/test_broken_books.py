"""Broken workbooks: no traceback, one of our exit codes, and a ledger that is whole."""

from pathlib import Path

from hypothesis import given, settings

from tests.ledger.sheets.broken_books import broken_workbooks, judge_merge, merge_all


@settings(max_examples=5)
@given(broken_workbooks())
def test_broken_workbooks(tmp_path: Path, book: tuple[str, bytes]) -> None:
    judge_merge(merge_all(tmp_path, book[1]))
