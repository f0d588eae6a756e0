"""Times of day, alone or on a day: "8 p.m. on Sunday", "Monday night", "this morning"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from pipeline.day import Day
from pipeline.timex.calendar import day_of
from pipeline.timex.context import Context
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.offered import SAID_FROM, offering
from pipeline.timex.resolved import Resolved, from_period
from pipeline.timex.words import PARTS_OF_DAY

NEAR = 400  # characters before its sentence in which a day told is still the day of a clock time


def moment(day: Day, minutes: int, offset: int | None) -> dt.datetime | None:
    """Return the wall-clock moment so many minutes after a day's midnight; None where Python's dates do not reach."""
    if not 1 <= day.year <= 9998:
        return None
    zone = None if offset is None else dt.timezone(dt.timedelta(minutes=offset))
    return dt.datetime(day.year, day.month, day.day, tzinfo=zone) + dt.timedelta(minutes=minutes)


def the_day(day: Meaning | None, context: Context) -> Resolved:
    """Return the day of a time: its own, else one told in its sentence, else the last day told (history) or the publication day."""
    if day is not None:
        return day.resolve(context)
    told = context.told.last("day", 0 if context.narrative else context.sentence_start - NEAR)
    if told is not None:
        found = from_period(told[0], (), f"day assumed (that of '{told[1]}' told before it)")
        return replace(found, given=(), assumed=("day",), anchor=f"'{told[1]}' before it", relative=True)
    if context.hour is not None:
        found = from_period(day_of(Day.from_date(context.hour[0])), (), f"day assumed (that of '{context.hour[1]}' told before it)")
        return replace(found, given=(), assumed=("day",), anchor=f"'{context.hour[1]}' before it", relative=True)
    if context.dct is None or context.narrative:
        return Resolved("TIME", "XXXX-XX-XX", because="not placed: its day is not said", relative=True)
    found = from_period(day_of(context.dct), (), f"day assumed ({context.published_words})")
    found = replace(found, given=(), assumed=("day",), anchor=context.anchor, relative=True)
    return offering(found, (str(context.dct.plus(1 if context.direction.side == "future" else -1)), SAID_FROM))


def _at(readings: tuple[tuple[str, float], ...], time: str) -> tuple[tuple[str, float], ...]:
    return tuple((f"{value}T{time}", weight) for value, weight in readings)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time; `minutes` counts from midnight (1440 = 24:00), `offset` is the zone's in minutes if one is stated.

    `until` makes it a range of hours ("7-9pm"): its end, exclusive, in minutes from the same midnight.
    """

    minutes: int
    exact: bool = True
    offset: int | None = None
    day: Meaning | None = None
    until: int | None = None

    def on(self, day: Meaning) -> Clock:
        """Return the same time on that day."""
        return replace(self, day=day)

    def resolve(self, context: Context) -> Resolved:
        """Return the moment; its stretch is the minute or hour that is said."""
        base = the_day(self.day, context)
        hour, minute = divmod(self.minutes, 60)
        value = f"{base.value}T{hour:02d}:{minute:02d}"
        if self.until is not None:
            value += f"/{base.value}T{self.until // 60:02d}:{self.until % 60:02d}"
        base = replace(base, alternatives=_at(base.alternatives, f"{hour:02d}:{minute:02d}"))
        if base.period is None or base.period.unit != "day":
            return replace(base, type="TIME", value=value, given=(*base.given, "hour"))
        start = moment(base.period.first, self.minutes, self.offset)
        length = self.until - self.minutes if self.until is not None else 1 if self.exact else 60
        return replace(
            base,
            type="TIME",
            value=value,
            edtf=f"{start:%Y-%m-%dT%H:%M:%S}{_zone(self.offset)}" if start and base.period.first.year >= 1000 else base.edtf,
            start_time=start,
            end_time=start + dt.timedelta(minutes=length) if start else None,
            granularity="minute" if self.exact else "hour",
            given=(*base.given, "hour", *(("minute",) if self.exact else ()), *(("zone",) if self.offset is not None else ())),
        )


def _zone(offset: int | None) -> str:
    if offset is None:
        return ""
    sign, (hours, minutes) = "-" if offset < 0 else "+", divmod(abs(offset), 60)
    return f"{sign}{hours:02d}:{minutes:02d}" if offset else "Z"


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day ("Monday night"); a night runs into the next morning, its day is the one on which it begins."""

    word: str
    day: Meaning | None = None

    def on(self, day: Meaning) -> PartOfDay:
        """Return the same part on that day."""
        return replace(self, day=day)

    def resolve(self, context: Context) -> Resolved:
        """Return the part of the day with its usual hours."""
        row = PARTS_OF_DAY[self.word]
        base = the_day(self.day, context)
        value = f"{base.value}T{row['code']}"
        base = replace(base, alternatives=_at(base.alternatives, row["code"]))
        if base.period is None or base.period.unit != "day":
            return replace(base, type="TIME", value=value, given=(*base.given, "part of day"))
        first, last = int(row["first"]) * 60, int(row["last"]) * 60
        return replace(
            base,
            type="TIME",
            value=value,
            start_time=moment(base.period.first, first, None),
            end_time=moment(base.period.first, last, None),
            granularity="day",
            given=(*base.given, "part of day"),
        )
