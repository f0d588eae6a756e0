"""The lanes: view in, Plotly figure (a plain dict) out. One invisible bar over mark and label of each event takes hover and click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.view.event_view import EventView
from pipeline.view.folding import told_by
from pipeline.view.lanes import LanePlan, Placed
from pipeline.view.text_width import text_width
from pipeline.view.type_groups import shown_types, type_label
from pipeline.view.words import date_words
from ui.marks import SILENT, Ink, Trace, draw_event
from ui.plot_frame import Frame, bands, gap_marks, lane_labels, layout, publication
from ui.safe_text import plotly_text
from ui.theme import Theme

HIT_MARGIN = 3.0
LABEL_SIZE, LABEL_HALF = 13.0, 10.0  # a label's font size, and half of the height that it needs


def timeline_figure(view: EventView, plan: LanePlan, frame: Frame, theme: Theme, selected: str = "") -> dict[str, Any]:
    """Return the figure of a lane plan; the event with the id `selected` is framed."""
    ink = Ink(frame.scale, theme, frame.until)
    for placed in plan.placed:
        draw_event(ink, view, placed)
    chosen = [placed for placed in plan.placed if view.table["event_id"].iloc[placed.row] == selected]
    lines, notes = publication(frame, theme, lambda x: _labels_over(plan.placed, frame, x))
    arrows, gaps = gap_marks(frame, theme, notes)
    shapes = [*bands(plan.lanes, theme), *lines, *arrows, *(_box(view, placed, frame, theme) for placed in chosen)]
    annotations = [*lane_labels(plan.lanes, frame, theme), *notes, *gaps, *_inside(view, plan.placed, frame, theme, selected)]
    traces = [*ink.traces(), _labels(view, plan.placed, frame, theme, selected), _hits(view, plan.placed, frame)]
    return {"data": traces, "layout": layout(frame, theme, shapes, annotations)}


def _labels_over(events: Sequence[Placed], frame: Frame, x: float) -> list[tuple[float, float]]:
    """Return from which height to which a label stands over a pixel."""
    found = []
    for placed in events:
        y = placed.y - (17.0 if placed.side == "above" else 0.0)
        width = text_width(placed.label, LABEL_SIZE)
        if placed.side != "inside" and placed.label_x - 3 < x < placed.label_x + width + 3:
            found.append((y - LABEL_HALF, y + LABEL_HALF))
    return found


def _colour(view: EventView, row: int, theme: Theme) -> str:
    return theme.palette[shown_types()[view.table["event_type"].iloc[row]].group]


def _row_height(frame: Frame) -> float:
    return 32.0 if frame.narrow else 23.0


def _centre(placed: Placed, frame: Frame) -> float:
    return placed.y - (8.0 if frame.narrow else 0.0)


def _box(view: EventView, placed: Placed, frame: Frame, theme: Theme) -> dict[str, Any]:
    colour, half = _colour(view, placed.row, theme), _row_height(frame) / 2
    x0, x1 = (frame.scale.moment(x) for x in (placed.left - 6, min(placed.right + 6, frame.scale.width - 1)))
    y = _centre(placed, frame)
    return {
        "type": "rect",
        "x0": x0,
        "x1": x1,
        "y0": y - half,
        "y1": y + half,
        "layer": "between",
        "fillcolor": theme.faded(colour, 0.13),
        "line": {"width": 1.4, "color": colour},
    }


def _font(view: EventView, row: int, selected: str) -> tuple[str, int, str]:
    """Return (style, weight, line) of a label: italic for what has not happened, struck through for what is denied."""
    manner = view.extents[row].manner
    weight = 700 if view.table["event_id"].iloc[row] == selected else 400
    solid = manner == "happened" and view.extents[row].kind != "deadline"
    return "normal" if solid else "italic", weight, "through" if manner == "denied" else "none"


def _labels(view: EventView, events: Sequence[Placed], frame: Frame, theme: Theme, selected: str) -> Trace:
    outside = [placed for placed in events if placed.side != "inside"]
    fonts = [_font(view, placed.row, selected) for placed in outside]
    style, weight, line = (list(column) for column in zip(*fonts, strict=True)) if fonts else ([], [], [])
    return {
        "type": "scatter",
        "mode": "text",
        "x": [frame.scale.moment(placed.label_x) for placed in outside],
        "y": [placed.y - (17.0 if placed.side == "above" else 0.0) for placed in outside],
        "text": [plotly_text(placed.label) for placed in outside],
        "textposition": "middle right",
        "cliponaxis": True,
        "textfont": {"size": 13, "color": theme.ink, "style": style, "weight": weight, "lineposition": line},
        **SILENT,
    }


def _inside(view: EventView, events: Sequence[Placed], frame: Frame, theme: Theme, selected: str) -> list[dict[str, Any]]:
    found = []
    for placed in events:
        if placed.side == "inside":
            style, weight, line = _font(view, placed.row, selected)
            font = {"size": 12, "color": theme.ink, "style": style, "weight": weight, "lineposition": line}
            found.append(
                {
                    "xref": "x",
                    "x": frame.scale.moment(placed.label_x),
                    "y": placed.y,
                    "xanchor": "left",
                    "yanchor": "middle",
                    "showarrow": False,
                    "text": plotly_text(placed.label),
                    "font": font,
                    "bgcolor": theme.paper,
                    "borderpad": 1,
                    "opacity": 0.92,
                }
            )
    return found


def _hover(view: EventView, row: int, cells: Mapping[str, Any]) -> str:
    who = ", ".join(cells["actors"])
    lines = [
        f"<b>{plotly_text(_wrapped(cells['summary']))}</b>",
        plotly_text(date_words(cells, view.extents[row])),
        " · ".join(filter(None, (type_label(cells["event_type"]), cells["status"], told_by(view, row), plotly_text(who[:80])))),
    ]
    return "<br>".join(lines)


def _wrapped(text: str, most: int = 110) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _hits(view: EventView, events: Sequence[Placed], frame: Frame) -> Trace:
    scale, cells = frame.scale, view.rows([placed.row for placed in events])
    base = [scale.moment(max(placed.left - HIT_MARGIN, 0.0)) for placed in events]
    ends = [scale.moment(min(placed.right + HIT_MARGIN, scale.width)) for placed in events]
    still = {"marker": {"opacity": 0}}
    return {
        "type": "bar",
        "orientation": "h",
        "name": "events",
        "base": base,
        "x": [end - start for start, end in zip(base, ends, strict=True)],
        "y": [_centre(placed, frame) for placed in events],
        "width": _row_height(frame),
        "marker": {"opacity": 0},
        "customdata": [row["event_id"] for row in cells],
        "hovertext": [_hover(view, placed.row, row) for placed, row in zip(events, cells, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": still,
        "unselected": still,
        "showlegend": False,
    }
