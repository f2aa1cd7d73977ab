import json
from pathlib import Path

import pytest

from plan_cli.errors import InputError
from plan_cli.ledger.carrying import read_event, read_events
from plan_cli.ledger.showing import event_record
from tests.conftest import Run
from tests.ledger.making import OFFICE, ledger, numbered, report
from tests.ledger.test_store import FULL

LINE = json.dumps(event_record(numbered(FULL)[0]), ensure_ascii=False)


def test_an_export_makes_a_ledger_with_the_same_state(cli: Run, tmp_path: Path) -> None:
    ledger(tmp_path, FULL, report("3", "乙部", status="已完成", progress="一\n二"))
    own = ("-p", str(OFFICE), "--today", "2023-05-10")
    assert cli("ledger", "export", "-o", "台账.jsonl", *own, "-l", "台账.db").code == 0
    seen = cli("ledger", "init", "--from", "台账.jsonl", *own, "-l", "另.db")
    assert "装入 2 条记录" in seen.err
    one, other = (
        [cli("ledger", name, "--json", *own, "-l", file).out for name in ("state", "log", "export")]
        for file in ("台账.db", "另.db")
    )
    assert one == other
    assert cli("ledger", "check", *own, "-l", "另.db").code == 0


def test_every_field_comes_back() -> None:
    [event] = numbered(FULL)
    assert read_event(json.loads(LINE)) == event


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "rumour"),
        ("status", "快了"),
        ("done", "3"),
        ("done", True),
        ("done", -1),
        ("due", "5月"),
        ("period", "春"),
        ("cleared", ["units"]),
        ("number", "1"),
        ("number", 0),
        ("lead", 1),
        ("at", "昨天"),
        ("item", None),
        ("progress", 5),
    ],
)
def test_what_is_no_event_is_refused_with_its_line(field: str, value: object) -> None:
    record = json.loads(LINE) | {field: value}
    with pytest.raises(InputError, match=r"x\.jsonl 第 2 行不是台账的记录"):
        read_events("x.jsonl", f"{LINE}\n{json.dumps(record)}\n")


@pytest.mark.parametrize("line", ["好", "[]", "{}", "[" * 100_000, "3"])
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(InputError, match="第 1 行不是台账的记录"):
        read_events("x.jsonl", line)


def test_a_lost_line_is_told() -> None:
    third = json.dumps(json.loads(LINE) | {"number": 3})
    with pytest.raises(InputError, match="第 2 行：序号 3 不连着"):
        read_events("x.jsonl", f"{LINE}\n{third}")
