"""Ticks of the time axis: days, months, years or longer, named for people, also before year 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.day import MAX_YEAR, MIN_YEAR, Day
from pipeline.view.certainty import DAY_MS
from pipeline.view.window import Window
from pipeline.view.words import day_month, day_of_ms, short_day, short_month, year_words

HOUR_MS = DAY_MS / 24
_HOUR_STEPS = (1, 3, 6, 12)
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
MONTH_MS, YEAR_MS = 30.4 * DAY_MS, 365.25 * DAY_MS


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick: its instant, its words, whether it begins a month, a year or more (drawn stronger), and its words with the year.

    `full` is "" where the words name the year, or no day, themselves.
    """

    moment: float
    text: str
    strong: bool
    full: str = ""


def ticks(window: Window, most: int, margin: float = 1.0) -> list[Tick]:
    """Return ticks so that at most about `most` lie in the window; they reach `margin` windows beyond both its ends, for panning."""
    step = window.length / max(most, 1)
    reach = Window(window.lo - margin * window.length, window.hi + margin * window.length)
    for hours in _HOUR_STEPS:
        if step <= hours * HOUR_MS:
            return list(_hours(reach, hours))
    for days in _DAY_STEPS:
        if step <= days * DAY_MS:
            return list(_days(reach, days))
    for months in _MONTH_STEPS:
        if step <= months * MONTH_MS:
            return list(_months(reach, months))
    years = next((years for years in _YEAR_STEPS if step <= years * YEAR_MS), _YEAR_STEPS[-1])
    return list(_years(reach, years))


def _bounded(moment: float) -> Day:
    first, last = Day.of(MIN_YEAR, 1, 1), Day.of(MAX_YEAR, 12, 31)
    return day_of_ms(min(max(moment, first.ordinal * DAY_MS), last.ordinal * DAY_MS))


def _hours(reach: Window, step: int) -> Iterator[Tick]:
    moment = reach.lo // DAY_MS * DAY_MS
    while moment < reach.hi:
        day, hour = day_of_ms(moment), round(moment % DAY_MS / HOUR_MS)
        yield Tick(moment, f"{hour:02d}:00", False) if hour else Tick(moment, day_month(day), True, short_day(day))
        moment += step * HOUR_MS


def _days(reach: Window, step: int) -> Iterator[Tick]:
    day, last = _bounded(reach.lo), _bounded(reach.hi)
    day = day.plus(-(day.weekday if step >= 7 else day.ordinal % step))
    while day < last:
        yield Tick(day.ordinal * DAY_MS, day_month(day), day.day <= step and step < 7, short_day(day))
        day = day.plus(step)


def _months(reach: Window, step: int) -> Iterator[Tick]:
    first, last = _bounded(reach.lo), _bounded(reach.hi)
    day = Day(first.year, (first.month - 1) // step * step + 1, 1)
    while day < last:
        january = day.month == 1
        name, full = (year_words(day.year), "") if january else (short_month(day), f"{short_month(day)} {year_words(day.year)}")
        yield Tick(day.ordinal * DAY_MS, name, january, full)
        day = day.plus_months(step)


def _years(reach: Window, step: int) -> Iterator[Tick]:
    first, last = _bounded(reach.lo), _bounded(reach.hi)
    year = first.year // step * step
    while year <= last.year:
        if year >= MIN_YEAR:
            yield Tick(Day(year, 1, 1).ordinal * DAY_MS, year_words(year), step < 10 and year % 10 == 0)
        year += step


def with_year(shown: list[Tick], window: Window) -> list[Tick]:
    """Return the ticks with the year added to the first one inside the window, unless it says one already."""
    for number, tick in enumerate(shown):
        if tick.moment >= window.lo:
            return [*shown[:number], Tick(tick.moment, tick.full, tick.strong), *shown[number + 1 :]] if tick.full else shown
    return shown
