"""A weekday counted within a month: "the first Tuesday in November", "the last Friday of the month"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.timex.calendar import day_of
from pipeline.timex.context import Context
from pipeline.timex.meaning.base import Meaning, unplaced
from pipeline.timex.resolved import Resolved, from_period


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The `rank`-th `weekday` (1 = Monday) of a month, -1 for the last one."""

    inner: Meaning
    weekday: int
    rank: int

    def resolve(self, context: Context) -> Resolved:
        """Return that day; unplaced where the month is, or has no fifth one."""
        found = self.inner.resolve(context)
        if found.period is None:
            return unplaced("XXXX-XX-XX", found.because, ("weekday",))
        first, last = found.period.first, found.period.last
        if self.rank > 0:
            day = first.plus((self.weekday - 1 - first.weekday) % 7 + 7 * (self.rank - 1))
        else:
            day = last.plus(-((last.weekday - (self.weekday - 1)) % 7))
        if day > last:
            return unplaced(f"{found.value}-XX", "not placed: the month has no such day", ("weekday",))
        placed = from_period(day_of(day), ("weekday", *found.given), found.because)
        return replace(placed, assumed=found.assumed, anchor=found.anchor, relative=found.relative, direction=found.direction)


@dataclass(frozen=True, slots=True)
class AnyWeekday:
    """As in "on a Saturday": no particular one."""

    weekday: int

    def resolve(self, context: Context) -> Resolved:
        """Return the weekday with its week open; it covers no stretch of the calendar."""
        return unplaced(f"XXXX-WXX-{self.weekday}", "names no particular one", ("weekday",))
