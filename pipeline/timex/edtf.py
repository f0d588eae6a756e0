"""A stretch of the calendar -> its TIMEX3 value (ISO 24617-1) and its EDTF string (ISO 8601-2, level 0 and 1)."""

from __future__ import annotations

from pipeline.day import Day
from pipeline.timex.calendar import Period, iso_week

_EDTF_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def timex_year(year: int) -> str:
    """Write a year as TIMEX3 does: four digits, or BC and the year before Christ.

    >>> timex_year(1939), timex_year(-43)
    ('1939', 'BC0044')
    """
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def edtf_year(year: int) -> str:
    """Write an astronomical year with four digits."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def timex_day(day: Day) -> str:
    """Write a day as a TIMEX3 value."""
    return f"{timex_year(day.year)}-{day.month:02d}-{day.day:02d}"


def timex_value(period: Period) -> str:
    """Return the TIMEX3 value of a stretch.

    >>> from pipeline.timex.calendar import decade_of, week_of
    >>> timex_value(decade_of(1984)), timex_value(week_of(Day.of(2022, 3, 1)))
    ('198', '2022-W09')
    """
    first, year = period.first, timex_year(period.first.year)
    if period.code.startswith("FY"):
        return period.code
    if period.unit == "day":
        return timex_day(first)
    if period.unit in ("week", "weekend"):
        iso_year, week = iso_week(first)
        return f"{timex_year(iso_year)}-W{week:02d}" + ("-WE" if period.unit == "weekend" else "")
    if period.unit == "month":
        return f"{year}-{first.month:02d}"
    if period.unit == "quarter":
        return f"{year}-Q{(first.month + 2) // 3}"
    if period.unit == "half":
        return f"{year}-H{1 if first.month < 7 else 2}"
    if period.unit == "season":
        return f"{year}-{period.code}"
    if period.unit == "year":
        return year
    return _cut(period)


def _cut(period: Period) -> str:
    digits = {"decade": 1, "century": 2, "millennium": 3}[period.unit]
    if period.unit == "century" and period.first.year <= 0:
        return f"BC{(1 - period.first.year) // 100 - 1:02d}"
    return timex_year(period.last.year)[:-digits]


def edtf_of(period: Period) -> str:
    """Return the EDTF string of a stretch; quarters, halves and weeks are intervals, decades have an unspecified digit."""
    first, last = period.first, period.last
    if period.unit == "day":
        return str(first)
    if period.unit == "month":
        return f"{edtf_year(first.year)}-{first.month:02d}"
    if period.unit == "season":
        return f"{edtf_year(first.year)}-{_EDTF_SEASON[period.code]}"
    if period.unit == "year" and not period.code:
        return edtf_year(first.year)
    if period.unit in ("decade", "century") and first.year % 10 == 0 and first.year >= 100:
        return f"{last.year:04d}"[: 3 if period.unit == "decade" else 2].ljust(4, "X")
    return edtf_between(first, last)


def edtf_between(first: Day | None, last: Day | None) -> str:
    """Return an interval as short as its ends allow (whole years, whole months, days); None is an open end.

    >>> edtf_between(Day.of(2014, 1, 1), Day.of(2014, 4, 30)), edtf_between(None, Day.of(2022, 3, 7))
    ('2014-01/2014-04', '../2022-03-07')
    """
    if first is None and last is None:
        return ""
    if first == last:
        return str(first)
    starts_year = first is None or (first.month, first.day) == (1, 1)
    ends_year = last is None or (last.month, last.day) == (12, 31)
    if first and last and starts_year and ends_year:
        return f"{edtf_year(first.year)}/{edtf_year(last.year)}"
    if first and last and first.day == 1 and last.plus(1).day == 1:
        return f"{_month(first)}/{_month(last)}"
    return f"{first or '..'}/{last or '..'}"


def _month(day: Day) -> str:
    return f"{edtf_year(day.year)}-{day.month:02d}"
