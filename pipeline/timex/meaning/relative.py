"""Dates counted from another one: "last week", "three days ago", "two weeks later", "the following year", "a year earlier"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from fractions import Fraction

from pipeline.day import Day
from pipeline.timex.calendar import Period, Unit, containing, day_of, is_finer, plus_unit
from pipeline.timex.context import Context, show_day
from pipeline.timex.edtf import timex_value
from pipeline.timex.meaning.base import NO_DCT, NO_TOLD, unplaced
from pipeline.timex.offered import a_year_before, offering, week_of_day
from pipeline.timex.resolved import Resolved, Side, from_period

_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_AS_LENGTH = {("year", 0, "here"): ("P1Y", 0.2), ("day", 0, "dct"): ("PRESENT_REF", 0.1)}
"""Other readings of "the year" (a length of time) and of "today" (these days)."""
_COARSE: dict[str, Unit] = {
    "month": "month",
    "quarter": "quarter",
    "semester": "month",
    "year": "year",
    "decade": "year",
    "century": "century",
    "millennium": "century",
}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}


def side_of(steps: int) -> Side:
    """Return the direction of a step on the calendar."""
    return "past" if steps < 0 else "future" if steps > 0 else "present"


@dataclass(frozen=True, slots=True)
class Relative:
    """The stretch of a kind so many steps away: "last week" is (week, -1, dct), "the following day" (day, 1, told).

    `source` "here" is "the year", "the month": the present one, which says nothing of when the article is told from.
    """

    unit: Unit
    steps: int
    source: str = "dct"

    def resolve(self, context: Context) -> Resolved:
        """Return the stretch counted from the publication day or the last date told (always that one in a history)."""
        base = self._base(context)
        if base is None:
            partial = self._partial(context)
            return unplaced(partial, NO_DCT if self.source == "dct" and context.dct is None else NO_TOLD, (self.unit,))
        period, because, anchor = base
        try:
            shifted = period.shift(self.steps)
        except ValueError:
            return unplaced(_UNKNOWN[self.unit], "not placed: lies outside the years -9999 to 9999", (self.unit,))
        found = from_period(shifted, (self.unit,), because)
        found = replace(found, anchor=anchor, relative=True, direction=side_of(self.steps))
        if (length := _AS_LENGTH.get((self.unit, self.steps, self.source))) is not None:
            return offering(found, length)
        quarter = context.told.newest()
        if (self.unit, self.steps, context.narrative) == ("year", -1, False) and quarter and quarter[0].unit == "quarter":
            return offering(found, (timex_value(quarter[0].shift(-4)), 0.25))  # earnings: "from $2 million last year"
        return found

    def _base(self, context: Context) -> tuple[Period, str, str] | None:
        if self.source == "told" or context.narrative:
            memory = context.mentioned if self.source == "told" else context.told
            told = memory.unit("day" if self.unit == "weekend" else self.unit)
            if told is not None:
                period = containing(self.unit, told[0].first)
                return period, f"counted from '{told[1]}' told before it", f"'{told[1]}' before it"
            if self.unit == "day" and context.hour is not None:
                day = day_of(Day.from_date(context.hour[0]))
                return day, f"counted from '{context.hour[1]}' told before it", f"'{context.hour[1]}' before it"
        if context.dct is None or context.narrative or (self.source == "told" and self.unit == "day"):
            return None
        return containing(self.unit, context.dct), context.published_words, context.anchor

    def _partial(self, context: Context) -> str:
        if self.unit == "day" and (found := context.told.newest()) and found[0].unit in ("month", "year"):
            value = from_period(found[0]).value
            return value + ("-XX" if found[0].unit == "month" else "-XX-XX")
        return _UNKNOWN.get(self.unit, "XXXX")


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units before or after a point: "three days ago" is (3, day, -1, dct), "two weeks later" (2, week, 1, told).

    `amount` None is a vague count ("several weeks ago"). A day or week count gives a day, a month count a month, a year count a year.
    """

    amount: Fraction | None
    unit: str
    sign: int
    source: str = "dct"

    def resolve(self, context: Context) -> Resolved:
        """Return the day, month or year that lies so far away."""
        if self.amount is None:
            return self._vague(context)
        if self.unit in ("second", "minute", "hour"):
            return self._clock(context)
        base = self._base(context)
        if base is None:
            value = _UNKNOWN[_COARSE.get(self.unit, "day")]
            return unplaced(value, NO_DCT if self.source == "dct" and context.dct is None else NO_TOLD, (self.unit,))
        start, because, anchor = base
        try:
            period = self._target(start)
        except ValueError:
            return unplaced("XXXX", "not placed: lies outside the years -9999 to 9999", (self.unit,))
        found = replace(from_period(period, (self.unit,), because), anchor=anchor, relative=True, direction=side_of(self.sign))
        if context.dct is None or context.narrative:
            return found
        if self.unit == period.unit == "year" and self.sign < 0 and self.amount == 1:
            return a_year_before(found, context)
        return week_of_day(found) if self.unit in ("week", "fortnight") and self.source == "dct" else found

    def _base(self, context: Context) -> tuple[Period, str, str] | None:
        coarse = _COARSE.get(self.unit, "day")
        if self.unit == "year" and self.amount == 1 and self.sign < 0 and not context.narrative:
            quarter = context.told.newest()
            if quarter is not None and quarter[0].unit == "quarter":  # earnings: the same quarter of last year
                return quarter[0], f"counted from '{quarter[1]}' told before it", f"'{quarter[1]}' before it"
        if self.source == "told" or context.narrative:
            told = (context.mentioned if self.source == "told" else context.told).last(coarse)
            if told is not None:
                return told[0], f"counted from '{told[1]}' told before it", f"'{told[1]}' before it"
        if context.dct is None or context.narrative or (self.source == "told" and coarse == "day"):
            return None
        return day_of(context.dct), context.published_words, context.anchor

    def _target(self, base: Period) -> Period:
        assert self.amount is not None
        coarse = _COARSE.get(self.unit)
        if coarse is None:
            days = int(self.amount * {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}[self.unit])
            return day_of(base.first.plus(self.sign * days))
        if base.unit == "quarter" and self.unit == "year":
            return base.shift(self.sign * 4 * int(self.amount))
        if self.unit in _YEARS and self.amount < 1:
            return containing("year", base.first.plus_months(int(self.sign * self.amount * 12 * _YEARS[self.unit])))
        if self.unit in _YEARS:
            moved = base.first.plus_months(int(self.sign * self.amount * 12 * _YEARS[self.unit]))
            return containing(
                "year" if self.amount == 1 and self.unit == "decade" else "decade" if self.unit == "decade" else "century", moved
            )
        months = {"month": 1, "quarter": 3, "semester": 6, "year": 12}[self.unit]
        moved = base.first.plus_months(self.sign * int(self.amount * months))
        half_years = self.unit == "year" and self.amount.denominator > 1
        return containing("month" if half_years and is_finer(base.unit, "year") else coarse, moved)

    def _vague(self, context: Context) -> Resolved:
        value = "PAST_REF" if self.sign < 0 else "FUTURE_REF"
        words = context.published_words if self.source == "dct" else "the dates told before it"
        last = None
        if (
            self.source == "dct"
            and self.sign < 0
            and context.dct
            and not context.narrative
            and self.unit in _COARSE | {"day": "", "week": ""}
        ):
            last = plus_unit(context.dct, self.unit, -2)
        return Resolved(
            "DATE",
            value,
            edtf=f"../{last}" if last else "",
            last=last,
            granularity="fuzzy",
            given=(self.unit,),
            relative=True,
            anchor=context.anchor if self.source == "dct" else "",
            direction=side_of(self.sign),
            because=f"{words}, the number is not said",
        )

    def _clock(self, context: Context) -> Resolved:
        assert self.amount is not None
        delta = dt.timedelta(seconds=float(self.amount) * {"second": 1, "minute": 60, "hour": 3600}[self.unit]) * self.sign
        if self.source == "dct" and context.published and not context.narrative:
            moment = context.published + delta
            day = Day.from_date(moment)
            found = replace(from_period(day_of(day)), type="TIME", value=f"{moment:%Y-%m-%dT%H:%M}", start_time=moment.replace(second=0))
            found = replace(
                found, granularity="hour" if self.unit == "hour" else "minute", because=f"published {moment - delta:%d %b %Y %H:%M}"
            )
            return replace(found, anchor=context.anchor, relative=True, direction=side_of(self.sign))
        if self.source == "told" and context.hour is not None:
            moment = context.hour[0] + delta
            found = replace(from_period(day_of(Day.from_date(moment))), type="TIME", value=f"{moment:%Y-%m-%dT%H:%M}", start_time=moment)
            because = f"counted from '{context.hour[1]}' told before it"
            return replace(
                found,
                granularity="minute",
                because=because,
                anchor=f"'{context.hour[1]}' before it",
                relative=True,
                direction=side_of(self.sign),
            )
        base = context.told.last("day") if self.source == "told" or context.narrative else None
        start = base[0].first if base else (context.dct if self.source == "dct" and not context.narrative else None)
        if start is None:
            return unplaced("XXXX-XX-XXTXX", NO_TOLD, (self.unit,), "TIME")
        days = abs(delta) // dt.timedelta(days=1) * self.sign
        day = start.plus(days)
        value = from_period(day_of(day)).value + ("" if self.unit == "hour" and self.amount % 24 == 0 else "TXX")
        found = replace(from_period(day_of(day)), type="TIME" if value.endswith("TXX") else "DATE", value=value, relative=True)
        anchor = f"'{base[1]}' before it" if base else context.anchor
        return replace(
            found, anchor=anchor, direction=side_of(self.sign), because=f"counted from {show_day(start)}, whose hour is not known"
        )
