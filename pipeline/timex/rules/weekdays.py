"""Weekdays by themselves and with last, this, next; "Friday week"."""

from __future__ import annotations

import re

from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import Between, Named
from pipeline.timex.recurring import Recurring
from pipeline.timex.words import WEEKDAYS


def weekday(word: str) -> Recurring:
    """Return the recurring day of a weekday's name."""
    return Recurring("weekday", WEEKDAYS[word.rstrip(".").lower()])


def _read(match: re.Match[str]) -> list[Found]:
    return whole(match, Named(weekday(match["w"])))


def _read_week(match: re.Match[str]) -> list[Found]:
    coming = Named(weekday(match["w"]), 0 if match["this"] else None, 1)
    return whole(match, coming)


def _read_span(match: re.Match[str]) -> list[Found]:
    return whole(match, Between(Named(weekday(match["w"])), Named(weekday(match["w2"]))))


RULES = (
    rule(
        "en.weekday.plain", "weekday", r"<START>(?P<w><WEEKDAY>)(?![\w]|-\w)", _read, "He resigned on Monday.", "Black-ish Mondayish moods."
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
        "en.weekday.dash",
        "weekday",
        r"<START>(?P<w><WEEKDAY>)~?<DASH>~?(?P<w2><WEEKDAY>)\b",
        _read_span,
        "The shop opens Monday-Friday.",
        "The shop opens Monday to see.",
    ),
)
