from datetime import date
from pathlib import Path

import pytest

from plan_cli.errors import UsageError
from plan_cli.ledger.event import Event
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.state import State
from plan_cli.ledger.telling.reminder import Asking, owing
from tests.conftest import Run
from tests.ledger.telling.round import FIRST, SECOND, ledger, state, told
from tests.ledger.telling.test_bulletin import everything_done

Q2 = parse_period("2023Q2")


def owed(now: State, *words: str) -> dict[str, list[tuple[str, bool, int, int | None]]]:
    return {
        each.unit: [(d.pair.item.id, d.unanswered, d.late, d.soon) for d in each.debts]
        for each in owing(now, Asking(now.today, Q2), words)
    }


def test_what_is_owed_is_what_is_so_today_not_at_the_end_of_the_period() -> None:
    assert owed(state(*FIRST, *SECOND)) == {
        "甲部": [("4.1", True, 0, None)],
        "乙部": [("2.1", True, 35, None), ("4.1", True, 0, None)],
        "南区科协": [("3.1", True, 0, None)],
    }
    done_since = told("2023Q3", "乙部", "2.1", status="已完成")
    assert owed(state(*FIRST, *SECOND, done_since))["乙部"] == [("4.1", True, 0, None)]


def test_what_is_due_soon_is_owed_though_it_was_reported_on() -> None:
    dated = [
        Event("office", id, "甲部", due=day)
        for id, day in (
            ("1.1-1", date(2023, 7, 5)),
            ("1.1-2", date(2023, 8, 4)),
            ("4.1", date(2023, 8, 5)),
        )
    ]
    answered = told("2023Q2", "甲部", "4.1", status="推进中")
    assert owed(state(*FIRST, *SECOND, answered, *dated), "甲部") == {
        "甲部": [("1.1-1", False, 0, 0), ("1.1-2", False, 0, 30)]
    }


def test_those_asked_for_are_units_kinds_or_bodies() -> None:
    now = state(*FIRST, *SECOND)
    assert list(owed(now, "机关部室")) == ["甲部", "乙部"]
    assert list(owed(now, "县区科协")) == ["南区科协"]
    assert list(owed(now, "南区 科协", "乙部")) == ["乙部", "南区科协"]
    with pytest.raises(UsageError, match="没有叫"):
        owed(now, "丁部")


def test_a_folder_holds_one_text_for_each_unit(cli: Run, tmp_path: Path) -> None:
    ledger(tmp_path, *FIRST, *SECOND)
    asked = ("ledger", "remind", "--period", "2023Q2", "--today", "2023-07-05", "-p", "plan.yaml")
    result = cli(*asked, "-o", "催办")
    assert (result.code, result.out, result.err) == (0, "", "已写入 催办：3 个 txt 文件\n")
    written = {path.name: path.read_text(encoding="utf-8") for path in Path("催办").iterdir()}
    assert sorted(written) == ["乙部.txt", "南区科协.txt", "甲部.txt"]
    assert written["甲部.txt"].startswith("催办通知\n\n甲部：\n\n截至2023年7月5日，")
    refused = cli(*asked, "-o", "催办.txt")
    assert refused.code == 2
    assert "催办.txt 像是一个文件名" in refused.err
    assert cli(*asked, "-o", "催办", "-f", "docx", "--force").code == 0
    assert len(list(Path("催办").glob("*.docx"))) == 3


def test_where_nobody_owes_a_line_says_so_and_no_folder_is_made(cli: Run, tmp_path: Path) -> None:
    ledger(tmp_path, *everything_done())
    asked = ("ledger", "remind", "--period", "2023Q2", "--today", "2023-07-05", "-p", "plan.yaml")
    assert cli(*asked) == (0, "", "没有需要催办的单位。\n")
    assert cli(*asked, "-o", "催办") == (0, "", "没有需要催办的单位。\n")
    assert not Path("催办").exists()
