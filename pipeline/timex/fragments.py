"""Named fragments that rule patterns are built from, and the one place where patterns are compiled.

A pattern is verbose and case-blind; `<NAME>` in it stands for the fragment of that name, `~` for a gap between words
(one or two spaces, or one line break). Every repeat is bounded, so no text can make a search take more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.language.data_files import read_words
from pipeline.timex.words import (
    APPROXIMATIONS,
    DECADES,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    PARTS_OF_PERIOD,
    REFERENCES,
    SEASONS,
    SETS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    STRETCHES,
    UNIT_NUMBER,
    UNITS,
    VAGUE_COUNTS,
    WEEKDAYS,
    WHICH,
    ZONES,
)

GAP = r"(?:[ \u00a0]{1,2}|[ ]?\r?\n[ ]?)"
_DASH = r"[-\u2010-\u2015\u2212]"


def any_of(phrases: Iterable[str]) -> str:
    """Return an alternation of phrases, longest first, whose spaces are gaps and whose quotes may be typographic."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", GAP).replace("'", "['’]") for phrase in ordered) + ")"


def _month() -> str:
    full = any_of(word for word in MONTHS if word not in SHORT_MONTHS)
    return f"(?:{full}|{any_of(SHORT_MONTHS)}\\b\\.?)"


_ONES = any_of(word for word, (value, kind) in NUMBERS.items() if kind == "unit")
_TENS = any_of(word for word, (_, kind) in NUMBERS.items() if kind == "ten")
_TEENS = any_of(word for word, (value, kind) in NUMBERS.items() if kind == "unit" and value > 9)
_SMALL = rf"(?:{_TENS}(?:[-\s]{_ONES})?|{_ONES})"
_BIG = rf"(?:(?:{_SMALL}|an?)[-\s])?(?:hundred|thousand|dozen|million|billion)(?:[-\s](?:hundred|thousand))?(?:[-\s](?:and[-\s])?{_SMALL})?"
_NUMBER = (
    rf"(?:{_BIG}|{_SMALL}|\d{{1,3}}(?:,\d{{3}}){{1,2}}"
    r"|\d{1,5}(?:\.\d{1,2})?(?:[ -]?[½¼¾]|[ -]1/2|[ -](?:hundred|thousand|million|billion))?)\b"
)
_HALF = r"(?:[-\s]and[-\s]a[-\s]half)"

_LISTS = (
    "counted_things",
    "duration_adjectives",
    "holiday_nouns",
    "night_names",
    "numbered_things",
    "old_things",
    "over_after",
    "papers",
    "rate_nouns",
    "season_events",
    "season_nouns",
    "second_things",
    "set_counters",
    "statutes",
    "streets",
    "time_idioms",
    "trading_words",
    "weekday_names",
)

FRAGMENTS: dict[str, str] = {
    **{name.replace("_", "").upper(): any_of(read_words(f"en/timex/{name}.txt")) for name in _LISTS},
    "MONTH": _month(),
    "MONTHFULL": any_of(word for word in MONTHS if word not in SHORT_MONTHS),
    "WEEKDAY": any_of(word for word in WEEKDAYS if word not in SHORT_WEEKDAYS),
    "WEEKDAYANY": f"(?:{any_of(word for word in WEEKDAYS if word not in SHORT_WEEKDAYS)}|{any_of(SHORT_WEEKDAYS)}\\b\\.?)",
    "DAYNUM": r"(?:[12]\d|3[01]|0?[1-9])(?![\d])",
    "DAYORD": r"(?:[12]?1st|2?2nd|2?3rd|(?:[12]\d|30|[4-9])th|31st)",
    "ORDWORD": any_of(word for word in ORDINALS),
    "YEAR4": r"(?:1\d{3}|20\d{2}|21\d{2})(?![\d])",
    "ERA": r"(?-i:B\.C\.E\.|BCE|B\.C\.|BC|A\.D\.|AD|CE)(?![A-Za-z])",
    "BC": r"(?:B\.C\.E\.|BCE|B\.C\.|B\.C|BC)(?![A-Za-z])",
    "AD": r"(?:A\.D\.|AD|C\.E\.|CE)(?![A-Za-z])",
    "UNIT": any_of(UNITS),
    "UNITONE": any_of(word for word in UNITS if UNIT_NUMBER[word] == "one"),
    "UNITMANY": any_of(word for word in UNITS if UNIT_NUMBER[word] == "many"),
    "CALUNIT": any_of(("day", "week", "weekend", "month", "quarter", "year", "decade", "century", "fortnight")),
    "NUMBER": f"(?:{_NUMBER}{_HALF}?|a[-\\s]couple[-\\s]of|a[-\\s]couple|couple[-\\s]of|an?\\b|half[-\\s]an?|half[-\\s]a)",
    "COUNT": f"(?:{_NUMBER}{_HALF}?)",
    "VAGUE": any_of(VAGUE_COUNTS),
    "SEASON": any_of(SEASONS),
    "PARTOFDAY": any_of(PARTS_OF_DAY),
    "PERIODBEFORE": any_of(word for word, (_, form) in PARTS_OF_PERIOD.items() if form == "before"),
    "PERIODOF": any_of(word for word, (_, form) in PARTS_OF_PERIOD.items() if form != "before"),
    "WHICH": any_of(WHICH),
    "STRETCH": any_of(STRETCHES),
    "HOLIDAY": any_of(HOLIDAYS),
    "FEASTDAY": any_of(name for name in HOLIDAYS if name.split()[-1] in WEEKDAYS),  # a weekday of its own: Easter Sunday
    "REFERENCE": any_of(word for word, (_, when) in REFERENCES.items() if when != "none"),
    "SET": any_of(SETS),
    "DECADE": any_of(DECADES),
    "APPROXDATE": any_of(phrase for phrase, (_, kind) in APPROXIMATIONS.items() if kind in ("both", "date")),
    "APPROXAMOUNT": any_of(phrase for phrase, (_, kind) in APPROXIMATIONS.items() if kind in ("both", "amount")),
    "ZONE": f"(?-i:{any_of(ZONES)})",
    "YEARWORDS": (
        rf"(?:(?:{_TEENS}|twenty)[-\s]{_TENS}(?:[-\s]{_ONES})?|(?:eighteen|nineteen|twenty)[-\s]{_TEENS}"
        rf"|two[-\s]thousand(?:[-\s](?:and[-\s])?{_SMALL})?)"
    ),
    "DASH": _DASH,
    "STOP": r"(?![\w])",
    "START": r"(?<![\w$€£#@])(?<!\d[.,/:])",
}


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern; KeyError for a fragment that does not exist."""

    def fragment(match: re.Match[str]) -> str:
        return FRAGMENTS[match[1]]

    whole = re.sub(r"<([A-Z0-9]+)>", fragment, pattern)
    whole = whole.replace("[-~]", "(?:-|~)").replace("[~-]", "(?:-|~)")
    return re.compile(whole.replace("~", GAP), re.VERBOSE | re.IGNORECASE)
