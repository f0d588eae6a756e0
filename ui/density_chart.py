"""The lanes when there are too many events to draw one by one: a heatmap of counts, lanes by bins. A click on a cell zooms in."""

from __future__ import annotations

import math
from typing import Any

from pipeline.view.density import DensityPlan
from pipeline.view.lanes import Lane
from ui.plot_frame import Frame, bands, lane_labels, layout, publication
from ui.theme import Theme

LOW, HIGH, ROOM = 30.0, 72.0, 240.0  # pixels: the lowest and the highest lane, and what a few lanes share
FEW, STEPS = 0.18, 12  # the opacity of the lowest count, and the stops of the colour scale


def lane_height(n_lanes: int) -> float:
    """Return the height of each of so many lanes: a few may be taller.

    >>> lane_height(12), lane_height(4), lane_height(1)
    (30.0, 60.0, 72.0)
    """
    return min(max(ROOM / max(n_lanes, 1), LOW), HIGH)


def density_lanes(plan: DensityPlan) -> list[Lane]:
    """Return the plan's lanes with their places."""
    height = lane_height(len(plan.lanes))
    return [Lane(name, count, row * height, (row + 1) * height) for row, (name, count) in enumerate(plan.lanes)]


def log_colours(most: int, theme: Theme) -> list[list[Any]]:
    """Return a colour scale from 0 to `most` that grows with the logarithm of the count: the counts need not be sent twice."""
    places = [math.expm1(math.log1p(most) * step / STEPS) / most for step in range(STEPS)]
    return [[place, theme.faded(theme.accent, round(FEW + (1 - FEW) * step / STEPS, 3))] for step, place in enumerate([*places, 1.0])]


def density_figure(plan: DensityPlan, frame: Frame, theme: Theme) -> dict[str, Any]:
    """Return the figure; colour is the logarithm of the count, empty cells are clear."""
    lanes = density_lanes(plan)
    step = float(plan.edges[1] - plan.edges[0])
    heat = {
        "type": "heatmap",
        "x0": float(plan.edges[0]) + step / 2,
        "dx": step,
        "y0": lanes[0].bottom / 2,  # not a list of places: from a single one Plotly could not tell how high a cell is
        "dy": lanes[0].bottom,
        "z": [[count or None for count in row] for row in plan.counts.tolist()],
        "ygap": 6,
        "xgap": 1,
        "colorscale": log_colours(int(plan.counts.max(initial=1)), theme),
        "zmin": 0,
        "zmax": int(plan.counts.max(initial=1)),
        "showscale": False,
        "hovertemplate": "%{z:,} events: click to zoom in<extra></extra>",
    }
    lines, notes = publication(frame, theme)
    return {
        "data": [heat],
        "layout": layout(frame, theme, [*bands(lanes, theme), *lines], [*lane_labels(lanes, frame, theme, shut=False), *notes]),
    }
