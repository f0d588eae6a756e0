"""The overview strip: how many events lie where, and a lens on what the lanes show. Dragging over it chooses a new window."""

from __future__ import annotations

from typing import Any

from pipeline.view.density import OVERVIEW_BINS, Counts
from pipeline.view.ticks import ticks, with_year
from pipeline.view.window import Window
from ui.plot_frame import FONT
from ui.theme import Theme

HEIGHT, BARS, LOWEST = 54, 34.0, 5.0  # pixels: the strip, its tallest bar, its lowest one
NARROWEST_LENS = 6.0


def _bars(counts: Counts, strip: Window, window: Window, theme: Theme) -> dict[str, Any]:
    tallest, step = max(int(counts.max(initial=0)), 1), strip.length / OVERVIEW_BINS
    inside = [int(window.lo <= strip.lo + (number + 0.5) * step <= window.hi) for number in range(OVERVIEW_BINS)]
    still = {"marker": {"opacity": 1}}
    return {
        "type": "bar",
        **_places(strip),
        "y": [0 if count == 0 else round(LOWEST + (BARS - LOWEST) * float(count / tallest) ** 0.5) for count in counts.tolist()],
        "width": step * 0.96,
        "marker": {
            "color": inside,
            "colorscale": [[0, theme.faded(theme.muted, 0.5)], [1, theme.accent]],
            "cmin": 0,
            "cmax": 1,
            "line": {"width": 0},
        },
        "customdata": counts.tolist(),
        "hovertemplate": "%{customdata} events<extra></extra>",
        "selected": still,
        "unselected": still,
    }


def _places(strip: Window) -> dict[str, float]:
    """Return the middles of the bins as Plotly takes a regular row of them."""
    step = strip.length / OVERVIEW_BINS
    return {"x0": strip.lo + step / 2, "dx": step}


def _ground(strip: Window) -> dict[str, Any]:
    """Return an invisible point for every bin, so that a box drawn over the strip always holds something to report."""
    ghost = {"marker": {"opacity": 0}}
    points = {**_places(strip), "y": [1] * OVERVIEW_BINS, "marker": {"opacity": 0, "size": 4}}
    return {"type": "scatter", "mode": "markers", **points, "hoverinfo": "skip", "selected": ghost, "unselected": ghost}


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
        "dragmode": "select",
        "selectdirection": "h",
        "hovermode": "closest",
        "bargap": 0,
        "shapes": [_lens(strip, window, width, theme)],
        "newselection": {"line": {"color": theme.accent, "width": 1, "dash": "dot"}},
    }
    return {"data": [_bars(counts, strip, window, theme), _ground(strip)], "layout": layout}
