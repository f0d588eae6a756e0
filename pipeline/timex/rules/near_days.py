"""Yesterday, today, tomorrow and their neighbours."""

from __future__ import annotations

import re

from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import DayBesides, Named, Overnight, PartOfDay, Relative
from pipeline.timex.rules.weekdays import weekday

_STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1}


def _read(match: re.Match[str]) -> list[Found]:
    return whole(match, Relative("day", _STEPS[match["d"].lower()]))


def _read_next_but_one(match: re.Match[str]) -> list[Found]:
    return whole(match, Relative("day", 2 if match["after"] else -2))


def _read_besides(match: re.Match[str]) -> list[Found]:
    days = -1 if match["side"].lower() == "before" else 1
    which = {"last": -1, "next": 1}.get((match["which"] or "").lower())
    return whole(match, DayBesides(Named(weekday(match["w"]), which), days))


def _read_night(match: re.Match[str]) -> list[Found]:
    return whole(match, PartOfDay("night", Relative("day", 0)) if match["d"].lower() == "tonight" else Overnight())


RULES = (
    rule(
        "en.day.near", "today", r"<START>(?P<d>yesterday|today|tomorrow)\b(?!-\w)", _read, "They met yesterday.", "The yesterdays of rock."
    ),
    rule(
        "en.day.next_but_one",
        "today",
        r"<START>the~day~(?:(?P<after>after~tomorrow)|before~yesterday)\b",
        _read_next_but_one,
        "They met the day before yesterday.",
        "They met the day before the vote.",
    ),
    rule(
        "en.day.besides_weekday",
        "weekday",
        r"<START>(?:the~)?day~(?P<side>before|after)~(?:(?P<which>last|next)~)?(?P<w><WEEKDAY>)\b",
        _read_besides,
        "It was the day before last Tuesday.",
        "It was the day before the talks.",
    ),
    rule(
        "en.day.tonight",
        "today partofday",
        r"<START>(?P<d>tonight|overnight)\b",
        _read_night,
        "The match is tonight.",
        "The knight is here.",
    ),
    rule(
        "en.day.nights_before",
        "partofday",
        r"<START>the~(?:night|evening)~before~last\b",
        lambda match: whole(match, PartOfDay("night", Relative("day", -2))),
        "They slept badly the night before last.",
        "The night before the last battle was cold.",
    ),
)
