"""Stretches of the calendar that have a name (a day, a week, a quarter, a decade) and the arithmetic on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.day import Day, month_length

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "millennium"]

_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_FINER_FIRST: tuple[Unit, ...] = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium")


@dataclass(frozen=True, slots=True)
class Period:
    """One named stretch, both ends inclusive; `code` is the season's TIMEX3 code (SP SU FA WI) or a fiscal period's name
    (FY2024-Q1), else "".

    >>> month_of(2022, 2).last
    Day(year=2022, month=2, day=28)
    """

    unit: Unit
    first: Day
    last: Day
    code: str = ""

    def shift(self, steps: int) -> Period:
        """Return the stretch of the same kind so many steps later (a season steps by years); ValueError beyond year 9999."""
        if self.unit == "day":
            return day_of(self.first.plus(steps))
        if self.unit in ("week", "weekend"):
            return Period(self.unit, self.first.plus(7 * steps), self.last.plus(7 * steps))
        if self.code.startswith("FY"):
            return self._fiscal_shift(steps)
        months = 12 if self.unit == "season" else _MONTHS_IN[self.unit]
        first = self.first.plus_months(months * steps)
        return containing(self.unit, first) if self.unit in ("decade", "century", "millennium") else _months(self.unit, first, self.code)

    def _fiscal_shift(self, steps: int) -> Period:
        """Step by fiscal quarters or years: by months where it ends with a month, else by whole weeks (13 a quarter)."""
        name, quarters = self.code.split("-Q"), steps if self.unit == "quarter" else 4 * steps
        count = 4 * int(name[0][2:]) + (int(name[1]) - 1 if len(name) > 1 else 0) + quarters
        code = f"FY{count // 4}" + (f"-Q{count % 4 + 1}" if len(name) > 1 else "")
        if self.last.plus(1).day != 1:
            return Period(self.unit, self.first.plus(91 * quarters), self.last.plus(91 * quarters), code)
        after = self.last.plus(1).plus_months(3 * quarters)
        return Period(self.unit, self.first.plus_months(3 * quarters), after.plus(-1), code)

    def holds(self, other: Period) -> bool:
        """Whether the other stretch lies inside this one."""
        return self.first <= other.first and other.last <= self.last


def _months(unit: Unit, first: Day, code: str = "") -> Period:
    end = first.plus_months(_MONTHS_IN[unit] - 1)
    return Period(unit, first, Day.of(end.year, end.month, month_length(end.year, end.month)), code)


def day_of(day: Day) -> Period:
    """Return one day as a stretch."""
    return Period("day", day, day)


def month_of(year: int, month: int) -> Period:
    """Return a calendar month."""
    return _months("month", Day.of(year, month, 1))


def year_of(year: int) -> Period:
    """Return a calendar year (astronomical: 0 is 1 BC)."""
    return _months("year", Day.of(year, 1, 1))


def quarter_of(year: int, number: int) -> Period:
    """Return a calendar quarter, 1 to 4."""
    return _months("quarter", Day.of(year, 3 * number - 2, 1))


def half_of(year: int, number: int) -> Period:
    """Return a calendar half-year, 1 or 2."""
    return _months("half", Day.of(year, 6 * number - 5, 1))


def season_of(year: int, month: int, code: str) -> Period:
    """Return the meteorological season that begins in that month."""
    return _months("season", Day.of(year, month, 1), code)


def decade_of(year: int) -> Period:
    """Return the ten years with the same leading digits (1980 to 1989; 479 to 470 BC; the first ends with year 9)."""
    if year > 0:
        return Period("decade", Day.of(max(year - year % 10, 1), 1, 1), Day.of(year - year % 10 + 9, 12, 31))
    before = (1 - year) - (1 - year) % 10  # 470 for 472 BC
    return Period("decade", Day.of(1 - before - 9, 1, 1), Day.of(1 - max(before, 1), 12, 31))


def century_of(year: int) -> Period:
    """Return the century as the digits have it: 1900 to 1999 for the 20th, 500 to 401 BC for the 5th BC."""
    if year > 0:
        return Period("century", Day.of(max(year - year % 100, 1), 1, 1), Day.of(year - year % 100 + 99, 12, 31))
    before = -(-(1 - year) // 100) * 100  # 500 for 451 BC
    return Period("century", Day.of(1 - before, 1, 1), Day.of(100 - before, 12, 31))


def week_of(day: Day) -> Period:
    """Return the ISO week, Monday to Sunday."""
    monday = day.plus(-day.weekday)
    return Period("week", monday, monday.plus(6))


def weekend_of(day: Day) -> Period:
    """Return Saturday and Sunday of the day's ISO week."""
    monday = day.plus(-day.weekday)
    return Period("weekend", monday.plus(5), monday.plus(6))


def containing(unit: Unit, day: Day) -> Period:
    """Return the stretch of that kind in which the day lies (its week's weekend; seasons have `recurring.py`)."""
    makers = {"day": day_of, "week": week_of, "weekend": weekend_of}
    if unit in makers:
        return makers[unit](day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    if unit == "half":
        return half_of(day.year, 1 if day.month < 7 else 2)
    if unit == "decade":
        return decade_of(day.year)
    if unit == "century":
        return century_of(day.year)
    if unit == "millennium":
        return _months("millennium", Day.of(max(day.year - day.year % 1000, 1), 1, 1))
    return year_of(day.year)


def is_finer(one: Unit, other: Unit) -> bool:
    """Whether a unit is shorter than another."""
    return _FINER_FIRST.index(one) < _FINER_FIRST.index(other)


def iso_week(day: Day) -> tuple[int, int]:
    """Return the ISO year and week number (ISO 8601: the week belongs to the year of its Thursday).

    >>> iso_week(Day.of(2021, 1, 1))
    (2020, 53)
    """
    thursday = day.plus(3 - day.weekday)
    return thursday.year, (thursday.ordinal - Day.of(thursday.year, 1, 1).ordinal) // 7 + 1


def plus_unit(day: Day, unit: str, count: int) -> Day:
    """Return the day that lies `count` days, weeks, months or years away; ValueError out of range."""
    if unit in ("day", "night"):
        return day.plus(count)
    if unit in ("week", "weekend", "fortnight"):
        return day.plus((14 if unit == "fortnight" else 7) * count)
    return day.plus_months(_MONTHS_IN.get(unit, 6 if unit == "semester" else 12) * count)
