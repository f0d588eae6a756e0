"""Where nothing happened: the long gaps between the events that are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from pipeline.view.certainty import DAY_MS
from pipeline.view.event_view import EventView
from pipeline.view.members import Rows
from pipeline.view.window import Window

SHORTEST_GAP = 3 * DAY_MS
LEAST_SHARE = 0.12  # of the window
MOST_GAPS = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch [lo, hi) in which no drawn event begins, ends or takes place; `alone` if none goes on through it either."""

    lo: float
    hi: float
    alone: bool

    @property
    def words(self) -> str:
        """Say how long nothing happened.

        >>> Gap(0.0, 23 * DAY_MS, True).words, Gap(0.0, 800 * DAY_MS, False).words
        ('nothing for 23 days', 'nothing new for 2 years')
        """
        days = int((self.hi - self.lo) // DAY_MS)
        number, unit = (days, "day") if days < 61 else (round(days / 30.4), "month") if days < 700 else (round(days / 365.25), "year")
        return f"nothing {'' if self.alone else 'new '}for {number} {unit}{'' if number == 1 else 's'}"


def find_gaps(view: EventView, rows: Rows, window: Window, until: float = math.nan) -> list[Gap]:
    """Return the longest gaps between the rows (in order of time) inside the window, in order of time.

    `until` is the latest publication (NaN: unknown): of what comes after it nobody can say yet that nothing happened.
    """
    lo = np.where(view.extents.is_kind("unknown_start")[rows], view.hi[rows], view.lo[rows])
    hi = np.where(view.extents.is_kind("open_end")[rows], view.lo[rows], view.hi[rows])
    seen = (hi > window.lo) & (lo < window.hi)
    order = np.argsort(lo[seen], kind="stable")
    lo, hi = lo[seen][order], np.maximum.accumulate(hi[seen][order]) if seen.any() else hi[seen]
    begin, end = hi[:-1], lo[1:]
    least = max(SHORTEST_GAP, LEAST_SHARE * window.length)
    wide = np.flatnonzero((end - begin >= least) & ~(end > until))
    longest = wide[np.argsort(begin[wide] - end[wide], kind="stable")][:MOST_GAPS]
    through = view.covering
    return [Gap(float(begin[n]), float(end[n]), not through(float(begin[n]), float(end[n]))[rows].any()) for n in np.sort(longest)]
