"""A library answers as the plan files that it is made from: the same bytes to every question."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, small_task, small_text

QUESTIONS = (
    "list",
    "list --dept 科普部",
    "list 科普部 --year 2022",
    "list 科普部 科普中原 -f md",
    "list --dept 科普部 --dept 办公室 --json",
    "list --dept 科普 --role some --role party",
    "list --dept 机关部室 --list 重点工作 -f csv",
    "list --dept 科普部 --project 科普筑基 --role lead",
    "list --issuer 省科协 --search 科普",
    "list --plan-name 工作要点",
    "list --year 1999",
    "list --dept 甲部 -f html",
    "list --dept 没有部",
    "list --dept 部",
    "list --role some",
    "list --role 没有",
    "list 甲部 东风",
    "search 科普",
    "search i科普 志愿 --year 2022",
    "search 论坛 -f md",
    "search “开馆”",
    "search ，",
    "search 科普 --dept 科普部",
    "search 科 --action 科普中原 -f yaml",
    "search 没有的词",
    "show 2022:14",
    "show 14",
    "show K3 --json",
    "dept",
    "dept 科普部",
    "action",
    "project 科普筑基",
    "targets --dept 科普部",
    "due --today 2022-05-10",
    "trace",
    "matrix --dept 科普部",
    "text",
)
"""One for each command that lists, in each form, with each filter, and those that find nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("archive")
    plans = place / "计划"
    plans.mkdir()
    shutil.copy(ROOT / "data" / "plan2022.yaml", plans)
    for name in ("office", "rich"):
        shutil.copy(ROOT / "tests" / "data" / f"{name}.yaml", plans)
    small = small_text(small_task(), small_task(2, measure="办论坛，开馆。"))
    plans.joinpath("小.yaml").write_text(small, encoding="utf-8")
    plans.joinpath("坏.yaml").write_text("format: 2\nlists: []\n", encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def library(folder: Path) -> Path:
    from plan_cli.cli.app import main

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        main(["index", "计划", "-o", "库.db"])
    return folder / "库.db"


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_library_answers_as_its_files(
    question: str, cli: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.parent)
    command, *rest = question.split()
    files = cli(command, *rest, "-p", "计划")
    assert cli(command, *rest, "-p", "库.db") == files
    assert files.err


@pytest.mark.parametrize("question", ["list 科普部", "list", "search 科普"])
def test_text_that_is_none_is_refused_in_words(question: str, cli: Run, library: Path) -> None:
    shutil.copy(library, "坏.db")
    with closing(sqlite3.connect("坏.db")) as connection:
        connection.execute("UPDATE tasks SET shown = CAST(X'FF41' AS TEXT)")
        connection.commit()
    code, out, err = cli(*question.split(), "-p", "坏.db")
    assert (code, out) == (3, "")
    assert err.splitlines()[0] == "错误：坏.db 已损坏，或不是计划库"


def test_what_goes_over_everything_loads_no_plan(
    cli: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plan_cli.planfile import schema

    monkeypatch.chdir(library.parent)
    monkeypatch.setattr(schema, "read_plan", None)
    for question in (
        "list --dept 科普部 --year 2022",
        "list --year 2022 --list 重点",
        "search 科普",
    ):
        assert cli(*question.split(), "-p", "库.db").out


def test_files_and_libraries_answer_together(
    cli: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.parent)
    alone = cli("list", "--dept", "甲部", "-p", "库.db")
    both = cli("list", "--dept", "甲部", "-p", "库.db", "-p", "计划/小.yaml")
    assert len(both.out.splitlines()) == 2 + len(alone.out.splitlines())
