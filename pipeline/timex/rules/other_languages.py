"""Full dates with the month in another language ("3 mars 2022", "15 de marzo de 2022"): dateparser reads them.

The pattern (number, word, year) is cheap, the word must be a month's name in dateparser's own locales, and each month word is
parsed once: strict, all parts stated, day first, never the clock. Our rule decides the span.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from pipeline.language.data_files import read_table
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.rules.full_dates import stated_day
from pipeline.timex.words import MONTHS

_MONTH_KEYS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MIN_LETTERS = 4  # shorter month words ("set", "out", "ago") are words of English too; "mai", "maj", "mei" are not
_SHORT = frozenset(("mai", "maj", "mei"))


@cache
def _languages() -> tuple[str, ...]:
    return tuple(row["code"] for row in read_table("en/timex/foreign_languages.csv", "code"))


@cache
def month_words() -> frozenset[str]:
    """Return the month names and their abbreviations of all the languages, in lower case, English ones left out."""
    from dateparser.languages.loader import default_loader

    words = {
        word.lower().rstrip(".")
        for locale in default_loader.get_locales(languages=list(_languages()))
        for key in _MONTH_KEYS
        for word in locale.info.get(key, ())
    }
    return frozenset(word for word in words if (len(word) >= MIN_LETTERS or word in _SHORT) and word not in MONTHS)


@cache
def month_of_word(word: str) -> int | None:
    """Return the month, 1 to 12, that a foreign word names; None if it names none. At most one parse for each month word.

    >>> month_of_word("märz"), month_of_word("people")
    (3, None)
    """
    if word not in month_words():
        return None
    import dateparser

    found: dt.datetime | None = dateparser.parse(
        f"15 {word} 2000",
        languages=list(_languages()),
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "RELATIVE_BASE": dt.datetime(2000, 1, 1),  # noqa: DTZ001 - dateparser's own base is the clock; nothing relative is read
            "DATE_ORDER": "DMY",
        },
    )
    return found.month if found is not None and (found.year, found.day) == (2000, 15) else None


def _read(match: re.Match[str]) -> list[Found]:
    word = match["w"].lower()
    if len(word) > 16 or word in MONTHS or not 1 <= int(match["d"]) <= 31:
        return []
    month = month_of_word(word)
    return [] if month is None else whole(match, stated_day(int(match["y"]), month, int(match["d"])))


RULES = (
    rule(
        "other.date.day_month_year",
        "year",
        r"<START>(?P<d>\d{1,2})(?:\.|er|º|ª|°)?(?:~de~|~d['’]|~|(?<=[.]))(?P<w>[^\W\d_]{3,16})\.?(?:~de[l]?~|~|,~)(?P<y>(?:1[0-9]|20)\d{2})"
        r"(?![\w%]|[,.]\d|:\d)",
        _read,
        "The decree of 7. März 2022 was withdrawn.",
        "It fed 12 people 2022 times.",
    ),
)
