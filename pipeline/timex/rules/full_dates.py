"""Dates with day, month and year, in every order and in figures."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.day import Day
from pipeline.timex.calendar import Period, day_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.context import month_name
from pipeline.timex.meaning import Clock, Impossible, Known, Meaning, Numeric
from pipeline.timex.numbers import read_ordinal
from pipeline.timex.words import MONTHS

_GIVEN = ("year", "month", "day")


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name, short or long."""
    return MONTHS[word.rstrip(".").lower()]


def day_number(text: str) -> int:
    """Return the number of "7", "7th" or "seventh"."""
    return int(text) if text.isdigit() else read_ordinal(text) or 0


def year_number(text: str, era: str | None = None) -> int:
    """Return the astronomical year of a written one (44 BC is -43)."""
    return 1 - int(text) if era and era.upper().startswith("B") else int(text)


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return Day.of(year, month, day)
    except ValueError:
        return None


def known_day(year: int, month: int, day: int) -> Known | None:
    """Return the meaning of a full date, None for a day that no calendar has."""
    found = _day(year, month, day)
    return None if found is None else Known(day_of(found), _GIVEN)


def stated_day(year: int, month: int, day: int) -> Meaning:
    """Return the meaning of a day, month and year that stand together: the date, or that there is none ("30 February 2021")."""
    return known_day(year, month, day) or Impossible(f"{day} {month_name(month)} {year if year > 0 else f'{1 - year} BC'}")


def _read(match: re.Match[str]) -> list[Found]:
    return whole(match, stated_day(year_number(match["y"], match["era"]), month_number(match["m"]), day_number(match["d"])))


def _read_iso(match: re.Match[str]) -> list[Found]:
    meaning = stated_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if not match["h"] or isinstance(meaning, Impossible):
        return whole(match, meaning)
    offset = None
    if zone := match["z"]:
        digits = zone[1:].replace(":", "")
        offset = 0 if zone in "Zz" else (-1 if zone[0] == "-" else 1) * (int(digits[:2]) * 60 + int(digits[2:] or 0))
    return whole(match, Clock(int(match["h"]) * 60 + int(match["min"]), True, offset, meaning))


def _read_compact(match: re.Match[str]) -> list[Found]:
    return whole(match, stated_day(int(match["y"]), int(match["m"]), int(match["d"])))


def _read_numeric(match: re.Match[str]) -> list[Found]:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:
        year += 2000 if year < 70 else 1900
    day_first, month_first = _day(year, b, a), _day(year, a, b)
    if match["sep"] == ".":
        month_first = None if day_first else month_first
    if day_first or month_first:
        return whole(match, Numeric(day_first, month_first))
    low, high = sorted((a, b))
    return whole(match, stated_day(year, low, high)) if 1 <= low <= 12 < high else []


def _read_days(match: re.Match[str]) -> list[Found]:
    year, month = int(match["y"]), month_number(match["m"])
    one, two = known_day(year, month, day_number(match["d"])), known_day(year, month, day_number(match["d2"]))
    if one is None or two is None:
        return []
    if match["dash"]:
        span = Period("day", one.period.first, two.period.last)
        return [] if span.first >= span.last else whole(match, Known(span, _GIVEN, f"{span.first}/{span.last}"))
    first, second = match.span("one"), match.span("two")
    return [(*first, one), (*second, two)]


def _read_two_months(match: re.Match[str]) -> list[Found]:
    """Give the first of two dates the year of the second; where that would run backwards, the year before it."""
    year = int(match["y"])
    two = known_day(year, month_number(match["m2"]), day_number(match["d2"]))
    one = known_day(year, month_number(match["m"]), day_number(match["d"]))
    if one is not None and two is not None and one.period.first >= two.period.first:
        one = known_day(year - 1, month_number(match["m"]), day_number(match["d"]))
    if one is None or two is None:
        return []
    if match["dash"]:
        first, last = one.period.first, two.period.last
        return whole(match, Known(Period("day", first, last), _GIVEN, f"{first}/{last}"))
    return [(*match.span("one"), replace(one, given=("month", "day"))), (*match.span("two"), two)]


_WD = r"(?:(?:<FEASTDAY>|<WEEKDAYANY>),?~)?"
_DAYS = r"(?:<DAYORD>|<DAYNUM>)"

_LINK = r"(?:(?P<dash>~?<DASH>~?)|~(?:to|through|until|and|or)~(?:the~)?)"

