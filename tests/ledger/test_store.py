import sqlite3
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from plan_cli import databases
from plan_cli.errors import InputError, OutputError, PlanError
from plan_cli.ledger.backups import KEPT, back_up
from plan_cli.ledger.event import Event
from plan_cli.ledger.store import Stamp, Store, open_store
from tests.ledger.making import ledger, report

STAMP = Stamp("2023-05-20T08:00:00", "李")
FULL = Event(
    "correction",
    "1.1",
    "甲部",
    "2023Q2",
    "延期",
    3.5,
    "办了",
    "缺“钱”",
    "再办",
    "张三",
    "照片.jpg",
    date(2023, 9, 1),
    "场地",
    ("next", "person"),
    30.0,
    True,
    False,
    "备注",
    "甲部.xlsx",
    "台账",
    "G5,I5",
)


def opened(path: Path) -> Store:
    return open_store(path, lambda: None)


def test_an_event_comes_back_as_it_was_written(tmp_path: Path) -> None:
    place = ledger(tmp_path, FULL, report("3", "乙部", progress="一\n二"))
    [first, second] = opened(place.path).events()
    assert first == FULL._replace(number=1, act=1, at="2023-05-01T08:00:00", by="王")
    assert (second.progress, second.done, second.cleared, second.lead) == ("一\n二", None, (), None)


def test_what_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    store = opened(ledger(tmp_path, report("3", "甲部")).path)
    with pytest.raises(AttributeError), store.writing() as writer:
        writer.add([report("3", "乙部"), "not an event"], STAMP)  # type: ignore[list-item]
    assert [event.unit for event in store.events()] == ["甲部"]


def test_events_are_neither_changed_nor_deleted(tmp_path: Path) -> None:
    connection = sqlite3.connect(ledger(tmp_path, report("3", "甲部")).path)
    for command in ("UPDATE events SET unit = ''", "DELETE FROM events"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(command)


def test_it_keeps_a_rollback_journal_and_waits_for_the_disk(tmp_path: Path) -> None:
    path = ledger(tmp_path).path
    assert opened(path).ask("PRAGMA journal_mode") == [("delete",)]
    assert opened(path).ask("PRAGMA synchronous") == [(2,)]


def test_writers_wait_for_each_other_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "SILENCE", 0.05)
    path = ledger(tmp_path).path
    said: list[str] = []
    started = threading.Event()

    def hold() -> None:
        with opened(path).writing() as writer:
            started.set()
            time.sleep(0.3)
            writer.add([report("3", "甲部")], STAMP)

    holder = threading.Thread(target=hold)
    holder.start()
    started.wait()
    with open_store(path, lambda: said.append("waiting")).writing() as writer:
        writer.add([report("3", "乙部")], STAMP)
    holder.join()
    assert [event.unit for event in opened(path).events()] == ["甲部", "乙部"]
    assert [event.act for event in opened(path).events()] == [1, 2]
    assert said == ["waiting"]


def test_nobody_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "PATIENCE", 0.05)
    path = ledger(tmp_path).path
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutputError, match="一直被别的程序占用"), opened(path).writing():
        pass


def broken(path: Path, how: str) -> None:
    content = path.read_bytes()
    if how == "empty":
        path.write_bytes(b"")
    elif how == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif how == "text":
        path.write_text("这不是台账", encoding="utf-8")
    elif how == "scribbled":
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    else:
        path.unlink()
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE t (a)" if how == "foreign" else "PRAGMA user_version=9")
        if how == "newer":
            connection.execute(f"PRAGMA application_id={0x504C4E31}")
            connection.execute("CREATE TABLE t (a)")
        connection.commit()


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("empty", "是空文件"),
        ("text", "已损坏，或不是台账"),
        ("cut", "已损坏，或不是台账"),
        ("scribbled", "已损坏，或不是台账"),
        ("foreign", "是别的程序的数据库"),
        ("newer", "更新版本的程序"),
    ],
)
def test_what_is_no_ledger_is_refused_in_words(tmp_path: Path, how: str, words: str) -> None:
    many = [report("3", "甲部", progress="话" * 500) for _ in range(30)]
    path = ledger(tmp_path, *many).path
    broken(path, how)
    with pytest.raises(InputError, match=words):
        opened(path).events()


