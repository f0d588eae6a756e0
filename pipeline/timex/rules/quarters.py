"""Quarters, halves and fiscal periods."""

from __future__ import annotations

import re

from pipeline.timex.calendar import Period, half_of, quarter_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.fiscal import ends_here
from pipeline.timex.meaning import Fiscal, InPeriod, Known, Named, Relative
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.recurring import Recurring
from pipeline.timex.rules.full_dates import month_number
from pipeline.timex.words import ORDINALS

_HALVES = {"first": 1, "second": 2, "last": 2, "latter": 2, "1st": 1, "2nd": 2}


def _number(match: re.Match[str]) -> int:
    word = (match["o"] or match["q"] or "").lower()
    if word.isdigit():
        return int(word)
    return {"final": 4, "last": 4}.get(word) or ORDINALS.get(word) or int(word[0])


def _relative_year(words: str) -> Meaning:
    words = words.lower()
    if "that" in words or "same" in words:
        return Relative("year", 0, "told")
    if "previous" in words or "prior" in words:
        return Relative("year", -1, "told")
    return Relative("year", -1 if "last" in words else 1 if "next" in words else 0)


def _read(match: re.Match[str]) -> list[Found]:
    number = _number(match)
    year = match["y"] or match["y1"]
    relative = match["rel"] or match["rel1"]
    if _FISCAL.search(match[0]):
        return whole(match, Fiscal(int(year) if year else None, number, _fiscal_steps(relative) if relative else None))
    if year:
        return whole(match, Known(quarter_of(int(year), number), ("quarter", "year")))
    recurring = Recurring("quarter", number)
    return whole(match, InPeriod(recurring, _relative_year(relative)) if relative else Named(recurring))


_FISCAL = re.compile(r"\b(?:fiscal|financial)\b", re.IGNORECASE)


def _fiscal_steps(words: str) -> int:
    words = words.lower()
    return -1 if "last" in words or "prior" in words or "previous" in words else 1 if "next" in words else 0


