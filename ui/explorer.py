"""The overview strip and the lanes: it decides between single events and counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from pipeline.view.density import LANE_BINS, overview, plan_density, strip_window
from pipeline.view.event_view import EventView
from pipeline.view.folding import standing_for
from pipeline.view.gaps import find_gaps
from pipeline.view.jump import latest_publication, publication_days
from pipeline.view.lane_groups import Arrangement, group_lanes
from pipeline.view.lanes import NARROW, LanePlan, Measure, Setting, plan_lanes
from pipeline.view.members import Rows
from pipeline.view.spans import Scale
from pipeline.view.window import Window, about, whole
from ui import page_state
from ui.bridge import Answers, chart_width, window_between
from ui.density_chart import density_figure, lane_height
from ui.drawn import Drawn
from ui.overview_chart import overview_figure
from ui.plot_frame import Frame, plot_width
from ui.shown import Shown
from ui.theme import Theme
from ui.timeline_chart import timeline_figure

MOST_MARKS, MOST_LINES = 350, 60
STRIP, CHART = "strip", "timeline"
_CONFIG = {"displayModeBar": False, "scrollZoom": True, "doubleClick": False, "responsive": True, "showTips": False}


def strip(shown: Shown, width: float, theme: Theme) -> None:
    """Draw the overview strip; dragging over it chooses the window (a click moves it: see `ui.bridge`)."""
    view, mask, window = shown.view, shown.mask, shown.window
    outer = strip_window(whole(*view.stretches(mask)), window)
    counts = overview(view.middle[mask], outer)

    def on_drag() -> None:
        selection = st.session_state[STRIP]["selection"]
        if selection["box"]:
            x = selection["box"][0]["x"]
            if (chosen := window_between(x[0], x[-1])) is not None:
                page_state.show_window(chosen)

    st.plotly_chart(
        Drawn(overview_figure(counts, outer, window, width, theme)),
        theme=None,
        key=STRIP,
        on_select="ignore" if width < NARROW else on_drag,
        selection_mode="box",
        config=_CONFIG,
        alt=f"Overview of {int(mask.sum()):,} events in time; drag over it to choose a window",
    )


@dataclass(frozen=True, slots=True)
class Look:
    """How the chart is to look: the window, the chart's width, the lanes, the publication line, and the latest publication of all."""

    window: Window
    width: float
    arrangement: Arrangement
    published: tuple[str, bool] = ("", True)
    until: float = math.nan


def chart_figure(view: EventView, rows: Rows, look: Look, theme: Theme, selected: str = "") -> tuple[dict[str, Any], Answers]:
    """Return the figure of the rows, single events or counts, and what clicks on cells and lane names mean; `selected` is an event's id.

    What has no date is drawn only where it leaves room for what has one: it never turns single events into counts.
    """
    window, narrow = look.window, look.width < NARROW
    dated = rows[view.dated[rows]]
    for drawn in (rows, dated) if dated.size < rows.size else (dated,):
        plan = _single_events(view, drawn, look)
        if plan is not None:
            gaps = tuple(find_gaps(view, drawn, window, look.until))
            frame = Frame(_scale(look), look.width, plan.height, narrow, look.published, look.until, gaps)
            answers = Answers((), tuple(lane.name for lane in plan.lanes), ahead=drawn.size > dated.size)
            return timeline_figure(view, plan, frame, theme, selected), answers
    return _counts(view, dated, look, theme)


def _scale(look: Look) -> Scale:
    return Scale(look.window, plot_width(look.width))


def _single_events(view: EventView, rows: Rows, look: Look) -> LanePlan | None:
    """Return the plan that draws each of the rows, None when there are too many."""
    lanes, scale = group_lanes(view, rows, look.arrangement.key, look.arrangement.order), _scale(look)
    open_rows = rows[~np.isin(lanes.of, [number for number, name in enumerate(lanes.names) if name in look.arrangement.closed])]
    if open_rows.size > MOST_MARKS:
        return None
    measure = Measure.of(scale.width, narrow=look.width < NARROW)
    plan = plan_lanes(view, lanes, Setting(scale, measure, look.arrangement.closed, look.until))
    return plan if plan.lines <= MOST_LINES else None


