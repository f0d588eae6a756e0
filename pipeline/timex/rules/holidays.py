"""Days that have a name, with a year or without, their eves, weekends and weeks."""

from __future__ import annotations

import re

from pipeline.timex.calendar import day_of, year_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.holiday_dates import depends_on_country, holiday
from pipeline.timex.meaning import DayBesides, InPeriod, Known, Named
from pipeline.timex.meaning.week_of import WeekOf
from pipeline.timex.recurring import Recurring


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower()).replace("’", "'")


def _read(match: re.Match[str]) -> list[Found]:
    name = _key(match["h"])
    recurring = Recurring("holiday", name=name)
    if not match["y"]:
        return whole(match, Named(recurring))
    year = int(match["y"])
    if depends_on_country(name):
        return whole(match, InPeriod(recurring, Known(year_of(year), ("year",))))
    day = holiday(name, year)
    return whole(match, Known(day_of(day), ("holiday", "year"))) if day else []


def _read_besides(match: re.Match[str]) -> list[Found]:
    days = 1 if match["side"].lower().endswith("after") else -1
    return whole(match, DayBesides(Named(Recurring("holiday", name=_key(match["h"]))), days))


def _read_week(match: re.Match[str]) -> list[Found]:
    words = match[0].lower()
    which = -1 if words.startswith("last ") else 1 if words.startswith("next ") else None
    day = Named(Recurring("holiday", name=_key(match["h"])), which)
    return whole(match, WeekOf(day, match["u"].lower() == "weekend"))


RULES = (
    rule(
        "en.holiday.name",
        "holiday",
        r"<START>(?P<h>(?-i:(?=[A-Zt]))<HOLIDAY>)(?![\w-])(?:(?:~of~|,?~)(?P<y><YEAR4>))?(?!~<HOLIDAYNOUNS>\b)",
        _read,
        "Offices close on Thanksgiving.",
        "They gave thanks; Easter Island is remote.",
    ),
    rule(
        "en.holiday.besides",
        "holiday",
        r"<START>(?:the~)?(?P<side>day~before|day~after|eve~of)~(?P<h>(?-i:(?=[A-Zt]))<HOLIDAY>)\b",
        _read_besides,
        "Shops open the day after Christmas.",
        "Shops open the day after the vote.",
    ),
    rule(
        "en.holiday.week",
        "holiday",
        r"<START>(?P<x>(?:(?:the|this|last|next)~)?(?P<h>(?-i:(?=[A-Zt]))<HOLIDAY>)~(?:holiday~|bank~holiday~)?(?P<u>weekend|week))\b(?![\w-])",
        _read_week,
        "Roads jam on Labor Day weekend.",
        "Labor Day weekends jam the roads.",
    ),
)
