"""Fiscal quarters and years: by the article's own fiscal year where it states one, else the calendar's, which is said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.timex.calendar import Period, quarter_of, year_of
from pipeline.timex.choose import choose
from pipeline.timex.context import Context
from pipeline.timex.edtf import timex_value
from pipeline.timex.fiscal import FiscalYear
from pipeline.timex.meaning.base import NO_DCT, unplaced
from pipeline.timex.offered import offering
from pipeline.timex.recurring import Recurring
from pipeline.timex.resolved import Resolved, Side, from_period


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal quarter (`number` 1 to 4) or year (0); without its `year` it is `steps` years from the present one, or the one meant;
    `ends_here` if its end is stated right behind it ("the fiscal year ended September 30")."""

    year: int | None
    number: int = 0
    steps: int | None = None
    ends_here: bool = False

    def resolve(self, context: Context) -> Resolved:
        """Return the period with its fiscal name, or the calendar's period with the reason that it was assumed."""
        own = context.fiscal
        if own is not None and (self.year is not None or context.dct is not None):
            period = self._own(own, context)
            given = (*(("quarter",) if self.number else ()), "fiscal year")
            found = from_period(period, given, f"the article's fiscal year: '{own.words}'")
            assumed = () if self.year is not None or not self.number else ("fiscal year",)
            side = _side(period, context)
            return replace(found, assumed=assumed, anchor=context.anchor, relative=self.year is None, direction=side)
        return self._by_calendar(context)

    def _own(self, own: FiscalYear, context: Context) -> Period:
        if self.year is not None:
            return own.quarter(self.year, self.number) if self.number else own.whole(self.year)
        assert context.dct is not None
        present = own.year if self.ends_here else own.year_at(context.dct)
        if not self.number or self.steps is not None:
            year = present + (self.steps or 0)
            return own.quarter(year, self.number) if self.number else own.whole(year)
        found = own.quarter(present, self.number)
        if found.first > context.dct and context.direction.side != "future":
            return own.quarter(present - 1, self.number)
        if found.last < context.dct and context.direction.side == "future":
            return own.quarter(present + 1, self.number)
        return found

    def _by_calendar(self, context: Context) -> Resolved:
        unit = "quarter" if self.number else "year"
        why = f"calendar {unit} assumed, the fiscal year's start is not stated"
        if self.year is not None:
            period = quarter_of(self.year, self.number) if self.number else year_of(self.year)
            value = f"FY{self.year}" + (f"-Q{self.number}" if self.number else "")
            found = replace(from_period(period, (unit, "fiscal year"), why), value=value, assumed=("fiscal year's start",))
            return offering(found, (timex_value(period), 0.2))
        if context.dct is None:
            return unplaced(f"XXXX-Q{self.number}" if self.number else "XXXX", NO_DCT, (unit,))
        year = context.dct.year + (self.steps or 0)
        chosen: Period | None = year_of(year)
        if self.number:
            recurring = Recurring("quarter", self.number)
            chosen = choose(recurring, context, context.dct) if self.steps is None else recurring.of_year(year)
        if chosen is None:
            return unplaced(f"XXXX-Q{self.number}", NO_DCT, (unit,))
        found = from_period(chosen, (unit,), f"{context.published_words}, {why}")
        found = replace(found, assumed=("year",), anchor=context.anchor, relative=True, direction=_side(chosen, context))
        return found if self.number else offering(found, ("P1Y", 0.2))


def _side(period: Period, context: Context) -> Side:
    if context.dct is None:
        return ""
    return "past" if period.last < context.dct else "future" if period.first > context.dct else "present"
