"""Years: bare, with an era, shortened, written out, and ranges of them."""

from __future__ import annotations

import re

from pipeline.day import Day
from pipeline.timex.calendar import Period, year_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.edtf import timex_year
from pipeline.timex.meaning import EarlyYear, Known, Onwards
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.numbers import read_year_words
from pipeline.timex.rules.full_dates import year_number


def _year(year: int) -> Known:
    return Known(year_of(year), ("year",))


def _span(first: int, last: int) -> Meaning:
    period = Period("year", Day.of(first, 1, 1), Day.of(last, 12, 31))
    return Known(period, ("year",), f"{timex_year(first)}/{timex_year(last)}")


def _read(match: re.Match[str]) -> list[Found]:
    return whole(match, _year(int(match["y"])))


def _read_era(match: re.Match[str]) -> list[Found]:
    era = match["era"] or match["era2"]
    last = year_number(match["ya"] or match["yy"], era)
    if not match["y1"]:
        return whole(match, _year(last))
    first = year_number(match["y1"], era)
    if first > last or last > 9999:
        return []
    if match["dash"]:
        return whole(match, _span(first, last))
    return [(*match.span("y1"), _year(first)), (match.start("yy" if match["yy"] else "era2"), match.end(), _year(last))]


def _read_span(match: re.Match[str]) -> list[Found]:
    first, second = int(match["y"]), match["y2"]
    last = int(match["y"][: 4 - len(second)] + second)
    if not first < last <= 9999 or last - first > 1500:
        return []
    return whole(match, _span(first, last))


def _read_short(match: re.Match[str]) -> list[Found]:
    year = int(match["y"])
    return whole(match, _year(1900 + year if year > 30 else 2000 + year))


def _read_words(match: re.Match[str]) -> list[Found]:
    year = read_year_words(match["y"])
    return whole(match, _year(year)) if year and 1000 <= year <= 2100 else []


_AFTER = (
    r"(?![\w%°$€£]|[,.]\d|:\d|/\d|-(?:\d|foot|metre|meter|mile|seat|strong|page|acre|year|kilomet|pound|horse|ton|member|man|room|bed"
    r"|word|unit|watt)|['’]\d)"
)

RULES = (
    rule(
        "en.date.era_year",
        "anno",
        r"<START>(?:(?P<c>c\.|ca\.|circa)~)?(?P<x>(?:(?P<y1>\d{1,4})(?:(?P<dash>~?<DASH>~?)|~(?:and|to|or)~))?(?:(?P<era2>(?-i:AD"
        r"|A\.D\.))~(?P<ya>\d{1,4})\b|(?<![,.\d])(?P<yy>\d{1,4})~?(?P<era>(?-i:<BC>|<AD>))))",
        _read_era,
        "Athens was sacked in 480 BC.",
        "He bought 480 shares of BC Gas.",
    ),
    rule(
        "en.date.year_span",
        "year",
        r"<START>(?:the~years~)?(?P<x>(?P<y>(?:1[0-9]|20)\d{2})[ ]?<DASH>[ ]?(?P<y2>(?:1[0-9]|20)\d{2}|\d{2}))" + _AFTER + r"(?!<DASH>)",
        _read_span,
        "The war of 1939-45 changed Europe.",
        "Call 1939-4523.",
    ),
    rule(
        "en.date.year_slash_span",
        "year",
        r"<START>(?P<x>(?P<y>(?:1[5-9]|20)\d{2})/(?P<y2>\d{2}))(?![\d/])",
        _read_span,
        "Output fell in the 2008/09 season.",
        "The ratio was 2008/95331.",
    ),
    rule(
        "en.date.year",
        "year",
        r"<START>(?<![-.,/:'’\d+])(?<!\d{3}[ ])(?P<x>(?:the~year~)?(?P<y><YEAR4>))" + _AFTER,
        _read,
        "The bridge opened in 1937.",
        "The tanks numbered 1,937 and 19370.",
    ),
    rule(
        "en.date.year_attached",
        "year",
        r"\b(?:mid|post|pre|early|late|since)<DASH>(?P<x>(?P<y><YEAR4>))(?![\w%]|[,.]\d)",
        _read,
        "The post-1959 government fell.",
        "Flight AB-1959 landed.",
    ),
    rule(
        "en.date.short_year",
        "digit",
        r"(?:\b(?:in|of|since|by|until|from|before|after|and|during|summer|spring|autumn|fall|winter)~)(?P<x>['’](?P<y>\d{2}))(?![\w'’])",
        _read_short,
        "They married in '94.",
        "The '94 model had 6'2 of room.",
    ),
    rule(
        "en.date.year_words",
        "numberword",
        r"<START>(?P<x>(?:the~year~)?(?P<y><YEARWORDS>))\b(?!~(?:people|dollars|men|women|soldiers|troops|pounds|euros|percent|per"
        r"|miles|years|days|workers|jobs|others))",
        _read_words,
        "It happened in nineteen ninety-seven.",
        "It cost two thousand dollars.",
    ),
    rule(
        "en.date.early_year",
        "digit",
        r"(?:\b(?:in|by|until|since|from|around)~)(?P<x>(?:the~year~)?(?P<y>[1-9]\d\d))(?=[.,;:)](?!\d)|~(?:and|when|the|he|she|they|it|after"
        r"|but|under|by|with|a|as|to)\b(?!~\d))",
        lambda match: whole(match, EarlyYear(int(match["y"]))),
        "The bridge was cut by the Goths in 537 and patched up.",
        "It was found in 537 cases.",
    ),
    rule(
        "en.date.year_onwards",
        "year",
        r"<START>(?<![-.,/:'’\d+])(?P<x>(?P<y><YEAR4>)~(?:(?P<late>and~beyond|or~later|onwards?|and~later|and~after)|or~earlier|or~before))(?!\w)",
        lambda match: whole(match, Onwards(_year(int(match["y"])), bool(match["late"]))),
        "The plant will close in 1994 or later.",
        "The plant closed in 1994, sooner or later.",
    ),
)
