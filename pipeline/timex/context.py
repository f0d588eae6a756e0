"""What a time expression may be counted from: the publication day, what its sentence says of past and future, the last date told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from pipeline.day import Day
from pipeline.timex.calendar import Period, containing, is_finer
from pipeline.timex.fiscal import FiscalYear
from pipeline.timex.resolved import Side

_WEEKDAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def show_day(day: Day, weekday: bool = True) -> str:
    """Write a day for readers.

    >>> show_day(Day.of(2022, 3, 1))
    'Tue 1 Mar 2022'
    """
    year = str(day.year) if day.year > 0 else f"{1 - day.year} BC"
    return f"{_WEEKDAY_NAMES[day.weekday] + ' ' if weekday else ''}{day.day} {_MONTH_NAMES[day.month - 1]} {year}"


def month_name(month: int) -> str:
    """Return the short English name of a month, 1 to 12."""
    return _MONTH_NAMES[month - 1]


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way the sentence points, and the words that say so; `firm` if the verb that governs the expression says it.

    `from_past`: the verb looks ahead from a time of its own that is over ("said in May that it would close in June").
    """

    side: Side = ""
    cue: str = ""
    firm: bool = False
    from_past: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The dates told so far, newest last: what "that day" and "two weeks later" count from; at most eight are kept."""

    history: tuple[tuple[Period, str, int], ...] = ()

    def adding(self, period: Period, text: str, place: int) -> Told:
        """Return the memory with one more date, `place` being its offset."""
        return Told((*self.history[-7:], (period, text, place)))

    def last(self, finest: str = "day", since: int = 0) -> tuple[Period, str] | None:
        """Return the newest date that is told as finely as `finest` and fits into every coarser date told after it."""
        later: list[Period] = []
        for period, text, place in reversed(self.history):
            if place < since:
                return None
            if period.unit == finest or is_finer(period.unit, finest):  # type: ignore[arg-type]
                return (period, text) if all(coarser.holds(period) for coarser in later) else None
            later.append(period)
        return None

    def unit(self, unit: str, since: int = 0) -> tuple[Period, str] | None:
        """Return the month, year ... in which the newest date told lies."""
        found = self.last(unit, since)
        if found is None:
            return None
        return containing(unit, found[0].first), found[1]  # type: ignore[arg-type]

    def newest(self, since: int = 0) -> tuple[Period, str] | None:
        """Return the newest date told, however coarse."""
        if not self.history or self.history[-1][2] < since:
            return None
        return self.history[-1][0], self.history[-1][1]


@dataclass(frozen=True, slots=True)
class Context:
    """All that a meaning may look at when it resolves itself; `before` is the preposition in front of the expression.

    In a quotation whose sentence tells when it was said, `dct` is that day and `speech` the words that tell it.
    `told` holds the dates that the story counts from, `mentioned` those that only look aside as well ("that year"),
    `frame` the old year or month of which a passage of a news article tells ("In 1998 ...", "the strike of 1998, which began on 2 March").
    `hour` is the last moment told in the paragraph, which "six hours later" counts from; `of_now` is set in a sentence of a history
    that speaks of the present. `country` is the ISO code of the country that the sentence or article is about, looked for only where
    a holiday depends on it; `fiscal` the article's own fiscal year, where it states one.
    """

    dct: Day | None
    published: dt.datetime | None = None
    narrative: bool = False
    of_now: bool = False
    told: Told = field(default_factory=Told)
    mentioned: Told = field(default_factory=Told)
    frame: tuple[Period, str] | None = None
    hour: tuple[dt.datetime, str] | None = None
    direction: Direction = field(default_factory=Direction)
    before: str = ""
    sentence_start: int = 0
    southern: bool = False
    day_first: bool | None = None
    speech: str = ""
    country: str = ""
    fiscal: FiscalYear | None = None

    @property
    def anchor(self) -> str:
        """The day that relative words count from, as an anchor's text."""
        if self.speech:
            return f"'{self.speech}' (time of speech)"
        return f"published {self.dct}" if self.dct else ""

    @property
    def published_words(self) -> str:
        """The day that relative words count from, for the reason: publication, or the day of speech in a quotation."""
        if self.speech and self.dct:
            return f"said on {show_day(self.dct)} ('{self.speech}')"
        return f"published {show_day(self.dct)}" if self.dct else "no publication date"
