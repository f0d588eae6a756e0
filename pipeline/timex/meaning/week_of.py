"""The week in which a day lies, or the weekend beside it: "the week of March 6", "Labor Day weekend"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.timex.calendar import Period, week_of, weekend_of
from pipeline.timex.context import Context
from pipeline.timex.meaning.base import Meaning, unplaced
from pipeline.timex.resolved import Resolved, from_period

EARLY_IN_WEEK = 2  # Monday and Tuesday belong to the weekend before them, later days to the one after


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The ISO week of a day; with `weekend` the Saturday and Sunday next to it."""

    inner: Meaning
    weekend: bool = False

    def resolve(self, context: Context) -> Resolved:
        """Return that week or weekend."""
        found = self.inner.resolve(context)
        if found.period is None:
            return unplaced("XXXX-WXX-WE" if self.weekend else "XXXX-WXX", found.because, ("week",))
        week = from_period(self._around(found.period), ("weekend" if self.weekend else "week", *found.given), found.because)
        return replace(week, assumed=found.assumed, anchor=found.anchor, relative=found.relative, direction=found.direction)

    def _around(self, day: Period) -> Period:
        if not self.weekend:
            return week_of(day.first)
        found = weekend_of(day.first)
        return found.shift(-1) if day.first.weekday < EARLY_IN_WEEK else found
