"""Meanings around a meaning: early and late, approximations, ranges, and what is left of a stretch."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.day import Day
from pipeline.records import Granularity
from pipeline.timex.context import Context
from pipeline.timex.edtf import edtf_between, edtf_of, timex_day
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.offered import offering
from pipeline.timex.resolved import Resolved, Side
from pipeline.timex.thirds import half_of, third

_BOUNDARY_BEFORE = frozenset(("since", "from", "until", "till", "by", "before", "after"))


@dataclass(frozen=True, slots=True)
class Part:
    """Early, mid or late in a stretch: thirds; its very start or end with `edge` ("the end of March" is its last day); a `half` of it."""

    inner: Meaning
    mod: str
    edge: bool = False
    half: bool = False

    def resolve(self, context: Context) -> Resolved:
        """Return that part of the stretch; the value stays the whole stretch's, with the modifier."""
        found = self.inner.resolve(context)
        if found.period is None or found.type != "DATE":
            return replace(found, mod=self.mod)
        first, last = (half_of if self.half else third)(found.period, self.mod)
        if self.edge and self.mod == "END":
            first = last
        elif self.edge and self.mod == "START" and context.before in _BOUNDARY_BEFORE:
            last = first
        granularity: Granularity = "day" if first == last else "fuzzy"
        if self.edge and first == last:
            found = offering(found, (timex_day(first), 0.2))  # some write the boundary's day: year-end is 31 December
        because = found.because if self.edge and first == last else f"{found.because}; {_part_words(self.mod, self.half)}"
        return replace(
            found, mod=self.mod, first=first, last=last, edtf=edtf_between(first, last), granularity=granularity, because=because
        )


def _part_words(mod: str, half: bool) -> str:
    if half:
        return "the first half of it" if mod == "START" else "the second half of it"
    return {"START": "the first third of it", "MID": "the middle third of it", "END": "the last third of it"}[mod]


@dataclass(frozen=True, slots=True)
class Approximate:
    """As in "about 1850", "more than two years": the same with a TIMEX3 modifier."""

    inner: Meaning
    mod: str

    def resolve(self, context: Context) -> Resolved:
        """Return the inner reading, marked; a date in EDTF carries the sign for approximate."""
        found = self.inner.resolve(context)
        if found.type != "DATE" or self.mod != "APPROX":
            return replace(found, mod=self.mod)
        edtf = f"{edtf_of(found.period)}~" if found.period and found.period.unit in ("day", "month", "year") else found.edtf
        return replace(found, mod=self.mod, edtf=edtf, granularity="fuzzy" if found.first else found.granularity)


@dataclass(frozen=True, slots=True)
class Onwards:
    """As in "1990 and beyond", "1994 or later": from the stretch on, with no end; `late` False is "1994 or earlier"."""

    inner: Meaning
    late: bool = True

    def resolve(self, context: Context) -> Resolved:
        """Return the stretch with its far end open; the value stays the stretch's, with TIMEX3's modifier."""
        found = self.inner.resolve(context)
        first, last = (found.first, None) if self.late else (None, found.last)
        mod = "ON_OR_AFTER" if self.late else "ON_OR_BEFORE"
        edtf = edtf_between(first, last) if first or last else ""
        return replace(
            found, mod=mod, first=first, last=last, edtf=edtf, because=f"{found.because}; {'no end' if self.late else 'no start'} is said"
        )


@dataclass(frozen=True, slots=True)
class Between:
    """A dash range: one date with the value a/b."""

    start: Meaning
    end: Meaning

    def resolve(self, context: Context) -> Resolved:
        """Return the stretch from the first one's first to the last one's last day."""
        one, two = self.start.resolve(context), self.end.resolve(context)
        if one.given == two.given == ("weekday",) and one.first and two.first and two.first < one.first:
            two = from_weekday(two.first.plus(7), two)
        value = f"{one.value}/{two.value}"
        if one.first is None or two.last is None or one.first > two.last:
            return replace(two, value=value, edtf="", first=None, last=None, period=None)
        return replace(
            two,
            value=value,
            edtf=f"{one.edtf}/{two.edtf}"
            if "/" not in one.edtf + two.edtf and one.edtf and two.edtf
            else edtf_between(one.first, two.last),
            first=one.first,
            last=two.last,
            because=one.because if one.because == two.because else f"{one.because}; {two.because}",
        )


def from_weekday(day: Day, found: Resolved) -> Resolved:
    """Return the reading of a weekday moved to another day; a row of weekdays is nothing to count from."""
    return replace(found, value=timex_day(day), edtf=str(day), first=day, last=day, period=None)


@dataclass(frozen=True, slots=True)
class Rest:
    """As in "later this week" (from the day after publication to its end), "earlier this year" (from its start to publication)."""

    inner: Meaning
    late: bool

    def resolve(self, context: Context) -> Resolved:
        """Return the stretch cut at the publication day, or whole where that lies outside it."""
        found = self.inner.resolve(context)
        period, dct = found.period, context.dct
        if period is None or dct is None or found.type != "DATE" or not period.first <= dct <= period.last or period.unit == "day":
            return found
        if self.late:
            first, last = (dct.plus(1), period.last) if dct < period.last else (dct, dct)
        else:
            first, last = period.first, dct
        cut = "from the day after publication to its end" if self.late else "from its start to publication"
        side: Side = "future" if self.late else "past"
        return replace(
            found,
            first=first,
            last=last,
            edtf=edtf_between(first, last),
            granularity="day",
            because=f"{found.because}; {cut}",
            direction=side,
        )
