"""Dates that the text names: in full, without their year, or within a year that is itself counted ("July last year")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.timex.calendar import Period, day_of, season_of, year_of
from pipeline.timex.choose import choose, chosen_by
from pipeline.timex.context import Context
from pipeline.timex.country import country_name
from pipeline.timex.edtf import edtf_between
from pipeline.timex.holiday_dates import assumed_country, depends_on_country
from pipeline.timex.meaning.base import NO_DCT, Meaning, unplaced
from pipeline.timex.meaning.fiscal import Fiscal
from pipeline.timex.offered import offering
from pipeline.timex.recurring import Recurring
from pipeline.timex.resolved import Resolved, Side, from_period

MAX_RANGE = 400  # days from publication to the start of a stretch within which its bare end is looked for
HALF_YEAR = 180  # the same within a sentence of the news ("burned in October 2020 and rebuilt in January")
_END_OF_RANGE = frozenset(("until", "till", "to", "through"))
MANY_MONTHS = 280  # days by which a month told "earlier" than the last date must lie back to mean the next year (history texts)


def given_parts(kind: str) -> tuple[str, ...]:
    """Return the parts of a date that a recurring time states."""
    return ("month", "day") if kind == "month_day" else (kind,)


def assumed_parts(kind: str) -> tuple[str, ...]:
    """Return the parts of a date that a recurring time leaves open: a weekday its week, "the 23rd" its month and year."""
    return {"weekday": ("week",), "day": ("month", "year")}.get(kind, ("year",))


def with_assumed(parts: tuple[str, ...], why: str) -> str:
    """Return the words of a reason that name what was filled in, and from what.

    >>> with_assumed(("month", "year"), "published Tue 1 Mar 2022")
    'month and year assumed (published Tue 1 Mar 2022)'
    """
    return f"{' and '.join(parts)} assumed ({why})" if parts else why


def fitted(recurring: Recurring, context: Context) -> Recurring | None:
    """Return the recurring time as the article's part of the world has it; None where that changes nothing."""
    if context.southern and recurring.kind == "season":
        return recurring.opposite()
    if context.country and recurring.kind == "holiday" and depends_on_country(recurring.name) and not recurring.country:
        return replace(recurring, country=context.country)
    return None


def whose_day(recurring: Recurring, period: Period) -> str:
    """Return the words of a reason that say which country's holiday was taken, "" where all have the same."""
    if recurring.kind != "holiday" or not depends_on_country(recurring.name):
        return ""
    assumed = assumed_country(recurring.name, period.first.year, recurring.country)
    if assumed:
        return f", {'US' if assumed == 'US' else country_name(assumed)} date assumed"
    return f", the day in {country_name(recurring.country)}"


@dataclass(frozen=True, slots=True)
class Known:
    """A stretch that the text states in full; `value` replaces the TIMEX3 value where it has a name of its own (FY2023-Q4)."""

    period: Period
    given: tuple[str, ...] = ()
    value: str = ""
    why: str = "stated in full"

    def resolve(self, context: Context) -> Resolved:
        """Return the stretch itself."""
        period = self.period
        if context.southern and period.unit == "season":
            period = season_of(period.first.year, (period.first.month + 5) % 12 + 1, period.code)
        found = from_period(period, self.given, self.why)
        if not self.value:
            return found
        return replace(found, value=self.value, edtf=edtf_between(self.period.first, self.period.last))


@dataclass(frozen=True, slots=True)
class EarlyYear:
    """A number of three digits that is a year only in a history that has told of years as early ("in 537")."""

    year: int

    def resolve(self, context: Context) -> Resolved:
        """Return the year; ValueError (no time at all) where the story has told of none before the year 1100."""
        if not context.narrative or not any(period.first.year < 1100 for period, _, _ in context.mentioned.history):
            raise ValueError(f"{self.year} is a number, no year")
        return from_period(year_of(self.year), ("year",), "a year of the early centuries of which the story tells")


