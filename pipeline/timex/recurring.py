"""Times that come round again (Monday, March, 7 March, the 23rd, summer, the third quarter, Easter): when they fall."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.day import MAX_YEAR, MIN_YEAR, Day, month_length
from pipeline.timex.calendar import Period, day_of, half_of, month_of, quarter_of, season_of
from pipeline.timex.words import HOLIDAYS


@dataclass(frozen=True, slots=True)
class Recurring:
    """One recurring time. `kind` is weekday, month, month_day, day, season, quarter, half or holiday; `a`, `b` its numbers.

    >>> [str(p.first) for p in Recurring("weekday", 1).around(Day.of(2022, 3, 1))]
    ['2022-02-14', '2022-02-21', '2022-02-28', '2022-03-07', '2022-03-14']
    """

    kind: str
    a: int = 0
    b: int = 0
    name: str = ""

    def around(self, day: Day) -> list[Period]:
        """Return its occurrences next to the day, in order: some before, some after."""
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
            return day_of(holiday(self.name, year).plus(self.a))
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


def holiday(name: str, year: int) -> Day:
    """Return the day on which a holiday of data/en/timex/holidays.csv falls in a year.

    >>> str(holiday("thanksgiving", 2021)), str(holiday("easter", 2022))
    ('2021-11-25', '2022-04-17')
    """
    row = HOLIDAYS[name]
    if row["rule"] == "fixed":
        month, day = row["argument"].split("-")
        return Day.of(year, int(month), int(day))
    if row["rule"] == "nth":
        in_month, weekday, nth = (int(part) for part in row["argument"].split("/"))
        return _nth_weekday(year, in_month, weekday, nth)
    return (_easter(year) if row["rule"] == "easter" else _orthodox_easter(year)).plus(int(row["argument"]))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> Day:
    if nth < 0:
        last = Day.of(year, month, month_length(year, month))
        return last.plus(-((last.weekday - (weekday - 1)) % 7) + 7 * (nth + 1))
    first = Day.of(year, month, 1)
    return first.plus((weekday - 1 - first.weekday) % 7 + 7 * (nth - 1))


def _easter(year: int) -> Day:
    """Western Easter Sunday (the anonymous Gregorian computus, Butcher 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return Day.of(year, month, day + 1)


def _orthodox_easter(year: int) -> Day:
    """Orthodox Easter Sunday: Meeus's Julian computus, moved to the Gregorian calendar."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return Day.of(year, month, day + 1).plus(year // 100 - year // 400 - 2)