@pytest.mark.parametrize(
    "event",
    [
        report("3", "甲部", "春天"),
        report("3", "甲部", status="快了"),
        report("3", "甲部", done="三"),
        report("3", "甲部", due="五月"),
        report("3", "甲部", cleared=("unit",)),
        report("3", "甲部")._replace(kind="rumour"),  # type: ignore[arg-type]
        report("3", "甲部", done=-1.0),
        report("3", "甲部", at="昨天"),
        Event("setting", note="{"),
        Event("setting", note='{"rules": 5}'),
        Event("setting", note='{"period": "zz"}'),
        Event("rebind", note="[]"),
        Event("undo", note="昨天"),
    ],
)
def test_a_record_that_another_program_wrote_is_told(tmp_path: Path, event: Event) -> None:
    path = ledger(tmp_path, report("3", "甲部"), event).path
    with pytest.raises(InputError, match="第 2 条记录不合格式"):
        opened(path).events()


def test_a_full_disk_keeps_what_was_there(tmp_path: Path) -> None:
    store = opened(ledger(tmp_path, report("3", "甲部")).path)
    [(pages,)] = store.ask("PRAGMA page_count")
    store.ask(f"PRAGMA max_page_count={pages}")
    with pytest.raises(OutputError, match="磁盘已满"), store.writing() as writer:
        writer.add([report("3", "乙部", progress="话" * 9000)], STAMP)
    assert [event.unit for event in store.events()] == ["甲部"]
    assert store.faults() == []


def test_a_file_that_may_only_be_read_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ledger(tmp_path, report("3", "甲部")).path
    monkeypatch.setattr("os.access", lambda *_: False)
    store = opened(path)
    assert len(store.events()) == 1
    with pytest.raises(OutputError, match="只读"), store.writing() as writer:
        writer.add([report("3", "乙部")], STAMP)


def test_a_ledger_is_made_once_and_never_over_another_file(tmp_path: Path) -> None:
    place = ledger(tmp_path, report("3", "甲部"))
    with pytest.raises(OutputError, match="已经存在"):
        place.create("李")
    assert len(opened(place.path).events()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["台账.db"]


def test_no_ledger_is_made_where_no_file_can_be(tmp_path: Path) -> None:
    place = ledger(tmp_path)._replace(path=tmp_path / "没有" / "台账.db")
    with pytest.raises(PlanError):
        place.create("李")


def test_the_last_copies_are_kept_and_are_whole(tmp_path: Path) -> None:
    store = opened(ledger(tmp_path, report("3", "甲部")).path)
    for day in range(1, KEPT + 3):
        copy = back_up(store.path, f"2023-05-{day:02}T08:00:00")
    assert copy.name == "台账.备份20230512080000.db"
    copies = sorted(tmp_path.glob("台账.备份*.db"))
    assert [len(copies), copies[0].name] == [KEPT, "台账.备份20230503080000.db"]
    assert opened(copy).events() == store.events()
    assert sorted(tmp_path.glob("*.tmp")) == []


def test_copies_that_people_made_are_never_taken_away_nor_the_one_just_made(tmp_path: Path) -> None:
    path = ledger(tmp_path).path
    own = [tmp_path / "台账.备份(年底存档).db", tmp_path / "台账.备份20230101080000 - 副本.db"]
    for copy in own:
        copy.write_bytes(b"")
    for day in range(1, KEPT + 3):
        back_up(path, f"2023-05-{day:02}T08:00:00")
    earlier = back_up(path, "2022-01-01T08:00:00")
    assert earlier.exists()
    assert all(copy.exists() for copy in own)