@dataclass(frozen=True, slots=True)
class Named:
    """A recurring time without its year or week; `which` is -1, 0, +1 for last, this, next, None for the bare name."""

    recurring: Recurring
    which: int | None = None
    weeks_later: int = 0

    def resolve(self, context: Context) -> Resolved:
        """Return the occurrence that the tense, the cue words or the dates told before pick."""
        if (fitting := fitted(self.recurring, context)) is not None:
            return replace(self, recurring=fitting).resolve(replace(context, southern=False, country=""))
        if self.recurring.kind == "quarter" and not self.recurring.name and self.which is None and context.fiscal is not None:
            return Fiscal(None, self.recurring.a).resolve(context)
        told = self._from_frame(context) or self._from_told(context) or self._future_in_the_past(context)
        if told is not None:
            return told
        if context.dct is None:
            return unplaced(self.recurring.unknown, NO_DCT, (self.recurring.kind,))
        which, day = self.which, context.dct
        period = choose(self.recurring, context, day) if which is None else chosen_by(self.recurring, which, day)
        if period is None:
            why = "its day depends on the country" if self.recurring.kind == "holiday" else "no such day near the publication date"
            return unplaced(self.recurring.unknown, f"not placed: {why}", (self.recurring.kind,))
        period = self._not_before_start(period, context)
        if self.weeks_later:
            period = day_of(period.first.plus(7 * self.weeks_later))
        placed = self._placed(period, context)
        if which != -1:
            return placed
        before = [p for p in self.recurring.around(day) if p.first < period.first]  # "last February" said in March may mean a year ago
        return offering(placed, (from_period(before[-1]).value, 0.2)) if before else placed

    def _not_before_start(self, period: Period, context: Context) -> Period:
        """In "from Thursday until Saturday" the end follows the start that its sentence tells."""
        if self.which is not None or context.before not in _END_OF_RANGE:
            return period
        if self.recurring.kind == "weekday" and context.direction.side == "past":
            return period  # "from Monday to Thursday" looking back: the start moves back, see lists.py
        told = context.told.newest(context.sentence_start)
        if told is None or told[0].unit not in ("day", "month") or period.first >= told[0].first:
            return period
        if context.dct is not None and abs(told[0].first.ordinal - context.dct.ordinal) > MAX_RANGE:
            return period
        return next((later for later in self.recurring.around(told[0].first) if later.first >= told[0].first), period)

    def _placed(self, period: Period, context: Context) -> Resolved:
        direction = context.direction if self.which is None else None
        kind = self.recurring.kind
        assumed = assumed_parts(kind)
        words = context.published_words if kind == "weekday" or self.which is not None else with_assumed(assumed, context.published_words)
        because = words + (f", {direction.cue}" if direction and direction.cue else "") + whose_day(self.recurring, period)
        side: Side = (
            "past" if context.dct and period.last < context.dct else "future" if context.dct and period.first > context.dct else "present"
        )
        return replace(
            from_period(period, given_parts(kind), because),
            assumed=assumed,
            anchor=context.anchor,
            relative=True,
            direction=side,
        )

    def _from_frame(self, context: Context) -> Resolved | None:
        """In a passage of the news that looks back to a stated year, a bare month or day lies in that year."""
        if (
            context.narrative
            or context.frame is None
            or self.which is not None
            or self.recurring.kind not in ("month", "month_day", "season")
        ):
            return None
        base, words = context.frame
        if context.direction.side == "future":
            return None
        period = self._after(base)
        if period is None or (context.dct is not None and period.first > context.dct):
            return None
        parts = assumed_parts(self.recurring.kind)
        because = with_assumed(parts, f"the passage tells of '{words}'")
        placed = replace(from_period(period, given_parts(self.recurring.kind), because), assumed=parts, anchor=f"'{words}' before it")
        return replace(placed, relative=True, direction="past")

    def _from_told(self, context: Context) -> Resolved | None:
        """In a history, and behind an older date of the same sentence, count from the last date told."""
        kind = self.recurring.kind
        same_sentence = kind not in ("weekday", "day", "quarter", "half") and self.which is None  # "the December quarter" is the newest one
        since = 0 if context.narrative else context.sentence_start
        if not (context.narrative or same_sentence):
            return None
        found = context.told.newest(since) if kind in ("weekday", "day") else context.told.last("year", since)
        if found is None or (not context.narrative and not self._follows(found[0], context)):
            return None
        far = MANY_MONTHS if context.narrative else 0 if context.before in _END_OF_RANGE else HALF_YEAR
        period = self._after(found[0], far) if self.which is None else chosen_by(self.recurring, self.which, found[0].first)
        if not context.narrative and period is not None and period.last < found[0].first:
            onward = self._after(found[0], 0)  # "launched on 23 July 2020, and entered orbit in February": the story goes on
            period = onward if onward is not None and context.dct is not None and onward.first <= context.dct else period
        if period is None:
            return None
        return replace(
            from_period(
                period,
                given_parts(kind),
                with_assumed(assumed_parts(kind), f"counted from '{found[1]}' told before it") + whose_day(self.recurring, period),
            ),
            assumed=assumed_parts(kind),
            anchor=f"'{found[1]}' before it",
            relative=True,
            direction="past",
        )

    def _future_in_the_past(self, context: Context) -> Resolved | None:
        """In "said last May that it would close in June" the month counts from the saying, told before in the sentence."""
        if self.which is not None or not context.direction.from_past or context.dct is None:
            return None
        found = context.told.last("month", context.sentence_start)
        if found is None or found[0].last >= context.dct:
            return None
        period = choose(self.recurring, context, found[0].first)
        if period is None:
            return None
        assumed = assumed_parts(self.recurring.kind)
        because = with_assumed(assumed, f"counted from '{found[1]}' told before it") + f", {context.direction.cue}"
        placed = replace(from_period(period, given_parts(self.recurring.kind), because), assumed=assumed, anchor=f"'{found[1]}' before it")
        return replace(placed, relative=True, direction="past" if period.last < context.dct else "future")

    def _follows(self, told: Period, context: Context) -> bool:
        """In news: an older month or day of the same sentence carries its year on ("jailed in May 2019 and freed in November")."""
        recent = context.dct is not None and told.last.year >= context.dct.year
        return not recent and told.unit in ("day", "month") and context.direction.side != "future"

    def _after(self, base: Period, far: int = MANY_MONTHS) -> Period | None:
        kind = self.recurring.kind
        if kind in ("weekday", "day"):
            if kind == "weekday" and base.unit != "day":
                return None
            around = self.recurring.around(base.first)
            same = [p for p in around if (p.first.year, p.first.month) == (base.first.year, base.first.month)]
            return next((p for p in around if p.first >= base.first), None) if kind == "weekday" else (same[0] if same else None)
        period = self.recurring.of_year(base.first.year)
        if period is None or base.unit == "year" or base.first.year >= 9999:
            return period
        back = base.first.ordinal - period.last.ordinal
        following = self.recurring.of_year(base.first.year + 1)
        over_new_year = base.unit == "season" and base.first.year < base.last.year
        if over_new_year and following is not None and following.first.ordinal - base.last.ordinal < back:
            return following  # "during the winter ... In March": the March behind it; "In November" the one before
        return following if back > far else period