RULES = (
    rule(
        "en.date.two_months_year",
        "month",
        rf"<START>(?P<one>(?P<m><MONTH>)~(?P<d>{_DAYS})){_LINK}(?P<two>(?P<m2><MONTH>)~(?P<d2>{_DAYS}),?~(?P<y><YEAR4>))(?![,.]\d)",
        _read_two_months,
        "The fair ran from March 3 to April 9, 2019.",
        "The fair ran from March to April 9, 2019.",
    ),
    rule(
        "en.date.two_months_year_day_first",
        "month",
        rf"<START>(?P<one>(?P<d>{_DAYS})(?:~of~|~)(?P<m><MONTH>)){_LINK}(?P<two>(?P<d2>{_DAYS})(?:~of~|~)(?P<m2><MONTH>),?~(?P<y><YEAR4>))"
        r"(?![,.]\d)",
        _read_two_months,
        "The fair ran from 3 March to 9 April 2019.",
        "The fair ran from 3 to 9 April 2019.",
    ),
    rule(
        "en.date.month_day_year",
        "month",
        rf"<START>{_WD}(?P<m><MONTH>)~(?:the~)?(?P<d>{_DAYS})(?:~?,~|~|,|~of~|,?~in~)(?:the~year~)?(?P<y>\d{{4}}|\d{{1,3}}(?=~?B\.?C))"
        rf"(?!\d|[,.]\d|%)(?:~?(?P<era><ERA>))?",
        _read,
        "The treaty was signed on March 3, 1918.",
        "He met 20 people in March 1918.",
    ),
    rule(
        "en.date.day_month_year",
        "month",
        rf"<START>{_WD}(?:the~)?(?P<d>{_DAYS})(?:~of~|~|-)(?P<m><MONTH>)(?:,?~|~,~|,|-)(?:of~)?(?P<y>\d{{4}}|\d{{1,3}}(?=~?B\.?C))(?!\d"
        rf"|[,.]\d|%)(?:~?(?P<era><ERA>))?",
        _read,
        "The port fell on 17 December 1939.",
        "He scored 17 in December.",
    ),
    rule(
        "en.date.month_days_year",
        "month",
        rf"<START>(?P<one>(?P<m><MONTH>)~(?P<d>{_DAYS}))(?:(?P<dash>~?<DASH>~?)|,?~and~|~or~|~to~|~through~|,~)(?P<two>(?P<d2>{_DAYS}),?~(?P<y><YEAR4>))",
        _read_days,
        "The talks of March 3-5, 2019 failed.",
        "The talks of March 3, 2019 failed.",
    ),
    rule(
        "en.date.days_month_year",
        "month",
        rf"<START>(?:the~)?(?P<one>(?P<d>{_DAYS}))(?:(?P<dash>~?<DASH>~?)|~and~|~or~|~to~|~until~|~through~|,~)(?P<two>(?:the~)?(?P<d2>{_DAYS})(?:~of~|~)"
        rf"(?P<m><MONTH>),?~(?P<y><YEAR4>))",
        _read_days,
        "It ran 3-5 March 2019.",
        "It ran until 5 March 2019.",
    ),
    rule(
        "en.date.iso",
        "year",
        r"<START>(?<![-/.\d])(?P<y>[12]\d{3})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-2]\d|3[01])(?:[T ](?P<h>[01]\d|2[0-3]):(?P<min>[0-5]\d)"
        r"(?::[0-5]\d(?:\.\d{1,6})?)?[ ]?(?P<z>Z|[+-]\d\d:?\d\d)?)?(?![\d-]|/\d)",
        _read_iso,
        "The log begins 2012-08-05.",
        "Call 2012-08-055.",
    ),
    rule(
        "en.date.year_slash",
        "year",
        r"<START>(?<![-/.\d])(?P<y>[12]\d{3})(?P<s>[/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>[0-2]?\d|3[01])(?![\d/-])",
        _read_compact,
        "Filed 2012/08/05.",
        "A ratio of 2012/8.",
    ),
    rule(
        "en.date.numeric",
        "digit",
        r"<START>(?<![-/.\d])(?P<a>[0-2]?\d|3[01])(?P<sep>[/.-])(?P<b>[0-2]?\d|3[01])(?P=sep)(?P<y>(?:19|20)\d{2}|(?<=/)\d{2})"
        r"(?![\d/-]|\.\d|[ ]?%)",
        _read_numeric,
        "The invoice is dated 23/07/2022.",
        "Version 3.1.2 is out; the score was 3-2.",
    ),
)
