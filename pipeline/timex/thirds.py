"""What early, mid, late, the start and the end of a stretch cover (CONVENTIONS: thirds of a month, a year, a decade)."""

from __future__ import annotations

from pipeline.day import Day
from pipeline.timex.calendar import Period

_WHICH = {"START": 0, "MID": 1, "END": 2}
_CUTS = {
    "quarter": (1, 2),
    "season": (1, 2),
    "half": (2, 4),
    "year": (4, 8),
    "decade": (48, 84),
    "century": (408, 804),
    "millennium": (4008, 8004),
}


def third(period: Period, mod: str) -> tuple[Day, Day]:
    """Return the first and last day of a stretch's early (START), middle (MID) or late (END) third.

    >>> from pipeline.timex.calendar import month_of
    >>> [str(day) for day in third(month_of(2022, 2), "END")]
    ['2022-02-21', '2022-02-28']
    """
    which = _WHICH[mod]
    if period.unit in ("day", "weekend"):
        return period.first, period.last
    if period.unit == "week":
        cuts = (period.first, period.first.plus(2), period.first.plus(4))
    elif period.unit == "month":
        cuts = (period.first, period.first.plus(10), period.first.plus(20))
    else:
        early, late = _CUTS[period.unit]
        cuts = (period.first, period.first.plus_months(early), period.first.plus_months(late))
    return cuts[which], period.last if which == 2 else cuts[which + 1].plus(-1)


def half_of(period: Period, mod: str) -> tuple[Day, Day]:
    """Return the first (START) or second (END) half of a stretch, in whole days."""
    days = (period.last.ordinal - period.first.ordinal + 1) // 2
    months = {"decade": 60, "century": 600, "year": 6}.get(period.unit)
    middle = period.first.plus_months(months) if months else period.first.plus(days)
    return (period.first, middle.plus(-1)) if mod == "START" else (middle, period.last)