@dataclass(frozen=True, slots=True)
class InPeriod:
    """A recurring time within a stretch that is counted itself: "July last year", "the third quarter of next year"."""

    recurring: Recurring
    year: Meaning

    def resolve(self, context: Context) -> Resolved:
        """Return the occurrence in that year, with the year's own reason."""
        if (fitting := fitted(self.recurring, context)) is not None:
            return replace(self, recurring=fitting).resolve(replace(context, southern=False, country=""))
        outer = self.year.resolve(context)
        period = self.recurring.of_year(outer.period.first.year) if outer.period else None
        if period is None:
            return unplaced(self.recurring.unknown, outer.because, (self.recurring.kind,))
        return replace(
            from_period(period, (*given_parts(self.recurring.kind), *outer.given), outer.because + whose_day(self.recurring, period)),
            anchor=outer.anchor,
            relative=outer.relative,
            direction=outer.direction,
        )


@dataclass(frozen=True, slots=True)
class DayBesides:
    """A day so many days from another one: "the day before yesterday", "the day after Christmas"."""

    inner: Meaning
    days: int

    def resolve(self, context: Context) -> Resolved:
        """Return the shifted day; unplaced if the other one is."""
        found = self.inner.resolve(context)
        if found.period is None or found.first is None or found.last is None:
            return unplaced("XXXX-XX-XX", found.because, ("day",))
        base = found.first if self.days < 0 else found.last
        shifted = from_period(day_of(base.plus(self.days)), ("day",), found.because)
        return replace(shifted, anchor=found.anchor, relative=found.relative, direction=found.direction)
