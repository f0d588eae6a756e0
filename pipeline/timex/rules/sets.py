"""Repetitions: "every Tuesday", "twice a month", "daily", "on Mondays"."""

from __future__ import annotations

import re

from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import SetOf
from pipeline.timex.meaning.amounts import duration_value
from pipeline.timex.numbers import read_number
from pipeline.timex.rules.counted import unit_of
from pipeline.timex.rules.full_dates import month_number
from pipeline.timex.words import PARTS_OF_DAY, SEASONS, SETS, WEEKDAYS


def _read_word(match: re.Match[str]) -> list[Found]:
    return whole(match, SetOf(SETS[match["s"].lower()]))


def _read_every(match: re.Match[str]) -> list[Found]:
    if match["w"]:
        part = PARTS_OF_DAY[match["p"].lower()]["code"] if match["p"] else ""
        return whole(match, SetOf(f"XXXX-WXX-{WEEKDAYS[match['w'].lower()]}" + (f"T{part}" if part else "")))
    if match["m"]:
        return whole(match, SetOf(f"XXXX-{month_number(match['m']):02d}"))
    if match["s"]:
        return whole(match, SetOf(f"XXXX-{SEASONS[match['s'].lower()][0]}"))
    if match["part"]:
        return whole(match, SetOf(f"XXXX-XX-XXT{PARTS_OF_DAY[match['part'].lower()]['code']}"))
    amount = {"other": 2, "second": 2, "third": 3, "fourth": 4}.get((match["n"] or "").lower()) or (
        read_number(match["n"]) if match["n"] else 1
    )
    if amount is None or unit_of(match["u"]) == "weekend":
        return whole(match, SetOf("XXXX-WXX-WE")) if amount else []
    return whole(match, SetOf(duration_value(read_number(str(amount)), unit_of(match["u"]))))


def _read_per(match: re.Match[str]) -> list[Found]:
    return whole(match, SetOf(duration_value(read_number("1"), unit_of(match["u"]))))


def _read_plural(match: re.Match[str]) -> list[Found]:
    part = PARTS_OF_DAY[match["p"].lower()]["code"] if match["p"] else ""
    day = match["w"].lower()
    if not part and not day.endswith("s"):
        return []
    return whole(match, SetOf(f"XXXX-WXX-{WEEKDAYS[day.removesuffix('s')]}" + (f"T{part}" if part else "")))


RULES = (
    rule(
        "en.set.word",
        "set",
        r"<START>(?-i:(?!Daily\b|Weekly\b))(?P<s><SET>)(?![\w]|-\w)(?!~(?:News|Mail|Mirror|Star|Telegraph|Express|Times))",
        _read_word,
        "The bulletin is published daily.",
        "He wrote for the Daily Mail.",
    ),
    rule(
        "en.set.word_first",
        "set",
        r"(?:^|[.!?][\"”’]?\s{1,2})(?P<x>(?P<s>(?-i:Daily|Weekly)))~(?-i:(?=[a-z]))",
        _read_word,
        "Daily flights resume.",
        "Daily Mail journalists met.",
    ),
    rule(
        "en.set.every",
        "unit weekday month season partofday",
        r"<START>(?:every|each)~(?:(?:(?:other|second|third|single)~)?(?P<w><WEEKDAY>)(?:~(?P<p>morning|afternoon|evening|night))?|(?P<m><MONTHFULL>)|(?P<s><SEASON>)|"
        r"(?P<part>morning|afternoon|evening|night)|(?:single~|passing~)?(?:(?P<n>other|second|third|fourth|<COUNT>)~)?"
        r"(?P<u><UNIT>))\b",
        _read_every,
        "They march every Tuesday.",
        "Every marcher was tired.",
    ),
    rule(
        "en.set.per",
        "unit",
        r"(?:\b(?:\d[\d,.]{0,12}~(?:[a-z]{3,12}~)?(?:[a-z]{2,12}s|km|kg|mg|people)~|(?:<COUNT>)~[a-z]{3,12}s~|(?:<SETCOUNTERS>"
        r"|\d[\d,.]{0,12}|%)~))(?P<x>an?~(?P<u>hour|day|night|week|fortnight|month|quarter|year|decade))\b(?!~(?:ago|later|earlier"
        r"|before|after))",
        _read_per,
        "It meets twice a month.",
        "It met a month ago.",
    ),
    rule(
        "en.set.units_per",
        "unit",
        r"<START>(?P<x>(?:<COUNT>|several|a~few)~(?:minutes?|hours?|days?|nights?|mornings?|evenings?|weeks?|weekends?|months?)~an?~(?P<u>day|week|month|year))\b"
        r"(?!~(?:ago|later|earlier|before|after))",
        _read_per,
        "The shop opens four days a week.",
        "It closed two days a year later.",
    ),
    rule(
        "en.set.per_latin",
        "unit",
        r"<START>(?P<x>per~(?P<u>hour|day|night|week|month|quarter|year))\b",
        _read_per,
        "They fly 20 times per day.",
        "They fly as per daylight rules.",
    ),
    rule(
        "en.set.at_night",
        "partofday",
        r"\bat~(?P<x>night)\b(?!-|['’]s)",
        lambda match: whole(match, SetOf("XXXX-XX-XXTNI")),
        "The convoys moved only at night.",
        "They met at nightfall on Friday night.",
    ),
    rule(
        "en.set.weekdays",
        "weekday",
        r"<START>(?-i:(?P<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?))(?:~(?P<p>mornings|afternoons|evenings|nights))?\b",
        _read_plural,
        "The clinic opens on Mondays.",
        "The clinic opens on Monday.",
    ),
)
