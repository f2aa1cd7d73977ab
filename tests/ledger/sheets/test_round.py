"""``plan ledger merge``: files as people hand them over, all or none, and the account."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from plan_cli.ledger.store import open_store
from tests.conftest import Run
from tests.ledger.making import OFFICE, ledger, report
from tests.ledger.sheets.coming_back import changed, sent

Merge = Any


@pytest.fixture
def merge(cli: Run, tmp_path: Path) -> Merge:
    """Run the command in a folder with a ledger."""
    ledger(tmp_path)
    (tmp_path / "收").mkdir()

    def run(*words: str) -> Any:
        common = ("-p", str(OFFICE), "-l", "台账.db", "--today", "2023-07-05", "--by", "王")
        return cli("ledger", "merge", *words, *common)

    return run


def put(name: str, content: bytes = b"", **cells: Any) -> None:
    Path("收", name).write_bytes(content or changed(sent(), cells))


def kept() -> list[tuple[str, ...]]:
    store = open_store(Path("台账.db"), lambda: None)
    events = [(e.kind, e.item, e.unit, e.period, e.source, e.by) for e in store.events()]
    store.close()
    return events


def backups() -> list[Path]:
    return sorted(Path().glob("台账.备份*.db"))


def test_a_folder_is_taken_with_a_copy_before(merge: Merge) -> None:
    put("甲部.xlsx", I4="办了。", G4="推进中")
    put("乙部.xlsx", changed(sent("乙部"), {"I2": "也办了。"}))
    put("佐证.docx", b"x")
    done = merge("收")
    assert (done.code, done.out) == (0, "")
    [copy] = backups()
    assert done.err.splitlines() == [
        "读了 2 个工作簿：新内容 3 格，没有变化 0 格，未收 0 处",
        f"已记入台账；合并前的台账另存为 {copy.name}",
        "2023年第二季度还没有报的（1 个）：丙馆",
    ]
    assert kept() == [
        ("report", "1.1", "乙部", "2023Q2", "乙部.xlsx 台账 I2", "王"),
        ("report", "1.1", "甲部", "2023Q2", "甲部.xlsx 台账 G4,I4", "王"),
    ]
    assert sqlite3.connect(copy).execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_again_nothing_is_new(merge: Merge) -> None:
    put("甲部.xlsx", I4="办了。")
    merge("收")
    done = merge("收/甲部.xlsx", "收", "收/*.xlsx")
    assert done.code == 0
    assert done.err.splitlines()[:2] == [
        "读了 1 个工作簿：新内容 0 格，没有变化 1 格，未收 0 处",
        "没有新内容，台账没有改动",
    ]
    assert len(kept()) == len(backups()) == 1


def test_a_dry_run_writes_nothing(merge: Merge) -> None:
    put("甲部.xlsx", I4="办了。", G5="完成")
    done = merge("收", "--dry-run")
    assert done.code == 1
    assert "新内容 1 格" in done.err
    assert "只是试算（--dry-run），台账没有改动" in done.err
    assert kept() == [] == backups()


def test_patterns_are_expanded_where_the_shell_does_not(merge: Merge) -> None:
    put("甲部.xlsx", I4="办了。")
    assert merge("收/*.xlsx").code == 0
    assert merge("收/[甲]部.xlsx").code == 0
    assert len(kept()) == 1
    for nothing in ("收/*.xls", "空"):
        Path("空").mkdir(exist_ok=True)
        done = merge(nothing)
        assert done.code == 2
        assert "里没有工作簿" in done.err


def test_what_is_refused_keeps_the_rest(merge: Merge) -> None:
    put("甲部.xlsx", I4="办了。", G5="完成")
    done = merge("收")
    assert done.code == 1
    assert done.err.startswith("未收：甲部.xlsx 台账 G5（现为“完成”）：不是一种状态。")
    assert len(kept()) == 1


def test_a_file_that_is_refused_keeps_all_out(merge: Merge) -> None:
    put("甲部.xlsx", I4="办了。")
    put("坏.xlsx", b"PK\x03\x04x")
    put("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    put("没有.xlsx")
    Path("收", "没有.xlsx").unlink()
    done = merge("收", "收/没有.xlsx")
    assert done.code == 3
    assert [line.split("。")[0] for line in done.err.splitlines()] == [
        "错误：坏.xlsx：工作簿损坏，打不开",
        "错误：旧.xls：是旧格式的工作簿（xls、et），不能直接读",
        f"错误：没有.xlsx：找不到文件 {Path('收', '没有.xlsx')}",
        "一个都没有合并，台账没有改动：请先处理上面的文件，或把它们移开",
    ]
    assert kept() == []


def test_a_workbook_of_another_plan_keeps_all_out(merge: Merge, tmp_path: Path) -> None:
    from tests.ledger.sheets.coming_back import ten

    put("甲部.xlsx", I4="办了。")
    put("别的.xlsx", sent(plan=ten()))
    done = merge("收")
    assert done.code == 1
    assert "错误：别的.xlsx：是另一份文件的台账（某市 2023 年工作要点）" in done.err
    assert kept() == []


def test_a_conflict_keeps_all_out_until_it_is_decided(merge: Merge, tmp_path: Path) -> None:
    put("甲部.xlsx", I4="办了。", I5="别的。")
    put("乙部.xlsx", changed(sent("乙部"), {"I2": "也办了。"}))
    (tmp_path / "台账.db").unlink()
    ledger(tmp_path, report("1.1", "甲部", progress="电话里说的"))
    done = merge("收")
    assert done.code == 1
    assert "冲突：甲部.xlsx 台账 I4（1.1 进展情况）" in done.err
    assert "有冲突，台账没有改动" in done.err
    assert "还没有报的（2 个）：丙馆、乙部" in done.err
    assert len(kept()) == 1
    assert merge("收", "--theirs", "--ours").code == 2
    assert merge("收", "--ours").code == 0
    assert [each[1] for each in kept()] == ["1.1", "1.1", "1.2"]
    assert merge("收", "--theirs").code == 0
    assert [each[:2] for each in kept()][3:] == [("correction", "1.1")]


def test_a_workbook_open_in_excel_is_told(merge: Merge) -> None:
    put("甲部.xlsx", I4="办了。")
    put("~$甲部.xlsx", b"x")
    done = merge("收")
    assert done.code == 0
    assert done.err.splitlines()[0] == (
        "跳过 ~$甲部.xlsx：有一份工作簿正打开着，读的是它上次保存的内容，请确认已经保存"
    )
    assert merge("收/~$甲部.xlsx").code == 1


def test_what_may_hold_workbooks_and_is_not_read_is_told(merge: Merge) -> None:
    put("甲部.xlsx", I4="办了。")
    put("乙部.ZIP", b"x")
    Path("收", "丙馆").mkdir()
    done = merge("收")
    assert done.code == 0
    assert done.err.splitlines()[:2] == [
        "跳过 丙馆：文件夹里面的没有读，有收回的工作簿请另外写明这个文件夹",
        "跳过 乙部.ZIP：压缩包没有读，有收回的工作簿请先解压出来",
    ]
    assert merge("收/乙部.ZIP").code == 3


def test_what_a_cell_says_reaches_no_terminal_raw(merge: Merge) -> None:
    put("甲部.xlsx", G4="'=cmd|' /C calc'!A0", I4="=1+1", I5="＝SUM(A1)")
    done = merge("收")
    assert "I4（现为“=1+1”）：是没有算出结果的公式" in done.err
    assert kept() == [("report", "1.2", "甲部", "2023Q2", "甲部.xlsx 台账 I5", "王")]


def test_a_ledger_that_is_not_there(cli: Run, tmp_path: Path) -> None:
    done = cli("ledger", "merge", "x.xlsx", "-p", str(OFFICE), "-l", "没有.db")
    assert done.code == 3
    assert "没有台账" in done.err