def _read_month_quarter(match: re.Match[str]) -> list[Found]:
    """Read "the December quarter": the three months that end with that one."""
    month = month_number(match["m"])
    if month % 3:
        return []
    recurring = Recurring("quarter", month // 3, name="by its last month")
    if match["y"]:
        return whole(match, Known(quarter_of(int(match["y"]), month // 3), ("quarter", "year")))
    return whole(match, Named(recurring))


def _read_half(match: re.Match[str]) -> list[Found]:
    number = _HALVES[match["o"].lower()]
    if match["y"]:
        return whole(match, Known(half_of(int(match["y"]), number), ("half", "year")))
    recurring = Recurring("half", number)
    return whole(match, InPeriod(recurring, _relative_year(match["rel"])) if match["rel"] else Named(recurring))


def _read_short(match: re.Match[str]) -> list[Found]:
    number, year = int(match["q"]), match["y"] or match["y1"] or match["y2"]
    if not year:
        return whole(match, Named(Recurring("quarter" if match["k"].lower() == "q" else "half", number)))
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return whole(match, Known(quarter_of(full, number) if match["k"].lower() == "q" else half_of(full, number), ("quarter", "year")))


def _read_fiscal(match: re.Match[str]) -> list[Found]:
    text = match["y"]
    year = int(text) if len(text) == 4 else (2000 if int(text) < 70 else 1900) + int(text)
    if match["y2"]:
        year += 1
    return whole(match, Fiscal(year))


def _read_fiscal_relative(match: re.Match[str]) -> list[Found]:
    words = (match["which"] or "this").lower()
    return whole(match, Fiscal(None, 0, _fiscal_steps(words), ends_here(match.string, match.start("f"))))


def _read_quarters(match: re.Match[str]) -> list[Found]:
    year, count = int(match["y"]), {"two": 2, "three": 3}[match["n"].lower()]
    last = count if match["o"].lower() == "first" else 4
    period = Period("half" if count == 2 else "quarter", quarter_of(year, last - count + 1).first, quarter_of(year, last).last)
    value = f"{year}-H{1 if last == 2 else 2}" if count == 2 else f"{year}-Q{last - count + 1}/{year}-Q{last}"
    return whole(match, Known(period, ("quarter", "year"), value))


_ORD = r"(?P<o>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_REL = r"(?:(?:the~)?(?:next|last|current)|this|that|the~same|the~previous|the~prior)~(?:fiscal~|financial~)?year"

RULES = (
    rule(
        "en.quarter.ordinal",
        "quarter",
        rf"<START>(?P<q>)(?:the~|its~|their~)?(?:(?P<y1><YEAR4>)(?:['’]s)?~|(?P<rel1>{_REL})['’]s~)?(?:fiscal[~-])?{_ORD}(?:fiscal~|~"
        rf"|-|~fiscal~|~financial~)quarter(?:(?:~of|,)?~(?:(?P<fiscal>(?:its~|the~)?(?:fiscal|financial)~(?:year~)?)?(?P<y><YEAR4>)|"
        rf"(?P<rel>{_REL})))?\b(?!~of~(?:the|a|an)~(?:moon|match|game|race|final|play)\b)",
        _read,
        "Profit fell in the third quarter of 1984.",
        "A quarter of voters came third.",
    ),
    rule(
        "en.quarter.month_named",
        "quarter",
        r"<START>(?:the~)?(?P<m><MONTHFULL>)~quarter(?:~(?:of~)?(?P<y><YEAR4>))?\b",
        _read_month_quarter,
        "Sales rose in the December quarter.",
        "Sales rose in December, quartered by tax.",
    ),
    rule(
        "en.quarter.half",
        "quarter",
        rf"<START>(?:the~)?(?P<o>first|second|last|latter|1st|2nd)(?:~|-)half(?:~of~(?:(?:the~year~)?(?P<y><YEAR4>)|(?P<rel>{_REL}"
        rf"|the~year))|(?=~<RATENOUNS>\b))\b",
        _read_half,
        "Sales rose in the first half of 2008.",
        "He scored in the first half of the match.",
    ),
    rule(
        "en.quarter.short",
        "digit any",
        r"<START>(?:(?P<y1>(?:19|20)\d{2})[ -]?)?(?-i:(?P<k>[QH])(?P<q>[1-4]))(?:[ /-]?(?:FY)?(?P<y>(?:19|20)\d{2})|[ /-]?(?:FY"
        r"|['’])(?P<y2>\d{2}))?(?!\w|\.\d)",
        _read_short,
        "Revenue grew in Q3 2022.",
        "The Q300 bus and the Audi Q7.",
    ),
    rule(
        "en.quarter.several",
        "quarter unit",
        r"<START>(?:the~)?(?P<o>first|last|final)~(?P<n>two|three)~quarters~of~(?P<y><YEAR4>)",
        _read_quarters,
        "It lost money in the first two quarters of 1990.",
        "It lost money in two quarters of 1990.",
    ),
    rule(
        "en.fiscal.year",
        "quarter digit",
        r"<START>(?:(?:the~)?(?:fiscal|financial)~(?:years?~)?|(?-i:FY)[ -]?['’]?)(?P<y>\d{4}|(?<=[FYfy'’ -])\d{2})(?P<y2>(?:/"
        r"|<DASH>)\d{2,4})?\b",
        _read_fiscal,
        "Revenue doubled in fiscal 2023.",
        "Fiscal rules of 2023 bind it.",
    ),
    rule(
        "en.fiscal.relative",
        "quarter",
        r"<START>(?:(?P<which>the~current|this|last|next|the~last|the~next|the~latest|the~previous|the~prior|the|its)~)(?P<f>fiscal"
        r"|financial)~year\b",
        _read_fiscal_relative,
        "It will hire more in the next fiscal year.",
        "A fiscal yearbook appeared.",
    ),
    rule(
        "en.quarter.business_half",
        "quarter",
        r"(?:\b(?:profits?|loss|losses|lost|sales|revenues?|earnings|euros|dollars|pounds|percent|per~cent|orders|shipments|exports|turnover"
        r"|output)\b|[%$€£])[^.!?\n]{0,80}\b(?:in|for|during|over)~(?P<x>the~(?P<o>first|second)~half(?P<y>)(?P<rel>))\b(?=[.,;)]|~(?:as|from"
        r"|compared|and|but|to|after|on|with)\b|\Z)",
        _read_half,
        "It lost 12 million euros in the first half.",
        "He scored in the first half.",
    ),
)
