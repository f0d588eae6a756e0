"""What a time expression of another language resolves to. Its sentence is not analysed, so a direction that no word states is assumed."""

from __future__ import annotations

from dataclasses import replace

from pipeline.day import Day
from pipeline.timex.calendar import Period, containing, day_of, month_of, year_of
from pipeline.timex.context import show_day
from pipeline.timex.other.words import Unit
from pipeline.timex.resolved import Resolved, Side, from_period

_UNREAD = "the direction is assumed, sentences of this language are not analysed"


def stated(period: Period) -> Resolved:
    """Return a date that the text states in full."""
    return from_period(period, because="stated in full")


def nearest_day(month: int, day: int, dct: Day) -> Resolved | None:
    """Return the day of that month that lies nearest to the publication; None for a day that no calendar has."""
    found = []
    for year in (dct.year - 1, dct.year, dct.year + 1):
        try:
            found.append(Day.of(year, month, day))
        except ValueError:
            continue
    return _nearest([day_of(one) for one in found], dct, ("day", "month"))


def nearest_month(month: int, dct: Day) -> Resolved | None:
    """Return the month of that name that lies nearest to the publication."""
    return _nearest([month_of(year, month) for year in (dct.year - 1, dct.year, dct.year + 1)], dct, ("month",))


def _nearest(periods: list[Period], dct: Day, given: tuple[str, ...]) -> Resolved | None:
    if not periods:
        return None
    best = min(periods, key=lambda period: 0 if period.first <= dct <= period.last else _distance(period, dct))
    because = f"published {show_day(dct)}; no year is said, the nearest one is taken: {_UNREAD}"
    return _relative(best, dct, given, because, assumed=("year",))


def _distance(period: Period, dct: Day) -> int:
    return min(abs(period.first.ordinal - dct.ordinal), abs(period.last.ordinal - dct.ordinal))


def weekday(number: int, which: int | None, dct: Day) -> Resolved:
    """Return the weekday (Monday is 0): the one before, of this week or after the publication; the latest one where no word says which."""
    back = (dct.weekday - number) % 7
    if which is None:
        because = f"published {show_day(dct)}; the latest such day is taken: {_UNREAD}"
        return _relative(day_of(dct.plus(-back)), dct, ("weekday",), because, assumed=("direction",))
    days = {-1: -(back or 7), 0: number - dct.weekday, 1: (7 - back) or 7}[which]
    word = {-1: "the last such day before it", 0: "of the same week", 1: "the next such day after it"}[which]
    return _relative(day_of(dct.plus(days)), dct, ("weekday", "direction"), f"published {show_day(dct)}, {word}")


def stepped(unit: Unit, steps: int, dct: Day) -> Resolved:
    """Return the day, week, month or year so many steps from the publication ("yesterday", "next month")."""
    far = "" if not steps else f", {abs(steps)} {unit}{'s' if abs(steps) > 1 else ''} {'before' if steps < 0 else 'after'} it"
    return _relative(containing(unit, dct).shift(steps), dct, (unit, "direction"), f"published {show_day(dct)}{far}")


def counted(unit: Unit, steps: int, dct: Day) -> Resolved:
    """Return what lies so many units from the publication: a day for days and weeks, a month for months, a year for years."""
    if unit == "week":
        found = stepped("day", 7 * steps, dct)
        return replace(found, because=stepped("week", steps, dct).because)
    return stepped(unit, steps, dct)


def year(number: int) -> Resolved:
    """Return a year that stands alone."""
    return stated(year_of(number))


def _relative(period: Period, dct: Day, given: tuple[str, ...], because: str, assumed: tuple[str, ...] = ()) -> Resolved:
    side: Side = "present"
    if period.last < dct:
        side = "past"
    elif period.first > dct:
        side = "future"
    found = from_period(period, given, because)
    return replace(found, assumed=assumed, anchor=f"published {dct}", relative=True, direction=side)
