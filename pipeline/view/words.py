"""Dates in words for people: "Mon 28 Feb 2022", "by 7 March 2022", "no day stated; after 1 Mar 2022", "undated"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from pipeline.day import Day
from pipeline.view.certainty import DAY_MS, Extent, extent_of
from pipeline.view.date_style import in_locale, range_in_locale

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def year_words(year: int) -> str:
    """Name an astronomical year.

    >>> year_words(2022), year_words(-43), year_words(0)
    ('2022', '44 BC', '1 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"


def long_day(day: Day) -> str:
    """Name a day in full: "7 March 2022"."""
    return in_locale("long", day) or f"{day.day} {MONTHS[day.month - 1]} {year_words(day.year)}"


def month_year(day: Day) -> str:
    """Name a day's month: "March 2022"."""
    return in_locale("month", day) or f"{MONTHS[day.month - 1]} {year_words(day.year)}"


def day_month(day: Day) -> str:
    """Name a day without its year: "7 Mar"."""
    return in_locale("day_month", day) or f"{day.day} {short_month(day)}"


def short_month(day: Day) -> str:
    """Name a day's month in short, alone: "Mar"."""
    return in_locale("short_month", day) or MONTHS[day.month - 1][:3]


def short_day(day: Day) -> str:
    """Name a day in short: "7 Mar 2022"."""
    return in_locale("short", day) or f"{day.day} {MONTHS[day.month - 1][:3]} {year_words(day.year)}"


def week_day(day: Day) -> str:
    """Name a day with its weekday: "Mon 28 Feb 2022"; before 1752, where weekdays confuse, without."""
    if day.year < 1752:
        return short_day(day)
    return in_locale("weekday", day) or f"{WEEKDAYS[day.weekday]} {short_day(day)}"


def published_words(iso: str) -> str:
    """Name a publication date or time, with the zone that it states.

    >>> published_words("2022-03-01"), published_words("2022-03-01T14:30:00+02:00")
    ('Tue 1 Mar 2022', 'Tue 1 Mar 2022, 14:30 UTC+02:00')
    """
    day = week_day(Day.parse(iso[:10]))
    if len(iso) == 10:
        return day
    moment = dt.datetime.fromisoformat(iso)
    return f"{day}, {moment:%H:%M}" + (f" {moment.tzname()}" if moment.tzinfo else "")


_DAY = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?(?P<day>\d{{1,2}}) (?P<month>{'|'.join(m[:3] for m in MONTHS)}) (?P<year>\d{{1,4}})\b"
)


def days_in_locale(text: str) -> str:
    """Return a text of the house, "published Tue 1 Mar 2022", with its days as the reader's locale writes them."""

    def written(match: re.Match[str]) -> str:
        month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(match["month"]))
        try:
            day = Day.of(int(match["year"]), month, int(match["day"]))
        except ValueError:
            return match[0]
        return in_locale("weekday" if match["weekday"] else "short", day) or match[0]

    return _DAY.sub(written, text)


