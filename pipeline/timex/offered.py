"""Second readings of what the words leave open ("a year ago" in an earnings story), each with a weight; the first one is used."""

from __future__ import annotations

from dataclasses import replace

from pipeline.timex.calendar import Unit, containing, day_of
from pipeline.timex.context import Context
from pipeline.timex.edtf import timex_value
from pipeline.timex.resolved import Resolved

SAID_FROM = 0.3  # weight from which the reason for the reader names the other reading
YEAR_AGO = (("year", 0, 0.2), ("quarter", -5, 0.25), ("month", -12, 0.1), ("day", 0, 0.1), ("quarter", -4, 0.05))
"""What else "a year ago" means in newswire beside the year: mostly the same quarter, month or day of the year before."""


def offering(found: Resolved, *others: tuple[str, float]) -> Resolved:
    """Return the reading with others beside it; those that say the same are dropped.

    >>> offering(Resolved("DATE", "1988"), ("1988-Q3", 0.3)).alternatives
    (('1988', 0.7), ('1988-Q3', 0.3))
    """
    kept: list[tuple[str, float]] = []
    for value, weight in others:
        if value != found.value and value not in [other for other, _ in kept]:
            kept.append((value, weight))
    if not kept:
        return found
    first = round(1 - sum(weight for _, weight in kept), 2)
    return replace(found, alternatives=((found.value, first), *kept))


def a_year_before(found: Resolved, context: Context) -> Resolved:
    """Return "a year ago" with the quarter, month and day of the year before beside the year."""
    if context.dct is None:
        return found
    values = []
    for unit, steps, weight in YEAR_AGO:
        if unit in ("quarter", "month"):
            value = timex_value(containing(unit, context.dct).shift(steps))  # type: ignore[arg-type]
        else:
            there = context.dct.plus_months(-12)
            value = timex_value(day_of(there) if unit == "day" else containing("year", there))
        values.append((value, weight))
    return offering(found, *values)


def week_of_day(found: Resolved, weight: float = SAID_FROM) -> Resolved:
    """Return "six weeks ago", read as a day, with its week beside it."""
    if found.period is None or found.period.unit != "day":
        return found
    return offering(found, (timex_value(containing("week", found.period.first)), weight))


def calendar_unit(found: Resolved, unit: str, steps: int, context: Context) -> Resolved:
    """Return "the past year", a length, with the last whole year of the calendar beside it."""
    if context.dct is None or unit not in ("year", "decade", "month", "week", "quarter"):
        return found
    kind: Unit = unit  # type: ignore[assignment]
    running = containing(kind, context.dct)
    if unit == "decade":
        return offering(found, (timex_value(running), 0.2), (timex_value(running.shift(steps)), 0.1))
    return offering(found, (timex_value(running.shift(steps)), SAID_FROM))


def else_words(found: Resolved) -> str:
    """Return what the reason adds for a second reading that is not far behind the first, "" for none."""
    likely = [value for value, weight in found.alternatives[1:] if weight >= SAID_FROM]
    if not likely or any(value in found.because for value in likely):
        return ""
    return f"; or {likely[0]}"
