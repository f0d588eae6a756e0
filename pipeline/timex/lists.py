"""Weekdays told in a row go forward: "on Monday, Tuesday and Thursday", "from Friday to Monday"."""

from __future__ import annotations

from collections.abc import Sequence
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


def in_order(text: str, candidates: Sequence[Candidate], position: int, before: Timex, found: Resolved) -> tuple[Timex | None, Resolved]:
    """Return the weekday before (None if it stays) and this one, moved by a week where they would run backwards.

    Looking ahead the second day moves a week on; looking back the first moves a week back.
    """
    one, two = candidates[position - 1], candidates[position]
    if position == 0 or one.end != before.end_char or not (_is_weekday(one) and _is_weekday(two)):
        return None, found
    if not _LINK.fullmatch(text[one.end : two.start]) or before.first_day is None or found.first is None or before.first_day < found.first:
        return None, found
    if found.direction == "future" or before.direction == "future":
        return None, _moved(found, found.first.plus(7))
    day = before.first_day.plus(-7)
    reason = f"'{before.text}' -> {show_day(day)}: before '{text[two.start : two.end]}' in the same row"
    return replace(before, value=str(day), edtf=str(day), first_day=day, last_day=day, reason=reason), found


def _moved(found: Resolved, day: Day) -> Resolved:
    because = f"{found.because}, after the day before it in the same row"
    return replace(found, value=str(day), edtf=str(day), first=day, last=day, period=day_of(day), because=because)
