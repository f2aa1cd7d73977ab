"""A calendar of deadlines (RFC 5545): all-day events with an alarm a week before.

It takes the records of a report about deadlines: ``plan``, ``task``, ``title``, ``title_by``,
``what``, ``nth``, ``due`` (ISO date), ``quote``, ``named``; and the day it was made.

A calendar that is given an event again compares SEQUENCE, then DTSTAMP, and ignores what is
older (RFC 5546, 2.1.5). Nothing here remembers the last export, so both rise with the day of
the export, whichever way a date has moved.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from plan_cli.report import EDITOR_MARK, Record, Report
from plan_cli.text import fold

ALARM = timedelta(days=-7)


def export(report: Report) -> str:
    """Return the calendar; the same deadlines and day give the same bytes."""
    from icalendar import Calendar

    made = report.imprint.made
    assert made is not None, "the day of a calendar's export decides which of two is newer"
    calendar = Calendar()
    calendar.add("prodid", "-//plan-zeren//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", report.title)
    for record in report.records():
        calendar.add_component(_event(record, made))
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")


def _event(record: Record, made: date) -> Any:
    """Return one all-day event as of the day ``made``."""
    from icalendar import Alarm, Event

    due = date.fromisoformat(record["due"])
    stamp = datetime.combine(made, time(), UTC)
    summary = f"{record['what']}（{record['task']}）"
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, _identity(record))}@plan-zeren")
    event.add("sequence", made.toordinal())
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", _description(record))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", ALARM)
    event.add_component(alarm)
    return event


def _identity(record: Record) -> str:
    """Return what makes a deadline the same one next time: plan, task, and what is due.

    Not its date, nor the quote, which holds the date in words: both may be moved.
    """
    return "\n".join(fold(str(record[key])) for key in ("plan", "task", "what", "nth"))


def _description(record: Record) -> str:
    mark = EDITOR_MARK if record["title_by"] == "editor" else ""
    lines = [
        f"任务 {record['task']}　{record['title'] or ''}{mark}",
        f"原文：{record['quote']}",
        f"点名：{'、'.join(record['named'])}",
        f"文件：{record['plan']}",
    ]
    return "\n".join(lines)
