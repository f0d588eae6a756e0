"""A date that leaves its year (or month) to the one behind it: "the spring and early summer of 1943", "the spring offensive of 1918"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.day import Day, month_length
from pipeline.timex.calendar import Period, day_of
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Approximate, Known, Named, Part
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.page import Page
from pipeline.timex.recurring import Recurring
from pipeline.timex.refine.bases import Candidates

_LINK = compile_pattern(r",?(?:~|(?=/))(?:and|or|to|until|till|through|/)(?:~(?:on|in|until|to))?(?:~the)?(?:~|(?<=/))")
_NOUNS_BETWEEN = compile_pattern(r"(?:~[\w'’-]{2,20}){1,3}~(?:of|in)~")
_IN_YEAR = compile_pattern(r",?~(?:in|of)~(?:the~year~)?")
_NAMING = frozenset(("NOUN", "PROPN", "ADJ"))
_YEARLY = frozenset(("month", "month_day", "season"))


def share_years(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with the year of the next one given to those that a link or a noun ties to it."""
    done = list(candidates)
    for place in range(len(done) - 2, -1, -1):
        left, right = done[place], done[place + 1]
        between = page.text[left.end : right.start] if right.start - left.end <= 48 else "\n\n"
        period = _stated(right.meaning)
        if left.meaning is None or right.meaning is None:
            continue
        shared: Meaning | None = None
        if _LINK.fullmatch(between):
            shared = _with_year(left.meaning, period) if period else _with_month(left.meaning, right.meaning)
        elif (year := _stated(right.meaning, "year")) is not None and _ties(page, left.end, right.start, between, year):
            shared = _in_year(left.meaning, year)
        if shared is not None:
            done[place] = replace(left, meaning=shared)
    return tuple(done)


def _ties(page: Page, start: int, end: int, between: str, year: Period) -> bool:
    """Whether the words between tie a date to the year behind it: "in", or nouns and "of"."""
    if year.unit == "year" and _IN_YEAR.fullmatch(between):
        return True
    return _NOUNS_BETWEEN.fullmatch(between) is not None and _only_names(page, start, end)


def _stated(meaning: Meaning | None, *units: str) -> Period | None:
    if isinstance(meaning, (Part, Approximate)):
        return _stated(meaning.inner, *units)
    if isinstance(meaning, Known) and not meaning.value and meaning.period.unit in ("day", "month", "season", *units):
        return meaning.period
    return None


def _with_year(meaning: Meaning, right: Period) -> Meaning | None:
    """Give the year of the right period; the year before it where the left one would fall behind it."""
    if isinstance(meaning, (Part, Approximate)):
        inner = _with_year(meaning.inner, right)
        return replace(meaning, inner=inner) if inner is not None else None
    if not isinstance(meaning, Named) or meaning.which is not None or meaning.weeks_later:
        return None
    recurring = meaning.recurring
    if recurring.kind == "day" and right.unit == "day":
        return _day_before(recurring.a, right.first)
    if recurring.kind not in _YEARLY:
        return None
    period = recurring.of_year(right.first.year)
    if period is None or period.first > right.first:
        period = recurring.of_year(right.first.year - 1)
    return _known(recurring, period)


def _in_year(meaning: Meaning, right: Period) -> Meaning | None:
    if isinstance(meaning, Named) and meaning.which is None and meaning.recurring.kind in ("season", "month", "month_day", "holiday"):
        return _known(meaning.recurring, meaning.recurring.of_year(right.first.year))
    return None


def _known(recurring: Recurring, period: Period | None) -> Known | None:
    given = ("month", "day") if recurring.kind == "month_day" else (recurring.kind,)
    return None if period is None else Known(period, given, why="its year stands behind it")


def _day_before(number: int, last: Day) -> Known | None:
    first = Day.of(last.year, last.month, 1)
    month = first if number < last.day else first.plus(-1)
    if number > month_length(month.year, month.month):
        return None
    return Known(day_of(Day.of(month.year, month.month, number)), ("day",), why="its month and year stand behind it")


def _with_month(left: Meaning, right: Meaning) -> Meaning | None:
    """Give "the 5th" in "the 5th to the 9th of June" its month."""
    if not (isinstance(left, Named) and left.recurring.kind == "day" and left.which is None):
        return None
    if isinstance(right, Named) and right.recurring.kind == "month_day" and left.recurring.a < right.recurring.b:
        return Named(Recurring("month_day", right.recurring.a, left.recurring.a))
    return None


def _only_names(page: Page, start: int, end: int) -> bool:
    words = page.tokens(start, end)[:-1]
    return bool(words) and all(word.pos_ in _NAMING for word in words)
