"""Counting instead of drawing: the overview strip, and the lanes when there are too many events to draw one by one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.view.certainty import Floats
from pipeline.view.event_view import EventView
from pipeline.view.lane_groups import Lanes
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


def strip_window(everything: Window, window: Window) -> Window:
    """Return what the overview shows: everything, or as much around the window as leaves its lens visible."""
    longest = WIDEST_STRIP * window.length
    if everything.length <= longest:
        return Window(min(everything.lo, window.lo), max(everything.hi, window.hi))
    lo = max(everything.lo, (window.lo + window.hi - longest) / 2)
    lo = min(lo, everything.hi - longest)
    return Window(min(lo, window.lo), max(lo + longest, window.hi))


def _bins(moments: Floats, window: Window, bins: int) -> Counts:
    """Return the bin of each moment; what lies outside the window has a number below 0 or from `bins` on."""
    return np.floor((moments - window.lo) * (bins / window.length)).astype(np.int64)


def overview(moments: Floats, strip: Window) -> Counts:
    """Return the number of events in each of OVERVIEW_BINS equal bins of the strip; NaN and what lies outside it are left out."""
    inside = moments[(moments >= strip.lo) & (moments < strip.hi)]
    return np.bincount(_bins(inside, strip, OVERVIEW_BINS).clip(0, OVERVIEW_BINS - 1), minlength=OVERVIEW_BINS)


def plan_density(view: EventView, lanes: Lanes, window: Window) -> DensityPlan:
    """Count the rows by lane and bin: each once, at its middle, or at the window's edge that it reaches over."""
    n_lanes = len(lanes.names)
    bins = _bins(view.middle[lanes.rows], window, LANE_BINS).clip(0, LANE_BINS - 1)
    counts = np.bincount(lanes.of * LANE_BINS + bins, minlength=n_lanes * LANE_BINS).reshape(n_lanes, LANE_BINS)
    edges = np.linspace(window.lo, window.hi, LANE_BINS + 1)
    return DensityPlan(tuple(zip(lanes.names, lanes.counts.tolist(), strict=True)), counts, edges)
