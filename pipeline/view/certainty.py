"""What a row knows of its time, as a kind of extent to draw. Shape means certainty; colour never does.

Times are milliseconds since 1970-01-01 on the wall clock as written, half-open, as floats; NaN = unknown or open.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from pipeline.day import Day

DAY_MS = 86_400_000.0
Kind = Literal["exact", "interval", "approximate", "within", "unknown_start", "open_end", "deadline", "undated"]
Manner = Literal["happened", "planned", "denied", "hypothetical"]
Soft = Literal["both", "start", "end"]

_FINE = ("minute", "hour", "day")
_SPANNING = ("since", "until", "between")
_MANNERS: dict[str, Manner] = {"planned": "planned", "expected": "planned", "denied": "denied", "hypothetical": "hypothetical"}


@dataclass(frozen=True, slots=True)
class Extent:
    """One row's extent in time.

    `lo`, `hi` is the stretch that is known (half-open). `draw_lo`, `draw_hi` is the bar to draw; NaN where only the page's
    width can say how long a tail of unknown length looks. `by_publication` says that the text itself gives no date.
    `soft` is the end that an approximate stretch is vague at.
    """

    kind: Kind
    manner: Manner
    lo: float = math.nan
    hi: float = math.nan
    draw_lo: float = math.nan
    draw_hi: float = math.nan
    by_publication: bool = False
    soft: Soft = "both"

    @property
    def middle(self) -> float:
        """Where the mark stands: noon of an exact day, the middle of a stretch."""
        return (self.lo + self.hi) / 2


def _missing(value: object) -> bool:
    return value is None or value == "" or bool(pd.isna(value))  # type: ignore[call-overload,unused-ignore]


def day_ms(iso: object) -> float:
    """Return the first instant of an ISO day, NaN for none; years before 1 are fine.

    >>> day_ms("1970-01-02") == DAY_MS
    True
    """
    return math.nan if _missing(iso) else Day.parse(str(iso)).ordinal * DAY_MS


def _stamp_ms(stamp: Any) -> float:
    return math.nan if _missing(stamp) else float(np.datetime64(stamp, "ms").astype(np.int64))


def published_ms(published: object) -> float:
    """Return the instant up to which an article can report: the end of its publication day, or the time it states."""
    if _missing(published):
        return math.nan
    text = str(published)
    if len(text.lstrip("-")) > 10:
        return _stamp_ms(dt.datetime.fromisoformat(text).replace(tzinfo=None))
    return day_ms(text) + DAY_MS


def _ends(row: Mapping[str, Any]) -> tuple[float, float]:
    first, last = day_ms(row["first_day"]), day_ms(row["last_day"]) + DAY_MS
    if row["granularity"] in ("minute", "hour"):
        start, end = _stamp_ms(row["start"]), _stamp_ms(row["end"])
        first = start if not math.isnan(start) else first
        last = end if not math.isnan(end) else last
    return first, last


def _kind(row: Mapping[str, Any], first: float, last: float) -> Kind:
    no_first, no_last = math.isnan(first), math.isnan(last)
    if no_first and no_last:
        return "undated"
    if row["status"] == "deadline" and not no_last:
        return "deadline"
    if no_first or no_last:
        return "unknown_start" if no_first else "open_end"
    if row["granularity"] == "fuzzy" or "~" in str(row["date"]):
        return "approximate"
    if row["granularity"] in _FINE or row["time_relation"] in _SPANNING or row["status"] == "ongoing":
        return "exact" if last - first <= DAY_MS else "interval"
    return "within"


def _soft(edtf: str) -> Soft:
    """Return which end of an EDTF stretch is approximate.

    >>> _soft("2021~/2022-02-28"), _soft("1943-23")
    ('start', 'both')
    """
    first, _, last = edtf.partition("/")
    if not last or ("~" in first) == ("~" in last):
        return "both"
    return "start" if "~" in first else "end"


def extent_of(row: Mapping[str, Any]) -> Extent:
    """Read an event table row (a mapping of its columns) and return its extent."""
    first, last = _ends(row)
    kind = _kind(row, first, last)
    manner = _MANNERS.get(row["status"], "happened")
    if kind == "undated":
        return Extent(kind, manner)
    by_publication = row["date_basis"] == "publication"
    lo = last if math.isnan(first) else first
    hi = first if math.isnan(last) else last
    published = published_ms(row["published"])
    draw_lo, draw_hi = first, last
    if kind == "deadline" and math.isnan(first) and published < last:
        draw_lo = published
    elif kind == "open_end" and manner == "happened" and published > first:
        draw_hi = published
    elif kind == "open_end" and manner == "planned" and by_publication:
        draw_lo = max(first, published)  # what the article only expects comes after it
    return Extent(kind, manner, lo, hi, draw_lo, draw_hi, by_publication, _soft(str(row["date"])))
