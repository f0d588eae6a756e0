"""A calendar day in the proleptic Gregorian calendar, years -9999 to 9999 (astronomical: year 0 is 1 BC).

`datetime.date` begins in year 1, so histories with BC dates need a type of their own.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MIN_YEAR, MAX_YEAR = -9999, 9999
_ISO_DAY = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)")


def is_leap(year: int) -> bool:
    """Whether the Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in the month (1 to 12).

    >>> month_length(2024, 2)
    29
    """
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


class Day(NamedTuple):
    """One whole day; sorts by time. Build it with `Day.of`, which checks the values.

    >>> Day.of(2022, 2, 28).plus(1)
    Day(year=2022, month=3, day=1)
    >>> str(Day.of(-43, 3, 15)), Day.of(2022, 3, 1).weekday
    ('-0043-03-15', 1)
    """

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, year: int, month: int, day: int) -> Day:
        """Return a checked day; raises ValueError for one that no calendar has."""
        if not (MIN_YEAR <= year <= MAX_YEAR and 1 <= month <= 12 and 1 <= day <= month_length(year, month)):
            raise ValueError(f"no such day: {year}-{month}-{day}")
        return cls(year, month, day)

    @classmethod
    def from_date(cls, value: dt.date) -> Day:
        """Return the day of a date or datetime (its own wall clock)."""
        return cls(value.year, value.month, value.day)

    @classmethod
    def parse(cls, text: str) -> Day:
        """Read `YYYY-MM-DD` or `-YYYY-MM-DD`; raises ValueError for anything else."""
        match = _ISO_DAY.fullmatch(text)
        if not match:
            raise ValueError(f"not a day: {text!r}")
        return cls.of(int(match[1]), int(match[2]), int(match[3]))

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Day:
        """Return the day that lies `ordinal` days after 1970-01-01; raises ValueError out of range."""
        z = ordinal + 719_468
        era, day_of_era = divmod(z, 146_097)
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        shifted = (5 * day_of_year + 2) // 153
        month = shifted + 3 if shifted < 10 else shifted - 9
        return cls.of(year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1)

    @property
    def ordinal(self) -> int:
        """Days since 1970-01-01 (negative before)."""
        year = self.year - (self.month <= 2)
        era, year_of_era = divmod(year, 400)
        day_of_year = (153 * (self.month - 3 if self.month > 2 else self.month + 9) + 2) // 5 + self.day - 1
        return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468

    @property
    def weekday(self) -> int:
        """0 = Monday ... 6 = Sunday."""
        return (self.ordinal + 3) % 7

    def plus(self, days: int) -> Day:
        """Return the day so many days later (earlier if negative); raises ValueError out of range."""
        return Day.from_ordinal(self.ordinal + days)

    def plus_months(self, months: int) -> Day:
        """Return the same day of a later month, clipped to that month's length (31 January + 1 = 28 February)."""
        year, month0 = divmod(self.year * 12 + self.month - 1 + months, 12)
        if not MIN_YEAR <= year <= MAX_YEAR:
            raise ValueError(f"no such year: {year}")
        return Day.of(year, month0 + 1, min(self.day, month_length(year, month0 + 1)))

    def __str__(self) -> str:
        return f"{'-' if self.year < 0 else ''}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"
