"""So many units before or after a point: ago, earlier, later, from now, in three days' time."""

from __future__ import annotations

import re
from fractions import Fraction

from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import Approximate, Counted, Meaning, YearBefore
from pipeline.timex.numbers import read_number
from pipeline.timex.words import APPROXIMATIONS, UNITS

_SIDES = {
    "ago": (-1, "dct"),
    "earlier": (-1, "told"),
    "before": (-1, "told"),
    "previously": (-1, "told"),
    "prior": (-1, "told"),
    "later": (1, "told"),
    "after": (1, "told"),
    "afterwards": (1, "told"),
    "afterward": (1, "told"),
    "hence": (1, "dct"),
    "from now": (1, "dct"),
    "from today": (1, "dct"),
    "back": (-1, "dct"),
    "on": (1, "told"),
}


def unit_of(word: str) -> str:
    """Return the unit that a word names, singular or plural."""
    return UNITS[word.lower()]


def amount_of(count: str | None) -> Fraction | None:
    """Return the number of a count, None for a vague one."""
    return read_number(count) if count else None


def approximate(meaning: Meaning, words: str | None) -> Meaning:
    """Return the meaning, marked if words such as "about" stand before it."""
    if not words:
        return meaning
    return Approximate(meaning, APPROXIMATIONS[re.sub(r"\s+", " ", words.lower())][0])


def _read(match: re.Match[str]) -> list[Found]:
    sign, source = _SIDES[re.sub(r"\s+", " ", match["side"].lower())]
    unit = unit_of(match["u"])
    amount = amount_of(match["n"])
    if match["half"] and amount is not None:
        amount += Fraction(1, 2)
    if match["n"] and amount is None:
        return []
    return whole(match, approximate(Counted(amount, unit, sign, source), match["approx"]))


def _read_in(match: re.Match[str]) -> list[Found]:
    amount = amount_of(match["n"])
    return whole(match, Counted(amount, unit_of(match["u"]), 1)) if amount is not None or match["v"] else []


def _read_year_ago(match: re.Match[str]) -> list[Found]:
    return whole(match, YearBefore("quarter" if match["q"] else "year"))


_AMOUNT = (
    r"(?:(?P<approx><APPROXAMOUNT>)~)?(?:an?~(?:mere|full|further|scant)~)?(?:(?P<n><NUMBER>)(?:~|-)(?:(?:short|long|full|whole|more|good|trading|business|working"
    r"|calendar)~)?|(?P<v>(?:just~)?<VAGUE>)~(?:(?:hundred|thousand|dozen|million|billion)~)?)"
)

_CENTURY_SIDE = r"(?P<side>ago|later|earlier|(?:before|after)(?!~(?:the|an?|his|her|its|their)\b))"

RULES = (
    rule(
        "en.relative.quarter_century",
        "unit",
        r"<START>(?P<x>(?:(?P<three>three[ -]quarters)|(?:an?~)?quarter)(?:~of~an?~|[ -])century~" + _CENTURY_SIDE + r")\b",
        lambda match: whole(match, Counted(Fraction(75 if match["three"] else 25), "year", *_SIDES[match["side"].lower()])),
        "It closed a quarter of a century ago.",
        "It closed a quarter of a century after the war.",
    ),
    rule(
        "en.relative.ago",
        "unit",
        rf"<START>(?P<x>(?:{_AMOUNT})(?P<u><UNIT>)(?P<half>~and~a~half)?(?:~or~so)?,?~(?P<side>ago|hence|from~now|from~today))\b",
        _read,
        "The plant closed three years ago.",
        "The plant closed for three years.",
    ),
    rule(
        "en.relative.plain_ago",
        "unit",
        r"<START>(?P<x>(?P<approx>)(?P<n>)(?P<half>)(?P<u><UNITMANY>)~(?:(?P<side>ago|earlier|later|afterwards?|before(?=[.,;:)]|\Z))(?=[.,;:)]|~(?:and"
        r"|that|when|he|she|it|they|the|a|in|to|by|with|at|had|was)\b|\Z)))",
        _read,
        "Months later the firm failed.",
        "It takes months before a court rules.",
    ),
    rule(
        "en.relative.later",
        "unit",
        rf"<START>(?P<x>(?:{_AMOUNT})(?P<u><UNIT>)(?P<half>~and~a~half)?(?:~or~so)?~(?P<side>later|earlier|previously|afterwards?"
        rf"|prior(?!~to\b)))\b(?!~than)",
        _read,
        "Two weeks later the firm failed.",
        "The firm failed in two weeks of trading.",
    ),
    rule(
        "en.relative.before",
        "unit",
        rf"<START>(?P<x>(?:{_AMOUNT})(?P<u><UNIT>)(?P<half>~and~a~half)?~(?P<side>before|after|on))(?=[.,;:)]|\Z|~(?:that|then)(?:[.,;:)]|\Z))",
        _read,
        "He had left two days before.",
        "He had left two days before the vote.",
    ),
    rule(
        "en.relative.in_time",
        "unit",
        r"(?:\bin~)(?P<x>(?:(?P<n><NUMBER>)|(?P<v><VAGUE>))(?:~|-)(?P<u><UNIT>)['’]?s?['’]?~time)\b",
        _read_in,
        "The ship sails in three days' time.",
        "The ship sails in three days.",
    ),
    rule(
        "en.relative.year_ago",
        "unit",
        r"<START>(?P<x>(?:the~)?(?:comparable~)?(?:year|12-month)<DASH>(?:ago|earlier|before)(?:~(?:(?:<ORDWORD>~)?(?P<q>quarter)"
        r"|period|months?|level))?)\b",
        _read_year_ago,
        "Sales beat the year-ago quarter.",
        "Sales beat the year before.",
    ),
    rule(
        "en.relative.same_period_last_year",
        "quarter",
        r"<START>(?P<x>(?:(?:the~)?last~year['’]s~(?P<q>quarter|period)|the~(?:corresponding|comparable|same|like|year-earlier)?~?(?P<q2>quarter"
        r"|period)~(?:of~)?(?:the~)?(?:last~year|a~year~(?:ago|earlier|before)|previous~year|prior~year|year~before)))\b",
        lambda match: whole(match, YearBefore("quarter" if "quarter" in match[0].lower() else "year")),
        "Sales beat the corresponding period last year.",
        "Sales beat the period before.",
    ),
)
