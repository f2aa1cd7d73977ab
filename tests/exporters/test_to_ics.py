from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import Run, small_task, small_text

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


def test_the_same_deadlines_and_day_give_the_same_bytes(cli: Run) -> None:
    for name in ("a.ics", "b.ics"):
        cli("due", "-o", name, "--today", "2022-01-01")
    assert Path("a.ics").read_bytes() == Path("b.ics").read_bytes()


Event = tuple[str, str, int, datetime, datetime]


def events(cli: Run, today: str, plan: str, *options: str) -> dict[date, Event]:
    """Return summary, UID, SEQUENCE and stamps of what a calendar gets, by date."""
    arguments = ("--today", today, "-p", "a.yaml", "-o", "a.ics", "--force", *options)
    Path("a.yaml").write_text(plan, encoding="utf-8")
    assert cli("due", *arguments).code == 0
    calendar = icalendar.Calendar.from_ical(Path("a.ics").read_bytes())
    return {
        event.decoded("dtstart"): (
            str(event["summary"]),
            str(event["uid"]),
            event["sequence"],
            event.decoded("dtstamp"),
            event.decoded("last-modified"),
        )
        for event in calendar.walk("VEVENT")
    }


DEADLINE = """
            - {{what: 报送总结, due: {due}, precision: month, quote: {quote}}}"""


def reporting(*dues: tuple[str, str]) -> str:
    """Return a plan with one task whose deadlines, all for one thing, have these quotes."""
    sentence = "".join(dict.fromkeys(quote for _, quote in dues))
    deadlines = "".join(DEADLINE.format(due=due, quote=quote) for due, quote in dues)
    editor = f"        editor:\n          deadlines:{deadlines}\n"
    return small_text(small_task(measure=f"{sentence}。") + editor)


HALF_YEARLY = "分别于6月底、12月底前报送总结"
ONE_SENTENCE = (("2023-06-30", HALF_YEARLY), ("2023-12-31", HALF_YEARLY))
TWO_SENTENCES = (("2023-06-30", "6月底前报送总结，"), ("2023-12-31", "12月底前报送总结"))
JUNE, DECEMBER = date(2023, 6, 30), date(2023, 12, 31)


@pytest.mark.parametrize("dues", [ONE_SENTENCE, TWO_SENTENCES])
def test_two_dates_for_one_thing_are_two_events(
    cli: Run, dues: tuple[tuple[str, str], ...]
) -> None:
    found = events(cli, "2023-03-01", reporting(*dues))
    assert list(found) == [JUNE, DECEMBER]
    assert found[JUNE][:1] == found[DECEMBER][:1] == ("报送总结（1）",)
    assert found[JUNE][1] != found[DECEMBER][1]
    later = events(cli, "2023-07-01", reporting(*dues), "--within", "365")
    assert list(later) == [DECEMBER]
    assert later[DECEMBER][1] == found[DECEMBER][1]


@pytest.mark.parametrize("moved", ["2023-05-31", "2023-09-30"])
def test_a_moved_date_replaces_the_event_in_a_calendar(cli: Run, moved: str) -> None:
    before = events(cli, "2023-03-01", reporting(*TWO_SENTENCES))
    quote = f"{int(moved[5:7])}月底前报送总结，"
    after = events(cli, "2023-03-02", reporting((moved, quote), TWO_SENTENCES[1]))
    _, uid, sequence, stamp, modified = before[JUNE]
    assert after[date.fromisoformat(moved)] == (
        "报送总结（1）",
        uid,
        sequence + 1,
        stamp + timedelta(days=1),
        modified + timedelta(days=1),
    )
    assert stamp == modified == datetime(2023, 3, 1, tzinfo=UTC)
    assert after[DECEMBER][1] == before[DECEMBER][1]


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
