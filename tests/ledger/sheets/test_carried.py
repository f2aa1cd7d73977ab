"""What a workbook is known by when it comes back: nothing in it is believed unchecked."""

import json
from datetime import date
from typing import Any

import pytest

from plan_cli.errors import InputError
from plan_cli.ledger.sheets.carried import Sent, carried

KNOWN = {"format": 1, "plan": "p", "unit": "u", "period": "2023Q2", "made": "m", "ledger": "l"}
BASE = {"done": 5, "due": "2023-09-01", "progress": "办了", "status": "推进中"}
ROWS: list[list[Any]] = [
    [json.dumps(KNOWN)],
    ["1.1", "0a", json.dumps(BASE)],
    ["1.2", "0b", "{}", "more"],
]


def test_what_is_carried() -> None:
    found = carried(ROWS)
    assert found[:4] == ("u", "2023Q2", "p", "m")
    assert found.guide == frozenset()
    assert found.sent == {
        "1.1": Sent("0a", {**BASE, "due": date(2023, 9, 1)}),
        "1.2": Sent("0b", {}, ("more", "", "", "")),
    }


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (0, 0, None),
        (0, 0, "{"),
        (0, 0, "[1]"),
        (0, 0, 5),
        (0, 0, "[" * 200_000),
        (0, 0, json.dumps(KNOWN | {"unit": 5})),
        (0, 0, json.dumps(KNOWN | {"format": "1"})),
        (0, 0, json.dumps({"format": 1})),
        (1, 0, 5),
        (1, 0, "1.2"),
        (1, 1, None),
        (1, 2, None),
        (1, 2, "[]"),
        (1, 2, '{"status": "好"}'),
        (1, 2, '{"done": "5"}'),
        (1, 2, '{"done": true}'),
        (1, 2, '{"done": NaN}'),
        (1, 2, '{"done": 1' + "0" * 400 + "}"),
        (1, 2, '{"due": "明天"}'),
        (1, 2, '{"progress": 5}'),
        (1, 2, '{"colour": "red"}'),
    ],
)
def test_what_was_touched(row: int, column: int, value: Any) -> None:
    rows = [list(each) for each in ROWS]
    rows[row][column] = value
    with pytest.raises(InputError, match="隐藏工作表被改动或损坏了"):
        carried(rows)


def test_nothing_and_no_items() -> None:
    for rows in ([], [[]], ROWS[:1]):
        with pytest.raises(InputError, match="隐藏工作表被改动或损坏了"):
            carried(rows)


def test_a_newer_version_is_told() -> None:
    with pytest.raises(InputError, match="更新版本的程序"):
        carried([[json.dumps(KNOWN | {"format": 2})], *ROWS[1:]])
