"""When a holiday falls: our own table for what is the same everywhere, the `holidays` library for what depends on the country."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from pipeline.day import Day, month_length
from pipeline.timex.words import COUNTRY_HOLIDAYS, HOLIDAYS

LIBRARY_YEARS = range(1900, 2101)  # the library's tables do not reach farther


def depends_on_country(name: str) -> bool:
    """Whether the day of a holiday differs from country to country ("labor day"; lower-case name)."""
    return name in COUNTRY_HOLIDAYS


def holiday(name: str, year: int, country: str = "") -> Day | None:
    """Return the day on which a holiday of data/en/timex/holidays.csv falls in a year; None if that is not known.

    >>> str(holiday("thanksgiving", 2021)), str(holiday("thanksgiving", 2021, "CA")), str(holiday("easter", 2022))
    ('2021-11-25', '2021-10-11', '2022-04-17')
    """
    row = COUNTRY_HOLIDAYS.get(name)
    if row is None:
        return _by_table(name, year)
    found = _by_library(row["official"], year, country) if country else None
    if found is not None or row["assumed"] == "none":
        return found
    return _by_table(name, year) if row["assumed"] == "table" else _by_library(row["official"], year, row["assumed"])


def assumed_country(name: str, year: int, country: str) -> str:
    """Return the code of the country whose day was taken without a clue ("US", "IN"), "" if none had to be assumed."""
    row = COUNTRY_HOLIDAYS.get(name)
    if row is None or (country and _by_library(row["official"], year, country) is not None):
        return ""
    return "US" if row["assumed"] == "table" else row["assumed"].replace("none", "")


@lru_cache(maxsize=512)
def _days_of(country: str, year: int) -> dict[str, dt.date]:
    """Return a country's holidays of a year by their English names, the first day of each."""
    import holidays

    if country not in holidays.list_supported_countries() or year not in LIBRARY_YEARS:
        return {}
    kind = getattr(holidays, country)
    language = next((code for code in ("en_US", "en_GB") if code in kind.supported_languages), None)
    found = holidays.country_holidays(country, years=year, language=language, categories=kind.supported_categories)
    days: dict[str, dt.date] = {}
    for day in sorted(found):
        for name in found[day].split("; "):
            days.setdefault(name, day)
    return days


def _by_library(official: str, year: int, country: str) -> Day | None:
    days = _days_of(country, year)
    day = next((days[name] for name in official.split("|") if name in days), None)
    return None if day is None else Day.from_date(day)


def _by_table(name: str, year: int) -> Day | None:
    row = HOLIDAYS[name]
    if row["rule"] == "fixed":
        month, day = row["argument"].split("-")
        return Day.of(year, int(month), int(day))
    if row["rule"] == "nth":
        in_month, weekday, nth = (int(part) for part in row["argument"].split("/"))
        return _nth_weekday(year, in_month, weekday, nth)
    if row["rule"] == "country":
        return None
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
