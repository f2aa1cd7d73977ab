from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Run

icalendar = pytest.importorskip("icalendar", reason="the extra calendar is not installed")


def test_the_calendar_parsed_back(cli: Run) -> None:
    assert cli("due", "-o", "a.ics").code == 0
    calendar = icalendar.Calendar.from_ical(Path("a.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [
        date(2022, 6, 1),
        date(2022, 12, 31),
        date(2022, 12, 31),
        date(2025, 12, 31),
    ]
    assert all(event.walk("VALARM") for event in events)
    assert len({str(event["uid"]) for event in events}) == 4
    assert "确保今年6月1日前具备试运行条件" in str(events[0]["description"])
    assert "建设省科技馆新馆（拟）" in str(events[1]["description"])


def test_the_same_deadlines_give_the_same_bytes(cli: Run) -> None:
    cli("due", "-o", "a.ics", "--today", "2022-01-01")
    cli("due", "-o", "b.ics", "--today", "2023-01-01")
    assert Path("a.ics").read_bytes() == Path("b.ics").read_bytes()


def test_lines_end_as_the_standard_wants(cli: Run) -> None:
    cli("due", "-o", "a.ics")
    content = Path("a.ics").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_only_deadlines_have_a_calendar(cli: Run) -> None:
    result = cli("list", "-o", "a.ics")
    assert result.code == 2
    assert "ics" in result.err


def test_a_missing_library_is_told_with_its_remedy(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    result = cli("due", "-o", "a.ics")
    assert result.code == 4
    assert "-m pip install icalendar" in result.err
    assert not Path("a.ics").exists()
