"""A calendar of deadlines (RFC 5545): all-day events with an alarm a week before.

It takes the records of a report about deadlines: ``plan``, ``task``, ``title``, ``title_by``,
``what``, ``due`` (ISO date), ``quote``, ``named``.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from plan_cli.report import EDITOR_MARK, Record, Report

ALARM = timedelta(days=-7)


def export(report: Report) -> str:
    """Return the calendar; the same deadlines give the same bytes and the same UIDs."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//plan-cli//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", report.title)
    for record in report.records():
        calendar.add_component(_event(record))
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")


def _event(record: Record) -> Any:
    """Return one all-day event; it is stamped with its own date, for the clock may not matter."""
    from icalendar import Alarm, Event

    due = date.fromisoformat(record["due"])
    summary = f"{record['what']}（{record['task']}）"
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, _identity(record))}@plan-cli")
    event.add("dtstamp", datetime.combine(due, time(), UTC))
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
    """Return what makes a deadline the same one next time: plan, task and words."""
    return "\n".join(str(record[key]) for key in ("plan", "task", "what", "quote"))


def _description(record: Record) -> str:
    mark = EDITOR_MARK if record["title_by"] == "editor" else ""
    lines = [
        f"任务 {record['task']}　{record['title'] or ''}{mark}",
        f"原文：{record['quote']}",
        f"点名：{'、'.join(record['named'])}",
        f"文件：{record['plan']}",
    ]
    return "\n".join(lines)
