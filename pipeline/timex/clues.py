"""What the article itself tells about its locale: the order of day and month, and the hemisphere whose seasons it means."""

from __future__ import annotations

import re

from pipeline.timex.fragments import compile_pattern
from pipeline.timex.words import SOUTHERN_PLACES

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/.](\d{1,2})[/.](?:19|20)\d{2}(?![\d/])")
_DAY_MONTH = compile_pattern(r"\b\d{1,2}(?:st|nd|rd|th)?~(?:of~)?<MONTHFULL>\b")
_MONTH_DAY = compile_pattern(r"\b<MONTHFULL>~\d{1,2}\b")
_PLACE = re.compile(r"\b(?:" + "|".join(sorted((re.escape(place) for place in SOUTHERN_PLACES), key=len, reverse=True)) + r")\b")
MAX_QUOTATION = 400
_SEASON = re.compile(r"\b(?:spring|summer|autumn|winter)\b")


def is_day_first(text: str) -> bool | None:
    """Return whether the day stands first in the article's dates; None if nothing tells."""
    first = second = 0
    for match in _NUMERIC.finditer(text):
        first += int(match[1]) > 12
        second += int(match[2]) > 12
    if first == second == 0 and "/" in text:
        first, second = len(_DAY_MONTH.findall(text)), len(_MONTH_DAY.findall(text))
    return None if first == second else first > second


def is_southern(text: str) -> bool:
    """Return whether the article's seasons are those of the southern hemisphere: it names places there again and again."""
    return bool(_SEASON.search(text)) and len(_PLACE.findall(text)) >= 2


def in_quotation(text: str, offset: int) -> bool:
    """Return whether the place lies between quotation marks, counted from the start of its paragraph (400 characters at most).

    >>> in_quotation('He said: "We leave tomorrow."', 19)
    True
    """
    start = max(text.rfind("\n", 0, offset) + 1, offset - MAX_QUOTATION)
    before = text[start:offset]
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1
