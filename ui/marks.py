"""How an extent is drawn. Shape means certainty: bars, fades, end stops and symbols, gathered as Plotly traces (plain dicts)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from pipeline.view.certainty import Extent, Soft
from pipeline.view.event_view import EventView
from pipeline.view.lanes import Placed, is_passed
from pipeline.view.spans import Scale
from pipeline.view.type_groups import ShownType, shown_types
from ui.theme import Theme

Trace = dict[str, Any]
BAR = 11.0  # a bar's height, pixels
MOST_FADES = 80  # gradient fills are one trace each: beyond so many the rest is drawn pale
CUT = 0.3  # strength of an approximate bar where the window cuts it, at least
SILENT: Trace = {"hoverinfo": "skip", "showlegend": False}


class Ink:
    """Collects the marks of one chart; `traces` returns them, deepest first."""

    def __init__(self, scale: Scale, theme: Theme, until: float = math.nan) -> None:
        self.scale, self.theme, self.until = scale, theme, until
        self.bars: list[tuple[float, float, float, str, str]] = []
        self.hatched: list[tuple[float, float, float, str, str]] = []
        self.fades: list[Trace] = []
        self.points: list[tuple[float, float, str, str, float, float]] = []

    def bar(self, left: float, right: float, y: float, *, fill: str, edge: str, hatch: bool = False) -> None:
        """Add a bar from `left` to `right` pixels, hatched in the edge's colour if asked."""
        if right - left > 0.5:
            self.bars.append((left, right, y, fill, edge))
            if hatch:
                self.hatched.append((left, right, y, edge, edge))

    def fade(self, left: float, right: float, y: float, stops: Sequence[tuple[float, str]]) -> None:
        """Add a bar whose colour runs through the stops (0 = left, 1 = right)."""
        if right - left < 1:
            return
        if len(self.fades) >= MOST_FADES:
            self.bar(left, right, y, fill=stops[len(stops) // 2][1], edge="rgba(0,0,0,0)")
            return
        x0, x1 = self.scale.moment(left), self.scale.moment(right)
        top, bottom = y - BAR / 2, y + BAR / 2
        gradient = {"type": "horizontal", "colorscale": [list(stop) for stop in stops]}
        box = {"x": [x0, x1, x1, x0, x0], "y": [top, top, bottom, bottom, top], "fill": "toself", "fillgradient": gradient}
        self.fades.append({"type": "scatter", "mode": "lines", "line": {"width": 0}, **box, **SILENT})

    def point(self, x: float, y: float, symbol: str, colour: str, size: float = 11.0) -> None:
        """Add a symbol at a pixel inside the plot."""
        if 0 <= x <= self.scale.width:
            self.points.append((x, y, symbol, colour, size, 2.0 if "open" in symbol or symbol.startswith("line") else 0.0))

    def stop(self, x: float, y: float, colour: str, *, thick: bool) -> None:
        """Add an upright end stop."""
        if 0 < x < self.scale.width:
            self.points.append((x, y, "line-ns", colour, 10.0 if thick else 5.5, 4.0 if thick else 1.5))

    def traces(self) -> list[Trace]:
        """Return the bars, the fades and the symbols."""
        return [self._bar_trace(self.bars, ""), self._bar_trace(self.hatched, "/"), *self.fades, self._point_trace()]

    def _bar_trace(self, bars: Sequence[tuple[float, float, float, str, str]], pattern: str) -> Trace:
        left, right, y, fill, edge = zip(*bars, strict=True) if bars else ((),) * 5
        base = [self.scale.moment(x) for x in left]
        return {
            "type": "bar",
            "orientation": "h",
            "base": base,
            "y": list(y),
            "width": BAR,
            "x": [self.scale.moment(x) - start for x, start in zip(right, base, strict=True)],
            "marker": {
                "color": list(fill),
                "line": {"color": list(edge), "width": 1.2},
                "cornerradius": 2,
                "pattern": {"shape": pattern, "size": 5, "solidity": 0.28},
            },
            **SILENT,
        }

    def _point_trace(self) -> Trace:
        x, y, symbol, colour, size, line = zip(*self.points, strict=True) if self.points else ((),) * 6
        marker = {"symbol": list(symbol), "color": list(colour), "size": list(size), "opacity": 1}
        marker["line"] = {"color": list(colour), "width": list(line)}
        return {"type": "scatter", "mode": "markers", "x": [self.scale.moment(at) for at in x], "y": list(y), "marker": marker, **SILENT}


def symbol_of(extent: Extent, shown: ShownType) -> str:
    """Return the symbol: solid for what happened, hollow for what is not certain to, with a dot when only the publication dates it."""
    if extent.by_publication:
        return f"{shown.symbol}-open-dot"
    return shown.symbol if extent.manner == "happened" and extent.kind != "within" else f"{shown.symbol}-open"


def draw_event(ink: Ink, view: EventView, placed: Placed) -> None:
    """Add one event's marks."""
    extent = view.extents[placed.row]
    shown = shown_types()[view.table["event_type"].iloc[placed.row]]
    colour = ink.theme.palette[shown.group]
    _EXTENTS[extent.kind](ink, placed, extent, colour)
    if not math.isnan(placed.span.mark):
        ink.point(placed.span.mark, placed.y, symbol_of(extent, shown), colour)
    elif extent.by_publication:
        known = placed.span.core_left if extent.kind == "open_end" else placed.span.right
        ink.point(known, placed.y, symbol_of(extent, shown), colour)


def _fill(ink: Ink, extent: Extent, colour: str) -> tuple[str, bool]:
    """Return a bar's fill, and whether it is hatched, for the manner of its event."""
    if extent.manner == "happened":
        return colour, False
    return ink.theme.paper, extent.manner == "planned"


def _exact(_ink: Ink, _placed: Placed, _extent: Extent, _colour: str) -> None:
    """Nothing but the mark: a band as wide as the day would look like "some time within"."""


def _interval(ink: Ink, placed: Placed, extent: Extent, colour: str) -> None:
    fill, hatch = _fill(ink, extent, colour)
    ink.bar(placed.span.left, placed.span.right, placed.y, fill=fill, edge=colour, hatch=hatch)


def _within(ink: Ink, placed: Placed, _extent: Extent, colour: str) -> None:
    span, pale = placed.span, ink.theme.faded(colour, 0.2)
    ink.bar(span.left, span.right, placed.y, fill=pale, edge="rgba(0,0,0,0)")
    ink.stop(span.left, placed.y, colour, thick=False)
    ink.stop(span.right, placed.y, colour, thick=False)


def profile(soft: Soft, place: float) -> float:
    """Return how strong (0 to 1) an approximate bar is at a place between its ends (0 and 1): full in the middle and at a firm end."""
    from_start = 1.0 if soft == "end" else place / 0.5
    from_end = 1.0 if soft == "start" else (1 - place) / 0.5
    return max(min(from_start, from_end, 1.0), 0.0)


def _approximate(ink: Ink, placed: Placed, extent: Extent, colour: str) -> None:
    """A bar that the window cuts keeps the strength that it has there (never too pale to be seen), so its end is not faked."""
    span, lo, hi = placed.span, ink.scale.x(extent.lo), ink.scale.x(extent.hi)
    if hi - lo < span.right - span.left:  # too short for its true length
        lo, hi = span.left, span.right
    first, last = (span.left - lo) / (hi - lo), (span.right - lo) / (hi - lo)
    places = [first, *([0.5] if first < 0.5 < last else []), last]
    stops = []
    for place in places:
        cut = 0.0 < place < 1.0
        strength = max(profile(extent.soft, place), CUT if cut else 0.0)
        stops.append(((place - first) / (last - first), ink.theme.faded(colour, round(0.6 * strength, 3))))
    ink.fade(span.left, span.right, placed.y, stops)
    if first > 0:
        ink.point(span.left + 5, placed.y, "triangle-left", colour, 9.0)
    if last < 1:
        ink.point(span.right - 5, placed.y, "triangle-right", colour, 9.0)


def _unknown_start(ink: Ink, placed: Placed, extent: Extent, colour: str) -> None:
    span = placed.span
    full = colour if extent.manner == "happened" else ink.theme.faded(colour, 0.45)
    ink.fade(span.left, span.right, placed.y, [(0.0, ink.theme.faded(colour, 0.06)), (1.0, full)])
    ink.point(span.left + 4, placed.y, "triangle-left", colour, 9.0)
    ink.stop(span.right, placed.y, colour, thick=False)


def _open_end(ink: Ink, placed: Placed, extent: Extent, colour: str) -> None:
    span = placed.span
    happened = extent.manner == "happened"
    full = colour if happened else ink.theme.faded(colour, 0.45)
    fill, hatch = _fill(ink, extent, colour)
    ink.bar(span.core_left, span.core_right, placed.y, fill=fill, edge=colour, hatch=hatch)
    ink.fade(span.core_right, span.right, placed.y, [(0.0, full), (1.0, ink.theme.faded(colour, 0.04))])
    ink.point(span.right - 4, placed.y, "triangle-right" if happened else "triangle-right-open", colour, 9.0)
    ink.stop(span.core_left, placed.y, colour, thick=False)


def _ahead(ink: Ink, placed: Placed, _extent: Extent, colour: str) -> None:
    """Hollow from the publication on, without a stop, which would look like a first day, and fading: nobody says when."""
    span = placed.span
    ink.bar(span.core_left, span.core_right, placed.y, fill=ink.theme.paper, edge=ink.theme.faded(colour, 0.55), hatch=True)
    ink.fade(span.core_right, span.right, placed.y, [(0.0, ink.theme.faded(colour, 0.3)), (1.0, ink.theme.faded(colour, 0.04))])
    ink.point(span.right - 4, placed.y, "triangle-right-open", colour, 9.0)


def _deadline(ink: Ink, placed: Placed, extent: Extent, colour: str) -> None:
    """Hatched up to a thick end; one that had passed when the latest article appeared is pale, with a thin end."""
    passed = is_passed(extent, ink.until)
    edge = ink.theme.faded(colour, 0.4) if passed else colour
    ink.bar(placed.span.left, placed.span.right, placed.y, fill=ink.theme.paper, edge=edge, hatch=True)
    ink.stop(placed.span.right, placed.y, colour, thick=not passed)


_EXTENTS = {
    "exact": _exact,
    "interval": _interval,
    "within": _within,
    "approximate": _approximate,
    "unknown_start": _unknown_start,
    "open_end": _open_end,
    "deadline": _deadline,
    "ahead": _ahead,
}
