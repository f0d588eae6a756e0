"""Weekdays by themselves and with last, this, next; "Friday week"."""

from __future__ import annotations

import re

from pipeline.timex.calendar import month_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import AnyWeekday, Between, Known, Meaning, Named, NthWeekday, Relative, SetOf
from pipeline.timex.meaning.beside import WeekdayBeside
from pipeline.timex.recurring import Recurring
from pipeline.timex.rules.full_dates import month_number
from pipeline.timex.words import ORDINALS, WEEKDAYS


def weekday(word: str) -> Recurring:
    """Return the recurring day of a weekday's name."""
    return Recurring("weekday", WEEKDAYS[word.rstrip(".").lower()])


def holiday_named(words: str) -> Named:
    """Return the recurring day of a holiday's name."""
    return Named(Recurring("holiday", name=re.sub(r"\s+", " ", words.lower()).replace("’", "'")))


def _read(match: re.Match[str]) -> list[Found]:
    return whole(match, Named(weekday(match["w"])))


def _read_week(match: re.Match[str]) -> list[Found]:
    coming = Named(weekday(match["w"]), 0 if match["this"] else None, 1)
    return whole(match, coming)


def _read_span(match: re.Match[str]) -> list[Found]:
    return whole(match, Between(Named(weekday(match["w"])), Named(weekday(match["w2"]))))


_NTH = {"last": -1, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}


def _read_nth(match: re.Match[str]) -> list[Found]:
    if match["set"]:
        return whole(match, SetOf("P1M"))
    word = match["o"].lower()
    inner: Meaning
    if match["m"] and match["y"]:
        inner = Known(month_of(int(match["y"]), month_number(match["m"])), ("year", "month"))
    elif match["m"]:
        inner = Named(Recurring("month", month_number(match["m"])))
    else:
        inner = Relative("month", {"next": 1, "last": -1}.get(match["which"].lower(), 0))
    return whole(match, NthWeekday(inner, WEEKDAYS[match["w"].lower()], _NTH.get(word) or ORDINALS[word]))


RULES = (
    rule(
        "en.weekday.plain",
        "weekday",
        r"<START>(?P<w><WEEKDAY>)(?![\w]|-\w|\.(?:com|org|net)\b)",
        _read,
        "He resigned on Monday.",
        "Black-ish Mondayish moods.",
    ),
    rule(
        "en.weekday.short",
        "weekday",
        r"(?:\b(?:on|by|until|since|last|next)~|^|[(,]\s?)(?P<x>(?-i:(?P<w>Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?))"
        r"(?=[,;.)]|~(?:at|night|morning|afternoon|evening)\b|\Z)",
        _read,
        "The final is on Sat. at noon.",
        "He sat. The sun set; the Sun said so.",
    ),
    rule(
        "en.weekday.week",
        "weekday",
        r"<START>(?P<x>(?:(?P<this>this)~)?(?P<w><WEEKDAY>)~week)\b",
        _read_week,
        "The tribunal opens on Friday week.",
        "The tribunal opens on Friday weekly.",
    ),
    rule(
        "en.weekday.week_on",
        "weekday",
        r"<START>(?P<x>(?P<this>)a~week~on~(?P<w><WEEKDAY>))\b",
        lambda match: whole(match, Named(weekday(match["w"]), None, 1)),
        "The strike begins a week on Tuesday.",
        "A week later, on Tuesday, it began.",
    ),
    rule(
        "en.weekday.beside_a_holiday",
        "holiday",
        r"<START>(?:the~)?(?P<w><WEEKDAY>)~(?P<side>before|after)~(?P<h>(?-i:(?=[A-Zt]))<HOLIDAY>)(?![\w-])",
        lambda match: whole(
            match, WeekdayBeside(WEEKDAYS[match["w"].lower()], -1 if match["side"].lower() == "before" else 1, holiday_named(match["h"]))
        ),
        "Schools close on the Friday before Whitsun.",
        "Schools close on Friday before the holidays.",
    ),
    rule(
        "en.weekday.dash",
        "weekday",
        r"<START>(?P<w><WEEKDAY>)~?<DASH>~?(?P<w2><WEEKDAY>)\b",
        _read_span,
        "The shop opens Monday-Friday.",
        "The shop opens Monday to see.",
    ),
    rule(
        "en.weekday.nth_of_month",
        "weekday",
        r"<START>(?P<x>(?:the~)?(?P<o>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)~(?P<w><WEEKDAY>)~(?:of|in)~(?:(?P<m><MONTH>)"
        r"(?:,?~(?:of~)?(?P<y><YEAR4>))?|(?P<set>every|each)~month|(?P<which>this|next|last|the)~month))\b",
        _read_nth,
        "The vote is on the first Tuesday in November.",
        "The first Tuesday volunteers came in November.",
    ),
    rule(
        "en.weekday.any",
        "weekday",
        r"\b(?:on|for|to|until|before|after|was|is|be)~(?P<x>an?~(?P<w><WEEKDAY>))(?=[.,;:)]|~(?:and|but|or|when|that|rather|than|in)\b|\Z)",
        lambda match: whole(match, AnyWeekday(WEEKDAYS[match["w"].lower()])),
        "It fell on a Saturday.",
        "He spoke at a Saturday meeting.",
    ),
)
