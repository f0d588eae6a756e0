"""Dates of two numbers and a year (03/07/2022), whose order the article's own clues decide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.day import Day
from pipeline.timex.calendar import day_of
from pipeline.timex.context import Context
from pipeline.timex.resolved import Resolved, from_period


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date of two numbers and a year in either order (03/07/2022): the article's own clues decide, or it is marked ambiguous."""

    day_first: Day | None
    month_first: Day | None

    def resolve(self, context: Context) -> Resolved:
        """Return the reading that the article's clues favour, month first without any, the other as an alternative."""
        if self.day_first is None or self.month_first is None or self.day_first == self.month_first:
            day = self.day_first or self.month_first
            assert day is not None
            return from_period(day_of(day), ("year", "month", "day"), "only one order of day and month gives a date")
        use_day = context.day_first if context.day_first is not None else self._nearer(context)
        day, other = (self.day_first, self.month_first) if use_day else (self.month_first, self.day_first)
        order = "day first" if use_day else "month first"
        why = (
            f"read {order}, as the article's other dates"
            if context.day_first is not None
            else f"ambiguous order, read {order}; else {other}"
        )
        weights = () if context.day_first is not None else ((str(day), 0.6), (str(other), 0.4))
        return replace(from_period(day_of(day), ("year", "month", "day"), why), assumed=("order",), alternatives=weights)

    def _nearer(self, context: Context) -> bool:
        """Without clues a date of this very day or month settles the order; else month first."""
        if context.dct is None or self.day_first is None or self.month_first is None:
            return False
        near = [abs(day.ordinal - context.dct.ordinal) for day in (self.day_first, self.month_first)]
        return near[0] <= 31 < near[1]
