import pytest

from plan_cli.cli.terminal.progress import shown_progress
from tests.conftest import Run, run_terminal


def test_nobody_reads_a_page_at_a_terminal(cli: Run) -> None:
    seen = run_terminal(["site"])
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
