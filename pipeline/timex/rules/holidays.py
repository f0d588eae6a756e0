"""Days that have a name, with a year or without, their eves, weekends and weeks."""

from __future__ import annotations

import re

from pipeline.timex.calendar import day_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import DayBesides, Known, Named
from pipeline.timex.recurring import Recurring, holiday


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower()).replace("’", "'")


def _read(match: re.Match[str]) -> list[Found]:
    name = _key(match["h"])
    if match["y"]:
        return whole(match, Known(day_of(holiday(name, int(match["y"]))), ("holiday", "year")))
    return whole(match, Named(Recurring("holiday", name=name)))


def _read_besides(match: re.Match[str]) -> list[Found]:
    days = 1 if match["side"].lower().endswith("after") else -1
    return whole(match, DayBesides(Named(Recurring("holiday", name=_key(match["h"]))), days))


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
)
