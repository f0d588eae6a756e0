"""Deadlines and planned events as an iCalendar file (RFC 5545): what is still to come, for a reader's own calendar.

A deadline is an entry on its last day. Times of day are floating (no zone), as the article says them. An event that the text does not
date (only its publication does), or before year 1, has no place in a calendar; how many those are stands in its description.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
from icalendar import Calendar, Event

from pipeline.day import Day
from pipeline.export.about import About
from pipeline.export.json_table import records
from pipeline.export.plain import plain_line
from pipeline.view.stories import UNFIRM
from pipeline.view.type_groups import type_label
from pipeline.view.words import date_words

TO_COME = ("deadline", "planned", "expected")
_UNKNOWN_STAMP = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LAST_YEAR = 9998  # the day behind the last one must exist, too


def ics_bytes(table: pd.DataFrame, about: About, links: Mapping[str, str] | None = None) -> bytes:
    """Return the calendar of the rows whose status is in TO_COME; `links` are the articles' addresses by id."""
    waiting = records(table[table["status"].isin(TO_COME)])
    entries = [entry for row in waiting if (entry := _entry(row, (links or {}).get(row["article_id"], ""))) is not None]
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//news timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", about.title)
    left = len(waiting) - len(entries)
    said = f"{about.sentence}. Entries: {len(entries)} deadlines, planned and expected events; {left} more are not dated by the text."
    calendar.add("x-wr-caldesc", said)
    calendar.add("x-dateline-filter", about.filter or "no filter")
    calendar.add("x-dateline-rows", str(about.rows))
    calendar.add("x-dateline-undated", str(about.undated))
    for entry in entries:
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _entry(row: Mapping[str, Any], link: str) -> Event | None:
    when = _when(row)
    if when is None:
        return None
    entry = Event()
    entry.add("uid", f"{plain_line(row['event_id'])}@dateline")
    entry.add("dtstamp", _stamp(row["published"]))
    entry.add("dtstart", when[0])
    entry.add("dtend", when[1])
    entry.add("summary", plain_line(("Deadline: " if row["status"] == "deadline" else "") + row["summary"]))
    entry.add("description", _description(row))
    entry.add("categories", [type_label(row["event_type"]), row["status"]])
    if isinstance(row["place"], str):
        entry.add("location", plain_line(row["place"]))
    if link:
        entry.add("url", link)
    entry.add("transp", "TRANSPARENT")
    entry.add("x-dateline-edtf", plain_line(str(row["date"] or "")))
    return entry


def _when(row: Mapping[str, Any]) -> tuple[dt.date | dt.datetime, dt.date | dt.datetime] | None:
    if row["date_basis"] in UNFIRM:
        return None
    if row["granularity"] in ("minute", "hour") and not pd.isna(row["start"]) and not pd.isna(row["end"]):
        start, end = (pd.Timestamp(row[name]).to_pydatetime() for name in ("start", "end"))
        return (start, end) if start < end else (start, start + dt.timedelta(hours=1))
    first, last = (None if pd.isna(row[name]) else Day.parse(row[name]) for name in ("first_day", "last_day"))
    if row["status"] == "deadline" and last is not None:
        first = last
    first, last = first or last, last or first
    if first is None or last is None or not 1 <= first.year <= last.year <= _LAST_YEAR:
        return None
    behind = last.plus(1)
    return dt.date(first.year, first.month, first.day), dt.date(behind.year, behind.month, behind.day)


def _stamp(published: object) -> dt.datetime:
    """Return when the entry was last true: the publication. The calendar asks for one, and no clock is read here."""
    if not isinstance(published, str):
        return _UNKNOWN_STAMP
    moment = dt.datetime.fromisoformat(published)
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _description(row: Mapping[str, Any]) -> str:
    published = f", published {row['published'][:10]}" if isinstance(row["published"], str) else ""
    source = plain_line(row["article_title"]) + published
    lines = [date_words(row), f"“{plain_line(row['sentence'])}”", plain_line(row["date_reason"]), source, f"review: {row['review']}"]
    return "\n".join(line for line in lines if line)
