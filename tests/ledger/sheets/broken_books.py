"""Workbooks broken in every way a disk, a program or a hand can break them, and what merge does.

Shared by `test_broken_books` and by the longer run in ``fuzz/``.
"""

import re
import zipfile
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.ledger.making import OFFICE, ledger, report
from tests.ledger.sheets.coming_back import changed, sent
from tests.mutations import Outcome, edited, raw_controls, run

NAME = "甲部.xlsx"
VALUES: tuple[Any, ...] = (
    "推进中", "延期", "已销号", "完成", "约12", "12/20", "50%", "一半", 0.5, 12, -3, 1e300,
    10**30, True, "5.20", "5月20日", "2022年2月30日", datetime(2023, 5, 20), datetime(1900, 1, 5),
    "=1/0", "=cmd|' /C calc'!A0", "\ufeff", "\u202e倒", "_x001B_[2J", "长" * 3000, " ", None,
    "1.1", 1.1, "99", "编号", "进展情况", "#REF!", "{}", "[" * 500, '{"format": 2}',
)  # fmt: skip
PIECES = (
    "<", ">", "&#27;", "&lt;", "<v>x</v>", '<c r="G4" t="s"><v>9999</v></c>', '<c r="XFD1"/>',
    '<row r="1048576"><c t="b"><v>2</v></c></row>', '<c t="d"><v>x</v></c>', "<f>A1</f>", "<x>",
    '<mergeCells><mergeCell ref="A1:O9"/></mergeCells>', '<mergeCell ref="x"/>', "字" * 300,
    '<!DOCTYPE x [<!ENTITY a "b">]>', 's="99999"', 't="e"', "\x00", "9" * 400, 'r="A0"',
)  # fmt: skip
PARTS = ("sheet2", "sheet2", "sheet3", "workbook.xml", "styles", "Content_Types")
"""What is in the names of the parts that are broken, the most important ones more often."""
SLOWEST = 5.0
"""Processor seconds; a guard against hanging."""
FILLED = {"G4": "推进中", "H4": 12, "I4": "办了12场。", "G9": "延期", "N9": "9月1日", "O9": "因故"}


@cache
def base() -> bytes:
    return changed(sent("甲部", report("1.1", "甲部", progress="旧话")), FILLED)


@st.composite
def broken_workbooks(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a workbook with one to four things done to it: to bytes, to a part, or to cells."""
    way = draw(st.integers(0, 9))
    if way == 0:
        return NAME, edited(draw, base(), PIECES)
    return NAME, _with_part(draw, base()) if way < 4 else _retyped(draw, base())


def _with_part(draw: st.DrawFn, content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    wanted = draw(st.sampled_from(PARTS))
    name = next(name for name in parts if wanted in name)
    apart = re.sub(rb"<(?!/)", b"\n<", parts[name])
    parts[name] = re.sub(rb"\n<", b"<", edited(draw, apart, PIECES))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, part in parts.items():
            archive.writestr(each, part)
    return out.getvalue()


def _retyped(draw: st.DrawFn, content: bytes) -> bytes:
    def change(sheet: Any) -> None:
        for _ in range(draw(st.integers(1, 6))):
            row, column = draw(st.integers(1, 12)), draw(st.integers(1, 16))
            sheet.cell(row, column).value = draw(st.sampled_from(VALUES))
        if draw(st.booleans()):
            sheet.delete_rows(draw(st.integers(1, 9)))
        if draw(st.booleans()):
            sheet.insert_cols(draw(st.integers(1, 15)))

    name = draw(st.sampled_from(("台账", "台账", "台账", "_plan")))
    return changed(content, change, sheet=name)


def merge_all(folder: Path, content: bytes) -> list[Outcome]:
    """Merge a workbook into a new ledger, tried first, and check the ledger."""
    db, file = folder / "台账.db", folder / NAME
    for old in folder.glob("台账*"):
        old.unlink()
    ledger(folder, report("1.1", "甲部", progress="旧话"))
    before = db.read_bytes()
    file.write_bytes(content)
    common = ("-p", str(OFFICE), "-l", str(db), "--today", "2023-07-05")
    tried = run(("ledger", "merge", str(file), "--dry-run", *common))
    assert db.read_bytes() == before, tried
    merged = run(("ledger", "merge", str(file), *common))
    again = run(("ledger", "merge", str(file), *common))
    if merged.code in (2, 3) or "台账没有改动" in merged.err:
        assert db.read_bytes() == before, merged
    return [tried, merged, again, run(("ledger", "check", *common[:4]))]


def judge_merge(outcomes: list[Outcome]) -> None:
    """Raise AssertionError for what merge must never do."""
    for outcome in outcomes:
        assert outcome.seconds < SLOWEST, outcome
        assert not raw_controls(outcome.err), outcome
    tried, merged, again, checked = outcomes
    assert tried.code == merged.code in (0, 1, 3), (tried, merged)
    assert again.code == merged.code, (merged, again)
    assert merged.err.strip()
    assert checked.code == 0, checked
