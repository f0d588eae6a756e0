"""Decades, centuries and eras."""

from __future__ import annotations

import re

from pipeline.day import Day
from pipeline.timex.calendar import Period, century_of, decade_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import Known, Part
from pipeline.timex.numbers import read_ordinal
from pipeline.timex.words import DECADES, PARTS_OF_PERIOD


def _read_decade(match: re.Match[str]) -> list[Found]:
    text = match["y"]
    year = int(text)
    if match["era"] and match["era"].upper().startswith("B"):
        period = decade_of(1 - year)
    else:
        period = century_of(year) if len(text) == 4 and year % 100 == 0 and year != 2000 and not match["era"] else decade_of(year)
    return whole(match, Known(period, (period.unit,)))


def _read_short(match: re.Match[str]) -> list[Found]:
    group, digits = ("x", match["y"]) if match["y"] else ("x2", match["y2"])
    year = int(digits) + (2000 if int(digits) < 30 else 1900)
    decade = Known(decade_of(year), ("decade",))
    meaning = Part(decade, PARTS_OF_PERIOD[match["part"].lower()][0]) if match["part"] else decade
    return [(match.start(group), match.end(group), meaning)]


def _read_word(match: re.Match[str]) -> list[Found]:
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get((match["c"] or "nineteen").lower(), 1900)
    decade = Known(decade_of(century + 10 * DECADES[match["w"].lower()]), ("decade",))
    return whole(match, Part(decade, PARTS_OF_PERIOD[match["part"].lower()][0]) if match["part"] else decade)


def century_numbered(number: int, before_christ: bool) -> Period:
    """Return the n-th century (19 is 1800 to 1899; 5 BC is 500 to 401 BC)."""
    return century_of(1 - 100 * number if before_christ else max(100 * (number - 1), 1))


def _read_century(match: re.Match[str]) -> list[Found]:
    number = read_ordinal(match["n"])
    era = (match["era"] or "").upper()
    if not number or number > 30:
        return []
    period = century_numbered(number, era.startswith("B"))
    if not match["n1"]:
        hyphened = match.string[match.end("n")] not in " \u00a0\n\r"  # "the 19th-century mill": the article is the mill's
        return [(match.start("n") if hyphened else match.start(), match.end(), Known(period, ("century",)))]
    first = read_ordinal(match["n1"])
    return (
        [
            (*match.span("n1"), Known(century_numbered(first, era.startswith("B")), ("century",))),
            (match.start("n"), match.end(), Known(period, ("century",))),
        ]
        if first
        else []
    )


def _read_turn(match: re.Match[str]) -> list[Found]:
    number = read_ordinal(match["n"]) if match["n"] else 21
    if not number or not 2 <= number <= 30:
        return []
    year = 100 * (number - 1)
    return whole(match, Known(Period("decade", Day.of(year - 5, 1, 1), Day.of(year + 4, 12, 31)), ("century",), f"{year:04d}"))


RULES = (
    rule(
        "en.decade.digits",
        "digit",
        r"<START>(?:the~)?(?P<y>\d{3}0|\d{2}0(?=['’]?s~?B))['’]?s(?:~(?P<era><ERA>))?(?!\w)",
        _read_decade,
        "The 1980s were prosperous.",
        "The 1985s and 747s flew.",
    ),
    rule(
        "en.decade.short",
        "digit",
        r"(?:<START>(?P<x>the~(?:(?P<part>early|mid|late)(?:~|-~?))?['’]?(?P<y>[2-9]0)s(?P<era>))|\b(?:and|or|to)~(?P<x2>['’](?P<y2>[2-9]0)s))(?!\w)(?!~(?:degrees|F\b|C\b))",
        _read_short,
        "He ruled in the '80s.",
        "He is in his 80s.",
    ),
    rule(
        "en.decade.word",
        "decade",
        r"<START>(?:the~(?:(?:(?P<part>early|mid|late)|roaring|swinging)[ -])?(?=\w+ies)"
        r"|(?:the~)?(?P<c>eighteen|nineteen)[ -])(?P<w><DECADE>)\b",
        _read_word,
        "Rents soared in the nineties.",
        "She is in her nineties.",
    ),
    rule(
        "en.century.ordinal",
        "unit",
        r"<START>(?:the~)?(?:(?P<n1><ORDWORD>|\d{1,2}(?:st|nd|rd|th))(?:~and~|~or~|~to~|-?~?<DASH>~?)(?:the~)?)?(?P<n><ORDWORD>"
        r"|\d{1,2}(?:st|nd|rd|th))(?:~|-|<DASH>)(?:century|centuries)(?:~(?P<era><ERA>))?(?!\w)",
        _read_century,
        "The abbey dates from the 12th century.",
        "The 12th centurion fell.",
    ),
    rule(
        "en.century.turn",
        "unit",
        r"<START>the~turn~of~the~(?:(?P<n><ORDWORD>|\d{1,2}(?:st|nd|rd|th))~century|century|millennium)\b",
        _read_turn,
        "It was built at the turn of the 20th century.",
        "It was his turn of the wheel.",
    ),
)
