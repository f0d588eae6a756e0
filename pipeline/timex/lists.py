"""Weekdays told in a row go forward: "on Monday, Tuesday and Thursday", "from Friday to Monday"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.day import Day
from pipeline.records import Timex
from pipeline.timex.calendar import day_of
from pipeline.timex.candidate import Candidate
from pipeline.timex.context import show_day
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Named
from pipeline.timex.resolved import Resolved

_LINK = compile_pattern(r",?~(?:and|or|to|through|until|till)~(?:on~)?|,~")


def _is_weekday(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    return isinstance(meaning, Named) and meaning.recurring.kind == "weekday" and meaning.which is None


def in_order(text: str, one: Candidate, two: Candidate, done: list[Timex], found: Resolved) -> tuple[list[Timex], Resolved]:
    """Return the records so far and the newest reading, with weekdays in a row that would run backwards moved by a week.

    Looking ahead the second day moves a week on; looking back the days before it move a week back.
    """
    before = done[-1]
    if one.end != before.end_char or not (_is_weekday(one) and _is_weekday(two)) or not _LINK.fullmatch(text[one.end : two.start]):
        return done, found
    if before.first_day is None or found.first is None or before.first_day < found.first:
        return done, found
    if found.direction == "future" or before.direction == "future":
        return done, _moved(found, found.first.plus(7))
    return _moved_back(text, done, found.first), found


def _moved_back(text: str, done: list[Timex], limit: Day) -> list[Timex]:
    """Return the records with the weekdays of the row at their end moved back until each lies before the next."""
    kept = list(done)
    for position in range(len(done) - 1, -1, -1):
        timex = kept[position]
        follows = position + 1 == len(done) or _LINK.fullmatch(text[timex.end_char : kept[position + 1].start_char]) is not None
        if not follows or timex.first_day is None or timex.first_day < limit or timex.given != ("weekday",):
            break
        day = timex.first_day.plus(-7)
        reason = f"'{timex.text}' -> {show_day(day)}: the days of one row go forward"
        kept[position] = replace(timex, value=str(day), edtf=str(day), first_day=day, last_day=day, reason=reason)
        limit = day
    return kept


def _moved(found: Resolved, day: Day) -> Resolved:
    because = f"{found.because}, after the day before it in the same row"
    return replace(found, value=str(day), edtf=str(day), first=day, last=day, period=day_of(day), because=because)
