"""Times that come round again (Monday, March, 7 March, the 23rd, summer, the third quarter, Easter): when they fall."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.day import MAX_YEAR, MIN_YEAR, Day, month_length
from pipeline.timex.calendar import Period, day_of, half_of, month_of, quarter_of, season_of
from pipeline.timex.holiday_dates import holiday
from pipeline.timex.words import HOLIDAYS


@dataclass(frozen=True, slots=True)
class Recurring:
    """One recurring time. `kind` is weekday, month, month_day, day, season, quarter, half or holiday; `a`, `b` its numbers,
    `country` the code of the country whose holiday it is, if that is known.

    >>> [str(p.first) for p in Recurring("weekday", 1).around(Day.of(2022, 3, 1))]
    ['2022-02-14', '2022-02-21', '2022-02-28', '2022-03-07', '2022-03-14']
    """

    kind: str
    a: int = 0
    b: int = 0
    name: str = ""
    country: str = ""

    def around(self, day: Day) -> list[Period]:
        """Return its occurrences next to the day, in order: some before, some after."""
        return list(_around(self, day))

    def _near(self, day: Day) -> list[Period]:
        if self.kind == "weekday":
            monday = day.plus(-day.weekday)
            return [day_of(monday.plus(7 * week + self.a - 1)) for week in (-2, -1, 0, 1, 2)]
        if self.kind == "day":
            firsts = [Day.of(day.year, day.month, 1).plus_months(step) for step in (-2, -1, 0, 1, 2)]
            return [day_of(Day.of(f.year, f.month, self.a)) for f in firsts if self.a <= month_length(f.year, f.month)]
        span = 8 if (self.a, self.b) == (2, 29) else 2
        years = range(max(day.year - span, MIN_YEAR), min(day.year + span, MAX_YEAR - 1) + 1)
        return [period for year in years if (period := self.of_year(year)) is not None]

    def of_year(self, year: int) -> Period | None:
        """Return its occurrence that begins in the year, or None if that year has none (29 February)."""
        if self.kind == "month":
            return month_of(year, self.a)
        if self.kind == "month_day":
            return day_of(Day.of(year, self.a, self.b)) if self.b <= month_length(year, self.a) else None
        if self.kind == "season":
            return season_of(year, self.a, self.name)
        if self.kind == "quarter":
            return quarter_of(year, self.a)
        if self.kind == "half":
            return half_of(year, self.a)
        if self.kind == "holiday":
            day = holiday(self.name, year, self.country)
            return None if day is None else day_of(day.plus(self.a))
        return None

    def opposite(self) -> Recurring:
        """Return the season as the other hemisphere has it."""
        return Recurring(self.kind, (self.a + 5) % 12 + 1, self.b, self.name)

    @property
    def unknown(self) -> str:
        """Its TIMEX3 value when it cannot be placed."""
        values = {
            "weekday": f"XXXX-WXX-{self.a}",
            "day": f"XXXX-XX-{self.a:02d}",
            "month": f"XXXX-{self.a:02d}",
            "month_day": f"XXXX-{self.a:02d}-{self.b:02d}",
            "season": f"XXXX-{self.name}",
            "quarter": f"XXXX-Q{self.a}",
            "half": f"XXXX-H{self.a}",
        }
        if self.kind == "holiday" and HOLIDAYS[self.name]["rule"] == "fixed" and not self.a:
            return "XXXX-" + HOLIDAYS[self.name]["argument"]
        return values.get(self.kind, "XXXX-XX-XX")


@lru_cache(maxsize=4096)
def _around(recurring: Recurring, day: Day) -> tuple[Period, ...]:
    return tuple(recurring._near(day))
