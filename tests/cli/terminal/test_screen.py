"""Terminals that draw ambiguous characters (“”…—·①) two columns wide."""

import ctypes
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from plan_cli.cli.terminal.screen import is_wide
from plan_cli.cli.terminal.slots import slots_of
from plan_cli.cli.terminal.views import draw
from plan_cli.report import Column, Group, Report, filled
from tests.conftest import Run, run_process, run_terminal, small_task, small_text


def columns_of(line: str, kinds: str = "WFA") -> str:
    """Return ``line`` with every character twice that is drawn two columns wide."""
    return "".join(
        char * (2 if unicodedata.east_asian_width(char) in kinds else 1) for char in line
    )


@pytest.fixture(autouse=True)
def _decided_anew() -> Iterator[None]:
    """How wide a terminal draws is decided once in a process."""
    is_wide.cache_clear()
    yield
    is_wide.cache_clear()


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["show", "14", "K6"],
        ["matrix"],
        ["board", "--today", "2022-05-10"],
        ["checklist", "科普部"],
        ["trace"],
        ["about"],
        ["科普"],
        ["list", "--help"],
        ["--help"],
    ],
)
def test_nothing_is_wider_than_a_wide_terminal(arguments: list[str], at_terminal: Run) -> None:
    seen = at_terminal(*arguments, PLAN_WIDE="1").out
    assert max(len(columns_of(line)) for line in seen.splitlines()) <= 80


@pytest.mark.parametrize("wide", ["0", "1"])
def test_columns_begin_at_one_place(wide: str) -> None:
    tasks = (small_task(1, "说“好”——好·好…①"), small_task(2, "一二三四五六七八九十甲乙丙丁"))
    Path("small.yaml").write_text(small_text(*tasks), encoding="utf-8")
    seen = run_terminal("-p", "small.yaml", "list", columns=60, PLAN_WIDE=wide).out
    lines = [columns_of(line, "WFA" if wide == "1" else "WF") for line in seen.splitlines()]
    [heading] = [line for line in lines if line.startswith("编编号号")]
    rows = [line for line in lines if "甲甲部部" in line]
    assert len(rows) == 2
    assert {row.index("甲甲部部") for row in rows} == {heading.index("点点名名")}


def test_a_file_does_not_depend_on_the_terminal() -> None:
    for name, wide in (("one.txt", "0"), ("two.txt", "1")):
        run_process("show", "K6", "14", "-o", name, PLAN_WIDE=wide)
    assert Path("one.txt").read_bytes() == Path("two.txt").read_bytes()


@pytest.mark.parametrize(
    ("page", "session", "drawn", "wide"),
    [
        (936, "", True, True),
        (950, "", True, True),
        (65001, "", True, False),
        (936, "a-terminal", True, False),
        (936, "", False, False),
    ],
)
def test_the_console_of_windows_is_asked(
    monkeypatch: pytest.MonkeyPatch, page: int, session: str, drawn: bool, wide: bool
) -> None:
    console = SimpleNamespace(kernel32=SimpleNamespace(GetConsoleOutputCP=lambda: page))
    monkeypatch.setattr(ctypes, "windll", console, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: drawn)
    monkeypatch.setenv("WT_SESSION", session)
    monkeypatch.delenv("PLAN_WIDE", raising=False)
    assert is_wide() is wide


def test_dates_are_broken_last() -> None:
    words = Column[str]("进展情况", 20, lambda text: text)
    day = Column[str]("时限", 10, lambda _: "2023-12-31")
    report = Report(
        "", (day, words, words), (Group(filled((day, words, words), ["办了十二场次"])),)
    )
    assert [slot.width for slot in slots_of(report, 30)] == [10, 7, 7]
    assert [slot.width for slot in slots_of(report, 18)] == [4, 4, 4]


def test_a_table_behind_one_of_its_own_has_its_headings_above_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = Column[str]("单位", 4, str)
    sums = (Column[str]("合计", 4, str),)
    first = Group(filled(sums, ["9"]), "得分", columns=sums)
    draw(Report("", (name,), (first, Group(filled((name,), ["甲部"]), "依据"))), sys.stdout)
    assert capsys.readouterr().out.split() == ["得分", "合计", "9", "依据", "单位", "甲部"]
