"""The overview strip: how many events lie where, and a lens on what the lanes show. Dragging over it chooses a new window."""

from __future__ import annotations

from typing import Any

import numpy as np

from pipeline.view.density import OVERVIEW_BINS, Counts
from pipeline.view.lanes import NARROW
from pipeline.view.ticks import ticks, with_year
from pipeline.view.window import Window
from ui.plot_frame import FONT
from ui.theme import Theme

HEIGHT, BARS, LOWEST = 54, 34.0, 5.0  # pixels: the strip, its tallest bar, its lowest one
NARROWEST_LENS = 6.0
GROUND = 9  # pixels from the strip's foot: no place on it is farther than the hover's distance
_STILL = {"marker": {"opacity": 1}}


def _bars(counts: Counts, strip: Window, window: Window, theme: Theme) -> list[dict[str, Any]]:
    """Return the bars left of the window, in it, and right of it: a trace for each, since Plotly warns of colours in an array."""
    tallest, step = max(int(counts.max(initial=0)), 1), strip.length / OVERVIEW_BINS
    heights = np.where(counts > 0, LOWEST + (BARS - LOWEST) * (counts / tallest) ** 0.5, 0).round().astype(int)
    middles = strip.lo + (np.arange(OVERVIEW_BINS) + 0.5) * step
    first, last = np.searchsorted(middles, window.lo), np.searchsorted(middles, window.hi, side="right")
    pale = theme.faded(theme.muted, 0.5)
    return [
        {
            "type": "bar",
            "x0": float(middles[start]),
            "dx": step,
            "y": heights[start:end].tolist(),
            "width": step * 0.96,
            "marker": {"color": colour, "line": {"width": 0}},
            "customdata": counts[start:end].tolist(),
            "hovertemplate": "%{customdata} events<extra></extra>",
            "selected": _STILL,
            "unselected": _STILL,
        }
        for start, end, colour in ((0, first, pale), (first, last, theme.accent), (last, OVERVIEW_BINS, pale))
        if start < end
    ]


def _places(strip: Window) -> dict[str, float]:
    """Return the middles of the bins as Plotly takes a regular row of them."""
    step = strip.length / OVERVIEW_BINS
    return {"x0": strip.lo + step / 2, "dx": step}


def _ground(strip: Window) -> dict[str, Any]:
    """Return an invisible point for every bin: a click anywhere on the strip hits one, and a box always holds something to report."""
    ghost = {"marker": {"opacity": 0}}
    points = {**_places(strip), "y": [GROUND] * OVERVIEW_BINS, "marker": {"opacity": 0, "size": 4}}
    return {"type": "scatter", "mode": "markers", **points, "hoverinfo": "none", "selected": ghost, "unselected": ghost}


def _lens(strip: Window, window: Window, width: float, theme: Theme) -> dict[str, Any]:
    least = NARROWEST_LENS / width * strip.length
    box = {"type": "rect", "x0": window.lo, "x1": max(window.hi, window.lo + least), "y0": 0, "y1": BARS + 2}
    return {**box, "line": {"width": 1.3, "color": theme.accent}, "fillcolor": theme.faded(theme.accent, 0.08), "layer": "below"}


def _axis(strip: Window, width: float, theme: Theme) -> dict[str, Any]:
    shown = with_year(ticks(strip, max(int(width / 110), 2), margin=0.0), strip)
    return {
        "type": "date",
        "range": [strip.lo, strip.hi],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickmode": "array",
        "tickvals": [tick.moment for tick in shown],
        "ticktext": [tick.text for tick in shown],
        "tickfont": {"size": 11, "color": theme.muted},
        "ticks": "",
        "showline": True,
        "linecolor": theme.grid,
    }


def overview_figure(counts: Counts, strip: Window, window: Window, width: float, theme: Theme) -> dict[str, Any]:
    """Return the figure of the counts in the strip's bins, with the lens on the window; `width` is in pixels."""
    layout = {
        "xaxis": _axis(strip, width, theme),
        "yaxis": {"range": [0, BARS + 3], "visible": False, "fixedrange": True},
        "height": HEIGHT,
        "showlegend": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 17, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12, "color": theme.ink},
        "dragmode": False if width < NARROW else "select",  # a finger that drags scrolls the page; one that taps moves the window
        "selectdirection": "h",
        "hovermode": "closest",
        "hoverdistance": 30,
        "bargap": 0,
        "barmode": "overlay",
        "shapes": [_lens(strip, window, width, theme)],
        "newselection": {"line": {"color": theme.accent, "width": 1, "dash": "dot"}},
    }
    return {"data": [*_bars(counts, strip, window, theme), _ground(strip)], "layout": layout}
