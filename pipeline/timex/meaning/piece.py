"""A counted piece of a stretch: "the first nine months of 2020", "the last week of August", "the third day of May"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from pipeline.day import Day
from pipeline.timex.calendar import day_of, plus_unit
from pipeline.timex.context import Context
from pipeline.timex.edtf import edtf_between
from pipeline.timex.meaning.amounts import duration_value
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.resolved import Resolved, from_period


@dataclass(frozen=True, slots=True)
class PieceOf:
    """`amount` units of the inner stretch; `rank` counts them from its start (1 = first), -1 from its end; amount None is vague."""

    inner: Meaning
    amount: Fraction | None
    unit: str
    rank: int

    def resolve(self, context: Context) -> Resolved:
        """Return the length with its days; a single day is a date."""
        whole = self.inner.resolve(context)
        value = duration_value(self.amount, self.unit)
        if whole.first is None or whole.last is None or self.amount is None or self.unit in ("second", "minute", "hour", "night"):
            return replace(
                whole, type="DURATION", value=value, edtf="", first=None, last=None, period=None, given=(self.unit, *whole.given)
            )
        first, last = self._ends(whole.first, whole.last, int(self.amount))
        if self.unit == "day" and first == last:
            day = from_period(day_of(first), ("day", *whole.given), whole.because)
            return replace(day, assumed=whole.assumed, anchor=whole.anchor, relative=whole.relative, direction=whole.direction)
        return replace(
            whole,
            type="DURATION",
            value=value,
            edtf=edtf_between(first, last),
            first=first,
            last=last,
            granularity="day" if self.unit in ("day", "week") else "month",
            given=(self.unit, *whole.given),
            period=None,
        )

    def _ends(self, first: Day, last: Day, amount: int) -> tuple[Day, Day]:
        if self.rank < 0:
            start = plus_unit(last.plus(1), self.unit, -amount)
            return max(start, first), last
        start = plus_unit(first, self.unit, (self.rank - 1) * amount)
        return start, min(plus_unit(start, self.unit, amount).plus(-1), last)