def _counts(view: EventView, rows: Rows, look: Look, theme: Theme) -> tuple[dict[str, Any], Answers]:
    """Return the figure that counts the rows, and what clicks on its cells and lane names mean."""
    window, lanes = look.window, group_lanes(view, rows, look.arrangement.key, look.arrangement.order)
    density = plan_density(view, lanes, window)
    height = len(density.lanes) * lane_height(len(density.lanes))
    frame = Frame(_scale(look), look.width, height, look.width < NARROW, look.published)
    step = window.length / LANE_BINS
    cells = tuple(about(window.lo + (column - 1) * step, window.lo + (column + 2) * step) for column in range(LANE_BINS))
    return density_figure(density, frame, theme), Answers(cells, lanes.names, int(density.counts.max(initial=0)))


def _selected_among(view: EventView, rows: Rows) -> str:
    """Return the id of the drawn event that the selected mention belongs to, "" for none."""
    drawn = np.zeros(len(view), dtype=bool)
    drawn[rows] = True
    row = standing_for(view, drawn, view.row_of.get(page_state.selected()))
    return "" if row is None else str(view.table["event_id"].iloc[row])


def timeline(shown: Shown, theme: Theme) -> Answers:
    """Draw the overview strip and the lanes; a click on a mark selects its event. Returns what clicks on cells and lane names mean."""
    view, window, width = shown.view, shown.window, chart_width()
    strip(shown, width, theme)
    rows = np.flatnonzero(shown.seen)
    look = Look(window, width, page_state.arrangement(), published_line(view, rows, window), latest_publication(view, shown.mask))
    figure, answers = chart_figure(view, rows, look, theme, _selected_among(view, rows))
    if not answers.lanes:
        st.info(_nothing_here(shown), icon=":material/event_busy:")
        return answers

    def on_click() -> None:
        points = st.session_state[CHART]["selection"]["points"]
        event_id = str(points[0].get("customdata", "")) if points else ""
        if event_id in view.row_of:
            page_state.select(event_id)

    alt = _alt(view, rows if answers.ahead else rows[view.dated[rows]])
    st.plotly_chart(Drawn(figure), theme=None, key=CHART, on_select=on_click, selection_mode="points", config=_CONFIG, alt=alt)
    return answers


def _nothing_here(shown: Shown) -> str:
    """Say why no lane is drawn, and where the events are."""
    if shown.ahead.any():
        many = f"{int(shown.ahead.sum()):,} events without a stated day lie ahead here, too many to draw one by one"
        return f"{many}: the table lists them under “Undated”."
    if not (shown.mask & shown.view.dated).any():
        return "None of these events has a date: the line below and the table list them."
    return "No event in this stretch of time. Use “earlier”, “later” or “All” above."


def published_line(view: EventView, rows: Rows, window: Window) -> tuple[str, bool]:
    """Return the latest publication before the window's end among the drawn events, and whether none of them was published later."""
    column, days = view.codes("published"), publication_days(view)
    there = np.flatnonzero(np.bincount(column.codes[rows] + 1, minlength=1)[1:])
    moments = days[there]
    inside = there[moments < window.hi]
    latest = column.texts[int(inside[np.argmax(days[inside])])] if inside.size else ""
    return latest, inside.size == there.size


def _alt(view: EventView, rows: Rows) -> str:
    first = "; ".join(view.table["summary"].iloc[rows[:5]])
    late = rows[~view.dated[rows]]
    ahead = f". {late.size:,} lie ahead, no day stated: {'; '.join(view.table['summary'].iloc[late[:5]])}" if late.size else ""
    return f"Timeline of {rows.size:,} events, listed in the table below. First: {first}{ahead}"
