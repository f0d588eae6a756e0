"""What a time expression resolves to, before it is tied to its place in the text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pipeline.day import Day
from pipeline.records import Granularity, TimexType
from pipeline.timex.calendar import Period
from pipeline.timex.edtf import edtf_of, timex_value

Side = Literal["past", "future", "present", ""]

_GRANULARITY: dict[str, Granularity] = {"half": "fuzzy", "season": "fuzzy", "weekend": "day", "century": "fuzzy", "millennium": "fuzzy"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The calendar side of a Timex (see pipeline.records.Timex for each field).

    `because` is the reason behind the arrow; `period` is what later expressions may count from (None = nothing to count from).
    """

    type: TimexType
    value: str
    mod: str = ""
    edtf: str = ""
    first: Day | None = None
    last: Day | None = None
    start_time: dt.datetime | None = None
    end_time: dt.datetime | None = None
    granularity: Granularity | None = None
    given: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    anchor: str = ""
    relative: bool = False
    direction: Side = ""
    because: str = ""
    period: Period | None = None
    alternatives: tuple[tuple[str, float], ...] = ()


def granularity_of(period: Period) -> Granularity:
    """Return the precision of a stretch's end points as the event table counts it."""
    if period.unit in _GRANULARITY:
        return _GRANULARITY[period.unit]
    return period.unit  # type: ignore[return-value]


def from_period(period: Period, given: tuple[str, ...] = (), because: str = "") -> Resolved:
    """Return the plain reading of a stretch that the text states in full."""
    return Resolved(
        "DATE",
        timex_value(period),
        edtf=edtf_of(period),
        first=period.first,
        last=period.last,
        granularity=granularity_of(period),
        given=given or (period.unit,),
        because=because,
        period=period,
    )
