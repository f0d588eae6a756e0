"""A day as a reader types it into a date field: whole or in part, before year 1 too."""

from __future__ import annotations

import re

from pipeline.day import Day, month_length
from pipeline.view.words import MONTHS

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|{name[3]})?" for name in MONTHS if name != "May") + "|May"
_ERA = r"\s*(?P<bc>B\.?C\.?(?:E\.?)?)?"
_ISO = re.compile(r"(?P<year>[-−]?\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_WORDS = re.compile(rf"(?:(?:(?P<day>\d{{1,2}})\s+)?(?P<name>{_MONTH})\.?,?\s+)?(?P<year>\d{{1,4}}){_ERA}", re.IGNORECASE)
_AMERICAN = re.compile(rf"(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:,\s*|\s+)(?P<year>\d{{1,4}}){_ERA}", re.IGNORECASE)


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
    return None


def read_day(text: str, *, end: bool = False) -> Day | None:
    """Return the day of a typed date; of a year or month its first day, its last if `end`. None for what is no date.

    Years are as people write them, with BC; in the ISO form (-0043-03-15) they are astronomical.

    >>> str(read_day("44 BC")), str(read_day("March 2022", end=True)), str(read_day("-0043-03-15"))
    ('-0043-01-01', '2022-03-31', '-0043-03-15')
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
