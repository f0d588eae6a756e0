"""A day as a reader types it into a date field: whole or in part, in figures, in other languages, before year 1 too."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

from pipeline.day import Day, month_length
from pipeline.view.date_style import month_first
from pipeline.view.words import MONTHS

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|{name[3]})?" for name in MONTHS if name != "May") + "|May"
_ERA = r"\s*(?P<bc>B\.?C\.?(?:E\.?)?)?"
_ISO = re.compile(r"(?P<year>[-−]?\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_WORDS = re.compile(rf"(?:(?:(?P<day>\d{{1,2}})\s+)?(?P<name>{_MONTH})\.?,?\s+)?(?P<year>\d{{1,4}}){_ERA}", re.IGNORECASE)
_AMERICAN = re.compile(rf"(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:,\s*|\s+)(?P<year>\d{{1,4}}){_ERA}", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\s?[./年]\s?(?P<month>\d{1,2})(?:\s?[./月]\s?(?P<day>\d{1,2})\s?[日.]?|\s?[月.])?")
_YEAR_LAST = re.compile(r"(?:(?P<first>\d{1,2})\s?(?P<sign>[./-])\s?)?(?P<second>\d{1,2})\s?[./-]\s?(?P<year>\d{4})\.?")
_FOREIGN = re.compile(
    r"(?:[^\W\d_]+\.?,?\s)?(?P<day>\d{1,2}(?:\.|º|°|[^\W\d_]{1,2})?\s)?(?:[^\W\d_]{2,3}\s)?[^\W\d_]{3,12}\.?\s(?:[^\W\d_]{2,3}\s)?\d{4}"
)
_LANGUAGES = (
    *("en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "tr", "el", "bg"),
    *("hr", "sl", "lt", "lv", "et", "ca", "ar", "he", "fa", "hi", "id", "vi"),
)


def _month_of(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower()))


def _parts(text: str) -> tuple[int, int | None, int | None] | None:
    if match := _ISO.fullmatch(text):
        month, day = match["month"], match["day"]
        return int(match["year"].replace("−", "-")), int(month) if month else None, int(day) if day else None
    if match := _WORDS.fullmatch(text) or _AMERICAN.fullmatch(text):
        if int(match["year"]) == 0:  # in words no calendar has it: 1 BC is followed by 1
            return None
        year = 1 - int(match["year"]) if match["bc"] else int(match["year"])
        return year, _month_of(match["name"]) if match["name"] else None, int(match["day"]) if match["day"] else None
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match["year"]), int(match["month"]), int(match["day"]) if match["day"] else None
    if match := _YEAR_LAST.fullmatch(text):
        return _in_figures(match)
    return _in_other_words(text)


def _in_figures(match: re.Match[str]) -> tuple[int, int | None, int | None]:
    """Read day and month before the year: the day first, unless a full stop, the figures or the reader's locale say otherwise."""
    year, second = int(match["year"]), int(match["second"])
    if match["first"] is None:
        return year, second, None
    first = int(match["first"])
    swapped = second > 12 or (match["sign"] == "/" and first <= 12 and month_first())
    return (year, first, second) if swapped else (year, second, first)


def _in_other_words(text: str) -> tuple[int, int | None, int | None] | None:
    """Read a month's name in another language, with a day before it or none; dateparser knows the names."""
    match = _FOREIGN.fullmatch(text)
    if match is None:
        return None
    found = _parser().get_date_data(text if match["day"] else f"1 {text}").date_obj
    return (found.year, found.month, found.day if match["day"] else None) if found else None


@cache
def _parser() -> Any:
    from dateparser.date import DateDataParser

    strict = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    base = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - dateparser's own base is the clock; nothing relative is read
    return DateDataParser(languages=list(_LANGUAGES), settings={**strict, "RELATIVE_BASE": base, "DATE_ORDER": "DMY"})


def read_day(text: str, *, end: bool = False) -> Day | None:
    """Return the day of a typed date; of a year or month its first day, its last if `end`. None for what is no date.

    Years are as people write them, with BC; in the ISO form (-0043-03-15) they are astronomical. In figures the day comes first; between
    slashes as in the reader's locale.

    >>> str(read_day("44 BC")), str(read_day("March 2022", end=True)), str(read_day("-0043-03-15"))
    ('-0043-01-01', '2022-03-31', '-0043-03-15')
    >>> str(read_day("28.02.2022")), str(read_day("28 février 2022")), str(read_day("Februar 2022", end=True))
    ('2022-02-28', '2022-02-28', '2022-02-28')
    """
    parts = _parts(" ".join(text.split()))
    if parts is None:
        return None
    year, month, day = parts
    month = month or (12 if end else 1)
    if not 1 <= month <= 12:
        return None
    try:
        return Day.of(year, month, day if day is not None else month_length(year, month) if end else 1)
    except ValueError:
        return None