def day_of_ms(moment: float) -> Day:
    """Return the day in which an instant (ms since 1970) lies."""
    return Day.from_ordinal(int(moment // DAY_MS))


def range_words(first: Day, last: Day) -> str:
    """Name an inclusive range as briefly as it can be read.

    >>> range_words(Day(2022, 2, 24), Day(2022, 2, 26)), range_words(Day(2021, 12, 30), Day(2022, 1, 2))
    ('24 – 26 Feb 2022', '30 Dec 2021 – 2 Jan 2022')
    """
    if first == last:
        return week_day(first)
    if found := range_in_locale(first, last):
        return found
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {short_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1][:3]} – {short_day(last)}"
    return f"{short_day(first)} – {short_day(last)}"


def unit_words(first: Day, last: Day, granularity: str) -> str:
    """Name a whole calendar unit, or a run of whole units, by its own name.

    >>> unit_words(Day(2022, 1, 1), Day(2022, 3, 31), "quarter"), unit_words(Day(1980, 1, 1), Day(1989, 12, 31), "decade")
    ('Q1 2022', 'the 1980s')
    """
    year = year_words(first.year)
    same_month = (first.year, first.month) == (last.year, last.month)
    if granularity == "month":
        if same_month:
            return month_year(first)
        house = not in_locale("month", first) and first.year == last.year
        return f"{MONTHS[first.month - 1] if house else month_year(first)} – {month_year(last)}"
    if granularity == "quarter" and last.ordinal - first.ordinal < 93:
        return f"Q{(first.month + 2) // 3} {year}"
    if granularity == "year" and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        if first.year == last.year:
            return year
        return f"{1 - first.year} – {year_words(last.year)}" if last.year < 1 else f"{year} – {year_words(last.year)}"
    if granularity == "week" and last.ordinal - first.ordinal == 6:
        return f"the week of {week_day(first)}"
    if granularity == "decade" and first.year % 10 == 0 and last.year == first.year + 9:
        return f"the {first.year}s"
    return range_words(first, last)


def whole_units(first: Day, last: Day) -> str:
    """Return the largest unit whose borders both days lie on: "year", "month", else "day".

    >>> whole_units(Day(-2099, 1, 1), Day(-1999, 12, 31)), whole_units(Day(2022, 2, 1), Day(2022, 2, 10))
    ('year', 'day')
    """
    if first.day != 1 or _beside(last, 1).day != 1:
        return "day"
    return "year" if first.month == 1 and last.month == 12 else "month"


def _beside(day: Day, step: int) -> Day:
    """Return the day before or after; at the ends of the calendar (years -9999 and 9999) the day itself."""
    try:
        return day.plus(step)
    except ValueError:
        return day


def _clock(row: Mapping[str, Any]) -> str:
    if row["granularity"] not in ("minute", "hour") or pd.isna(row["start"]):
        return ""
    start = pd.Timestamp(row["start"])
    return f", {start.hour:02d}:{start.minute:02d}" if (start.hour or start.minute) else ""


def _open_start(row: Mapping[str, Any], last: Day) -> str:
    if row["timex_type"] == "DURATION" and row["granularity"] == "fuzzy" and row["time_text"]:
        return f"about {row['time_text']} before {short_day(last)}"
    after = _beside(last, 1)
    unit = _starting(after, row["granularity"])
    if row["time_relation"] == "before":
        return f"before {unit or long_day(after)}"
    word = "until" if row["time_relation"] in ("until", "since") else "by"
    ended = _starting(last, row["granularity"], end=True) if unit else ""
    return f"{word} the end of {ended}" if ended else f"{word} {long_day(last)}"


def _starting(day: Day, granularity: str, *, end: bool = False) -> str:
    """Name the year or month that begins (or ends) on the day, when the date is no more precise than that; else ""."""
    edge = _beside(day, 1) if end else day
    if edge.day != 1:
        return ""
    if granularity == "year" and edge.month == 1:
        return year_words(day.year)
    return month_year(day) if granularity == "month" else ""


def _open_end(row: Mapping[str, Any], first: Day) -> str:
    if row["time_relation"] == "after":
        before = _beside(first, -1)
        return f"after {_starting(before, row['granularity'], end=True) or long_day(before)}"
    word = "since" if row["status"] in ("happened", "ongoing") else "from"
    return f"{word} {_starting(first, row['granularity']) or week_day(first)}"


def date_words(row: Mapping[str, Any], extent: Extent | None = None) -> str:
    """Say when a row (a mapping of event table columns) happened, never more precisely than it is known; `extent`: if it is at hand."""
    extent = extent or extent_of(row)
    if extent.kind == "ahead":
        return f"no day stated; after {short_day(Day.parse(str(row['published'])[:10]))}"
    if extent.kind == "undated":
        return "undated"
    first = None if pd.isna(row["first_day"]) else Day.parse(row["first_day"])
    last = None if pd.isna(row["last_day"]) else Day.parse(row["last_day"])
    if first is None or last is None:
        return _open_words(row, first, last)
    return _closed_words(row, extent, first, last)


def _open_words(row: Mapping[str, Any], first: Day | None, last: Day | None) -> str:
    if last is not None:
        return _open_start(row, last)
    assert first is not None, "a dated row has a first or a last day"
    return _open_end(row, first)


def _closed_words(row: Mapping[str, Any], extent: Extent, first: Day, last: Day) -> str:
    if extent.kind == "deadline" and first != last:
        return f"by {long_day(last)} (from {short_day(first)})"
    if extent.kind == "deadline":
        return f"by {long_day(last)}"
    if extent.kind == "approximate" and row["timex_type"] == "DURATION" and row["time_text"]:
        return f"{row['time_text']} up to {short_day(last)}"
    if extent.kind == "approximate":
        return f"about {unit_words(first, last, whole_units(first, last))}"
    if extent.kind == "within":
        unit = unit_words(first, last, row["granularity"])
        if unit == range_words(first, last):
            return f"between {short_day(first)} and {short_day(last)}"
        return f"in {unit}" if unit.startswith("the week") else f"some time in {unit}"
    if extent.by_publication:
        return f"{week_day(first)} (published)"
    if first != last and row["granularity"] not in ("minute", "hour", "day"):
        return unit_words(first, last, row["granularity"])
    return range_words(first, last) + (_clock(row) if first == last else "")
