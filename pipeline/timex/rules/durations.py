"""Lengths of time: counted, vague, and in front of a noun ("six-month trial")."""

from __future__ import annotations

import re
from fractions import Fraction

from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import Duration, Stretch
from pipeline.timex.numbers import read_number
from pipeline.timex.rules.counted import approximate, unit_of
from pipeline.timex.words import STRETCHES


def _amount(match: re.Match[str]) -> Fraction | None:
    amount = read_number(match["n"])
    return amount + Fraction(1, 2) if amount is not None and match["half"] else amount


def _read(match: re.Match[str]) -> list[Found]:
    amount = _amount(match)
    if not amount or _YEAR_LIKE.fullmatch(match["n"]):
        return []
    return whole(match, approximate(Duration(amount, unit_of(match["u"])), match["approx"]))


def _read_attributive(match: re.Match[str]) -> list[Found]:
    amount = read_number(match["n"])
    if amount is None or _YEAR_LIKE.fullmatch(match["n"]):
        return []
    return whole(match, Duration(amount, unit_of(match["u"])))


def _read_vague(match: re.Match[str]) -> list[Found]:
    return whole(match, Duration(None, unit_of(match["u"])))


def _read_to(match: re.Match[str]) -> list[Found]:
    amount = read_number(match["n"])
    return whole(match, approximate(Duration(amount, unit_of(match["u"])), "about")) if amount else []


def _read_stretch(match: re.Match[str]) -> list[Found]:
    """Leave "last week" and "next year" (one unit, no count) to the calendar; "the past year" is a stretch."""
    single = not match["n"] and not match["v"] and not match["u"].lower().endswith("s")
    words = match["s"].lower()
    if single and not words.endswith("past"):
        return []
    words = re.sub(r"\s+", " ", words)
    side, source = STRETCHES[words] if words in STRETCHES else STRETCHES["the " + words]
    amount = read_number(match["n"]) if match["n"] else (Fraction(1) if single else None)
    if match["n2"]:
        amount = None  # "the next 12 to 18 months": TIMEX3 PXM, as newswire has it
    return whole(match, approximate(Stretch(amount, unit_of(match["u"]), side, source), match["approx"]))


def _read_long(match: re.Match[str]) -> list[Found]:
    many = match["u"].lower().endswith("s") or match["v"]
    return whole(match, Duration(None if many else Fraction(1), unit_of(match["u"])))


def _read_first(match: re.Match[str]) -> list[Found]:
    amount = read_number(match["n"]) if match["n"] else None
    if match["n"] and amount is None:
        return []
    return whole(match, Duration(amount, unit_of(match["u"])))


_NO_VERB_LAST = (  # "to last 48 hours" is a verb
    r"(?:(?<!\bto[ ])(?<!\bwill[ ])(?<!\bwould[ ])(?<!\bcould[ ])(?<!\bcan[ ])(?<!\bmay[ ])(?<!\bmight[ ])(?<!\bmust[ ])(?<!\bshould[ ])"
    r"(?<!\bnot[ ])(?<!n['’]t[ ])|(?!last\b))"
)
_YEAR_LIKE = re.compile(r"(?:1[5-9]|20)\d\d")
_ADJECTIVE = r"(?:<DURATIONADJECTIVES>~){0,2}"
_NOT_AGE = r"(?![-~]olds?\b|~of~age\b|\w|['’]s~old)"

