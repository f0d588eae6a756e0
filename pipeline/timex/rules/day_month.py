"""A day and a month without a year, a day by its number alone, and lists of them."""

from __future__ import annotations

import re

from pipeline.day import month_length
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.context import month_name
from pipeline.timex.meaning import Between, Impossible, InPeriod, Named, Relative
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.meaning.beside import DayOfMonth
from pipeline.timex.recurring import Recurring
from pipeline.timex.rules.full_dates import day_number, month_number

_DAYS = r"(?:<DAYORD>|<DAYNUM>)"
_WD = r"(?:(?:<FEASTDAY>|(?:(?:this~coming|last|next|this)~)?<WEEKDAYANY>),?~)?"
_NOT_MORE = r"(?![\d%]|[,.:]\d|/\d|~?(?:percent|per~cent|million|billion|people|other)\b|['’]s~(?!the\b)\d)"


def month_day(month: int, day: int, year: Meaning | None = None) -> Meaning | None:
    """Return the meaning of a day and month, None for a day that the month never has."""
    if not 1 <= day <= month_length(2000, month):
        return None
    recurring = Recurring("month_day", month, day)
    return InPeriod(recurring, year) if year else Named(recurring)


def year_of_match(match: re.Match[str]) -> Meaning | None:
    """Return the year that a match's group `of` counts ("last year", "of that year"), None without one."""
    return year_of_words(match["of"])


def year_of_words(words: str | None) -> Meaning | None:
    """Return the year that the words count, None for no words."""
    if not words:
        return None
    words = words.lower()
    if "last" in words:
        return Relative("year", -1)
    if "next" in words:
        return Relative("year", 1)
    return Relative("year", 0) if "this" in words else Relative("year", 1 if "following" in words else 0, "told")


OF_YEAR = r"(?P<of>,?~(?:of~)?(?:this|last|next)~year\b|,?~(?:of~)?that~(?:same~)?year\b|,?~of~(?:the~same|the~following)~year\b)?"


def _impossible(match: re.Match[str], day: int) -> list[Found]:
    """Say that there is no such day, unless the number may count something else ("In April 31 people ...")."""
    month = month_number(match["m"])
    sure = match.start("d") < match.start("m") or not match["d"].isdigit() or match.string[: match.start()].endswith("on ")
    return whole(match, Impossible(f"{day} {month_name(month)}")) if sure and 1 <= day <= 31 else []


def _read(match: re.Match[str]) -> list[Found]:
    day = day_number(match["d"])
    meaning = month_day(month_number(match["m"]), day, year_of_match(match))
    return whole(match, meaning) if meaning else _impossible(match, day)


def _read_list(match: re.Match[str]) -> list[Found]:
    month = month_number(match["m"])
    one, two = month_day(month, day_number(match["d"])), month_day(month, day_number(match["d2"]))
    if one is None or two is None:
        return []
    if match["dash"]:
        return whole(match, Between(one, two)) if day_number(match["d"]) < day_number(match["d2"]) else []
    found: list[Found] = [(*match.span("one"), one), (*match.span("two"), two)]
    zero = month_day(month, day_number(match["zero"])) if match["zero"] else None
    return [(*match.span("zero"), zero), *found] if zero else found


def _read_of_month(match: re.Match[str]) -> list[Found]:
    which = match["which"].lower().split()[-1]
    step = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(which, 0)
    month = Relative("month", step, "dct" if which in ("last", "next", "this") else "told")
    return whole(match, DayOfMonth(month, day_number(match["d"])))


def _read_number(match: re.Match[str]) -> list[Found]:
    return whole(match, Named(Recurring("day", day_number(match["d"]))))


def _read_word(match: re.Match[str]) -> list[Found]:
    day = day_number(match["d"] or match["w"])
    meaning = month_day(month_number(match["m"]), day, year_of_match(match))
    return whole(match, meaning) if meaning else _impossible(match, day)


RULES = (
    rule(
        "en.date.month_days",
        "month",
        rf"<START>(?P<one>(?P<m><MONTH>)~(?P<d>{_DAYS}))(?:,~(?P<zero>{_DAYS})(?=,?~and~))?(?:(?P<dash>~?(?:<DASH>)~?)|,?~and~|~or~|,~|~to~|~through~)(?P<two>"
        rf"(?P<d2>{_DAYS}))\b{_NOT_MORE}(?!,?~<YEAR4>|~<MONTH>)",
        _read_list,
        "The court sits on March 3 and 5.",
        "The court sits on March 3 and five people will attend.",
    ),
    rule(
        "en.date.days_month",
        "month",
        rf"<START>(?:the~)?(?:(?P<zero>{_DAYS}),~(?:the~)?(?={_DAYS}~and~))?(?P<one>(?P<d>{_DAYS}))(?:(?P<dash>~?<DASH>~?)|~and~|~or~|~to~|,~)(?P<two>(?:the~)?(?P<d2>{_DAYS})(?:~of~"
        rf"|~)(?P<m><MONTH>))\b(?!,?~<YEAR4>)",
        _read_list,
        "The fair runs 24-26 February.",
        "He won 6-4 in February.",
    ),
    rule(
        "en.date.month_day",
        "month",
        rf"<START>(?<!\d[ ])(?P<x>{_WD}(?P<m><MONTH>)~(?:the~)?(?P<d>{_DAYS}|<ORDWORD>)\b{OF_YEAR}){_NOT_MORE}",
        _read,
        "She will appear on Nov. 15.",
        "In May 20,000 people marched.",
    ),
    rule(
        "en.date.day_month",
        "month",
        rf"<START>(?P<x>{_WD}(?:(?:the~)?(?P<d>{_DAYS})(?:~of~|~|-)|the~(?P<w><ORDWORD>)~(?:day~)?of~)(?P<m><MONTH>)\b(?!~(?-i:<STREETS>)\b){OF_YEAR})",
        _read_word,
        "They must leave by the 7th of March.",
        "They must leave by the 7th of the month.",
    ),
    rule(
        "en.date.day_of_month",
        "digit",
        r"<START>(?P<x>the~(?P<d><DAYORD>)~of~(?P<which>last|next|this|that|the~same|the~following|the~previous)~month)\b",
        _read_of_month,
        "He left on the 15th of last month.",
        "He lives on the 15th floor; it was the 5th of the month.",
    ),
    rule(
        "en.date.day_number",
        "digit",
        r"(?:\b(?:on|by|until|till|since|before|after|from|of|and|morning~of|night~of)~)(?P<x>the~(?P<d><DAYORD>))(?=[.,;:)?!]|~"
        r"(?:and|to|at|he|she|they|it|the|a|we|in|when|because|but|after|before|with|of~(?:this|last|next|that|the)~month|is|was"
        r"|will|for|as)\b|\Z)(?!~of~(?!this|last|next|that|the~month)|~in~the~world|~century)",
        _read_number,
        "The vote is on the 23rd.",
        "He lives on the 23rd floor.",
    ),
    rule(
        "en.date.day_number_set",
        "digit",
        r"(?:\b(?:extended|moved|postponed|deferred|delayed|adjourned|brought~forward|put~(?:off|back))~(?:to|until|till|from)"
        r"|\b(?:day|date|deadline|vote|hearing|wedding|birthday|exam|meeting)~(?:is|was|will~be|falls~on)|\bfor)~(?P<x>the~(?P<d><DAYORD>))"
        r"(?=[.,;:)?!]|\Z|~but\b)",
        _read_number,
        "It could be extended to the 16th.",
        "It was extended to the 16th floor; he came for the 3rd time.",
    ),
)
