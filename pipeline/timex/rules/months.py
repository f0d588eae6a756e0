"""Months, with a year or without."""

from __future__ import annotations

import re

from pipeline.timex.calendar import Period, month_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import Between, InPeriod, Known, Named
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.numbers import read_year_words
from pipeline.timex.recurring import Recurring
from pipeline.timex.rules.day_month import OF_YEAR, year_of_match
from pipeline.timex.rules.full_dates import month_number, year_number


def _known(year: int, month: int) -> Known:
    return Known(month_of(year, month), ("year", "month"))


def _read_year(match: re.Match[str]) -> list[Found]:
    year = year_number(match["y"], match["era"]) if match["y"] else read_year_words(match["yw"])
    return whole(match, _known(year, month_number(match["m"]))) if year is not None else []


def _read_months_year(match: re.Match[str]) -> list[Found]:
    year = int(match["y"])
    one, two = _known(year, month_number(match["m"])), _known(year, month_number(match["m2"]))
    if match["dash"]:
        span = Period("month", one.period.first, two.period.last)
        return whole(match, Known(span, ("year", "month"), f"{year}-{span.first.month:02d}/{year}-{span.last.month:02d}"))
    return [(*match.span("m"), one), (*match.span("two"), two)]


def _named(word: str) -> Meaning:
    return Named(Recurring("month", month_number(word)))


def _read_bare(match: re.Match[str]) -> list[Found]:
    year = year_of_match(match)
    meaning = InPeriod(Recurring("month", month_number(match["m"])), year) if year else _named(match["m"])
    return whole(match, meaning)


def _read_dash(match: re.Match[str]) -> list[Found]:
    return whole(match, Between(_named(match["m"]), _named(match["m2"])))


RULES = (
    rule(
        "en.date.month_year",
        "month",
        r"<START>(?P<m><MONTH>)(?:~of~(?:the~year~)?|,?~|,|-)(?:(?P<y><YEAR4>|\d{1,3}(?=~?B\.?C))(?![,.]\d|[ ]?%)(?:~?(?P<era><ERA>))?|"
        r"(?P<yw><YEARWORDS>)\b)",
        _read_year,
        "Sales fell in December 2004.",
        "Sales fell in December to 2,004 units.",
    ),
    rule(
        "en.date.months_year",
        "month",
        r"<START>(?P<m><MONTH>)(?:(?P<dash>~?<DASH>~?)|~and~|~to~|~or~)(?P<two>(?P<m2><MONTH>)(?:,?~|~of~)(?P<y><YEAR4>))(?![,.]\d)",
        _read_months_year,
        "It rained in June and July 2019.",
        "It rained in June 2019.",
    ),
    rule(
        "en.date.months_dash",
        "month",
        r"<START>(?P<m><MONTH>)<DASH>(?P<m2><MONTH>)\b(?!~\d)",
        _read_dash,
        "Sales rose in January-March.",
        "Sales rose in January and March.",
    ),
    rule(
        "en.date.month",
        "month",
        rf"<START>(?P<x>(?P<m><MONTH>)(?!\w){OF_YEAR})(?![\w-]*@|['’](?!s\b)|-(?!long|ending|ended)\w)",
        _read_bare,
        "Talks resume in April.",
        "The marchers maybe rest.",
    ),
)