RULES = (
    rule(
        "en.duration.counted",
        "unit",
        rf"<START>(?:(?P<approx><APPROXAMOUNT>)~)?(?:another~|(?:an?|the|every)~(?:full|whole|entire|further|additional|extra|single"
        rf"|mere)~)?(?P<n><NUMBER>)(?:~|-(?=\w+s\b))(?:{_ADJECTIVE})(?P<u><UNIT>)(?P<half>~and~a~half)?\b(?:~or~(?:so|two|more)\b)?{_NOT_AGE}"
        rf"(?!-\w)",
        _read,
        "The siege lasted three weeks.",
        "The boy is three years old.",
    ),
    rule(
        "en.duration.quarter_century",
        "unit",
        r"<START>(?P<x>(?:(?P<three>three[ -]quarters)|(?:an?~|the~(?:last|past)~)?quarter)(?:~of~an?~|[ -])century)"
        r"(?!\w|-\w|~(?:ago|later|earlier|before|after|on)\b)",
        lambda match: whole(match, Duration(Fraction(75 if match["three"] else 25), "year")),
        "She taught for a quarter of a century.",
        "She taught for a quarter; a century passed.",
    ),
    rule(
        "en.duration.attributive",
        "unit",
        r"<START>(?P<n><COUNT>|half)(?:-|~|<DASH>)(?:<APPROXAMOUNT>)?(?P<u><UNITONE>)(?:-long)?(?![\w]|-old|-olds|~old|<DASH>old|['’]s?\b)",
        _read_attributive,
        "She began a six-month trial.",
        "She met a six-year-old boy.",
    ),
    rule(
        "en.duration.vague",
        "unit",
        r"<START>(?:(?:<VAGUE>)~(?:more~|long~|short~|other~|hundred~|thousand~|dozen~|million~|billion~)?)(?P<u><UNITMANY>)\b(?!~old|-old|~of~age)",
        _read_vague,
        "It has been in the works for several months.",
        "He owns several mouthfuls.",
    ),
    rule(
        "en.duration.plain",
        "unit",
        r"(?:\b(?:for|in|within|after|over|takes?|took|taking|last(?:ed|ing|s)?|spent|spend|spending|of|by|many|through|throughout"
        r"|during|and|or|weeks|days|months|before|back|long|just|only|mere|than|another)~|(?:be|been|was|were)~(?=[a-z]{4,9}(?:[.,;”\"]|~before\b|~until\b))|^|(?<![\w-])(?=(?-i:[MHDWYC][a-z]+s)~(?:after"
        r"|before|of|passed|went)\b)|(?<=[—–(,])~?)(?P<x>(?P<u>minutes|hours|days|weeks|months|years|decades|centuries|quarters)"
        r"(?:~or~(?:even~)?(?:hours|days|weeks|months|years|decades))?)\b"
        r"(?!~(?:old|ago|later|earlier|of~age)|-old)",
        _read_vague,
        "The repair will take weeks.",
        "The weeks are long.",
    ),
    rule(
        "en.duration.unnamed",
        "reference",
        r"\b(?:for|after|in|within|over|takes?|took|taken|spent|lasted)~(?:quite~)?(?P<x>some~time|a~(?:long~|short~|little~)?while"
        r"|an?~(?:very~|relatively~|fairly~|rather~)?(?:long|short|brief|lengthy|prolonged|extended|considerable)~(?:time|period(?:~of~time)?))\b"
        r"(?!~of~(?!time)|~(?:ago|later|before|after)\b)",
        lambda match: whole(match, Duration(None, "time")),
        "He lived there for some time.",
        "There is some time left; a while ago.",
    ),
    rule(
        "en.duration.several_attributive",
        "unit",
        r"<START>(?:several|multi)-(?P<u><UNITONE>)(?![\w-])",
        _read_vague,
        "They signed a several-year contract.",
        "They signed several yearly contracts.",
    ),
    rule(
        "en.duration.another",
        "unit",
        r"(?:\b(?:for|in|within|take|takes|took|after|last|lasts|lasted|wait|waited|stay|stayed|spend|spent)~)(?P<x>(?:(?P<approx><APPROXAMOUNT>)~)?"
        r"another~(?P<u><UNITONE>))\b(?!-\w)",
        lambda match: whole(match, approximate(Duration(Fraction(1), unit_of(match["u"])), match["approx"])),
        "It will stay in force for another year.",
        "For another yearbook he paid; another day passed.",
    ),
    rule(
        "en.duration.period",
        "unit",
        r"<START>(?:an?|the|any|that|this|the~same)~(?P<n><COUNT>)-(?P<u><UNITONE>)~(?:period|span|stretch)\b",
        _read_attributive,
        "It grew over a three-year period.",
        "It grew over the three-year-old stretch.",
    ),
    rule(
        "en.duration.long",
        "unit",
        r"<START>(?:(?P<v>(?:a~)?(?:several|few|multi)-)|(?<![\w-]))(?P<u>minutes?|hours?|days?|weeks?|weekends?|months?|years?"
        r"|decades?|century|centuries)-(?:long|old(?=~<OLDTHINGS>))\b",
        _read_long,
        "A decades-long dispute ended.",
        "A long dispute ended.",
    ),
    rule(
        "en.duration.to",
        "unit",
        r"<START>(?P<n><COUNT>)(?:~(?:to|or)~|<DASH>)(?P<n2><COUNT>)(?:~|-)(?P<u><UNIT>)\b(?![-~]olds?\b|~of~age)(?!~(?:ago|later"
        r"|earlier)\b)",
        _read_to,
        "Delivery takes two to three weeks.",
        "Two of three weeks were wet.",
    ),
    rule(
        "en.duration.stretch",
        "unit",
        rf"<START>{_NO_VERB_LAST}(?P<x>(?:(?P<approx><APPROXAMOUNT>)~)?(?P<s><STRETCH>)~(?:(?P<n><COUNT>|couple~of)(?P<n2>(?:~to~|~or~|<DASH>)<COUNT>)?~(?:{_ADJECTIVE})|(?P<v><VAGUE>)~)?(?P<u><UNIT>)(?:~or~(?:so"
        rf"|two))?)\b(?![\w-])",
        _read_stretch,
        "Prices doubled in the past two years.",
        "Prices doubled in the past.",
    ),
    rule(
        "en.duration.stretch_counted",
        "unit",
        rf"<START>(?P<x>the~(?P<n><COUNT>)(?P<n2>)(?P<approx>)~(?P<s>past|last|previous|preceding|next|following|prior)~(?:{_ADJECTIVE})(?P<v>)(?P<u><UNITMANY>))"
        r"\b(?![\w-])",
        _read_stretch,
        "Deaths fell from 1,440 in the four previous weeks.",
        "Deaths fell for the four previous leaders of weeks.",
    ),
    rule(
        "en.duration.first",
        "unit",
        rf"<START>(?:the|its|their|his|her)~(?!early~hours~(?:of|on)\b)(?:first|last|final|opening|closing|early|initial|latest|same|previous|remaining"
        rf"|year-earlier|year-ago|comparable|corresponding|entire|full)~(?:"
        rf"(?P<n><COUNT>)|<VAGUE>|(?=\w+s\b))~?(?:{_ADJECTIVE})(?P<u><UNITMANY>)\b",
        _read_first,
        "Profit rose in the first nine months.",
        "Profit rose in the first month.",
    ),
    rule(
        "en.duration.the_counted",
        "unit",
        r"<START>the~(?P<n><COUNT>)(?:~|-)(?P<u><UNITMANY>)\b(?!~(?:ago|later|earlier|before|after|old)\b)",
        _read_attributive,
        "In the six months it lost money.",
        "In the six monthly issues it lost.",
    ),
)
