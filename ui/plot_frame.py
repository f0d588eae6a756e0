"""What stands around the marks: axis, lane bands and names, the publication line with the tint of what had not happened yet."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.view.certainty import published_ms
from pipeline.view.gaps import Gap
from pipeline.view.lanes import NARROW, Lane
from pipeline.view.spans import Scale
from pipeline.view.text_width import shorten, text_width
from pipeline.view.ticks import ticks, with_year
from pipeline.view.words import day_of_ms, short_day
from ui.safe_text import plotly_text
from ui.theme import Theme

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
GUTTER = 168.0  # left of a wide plot, for lane names
AXIS = 22.0  # above the plot, for the ticks
CARET = 13.0  # before a lane's name, to shut and open it
Span = tuple[float, float]
NOTE = 15.0  # above the ticks, for the publication note


@dataclass(frozen=True, slots=True)
class Frame:
    """The chart's geometry: `width` of the whole chart in pixels, `height` of the plot without the axis.

    `published` is the publication (ISO) to draw a line at, "" for none, and whether it is the latest of all. `until` is the latest
    publication of all shown events in ms (NaN: unknown): a deadline before it has passed. `gaps` are marked above the plot.
    """

    scale: Scale
    width: float
    height: float
    narrow: bool
    published: tuple[str, bool] = ("", True)
    until: float = math.nan
    gaps: tuple[Gap, ...] = ()

    @property
    def left(self) -> float:
        """The plot's left edge as a share of the width."""
        return 0.0 if self.narrow else GUTTER / self.width


def plot_width(width: float) -> float:
    """Return how much of a chart's width is for time."""
    return width if width < NARROW else width - GUTTER


def _time_axis(frame: Frame, theme: Theme) -> dict[str, Any]:
    window = frame.scale.window
    shown = with_year(ticks(window, max(int(frame.scale.width / (56 if frame.narrow else 84)), 2)), window)
    return {
        "type": "date",
        "range": [window.lo, window.hi],
        "domain": [frame.left, 1.0],
        "side": "top",
        "showgrid": True,
        "gridcolor": theme.grid,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": frame.narrow,
        "tickmode": "array",
        "layer": "below traces",
        "tickvals": [tick.moment for tick in shown],
        "ticktext": [f"<b>{tick.text}</b>" if tick.strong else tick.text for tick in shown],
        "tickfont": {"size": 12, "color": theme.muted},
        "ticklabelstandoff": 2,
    }


# What most annotations share: it is sent once.
_NOTE = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "middle", "showarrow": False, "align": "left"}


def layout(frame: Frame, theme: Theme, shapes: Sequence[Any], annotations: Sequence[Any]) -> dict[str, Any]:
    """Return the figure's layout."""
    note = NOTE if any("showarrow" in each and each.get("yref") == "paper" for each in annotations) else 0.0
    return {
        "xaxis": _time_axis(frame, theme),
        "yaxis": {"range": [frame.height, 0], "visible": False, "fixedrange": True},
        "height": round(frame.height + AXIS + note),
        "margin": {"l": 0, "r": 0, "t": AXIS + note, "b": 0, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": theme.ink},
        "dragmode": False if frame.narrow else "pan",
        "hovermode": "closest",
        "hoverdistance": 4,
        "showlegend": False,
        "barmode": "overlay",
        "hoverlabel": {
            "bgcolor": theme.paper,
            "bordercolor": theme.strong_grid,
            "font": {"family": FONT, "size": 13, "color": theme.ink},
            "align": "left",
        },
        "shapes": list(shapes),
        "annotations": list(annotations),
        "template": {"layout": {"annotationdefaults": _NOTE}},
    }


def bands(lanes: Sequence[Lane], theme: Theme) -> list[dict[str, Any]]:
    """Return a band behind every other lane."""
    return [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": lane.top,
            "y1": lane.bottom,
            "line": {"width": 0},
            "layer": "below",
            "fillcolor": theme.band,
        }
        for lane in lanes[::2]
    ]


def lane_labels(lanes: Sequence[Lane], frame: Frame, theme: Theme, *, shut: bool = True) -> list[dict[str, Any]]:
    """Return the lanes' names and counts: at the left of a wide plot, inside a narrow one; `shut`: an arrow shuts and opens a lane."""
    found = []
    for number, lane in enumerate(lanes):
        low = frame.narrow or lane.bottom - lane.top < 44
        count = _brief(lane.count) if low else f"{lane.count:,} event{'' if lane.count == 1 else 's'}"
        room = (frame.width if frame.narrow else GUTTER) - 18 - (CARET if shut else 0) - (text_width(count, 12) + 6 if low else 0)
        name = shorten(lane.name, 13 * 1.08, room)
        shown = f"<span style='font-size:12px;color:{theme.muted}'>{count}</span>"
        left, y = 3 if frame.narrow else 8, lane.top + 12 if frame.narrow else (lane.top + lane.bottom) / 2
        place = {"y": y, "captureevents": True}  # ui/bridge.js reads what was clicked, and the number
        if shut:
            arrow = {"text": "▸" if lane.closed else "▾", "name": f"lane {number}", "font": {"size": 12, "color": theme.muted}}
            found.append({**place, **arrow, "xshift": left - 2, "yshift": 0 if low else 8, "hovertext": "open" if lane.closed else "shut"})
        label = {"text": f"<b>{plotly_text(name)}</b>{' ' if low else '<br>'}{shown}", "name": f"name {number}"}
        font, full = {"size": 13, "color": theme.ink}, plotly_text(lane.name) if name != lane.name else ""
        found.append({**place, **label, "xshift": left + (CARET if shut else 0), "font": font, **({"hovertext": full} if full else {})})
    return found


