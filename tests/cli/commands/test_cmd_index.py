from pathlib import Path

import pytest

from tests.conftest import Run, run_process, run_terminal, small_task, small_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "计划"
    folder.mkdir()
    for year in (2021, 2022):
        text = small_text(small_task(), small_task(2)).replace("2023", str(year))
        folder.joinpath(f"{year}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_it_says_what_it_did(cli: Run, folder: Path) -> None:
    first = cli("index", "计划", "-o", "库.db")
    assert first.err.splitlines() == [
        "新增 2 份（计划/2021.yaml、计划/2022.yaml）",
        "库.db：现有 2 份计划、4 项任务。",
    ]
    assert (first.code, first.out) == (0, "")
    text = folder.joinpath("2021.yaml").read_text(encoding="utf-8")
    folder.joinpath("2021.yaml").write_text(text.replace("做好", "办好"), encoding="utf-8")
    folder.joinpath("2022.yaml").rename(folder / "甲.yaml")
    folder.joinpath("坏.yaml").write_text("format: 1\nlists: [}", encoding="utf-8")
    again = cli("index", "计划", "-o", "库.db")
    assert again.code == 3
    [fault, *rest] = again.err.splitlines()
    assert fault.startswith("错误：计划/坏.yaml:2:")
    assert rest == [
        "新增 1 份（计划/甲.yaml）",
        "更新 1 份（计划/2021.yaml）",
        "删去 1 份（计划/2022.yaml）",
        "有错 1 份",
        "库.db：现有 2 份计划、4 项任务。",
    ]
    assert cli("index", "计划", "-o", "库.db").err.splitlines()[1] == "未变 2 份"


def test_a_library_and_its_plans_may_be_moved_together(cli: Run, folder: Path) -> None:
    cli("index", "计划", "-o", "计划/库.db")
    folder.rename(folder.with_name("新"))
    assert cli("index", "新", "-o", "新/库.db").err.splitlines()[0] == "未变 2 份"


def test_it_writes_over_nothing_that_is_no_library(cli: Run, folder: Path) -> None:
    before = folder.joinpath("2021.yaml").read_bytes()
    refused = cli("index", "计划", "-o", "计划/2021.yaml")
    assert refused.code == 4
    assert "不是计划库，没有改动它" in refused.err
    assert folder.joinpath("2021.yaml").read_bytes() == before
    assert cli("index", "计划").code == 2
    assert cli("index", "无", "-o", "库.db").code == 3


def test_many_files_are_read_in_several_processes(folder: Path) -> None:
    text = folder.joinpath("2021.yaml").read_text(encoding="utf-8")
    for number in range(3):
        long = text + "# " + "长" * 30_000
        folder.joinpath(f"{number}.yaml").write_text(long, encoding="utf-8")
    done = run_process("index", "计划", "-o", "库.db", cwd=folder.parent)
    assert done.stderr.decode().splitlines()[-1] == "库.db：现有 5 份计划、10 项任务。"


def test_a_person_sees_how_far_it_is(folder: Path) -> None:
    seen = run_terminal("index", "计划", "-o", "库.db", TERM="xterm")
    assert seen.code == 0
    assert "正在读取计划文件" in seen.out
