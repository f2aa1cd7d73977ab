import re
from pathlib import Path

import pytest

from plan_cli.cli.sources.files import LITTLE
from plan_cli.cli.terminal.progress import shown_progress
from tests.conftest import ROOT, Run
from tests.site.years import earlier, later, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two years, in a folder."""
    folder = tmp_path / "计划"
    folder.mkdir()
    written(folder, a=earlier(), b=later())
    return folder


def plans(page: str) -> list[str]:
    return re.findall(r'<div data-plan="(.*?)"', page)


def test_nobody_reads_a_page_at_a_terminal(cli: Run, at_terminal: Run) -> None:
    seen = at_terminal("site")
    assert seen.code == 2
    assert "html 不能显示在终端上" in seen.out
    assert "-o 文件名.html" in seen.out
    assert cli("site").out.startswith("<!DOCTYPE html>")


def test_no_bar_is_drawn_at_a_terminal_that_cannot(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    with shown_progress("正在读取") as progress:
        progress(1, 2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "named",
    [
        ("-p", "计划"),
        ("-p", "计划/a.yaml", "-p", "计划/b.yaml"),
        ("-p", "计划/*.yaml"),
        ("-p", "库.db"),
    ],
    ids=["folder", "files", "pattern", "library"],
)
def test_several_plans_make_one_page(cli: Run, folder: Path, named: tuple[str, ...]) -> None:
    assert cli("index", "计划", "-o", "库.db").code == 0
    assert cli("site", *named, "-o", "页.html").code == 0
    page = Path("页.html").read_text(encoding="utf-8")
    assert plans(page) == ["2023", "2022"]
    assert page.count("与上年相比</h2>") == 1


@pytest.mark.parametrize(
    "option", [("--year", "2022"), ("--plan-name", "2022年工作要点"), ("--plan-name", "a.yaml")]
)
def test_filters_say_which_are_meant(cli: Run, folder: Path, option: tuple[str, str]) -> None:
    alone = cli("site", "-p", "计划/a.yaml")
    assert cli("site", "-p", "计划", *option) == alone
    assert cli("site", "-p", "计划/a.yaml", *option) == alone
    assert plans(cli("site", "-p", "计划", "--issuer", "某市").out) == ["2023", "2022"]


@pytest.mark.parametrize("name", ["计划", "计划/a.yaml"])
def test_where_no_plan_is_meant_it_is_said(cli: Run, folder: Path, name: str) -> None:
    seen = cli("site", "-p", name, "--year", "1999", "-o", "页.html")
    assert (seen.code, Path("页.html").exists()) == (2, False)
    assert "没有符合条件的文件" in seen.err


def test_a_plan_that_cannot_be_read_does_not_stop_the_others(cli: Run, folder: Path) -> None:
    folder.joinpath("c.yaml").write_text("format: 1", encoding="utf-8")
    seen = cli("site", "-p", "计划", "-o", "页.html")
    assert seen.code == 3
    assert "错误：计划/c.yaml：" in seen.err
    assert plans(Path("页.html").read_text(encoding="utf-8")) == ["2023", "2022"]
    only = cli("site", "-p", "计划", "--year", "2022")
    assert (only.code, plans(only.out)) == (3, [])
    assert "data-id" in only.out


def test_a_ledger_is_of_one_plan(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = cli("site", "-p", "计划", "--ledger", "台账.db")
    assert refused.code == 2
    assert "台账只跟一份文件" in refused.err
    assert "请用 -p 写明是哪一个文件" in refused.err
    monkeypatch.setenv("PLAN_LEDGER", "没有.db")
    assert cli("site", "-p", "计划").code == 0


@pytest.mark.parametrize("ask", [("site",), ("export", "-o", "表.parquet")])
def test_many_bytes_of_plans_are_read_in_other_processes(
    cli: Run, tmp_path: Path, ask: tuple[str, ...]
) -> None:
    pytest.importorskip("pyarrow")
    text = ROOT.joinpath("data", "plan2022.yaml").read_text(encoding="utf-8")
    count = LITTLE // len(text.encode()) + 1
    for year in range(2022, 2022 + count):
        of_year = text.replace("year: 2022", f"year: {year}")
        tmp_path.joinpath(f"{year}.yaml").write_text(of_year, encoding="utf-8")
    seen = cli(*ask, "-p", "*.yaml")
    assert (seen.code, "内部出错" in seen.err) == (0, False)
    if ask == ("site",):
        assert len(plans(seen.out)) == count