def _brief(count: int) -> str:
    """Return a count in few characters.

    >>> _brief(812), _brief(52_031), _brief(1_234_567)
    ('812', '52k', '1.2M')
    """
    return f"{count:,}" if count < 10_000 else f"{count // 1000}k" if count < 1_000_000 else f"{count / 1e6:.1f}M"


def gap_marks(frame: Frame, theme: Theme, taken: Sequence[Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return (shapes, annotations) that say between which events nothing happened; none where `taken` annotations stand or room lacks."""
    shapes, notes = [], []
    written = [_reach(frame, note) for note in taken]
    for gap in frame.gaps:
        left, right = (frame.scale.clip(frame.scale.x(moment)) for moment in (gap.lo, gap.hi))
        free, half = _clear_of([(left + 4, right - 4)], written), text_width(gap.words, 11) / 2 + 4
        begin, end = max(free, key=lambda part: part[1] - part[0], default=(0.0, 0.0))
        if end - begin < 2 * half + 16:
            continue
        middle = (begin + end) / 2
        for first, last in _clear_of(free, [(middle - half, middle + half)]):
            ends = {"type": "line", "x0": frame.scale.moment(first), "x1": frame.scale.moment(last), "yref": "paper"}
            pixels = {"ysizemode": "pixel", "yanchor": 1, "y0": AXIS + 5, "y1": AXIS + 5}
            shapes.append({**ends, **pixels, "line": {"width": 1, "color": theme.strong_grid}})
        place = {"xref": "x", "x": frame.scale.moment(middle), "xanchor": "center", "yref": "paper", "y": 1, "yanchor": "bottom"}
        notes.append({**place, "yshift": AXIS - 4, "text": gap.words, "showarrow": False, "font": {"size": 11, "color": theme.muted}})
    return shapes, notes


def _reach(frame: Frame, note: dict[str, Any]) -> Span:
    """Return from where to where (pixels) a note above the plot is written."""
    x, width = frame.scale.x(note["x"]), text_width(note["text"], note["font"]["size"]) + 6
    return (x - width, x) if note["xanchor"] == "right" else (x - 6, x + width)


def _clear_of(lines: Sequence[Span], written: Sequence[Span]) -> list[Span]:
    """Return the parts of the lines that cross nothing written."""
    found = list(lines)
    for first, last in written:
        cut = [((begin, min(end, first)), (max(begin, last), end)) for begin, end in found]
        found = [part for parts in cut for part in dict.fromkeys(parts) if part[1] - part[0] > 6]
    return found


def _tint(frame: Frame, theme: Theme, moment: float) -> dict[str, Any]:
    end = frame.scale.window.hi + frame.scale.window.length
    box = {"type": "rect", "x0": moment, "x1": end, "y0": 0, "y1": frame.height}
    return {**box, "layer": "below", "line": {"width": 0}, "fillcolor": theme.tint}


def _dotted(frame: Frame, theme: Theme, moment: float, over: Sequence[Span]) -> dict[str, Any]:
    """Return the line; it is broken where one of the labels `over` stands, which could not be read through it."""
    pieces, y = [], 0.0
    for top, bottom in sorted(over):
        if top > y:
            pieces.append((y, top))
        y = max(y, bottom)
    if y < frame.height:
        pieces.append((y, frame.height))
    path = "".join(f"M{moment:.0f},{first:g}L{moment:.0f},{last:g}" for first, last in pieces)
    return {"type": "path", "path": path, "layer": "below", "line": {"width": 1.2, "dash": "dot", "color": theme.muted}}


def publication(
    frame: Frame, theme: Theme, over: Callable[[float], Sequence[Span]] = lambda x: ()
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return (shapes, annotations) of the line up to which the articles can report; nothing when it lies outside the window.

    `over` returns the stretches of height (pixels) in which labels stand over an upright line at a pixel.
    """
    iso, latest = frame.published
    moment, window = published_ms(iso), frame.scale.window
    if math.isnan(moment) or moment >= window.hi:
        return [], []
    day = short_day(day_of_ms(moment - 1))
    tints = [_tint(frame, theme, max(moment, window.lo))] if latest else []
    if moment < window.lo:
        return tints, []
    text = f"published {day}" + ("" if frame.narrow or not latest else " ▸ later = announced or expected")
    x = frame.scale.x(moment)
    end = x + text_width(text, 12) > frame.scale.width
    note = {
        "xref": "x",
        "x": moment,
        "xanchor": "right" if end else "left",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": AXIS - 3,
        "text": text,
        "showarrow": False,
        "font": {"size": 12, "color": theme.muted},
    }
    return [*tints, _dotted(frame, theme, moment, over(x))], [note]
