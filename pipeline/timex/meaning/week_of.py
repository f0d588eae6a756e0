"""The week in which a day lies: "the week of March 6"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.timex.calendar import week_of
from pipeline.timex.context import Context
from pipeline.timex.meaning.base import Meaning, unplaced
from pipeline.timex.resolved import Resolved, from_period


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The ISO week of a day."""

    inner: Meaning

    def resolve(self, context: Context) -> Resolved:
        """Return that week."""
        found = self.inner.resolve(context)
        if found.period is None:
            return unplaced("XXXX-WXX", found.because, ("week",))
        week = from_period(week_of(found.period.first), ("week", *found.given), found.because)
        return replace(week, assumed=found.assumed, anchor=found.anchor, relative=found.relative, direction=found.direction)
