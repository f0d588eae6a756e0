"""Where an extent lies on the screen: pixels from the left edge of the plot, clipped to it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pipeline.view.certainty import Extent
from pipeline.view.window import Window

MARK = 6.0  # half a mark's width
TAIL = 90.0  # what an open or unknown end is drawn over
LEAD = 64.0  # what a deadline without a known beginning is drawn over
NARROWEST = 8.0  # no bar is thinner


@dataclass(frozen=True, slots=True)
class Span:
    """`left` to `right` is all that is drawn; `core_left` to `core_right` the part that does not fade; `mark` the symbol (NaN: none)."""

    left: float
    right: float
    core_left: float
    core_right: float
    mark: float = math.nan


@dataclass(frozen=True, slots=True)
class Scale:
    """Time to pixels: the window over a plot of `width` pixels."""

    window: Window
    width: float

    def x(self, moment: float) -> float:
        """Return the pixel of a moment."""
        return (moment - self.window.lo) / self.window.length * self.width

    def moment(self, x: float) -> float:
        """Return the moment of a pixel."""
        return self.window.lo + x / self.width * self.window.length

    def clip(self, x: float) -> float:
        """Return the pixel, or the edge it lies beyond."""
        return min(max(x, 0.0), self.width)


def _stretch(left: float, right: float) -> tuple[float, float]:
    if right - left >= NARROWEST:
        return left, right
    middle = (left + right) / 2
    return middle - NARROWEST / 2, middle + NARROWEST / 2


def span_of(extent: Extent, scale: Scale) -> Span:
    """Return the span of an extent that has a date, or lies ahead of its publication."""
    x_lo, x_hi = scale.x(extent.lo), scale.x(extent.hi)
    if extent.kind == "exact":
        mark = (x_lo + x_hi) / 2
        return _clipped(scale, mark - MARK, mark + MARK, (mark, mark), mark)
    if extent.kind == "deadline":
        left = x_hi - LEAD if math.isnan(extent.draw_lo) else scale.x(extent.draw_lo)
        left, right = _stretch(left, x_hi)
        return _clipped(scale, left, right, (left, right))
    if extent.kind == "ahead":
        begin = scale.x(extent.draw_lo)
        return _clipped(scale, begin, begin + LEAD + TAIL, (begin, begin + LEAD))
    if extent.kind == "unknown_start":
        return _clipped(scale, x_hi - TAIL, x_hi, (x_hi, x_hi))
    if extent.kind == "open_end":
        begin = x_lo if math.isnan(extent.draw_lo) else scale.x(extent.draw_lo)
        solid = begin if extent.manner == "happened" else begin + LEAD / 2
        core = max(solid if math.isnan(extent.draw_hi) else scale.x(extent.draw_hi), 0.0)  # left of the window: it may still go on
        return _clipped(scale, begin, core + TAIL, (begin, core))
    left, right = _stretch(x_lo, x_hi)
    known_end = extent.kind == "interval" or (extent.kind == "approximate" and extent.soft != "both")
    mark = math.nan if known_end else (left + right) / 2
    if not math.isnan(mark):
        left, right = min(left, mark - MARK), max(right, mark + MARK)
    return _clipped(scale, left, right, (left, right), mark)


def _clipped(scale: Scale, left: float, right: float, core: tuple[float, float], mark: float = math.nan) -> Span:
    shown_mark = mark if 0 <= mark <= scale.width else math.nan
    return Span(scale.clip(left), scale.clip(right), scale.clip(core[0]), scale.clip(core[1]), shown_mark)
