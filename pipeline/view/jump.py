"""Going to a time: what a reader types in words, and the last month, quarter or year up to the latest publication."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from pipeline.day import Day
from pipeline.records import Timex
from pipeline.view.certainty import DAY_MS, Floats, published_ms
from pipeline.view.day_text import read_day
from pipeline.view.event_view import EventView, Mask
from pipeline.view.window import EARLIEST, LATEST, Window, about
from pipeline.view.words import day_of_ms

LONGEST_TYPED = 80
RECENT = {"Last month": 1, "Last quarter": 3, "Last year": 12}
"""How many months up to the latest publication each of the steps shows."""


def typed_days(text: str, find: Callable[[str], Sequence[Timex]]) -> tuple[Day, Day] | None:
    """Return the first and the last day of a time in words, None when there is none in them.

    What is no plain date goes to `find`, which returns the time expressions of a text: "early March 2022", "last spring", "the 1980s".
    Of several ("March to May 2022") the whole stretch is meant; an open end ends where it is known.

    >>> [str(day) for day in typed_days("March 2022", lambda text: ())]
    ['2022-03-01', '2022-03-31']
    """
    text = " ".join(text.split())[:LONGEST_TYPED]
    first, last = read_day(text), read_day(text, end=True)
    if first is not None and last is not None:
        return first, last
    found = [day for timex in (find(text) if text else ()) for day in (timex.first_day, timex.last_day) if day is not None]
    return (min(found), max(found)) if found else None


def window_of_days(first: Day, last: Day) -> Window:
    """Return a window of whole days with margins, within what the page can show."""
    window = about(first.ordinal * DAY_MS, (last.ordinal + 1) * DAY_MS)
    return Window(max(window.lo, EARLIEST), min(window.hi, LATEST))


def publication_days(view: EventView) -> Floats:
    """Return `published_ms` of each text in the column of publication dates, and NaN behind them for the missing one."""
    if "published ms" not in view.kept:
        view.kept["published ms"] = np.array([*map(published_ms, view.codes("published").texts), np.nan])
    found: Floats = view.kept["published ms"]
    return found


def latest_publication(view: EventView, mask: Mask) -> float:
    """Return the instant up to which the rows can report, NaN when no publication date is known; see `published_ms`."""
    there = np.flatnonzero(np.bincount(view.codes("published").codes[mask] + 1)) - 1
    moments = publication_days(view)[there]
    return float(np.nanmax(moments)) if np.isfinite(moments).any() else float("nan")


def recent(until: float, months: int) -> Window:
    """Return the window of the last months up to an instant, with a little room behind it.

    >>> recent(Day(2022, 3, 2).ordinal * DAY_MS, 1).lo == Day(2022, 2, 2).ordinal * DAY_MS
    True
    """
    start = day_of_ms(until).plus_months(-months).ordinal * DAY_MS
    return Window(start, until + 0.08 * (until - start))


def base_date(until: float) -> date | None:
    """Return the day that "yesterday" counts from: that of the latest publication."""
    if np.isnan(until):
        return None
    day = day_of_ms(until - 1)
    return date(day.year, day.month, day.day) if day.year >= 1 else None
