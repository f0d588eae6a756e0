"""The latest stretch of its kind: "the quarter" of an earnings story, "the weekend" of the news, the quarter of a year before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.timex.calendar import Period, containing, quarter_of
from pipeline.timex.context import Context
from pipeline.timex.meaning.base import NO_DCT, unplaced
from pipeline.timex.meaning.clock import PartOfDay
from pipeline.timex.meaning.relative import Relative
from pipeline.timex.offered import a_year_before, offering
from pipeline.timex.resolved import Resolved, from_period

YOUNG_YEAR = 3  # months in which "the new year" is the present one


def _quarter(context: Context) -> tuple[Period, str, str] | None:
    """Return the quarter under discussion: the last one told, else the last one that was over at publication."""
    quarters = [(p, text) for p, text, _ in context.told.history if p.unit == "quarter"]
    if quarters:
        newest = quarters[-1]  # a comparison with the year before is an aside
        told = next((found for found in reversed(quarters) if found[0] == newest[0].shift(4)), newest)
        return told[0], f"the quarter of '{told[1]}' told before it", f"'{told[1]}' before it"
    if context.dct is None:
        return None
    if context.fiscal is not None:
        own = context.fiscal
        year = own.year_at(context.dct)
        over = [p for n in range(-4, 4) if (p := own.quarter(year + n // 4, n % 4 + 1)).last < context.dct]
        return over[-1], f"the last quarter over by publication in the article's fiscal year: '{own.words}'", context.anchor
    return containing("quarter", context.dct).shift(-1), f"{context.published_words}, the last quarter over by then", context.anchor


@dataclass(frozen=True, slots=True)
class LatestQuarter:
    """As in "the latest quarter"; with a year, the same quarter of that year ("the 1988 quarter")."""

    year: int | None = None

    def resolve(self, context: Context) -> Resolved:
        """Return the quarter under discussion, moved to the year if one is said."""
        base = _quarter(context)
        if base is None:
            return unplaced("XXXX-QX" if self.year is None else f"{self.year}-QX", NO_DCT, ("quarter",))
        period, because, anchor = base
        if self.year is not None:
            period = quarter_of(self.year, (period.first.month + 2) // 3)
        side = "past" if context.dct and period.last < context.dct else ""
        found = replace(from_period(period, ("quarter",), because), anchor=anchor, relative=True, direction=side)  # type: ignore[arg-type]
        return found if self.year is None else offering(found, (f"{self.year:04d}", 0.2))


@dataclass(frozen=True, slots=True)
class YearBefore:
    """As in "the year-earlier quarter", "year-ago": the same quarter of the year before, or the year before if no quarter is told."""

    unit: str = "year"

    def resolve(self, context: Context) -> Resolved:
        """Return the quarter or year twelve months before the one under discussion."""
        quarters = self.unit == "quarter" or any(period.unit == "quarter" for period, _, _ in context.told.history)
        base = _quarter(context)
        if base is None:
            return unplaced("XXXX", NO_DCT, ("year",))
        if quarters:
            because, anchor, period = f"{base[1]}, a year before", base[2], base[0].shift(-4)
        else:
            period = containing("year", context.dct if context.dct else base[0].first).shift(-1)
            because, anchor = context.published_words, context.anchor
        found = replace(from_period(period, ("year",), because), anchor=anchor, relative=True, direction="past")
        return found if quarters else a_year_before(found, context)


@dataclass(frozen=True, slots=True)
class Overnight:
    """As in "overnight": the night before publication, or the coming one if the sentence looks ahead."""

    def resolve(self, context: Context) -> Resolved:
        """Return that night."""
        return PartOfDay("night", Relative("day", 0 if context.direction.side == "future" else -1)).resolve(context)


@dataclass(frozen=True, slots=True)
class Weekend:
    """As in "the weekend": in the past the latest one over or running, in the future the one of this week."""

    def resolve(self, context: Context) -> Resolved:
        """Return Saturday and Sunday in the direction that the sentence points; in a history, those after the last day told."""
        base, because, anchor = context.dct, context.published_words, context.anchor
        told = context.told.last("day") if context.narrative else None
        if told is not None:
            base, because, anchor = told[0].first, f"counted from '{told[1]}' told before it", f"'{told[1]}' before it"
        elif context.narrative or base is None:
            return unplaced("XXXX-WXX-WE", NO_DCT, ("weekend",))
        weekend = containing("weekend", base)
        if told is None and context.direction.side != "future" and weekend.first > base:
            weekend = weekend.shift(-1)
        cue = f", {context.direction.cue}" if context.direction.cue else ""
        side = "past" if weekend.last < base else "future" if weekend.first > base else "present"
        found = from_period(weekend, ("weekend",), because + cue)
        return replace(found, assumed=("week",), anchor=anchor, relative=True, direction=side)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class NewYear:
    """As in "in the new year": the year that begins next, in its first months the one just begun."""

    def resolve(self, context: Context) -> Resolved:
        """Return that year, counted from the publication or, in a history, from the last date told."""
        told = context.told.last("month") if context.narrative else None
        base = told[0].first if told else (None if context.narrative else context.dct)
        if base is None:
            return unplaced("XXXX", NO_DCT, ("year",))
        steps = 0 if base.month <= YOUNG_YEAR and context.direction.side != "future" else 1
        because = f"counted from '{told[1]}' told before it" if told else context.published_words
        found = from_period(containing("year", base).shift(steps), ("year",), f"{because}, the year that begins next")
        return replace(
            found, anchor=f"'{told[1]}' before it" if told else context.anchor, relative=True, direction="future" if steps else "present"
        )
