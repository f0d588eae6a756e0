"""Dates that tell when or where an article was written, not when something happened: datelines and printed date lines."""

from __future__ import annotations

import re

from pipeline.records import Article, Timex

_WORD = re.compile(r"[^\W\d_]{2,}")
_DATELINE_PLACE = re.compile(r"""
    \W* [^\W\d_] [\w .,'’/()-]{0,60}? [,(/]? \s*    # GENEVA, or NEW YORK (AP),
""", re.VERBOSE)  # fmt: skip
_DATELINE_REST = re.compile(r"\s* [,.]? \s* (?:\([^)\n]{1,40}\))? \s* (?: -{1,2} | – | — ) \s", re.VERBOSE)
_DATE_LINE_WORDS = 3
_NEAR = 300


def is_printed_date(article: Article, timex: Timex) -> bool:
    """Whether the expression belongs to the header, to a dateline ("GENEVA, March 3 (Newswire) -") or to a line that is only a date.

    >>> article = Article("a", "", "Mill closes\\nMonday, 3 May 2021\\nThe mill closed.")
    >>> is_printed_date(article, Timex("a", 12, 30, "Monday, 3 May 2021", "DATE", "2021-05-03"))
    True
    """
    if timex.end_char <= article.body_start:
        return True
    start, end = _line(article, timex)
    before, after = article.text[start : timex.start_char], article.text[timex.end_char : end]
    if timex.type not in ("DATE", "TIME"):
        return False
    others = _WORD.findall(before) + _WORD.findall(after)
    if len(others) <= _DATE_LINE_WORDS and not any(mark in after for mark in ".!?") and (start > 0 or end < len(article.text)):
        return not others or not any(word.islower() for word in others)
    return _is_dateline(before, after)


def _line(article: Article, timex: Timex) -> tuple[int, int]:
    """Return the bounds of the expression's line, or of what lies near it in a very long one."""
    near, far = max(0, timex.start_char - _NEAR, min(article.body_start, timex.start_char)), min(len(article.text), timex.end_char + _NEAR)
    start = max(article.text.rfind("\n", near, timex.start_char) + 1, near)
    end = article.text.find("\n", timex.end_char, far)
    return start, far if end < 0 else end


def _is_dateline(before: str, after: str) -> bool:
    if not _DATELINE_PLACE.fullmatch(before) or not _DATELINE_REST.match(after):
        return False
    words = _WORD.findall(before)
    return bool(words) and not any(word.islower() for word in words)
