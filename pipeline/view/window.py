"""The window: the stretch of time that the lanes show, in milliseconds since 1970-01-01, half-open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.view.certainty import DAY_MS, Floats

SHORTEST = DAY_MS / 4
# The first window shows at most so many events; a wider one must win enough events for its length.
# Weights chosen on the layouts of the seed article: 15 events in four weeks are shown, a sixteenth four months before is not.
FIRST_EVENTS = 40
LENGTH_WEIGHT = 0.1
LENGTH_FLOOR = 14 * DAY_MS
SHORTEST_FIRST = 10 * DAY_MS
CROWDED = 3000  # from so many events on, the first window shows nearly all of them as counts
FAR = 0.01  # of them may lie outside it on each side: one date of antiquity must not squeeze the rest into a corner
EARLIEST, LATEST = -4_371_587 * DAY_MS, 2_932_897 * DAY_MS  # years -9999 to 9999, which is what Plotly's axes reach


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch [lo, hi) of at least six hours."""

    lo: float
    hi: float

    @property
    def length(self) -> float:
        """Its length in milliseconds."""
        return self.hi - self.lo

    def zoomed(self, factor: float) -> Window:
        """Return the window about the same middle, `factor` times as long."""
        half = max(self.length * factor, SHORTEST) / 2
        middle = (self.lo + self.hi) / 2
        return Window(max(middle - half, EARLIEST), min(middle + half, LATEST))

    def at(self, moment: float) -> Window:
        """Return a window of the same length about a moment."""
        return Window(moment - self.length / 2, moment + self.length / 2)


def whole(lo: Floats, hi: Floats) -> Window:
    """Return the window of all stretches with a margin; one about 1970 when there is none."""
    if not np.isfinite(lo).any():
        return Window(0.0, 30 * DAY_MS)
    first, last = float(np.nanmin(lo)), float(np.nanmax(hi))
    margin = max((last - first) * 0.04, DAY_MS)
    return Window(first - margin, last + margin)


def first_window(lo: Floats, hi: Floats) -> Window:
    """Return the window to open with: many events in little time, with room for labels at the right.

    A crowd is shown from end to end. Else, of all runs of up to FIRST_EVENTS events in a row, the window shows the one with the best
    log(count) - LENGTH_WEIGHT * log(length).
    """
    known = np.isfinite(lo)
    starts, ends = lo[known], hi[known]
    if not starts.size:
        return whole(lo, hi)
    if starts.size > CROWDED:
        far = int(starts.size * FAR)
        bulk = np.sort(starts)[far : starts.size - far]
        return whole(bulk[:1], bulk[-1:])
    best, run = -np.inf, (0, 1)
    for count in range(1, min(FIRST_EVENTS, starts.size) + 1):
        lengths = starts[count - 1 :] - starts[: starts.size - count + 1]
        scores = np.log(count) - LENGTH_WEIGHT * np.log(lengths + LENGTH_FLOOR)
        place = int(np.flatnonzero(scores == scores.max())[-1])
        if scores[place] >= best:
            best, run = float(scores[place]), (place, place + count)
    first = float(starts[run[0]])
    length = max(float(starts[run[1] - 1]) - first, SHORTEST_FIRST)
    last_end = float(np.max(ends[run[0] : run[1]]))
    return about(first, min(max(last_end, first + length), first + 1.3 * length))


def about(first: float, last: float) -> Window:
    """Return a window of a stretch with margins: a little before it, more behind it, where labels stand."""
    length = max(last - first, DAY_MS)
    return Window(first - 0.06 * length, last + 0.24 * length)


def read_window(text: str) -> Window | None:
    """Read the link's form, `lo..hi` in whole seconds since 1970; None for anything else."""
    try:
        lo, hi = (float(part) * 1000 for part in text.split(".."))
    except ValueError:
        return None
    return Window(lo, hi) if lo >= EARLIEST and hi <= LATEST and hi - lo >= SHORTEST else None


def write_window(window: Window) -> str:
    """Write a window for the link.

    >>> read_window(write_window(Window(0.0, DAY_MS))) == Window(0.0, DAY_MS)
    True
    """
    return f"{round(window.lo / 1000)}..{round(window.hi / 1000)}"
