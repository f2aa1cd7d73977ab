import sqlite3
from pathlib import Path

import pytest

from plan_cli.errors import InputError
from plan_cli.ledger.event import Event
from plan_cli.ledger.registering import setting
from plan_cli.ledger.verifying import faults
from tests.ledger.making import ledger, report


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (report("9.1", "甲部"), "计划里没有 9.1"),
        (report("3", "丁院"), "计划里没有单位“丁院”"),
        (report("3", "丙馆", progress="好"), "丙馆 不负责 3"),
        (report("3", "甲部", status="已销号"), "不是由办公室登记的"),
        (Event("undo", note="7"), "撤销的第 7 次登记不存在"),
    ],
)
def test_what_is_wrong_is_told_with_its_record(tmp_path: Path, event: Event, words: str) -> None:
    with ledger(tmp_path, report("3", "甲部"), event).open(print) as desk:
        assert [each for each in faults(desk) if words in each and "第 2 条记录" in each]


@pytest.mark.parametrize("content", ["xx", "{}", "[]"])
def test_a_plan_that_another_program_changed_is_told(tmp_path: Path, content: str) -> None:
    place = ledger(tmp_path)
    connection = sqlite3.connect(place.path)
    connection.execute("UPDATE plans SET content = ?", [content])
    connection.commit()
    with pytest.raises(InputError, match="台账里存的计划文件"), place.open(print):
        pass


def test_who_was_listed_once_is_no_fault(tmp_path: Path) -> None:
    events = [
        setting(members={"直属单位": ["丁院"]}),
        report("3", "丁院"),
        setting(members={"直属单位": []}),
    ]
    with ledger(tmp_path, *events).open(print) as desk:
        assert list(faults(desk)) == []


def test_a_sound_ledger_has_no_faults(tmp_path: Path) -> None:
    events = [report("3", "甲部", status="已完成"), Event("closure", "3", "甲部", status="已销号")]
    with ledger(tmp_path, *events, Event("undo", note="2")).open(print) as desk:
        assert list(faults(desk)) == []
