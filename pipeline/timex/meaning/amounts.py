"""Lengths, repetitions and vague references: what has no place on the calendar by itself."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pipeline.day import Day
from pipeline.records import TimexType
from pipeline.timex.calendar import plus_unit
from pipeline.timex.context import Context
from pipeline.timex.edtf import edtf_between
from pipeline.timex.offered import calendar_unit, offering
from pipeline.timex.resolved import Resolved
from pipeline.timex.words import UNIT_CODES


def duration_value(amount: Fraction | None, unit: str) -> str:
    """Return the TIMEX3 value of a length; None is a vague count.

    >>> duration_value(Fraction(24), "hour"), duration_value(None, "month"), duration_value(Fraction(5, 2), "year")
    ('PT24H', 'PXM', 'P2Y6M')
    """
    row = UNIT_CODES[unit]
    head = "PT" if row["clock"] == "yes" else "P"
    if amount is None:
        return f"{head}X{row['vague']}"
    total = amount * int(row["times"])
    if total.denominator == 1:
        return f"{head}{total}{row['code']}"
    finer = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}.get(unit)
    if finer and (rest := (total % 1) * finer[1]).denominator == 1:
        whole = f"{int(total)}{row['code']}" if total >= 1 else ""
        return f"{head}{whole}{rest}{finer[0]}"
    return f"{head}{float(total):g}{row['code']}"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time ("six months"); `amount` None is vague, `ahead` that of "future quarters"."""

    amount: Fraction | None
    unit: str
    mod: str = ""
    ahead: bool = False

    def resolve(self, context: Context) -> Resolved:
        """Return the length; it covers no stretch of the calendar by itself."""
        value = duration_value(self.amount, self.unit)
        found = Resolved("DURATION", value, self.mod, given=(self.unit,), because="a length of time, not a date")
        return offering(found, ("FUTURE_REF", 0.2)) if self.ahead else found


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length tied to a point: "the past two years" ends there, "the next two weeks" begin there."""

    amount: Fraction | None
    unit: str
    side: str
    source: str = "dct"

    def resolve(self, context: Context) -> Resolved:
        """Return the length with its first and last day, as far as they are known."""
        base, anchor, coarse = context.dct, context.anchor, False
        words = context.published_words
        if self.source == "told" or context.narrative:
            here = context.told.last("day", context.sentence_start) or context.mentioned.newest(context.sentence_start)
            told = here or context.told.last("day")
            base = told[0].first if told else (None if context.narrative else context.dct)
            coarse = told is not None and told[0].unit != "day"
            if told:
                anchor, words = f"'{told[1]}' before it", f"counted from '{told[1]}' told before it"
        value = duration_value(self.amount, self.unit)
        if base is None or self.unit in ("second", "minute", "hour"):
            return Resolved("DURATION", value, given=(self.unit,), relative=True, because="a length of time counted from " + words)
        sign = -1 if self.side == "past" else 1
        other = None
        if self.amount is not None:
            try:
                other = plus_unit(base, "day", sign * int(self.amount)) if self.unit == "day" else self._far_end(base, sign)
            except ValueError:
                other = None
        first, last = (other, base) if sign < 0 else (base, other)
        found = Resolved(
            "DURATION",
            value,
            edtf=edtf_between(first, last),
            first=first,
            last=last,
            granularity="fuzzy" if self.amount is None or coarse else "day",
            given=(self.unit,),
            anchor=anchor,
            relative=True,
            direction="past" if sign < 0 else "future",
            because=words,
        )
        if self.amount is None:
            return offering(found, ("PAST_REF" if sign < 0 else "FUTURE_REF", 0.2))
        return calendar_unit(found, self.unit, sign, context) if self.amount == 1 and self.source == "dct" else found

    def _far_end(self, base: Day, sign: int) -> Day:
        assert self.amount is not None
        if self.amount.denominator == 1:
            return plus_unit(base, self.unit, sign * int(self.amount))
        return (
            plus_unit(base, "month", sign * int(self.amount * 12))
            if self.unit == "year"
            else plus_unit(base, self.unit, sign * int(self.amount))
        )


@dataclass(frozen=True, slots=True)
class SetOf:
    """Something that comes back: "every Tuesday", "daily", "twice a month"."""

    value: str

    def resolve(self, context: Context) -> Resolved:
        """Return the repetition."""
        return Resolved("SET", self.value, given=("repetition",), because="comes back again and again")


@dataclass(frozen=True, slots=True)
class Reference:
    """A vague reference: PAST_REF, PRESENT_REF or FUTURE_REF; it has no interval; `news_only` for "previously", none in a history."""

    value: str
    kind: TimexType = "DATE"
    news_only: bool = False

    def resolve(self, context: Context) -> Resolved:
        """Return the reference."""
        side = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}[self.value]
        return Resolved(self.kind, self.value, direction=side, relative=True, because=f"names no date, only the {side}")  # type: ignore[arg-type]
