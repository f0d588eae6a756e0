"""Clock times, parts of the day, and the hours of the military clock."""

from __future__ import annotations

import re

from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Clock, PartOfDay, Relative
from pipeline.timex.numbers import read_number
from pipeline.timex.words import ZONES

_TRADING = compile_pattern(r"\b<TRADINGWORDS>\b")
_NAMED = {"noon": 720, "midday": 720, "noontime": 720, "midnight": 1440}


def _offset(match: re.Match[str]) -> int | None:
    zone = match["z"] or match["z2"]
    return ZONES[zone.upper()] if zone else None


def _minutes(hour: int, minute: int, half: str) -> int | None:
    half = half.lower().replace(".", "").replace(" ", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def _read_half(match: re.Match[str]) -> list[Found]:
    hour = int(match["h"]) if match["h"].isdigit() else int(read_number(match["h"]) or 0)
    minutes = _minutes(hour, int(match["min"] or 0), match["half"])
    return [] if minutes is None else whole(match, Clock(minutes, match["min"] is not None, _offset(match)))


def _read_hours(match: re.Match[str]) -> list[Found]:
    """Read "7-9pm"; the first hour takes the half of the second unless that would turn them round ("11-1pm")."""
    last = _minutes(int(match["h2"]), int(match["min2"] or 0), match["half2"])
    halves = (match["half"],) if match["half"] else (match["half2"], "am")
    firsts = [_minutes(int(match["h"]), int(match["min"] or 0), half) for half in halves]
    first = next((minutes for minutes in firsts if minutes is not None and last is not None and (minutes < last or match["half"])), None)
    if first is None or last is None:
        return []
    exact = bool(match["min"] or match["min2"])
    return whole(match, Clock(first, exact, _offset(match), until=last if last > first else last + 1440))


def _read_full(match: re.Match[str]) -> list[Found]:
    if match["sep"] != ":" and (not (match["u"] or match["z"] or match["z2"]) or len(match["h"]) < 2):
        return []
    minutes = _minutes(int(match["h"]), int(match["min"]), "")
    return [] if minutes is None or minutes > 1440 else whole(match, Clock(minutes, True, _offset(match)))


MAX_SENTENCE = 200  # characters to each side of a dotted time in which words of its sentence are looked for
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s|\n")


def _read_dotted(match: re.Match[str]) -> list[Found]:
    """Read "at 15.48", unless its sentence speaks of prices, rates or results."""
    text = match.string
    floor = max(match.start() - MAX_SENTENCE, 0)
    start = max((end.end() for end in _SENTENCE_END.finditer(text, floor, match.start())), default=floor)
    end = _SENTENCE_END.search(text, match.end(), match.end() + MAX_SENTENCE)
    sentence = text[start : end.start() + 1 if end else match.end() + MAX_SENTENCE]
    if any(sign in sentence for sign in "$€£¥%") or _TRADING.search(sentence):
        return []
    return whole(match, Clock(int(match["h"]) * 60 + int(match["min"]), True))


def _read_before_part(match: re.Match[str]) -> list[Found]:
    """Read "7" in "at 7 tonight": in the half of the day that the words behind it name."""
    half = "am" if match["part"].lower().endswith("morning") else "pm"
    minutes = _minutes(int(match["h"]), int(match["min"] or 0), half)
    return [] if minutes is None else whole(match, Clock(minutes, match["min"] is not None))


def _read_entry(match: re.Match[str]) -> list[Found]:
    """Read the time that opens an entry of a live report: on the day of publication."""
    return whole(match, Clock(int(match["h"]) * 60 + int(match["min"]), True, _offset(match), Relative("day", 0)))


def _read_of_clock(match: re.Match[str]) -> list[Found]:
    hour = int(read_number(match["h"]) or 0)
    part = (match["part"] or "").lower()
    if not 1 <= hour <= 12:
        return []
    late = part in ("afternoon", "evening") or (part == "night" and hour >= 6)
    return whole(match, Clock((hour % 12 + (12 if late else 0)) * 60, False))


_PAST = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def _read_past_to(match: re.Match[str]) -> list[Found]:
    """Read "a quarter to eight"; "five to nine" only behind "at", since it may be a range of numbers."""
    word = re.sub(r"\s+", " ", match["m"].lower())
    side, half = match["side"].lower(), (match["half"] or "").lower().replace(".", "")
    sure = word in ("half", "quarter", "a quarter") or half or match.string[: match.start()].lower().endswith(("at ", "by ", "until "))
    if not sure or (word == "half" and side not in ("past", "after")):
        return []
    hour = int(match["h"]) if match["h"].isdigit() else int(read_number(match["h"]) or 0)
    late = half in ("pm", "in the afternoon", "in the evening") or (half == "at night" and hour >= 6)
    minutes = (hour % 12 + (12 if late else 0)) * 60 + (_PAST[word] if side in ("past", "after") else -_PAST[word])
    return whole(match, Clock(minutes % 1440, True))


def _read_named(match: re.Match[str]) -> list[Found]:
    return whole(match, Clock(_NAMED[match["w"].lower()], False, _offset(match)))


def _read_part(match: re.Match[str]) -> list[Found]:
    return whole(match, PartOfDay(match["w"].lower()))


RULES = (
    rule(
        "en.clock.half_day",
        "digit numberword",
        r"<START>(?P<h>1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:.](?P<min>[0-5]\d)"
        r"(?::[0-5]\d)?)?[ \u00a0]?(?P<half>(?-i:am|pm|AM|PM)\b|[ap]\.[ ]?m\.?)(?:~(?P<z><ZONE>)\b|~\((?P<z2><ZONE>)\))?",
        _read_half,
        "The vote is at 8:30 p.m. EST.",
        "The band 10 Am I played.",
    ),
    rule(
        "en.clock.half_day_range",
        "digit",
        r"<START>(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))?[ ]?(?P<half>(?-i:am|pm|AM|PM)|[ap]\.[ ]?m\.?)?[ ]?<DASH>[ ]?"
        r"(?P<h2>1[0-2]|0?[1-9])(?:[:.](?P<min2>[0-5]\d))?[ ]?(?P<half2>(?-i:am|pm|AM|PM)\b|[ap]\.[ ]?m\.?)"
        r"(?:~(?P<z><ZONE>)\b|~\((?P<z2><ZONE>)\))?",
        _read_hours,
        "The hall is open 9am-5pm.",
        "He won 9-5 at 2pm; it is open at 9am or 5pm.",
    ),
    rule(
        "en.clock.full_day",
        "digit",
        r"(?:\b(?:at|around|about|by|until|from|since|before|after|to|and|between)~|[(,]~?|<START>(?=\d\d?[:.]?\d\d[ ]?(?:h\b|hrs"
        r"|today\b|tomorrow\b|yesterday\b|<WEEKDAY>\b|hours|GMT|UTC|BST|CET|CEST|local|on~|EST|MSK)))(?P<x>(?P<h>[01]?\d|2[0-4])(?P<sep>[:.]?)(?P<min>[0-5]\d)(?::[0-5]\d)?(?:"
        r"(?P<u>[ ]?(?:hours|hrs|h)\b))?(?:~(?P<z><ZONE>)\b|~\((?P<z2><ZONE>)\))?)(?![\w%:-]|[.,]\d)",
        _read_full,
        "The train left at 14:30 GMT.",
        "They won 3:15 and 1430 votes.",
    ),
    rule(
        "en.clock.dotted",
        "digit",
        r"\b(?:at|around|about|by|until|from|since|before|after)~(?P<x>(?P<h>[01]\d|2[0-3])\.(?P<min>[0-5]\d))(?![\w%]|[.,:/-]\d|~(?:<NUMBER>~)?(?:<UNIT>|per~cent|percent|points?|million"
        r"|billion)\b)",
        _read_dotted,
        "The train left at 15.48 and was late.",
        "Shares closed at 15.48 after trading.",
    ),
    rule(
        "en.clock.before_part",
        "partofday",
        r"\bat~(?P<x>(?P<h>1[0-2]|[1-9])(?:[:.](?P<min>[0-5]\d))?)(?=~(?P<part>tonight|this~morning|this~afternoon|this~evening|(?:yesterday|tomorrow|<WEEKDAY>)~(?:morning|afternoon|evening|night))\b)",
        _read_before_part,
        "The match starts at 7 tonight.",
        "It was at 7 a tonic.",
    ),
    rule(
        "en.clock.entry",
        "digit",
        r"(?:\A|(?<=\n))(?P<x>(?P<h>[01]\d|2[0-3])(?P<sep>[:.])(?P<min>[0-5]\d)(?P<u>)(?:~(?P<z><ZONE>)\b|~\((?P<z2><ZONE>)\))?)"
        r"(?=:?~?(?:<DASH>~?)?(?-i:[A-Z“\"]))",
        _read_entry,
        "06:12 The first trains are cancelled.",
        "It is a 06:12 train; at 3:15 They won.",
    ),
    rule(
        "en.clock.oclock",
        "partofday",
        r"<START>(?P<h><COUNT>)~?(?-i:o['’]clock)(?:~(?:in~the|at)~(?P<part>morning|afternoon|evening|night))?\b",
        _read_of_clock,
        "They met at nine o'clock in the evening.",
        "They met at nine ochre clocks.",
    ),
    rule(
        "en.clock.in_the_part",
        "partofday",
        r"(?:\bat~)(?P<x>(?P<h><COUNT>)~(?:in~the|at)~(?P<part>morning|afternoon|evening|night))\b",
        _read_of_clock,
        "They came at 4 in the morning.",
        "They came at 4 in the morgue.",
    ),
    rule(
        "en.clock.named",
        "partofday",
        r"<START>(?P<w>noon|midday|midnight|noontime)(?:~(?P<z><ZONE>)\b|~\((?P<z2><ZONE>)\))?(?![\w])(?!~(?:oil|mass|express|sun|cowboy|in~paris)\b)",
        _read_named,
        "The truce began at midnight.",
        "She burns the midnight oil.",
    ),
    rule(
        "en.part_of_day.the",
        "partofday",
        r"(?:\b(?:in|during|by|until|before|through|throughout|from|late|early|of|at|since|after|for)~)(?P<x>(?:the~)(?:early~|late~)?"
        r"(?P<w>morning|afternoon|evening|night)(?:~hours)?)(?=[.,;:)]|~(?:and|when|to|of~(?=<MONTH>|\d|the~\d|<WEEKDAY>)|by|with"
        r"|after|before|as|while|he|she|they|police|at)\b|\Z)",
        _read_part,
        "Shelling resumed in the evening.",
        "She ran in the evening race.",
    ),
    rule(
        "en.part_of_day.mid",
        "partofday",
        r"<START>mid(?:-|~)?(?P<w>morning|afternoon|evening)\b(?!-\w)",
        _read_part,
        "Trading was heavy by mid-afternoon.",
        "Trading stopped in the middle of the afternoon.",
    ),
    rule(
        "en.clock.past_to",
        "numberword digit",
        r"<START>(?P<x>(?P<m>half|(?:an?~)?quarter|five|ten|twenty|twenty-five)~(?:minutes~)?(?P<side>past|to|before|after)~(?P<h>one|two|three"
        r"|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?:~o['’]clock)?(?:~(?P<half>a\.?m\.?|p\.?m\.?|in~the~(?:morning|afternoon"
        r"|evening)|at~night))?)(?![\w%]|[.,]\d|~(?:<UNIT>|percent|million|billion|people|of)\b)",
        _read_past_to,
        "Voting closes at half past nine.",
        "He fell from five to nine points; a quarter to half of them.",
    ),
)
