"""Recurring days placed beside another date: "the summer before last", "the Friday before Whitsun", "the Monday after 3 June"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.timex.calendar import day_of
from pipeline.timex.context import Context
from pipeline.timex.meaning.base import Meaning, unplaced
from pipeline.timex.meaning.dates import Named
from pipeline.timex.recurring import Recurring
from pipeline.timex.resolved import Resolved, from_period


@dataclass(frozen=True, slots=True)
class BeforeLast:
    """The occurrence before the last one."""

    recurring: Recurring

    def resolve(self, context: Context) -> Resolved:
        """Return it, counted as "last X" is; unplaced where that is."""
        last = Named(self.recurring, -1).resolve(context)
        if last.period is None:
            return last
        earlier = [period for period in self.recurring.around(last.period.first) if period.first < last.period.first]
        if not earlier:
            return unplaced(self.recurring.unknown, "not placed: lies outside the calendar", (self.recurring.kind,))
        found = from_period(earlier[-1], last.given, f"the one before last, {last.because}")
        return replace(found, assumed=last.assumed, anchor=last.anchor, relative=last.relative, direction=last.direction)


@dataclass(frozen=True, slots=True)
class WeekdayBeside:
    """The nearest `weekday` (1 = Monday) strictly before (`side` -1) or after (+1) another date."""

    weekday: int
    side: int
    inner: Meaning

    def resolve(self, context: Context) -> Resolved:
        """Return that day; unplaced where the other date is."""
        found = self.inner.resolve(context)
        if found.first is None or found.last is None:
            return unplaced(f"XXXX-WXX-{self.weekday}", found.because, ("weekday",))
        if self.side < 0:
            base = found.first.plus(-1)
            day = base.plus(-((base.weekday - (self.weekday - 1)) % 7))
        else:
            base = found.last.plus(1)
            day = base.plus((self.weekday - 1 - base.weekday) % 7)
        placed = from_period(day_of(day), ("weekday", *found.given), found.because)
        return replace(placed, assumed=found.assumed, anchor=found.anchor, relative=True, direction=found.direction)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day counted by its number within a month that is counted itself: "the 15th of last month"."""

    inner: Meaning
    number: int

    def resolve(self, context: Context) -> Resolved:
        """Return that day; unplaced where the month is, or has no such day."""
        found = self.inner.resolve(context)
        if found.period is None or self.number > found.period.last.day:
            return unplaced(f"XXXX-XX-{self.number:02d}", found.because, ("day",))
        placed = from_period(day_of(found.period.first.plus(self.number - 1)), ("day", *found.given), found.because)
        return replace(placed, assumed=found.assumed, anchor=found.anchor, relative=True, direction=found.direction)
