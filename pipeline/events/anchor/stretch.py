"""A stretch of the calendar with open or fuzzy ends, and its columns: EDTF (ISO 8601-2, level 0 and 1) and drawing timestamps."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pipeline.day import Day, month_length
from pipeline.records import Granularity


@dataclass(frozen=True, slots=True)
class Stretch:
    """`first`, `last` are inclusive days (None = open or unknown); `first_time`, `last_time` half-open wall-clock ends where said
    (drawn without their zone, as written).

    `edtf` may hold the string that an expression brought along; without it one is written from the days.
    `first_fuzzy`, `last_fuzzy` mark an end that is only about right.
    """

    first: Day | None
    last: Day | None
    granularity: Granularity | None = "day"
    first_time: dt.datetime | None = None
    last_time: dt.datetime | None = None
    edtf: str = ""
    first_fuzzy: bool = False
    last_fuzzy: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether neither end is known."""
        return self.first is None and self.last is None

    @property
    def is_day(self) -> bool:
        """Whether it is one calendar day."""
        return self.first is not None and self.first == self.last

    @property
    def start(self) -> dt.datetime | None:
        """Where a drawing begins; None for an open start or a year that timestamps do not reach."""
        return self.first_time.replace(tzinfo=None) if self.first_time else _midnight(self.first)

    @property
    def end(self) -> dt.datetime | None:
        """Where a drawing ends, exclusive; None for an open end or a year that timestamps do not reach."""
        if self.last_time:
            return self.last_time.replace(tzinfo=None)
        return None if self.last is None or self.last.year > 9998 else _midnight(self.last.plus(1))

    @property
    def date(self) -> str:
        """The EDTF string, "" when empty.

        >>> Stretch(None, Day.of(2022, 3, 7)).date, Stretch(Day.of(2021, 1, 1), Day.of(2022, 2, 28), "fuzzy", first_fuzzy=True).date
        ('../2022-03-07', '2021~/2022-02-28')
        """
        if self.edtf or self.is_empty:
            return self.edtf
        left = _edge(self.first, self.granularity, self.first_fuzzy, at_start=True)
        right = _edge(self.last, self.granularity, self.last_fuzzy, at_start=False)
        return left if left == right or self._is_one_unit() else f"{left}/{right}"

    def _is_one_unit(self) -> bool:
        """Whether both ends bound one whole month or year, so that one name says it."""
        if self.first is None or self.last is None or self.first_fuzzy or self.last_fuzzy:
            return False
        short = _edge(self.first, self.granularity, False, at_start=True)
        return short == _edge(self.last, self.granularity, False, at_start=False)


def _edge(day: Day | None, granularity: Granularity | None, fuzzy: bool, *, at_start: bool) -> str:
    if day is None:
        return ".."
    text, month_end = str(day), 1 if at_start else month_length(day.year, day.month)
    whole_month = day.day == month_end
    whole_year = whole_month and day.month == (1 if at_start else 12)
    if whole_year and (fuzzy or granularity in ("year", "decade")):
        text = text[:-6]
    elif whole_month and (fuzzy or granularity in ("month", "quarter", "year", "decade")):
        text = text[:-3]
    return text + ("~" if fuzzy else "")


def _midnight(day: Day | None) -> dt.datetime | None:
    if day is None or not 1 <= day.year <= 9999:
        return None
    return dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall clock as written, no zone
