"""The overview strip: how many events lie where, and a lens on what the lanes show. Dragging over it chooses a new window."""

from __future__ import annotations

from typing import Any

from pipeline.view.density import OVERVIEW_BINS, Counts
from pipeline.view.ticks import ticks, with_year
from pipeline.view.window import Window
from ui.plot_frame import FONT
from ui.theme import Theme

HEIGHT, BARS = 54, 34.0
NARROWEST_LENS = 6.0


def overview_figure(counts: Counts, strip: Window, window: Window, width: float, theme: Theme) -> dict[str, Any]:
    """Return the figure; every bin has a point on the ground line, so that a box always holds something to report."""
    step = strip.length / OVERVIEW_BINS
    moments = [strip.lo + (number + 0.5) * step for number in range(OVERVIEW_BINS)]
    tallest = max(int(counts.max(initial=0)), 1)
    heights = [0.0 if count == 0 else 5 + (BARS - 5) * float(count / tallest) ** 0.5 for count in counts]
    inside = [window.lo <= moment <= window.hi for moment in moments]
    colours = [theme.accent if is_inside else theme.faded(theme.muted, 0.5) for is_inside in inside]
    least = NARROWEST_LENS / width * strip.length
    lens_lo, lens_hi = window.lo, max(window.hi, window.lo + least)
    still = {"marker": {"opacity": 1}}
    ghost = {"marker": {"opacity": 0}}
    bars = {"type": "bar", "x": moments, "y": heights, "width": step * 0.96, "marker": {"color": colours, "line": {"width": 0}}, "customdata": counts.tolist(),
            "hovertemplate": "%{customdata} events<extra></extra>", "selected": still, "unselected": still}  # fmt: skip
    points = {"type": "scatter", "mode": "markers", "x": moments, "y": [BARS / 2] * OVERVIEW_BINS, "marker": {"opacity": 0, "size": 4},
              "hoverinfo": "skip", "selected": ghost, "unselected": ghost}  # fmt: skip
    lens = {"type": "rect", "x0": lens_lo, "x1": lens_hi, "y0": 0, "y1": BARS + 2, "line": {"width": 1.3, "color": theme.accent},
            "fillcolor": theme.faded(theme.accent, 0.08), "layer": "below"}  # fmt: skip
    shown = with_year(ticks(strip, max(int(width / 110), 2), margin=0.0), strip)
    axis = {"type": "date", "range": [strip.lo, strip.hi], "fixedrange": True, "showgrid": False, "zeroline": False, "tickmode": "array",
            "tickvals": [tick.moment for tick in shown], "ticktext": [tick.text for tick in shown], "tickfont": {"size": 11, "color": theme.muted},
            "ticks": "", "showline": True, "linecolor": theme.grid}  # fmt: skip
    layout = {
        "xaxis": axis, "yaxis": {"range": [0, BARS + 3], "visible": False, "fixedrange": True}, "height": HEIGHT, "showlegend": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 17, "pad": 0}, "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12, "color": theme.ink}, "dragmode": "select", "selectdirection": "h", "hovermode": "closest", "bargap": 0,
        "shapes": [lens], "newselection": {"line": {"color": theme.accent, "width": 1, "dash": "dot"}},
    }  # fmt: skip
    return {"data": [bars, points], "layout": layout}
