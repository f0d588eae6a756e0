"""Counting instead of drawing: the overview strip, and the lanes when there are too many events to draw one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.view.event_view import EventView, Floats
from pipeline.view.lanes import ranked_lanes, speech
from pipeline.view.window import Window

OVERVIEW_BINS, LANE_BINS = 240, 120
WIDEST_STRIP = 60  # the overview is at most so many windows long: a lens on it stays wide enough to see
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class DensityPlan:
    """Counts by lane and bin; `edges` are the bins' borders in ms."""

    lanes: tuple[tuple[str, int], ...]
    counts: Counts
    edges: Floats


def middles(lo: Floats, hi: Floats) -> Floats:
    """Return where each event is counted: the middle of what is known of its time."""
    return np.asarray((lo + hi) / 2)


def strip_window(everything: Window, window: Window) -> Window:
    """Return what the overview shows: everything, or as much around the window as leaves its lens visible."""
    longest = WIDEST_STRIP * window.length
    if everything.length <= longest:
        return Window(min(everything.lo, window.lo), max(everything.hi, window.hi))
    lo = max(everything.lo, (window.lo + window.hi - longest) / 2)
    lo = min(lo, everything.hi - longest)
    return Window(min(lo, window.lo), max(lo + longest, window.hi))


def overview(moments: Floats, strip: Window) -> Counts:
    """Return the number of events in each of OVERVIEW_BINS equal bins of the strip."""
    return np.histogram(moments[np.isfinite(moments)], bins=OVERVIEW_BINS, range=(strip.lo, strip.hi))[0].astype(np.int64)


def plan_density(view: EventView, rows: Sequence[int], names: Sequence[str], window: Window) -> DensityPlan:
    """Count the rows by lane and bin."""
    moments = middles(view.lo, view.hi)
    edges = np.linspace(window.lo, window.hi, LANE_BINS + 1)
    ranked = ranked_lanes(names, rows, speech(view))
    counts = [np.histogram(moments[members], bins=edges)[0] for _, members in ranked]
    return DensityPlan(
        tuple((name, len(members)) for name, members in ranked), np.array(counts, dtype=np.int64).reshape(-1, LANE_BINS), edges
    )
