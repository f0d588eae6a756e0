"""The small bridge to the browser: chart width, pans and zooms, clicks on strip and cells. Without it everything else still works."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st
from streamlit.components.v2 import component

from pipeline.view.lane_groups import WITH
from pipeline.view.window import EARLIEST, LATEST, SHORTEST, Window
from ui.page_state import open_profile, present, show_window, turn_lane

KEY = "bridge"
PHONE, DESK = 396.0, 1320.0  # what a chart is likely to have until the browser says it
_RENDER: list[Any] = []


@dataclass(frozen=True, slots=True)
class Answers:
    """What clicks on the chart mean: the window of each column of a heatmap, the lanes from top to bottom.

    `cells` is empty when single events are drawn; `most` is the highest count in a cell. `ahead` says whether what lies ahead without
    a stated day is drawn: not where counts are, or where it would not leave room for what has a date.
    """

    cells: tuple[Window, ...]
    lanes: tuple[str, ...]
    most: int = 0
    ahead: bool = False


def chart_width() -> float:
    """Return the chart's width in pixels: as the browser measured it, else a guess by the kind of browser."""
    said = st.session_state.get(KEY) or {}
    width = said.get("width")
    if isinstance(width, (int, float)) and 100 < width < 20_000:
        return float(width)
    agent = st.context.headers.get("User-Agent", "") or ""
    return PHONE if "Mobi" in agent else DESK


def moment_of(value: object) -> float:
    """Read a place on a time axis as Plotly reports it, milliseconds or "2022-02-28 12:30"; NaN for anything else.

    >>> moment_of("1970-01-02"), moment_of("1970-01-01 00:00:01.5")
    (86400000.0, 1500.0)
    """
    try:
        return float(str(value))
    except ValueError:
        pass
    try:
        return float(np.datetime64(str(value).strip().replace(" ", "T"), "us").astype(np.int64)) / 1000
    except (ValueError, OverflowError):
        return math.nan


def window_between(first: object, last: object) -> Window | None:
    """Return the window between two places on a time axis, None when they are not such or too close."""
    lo, hi = sorted((moment_of(first), moment_of(last)))
    return Window(lo, hi) if hi - lo >= SHORTEST else None


def _on_range() -> None:
    said = (st.session_state.get(KEY) or {}).get("range")
    if said == "auto":
        show_window(None)
    elif isinstance(said, str) and said.count(",") == 1 and (window := window_between(*said.split(","))):
        show_window(window)


def _on_place() -> None:
    """Move the window to where the strip was clicked; Streamlit reports no clicks of a chart in which a box can be drawn."""
    place = moment_of((st.session_state.get(KEY) or {}).get("place"))
    if EARLIEST < place < LATEST:
        show_window(present().window.at(place))


def listen(watched: Mapping[str, Any], answers: Answers, actors: Container[str] = ()) -> None:
    """Mount the bridge. A click on a lane's arrow shuts or opens it, and so does one on its name, unless that is one of the `actors`: it
    leads to the actor's page.

    `watched` tells it the chart's key and width, the overview strip's key, the selected event (the card scrolls back to its top when it
    changes), and the table's key, row height and the row (-1: none) to bring into view.
    """
    if not _RENDER:
        _RENDER.append(component("dateline_bridge", js=brief(Path(__file__).with_name("bridge.js").read_text(encoding="utf-8"))))

    def on_cell() -> None:
        column = _said("cell").get("x")
        if isinstance(column, int) and 0 <= column < len(answers.cells):
            show_window(answers.cells[column])

    def on_lane() -> None:
        number = _said("lane").get("number")
        if not isinstance(number, int) or not 0 <= number < len(answers.lanes):
            return
        name = answers.lanes[number]
        if _said("lane").get("part") == "name" and (actor := name.removeprefix(WITH)) in actors:
            open_profile(actor)
        elif not answers.cells:
            turn_lane(name)

    calls = {"on_range_change": _on_range, "on_cell_change": on_cell, "on_lane_change": on_lane, "on_width_change": lambda: None}
    calls["on_place_change"] = _on_place
    with st.container(key="bridge_box"):
        _RENDER[0](key=KEY, data=dict(watched), height=0, **calls)


def brief(script: str) -> str:
    """Return a script without its comment lines and indents: it is sent again with every zoom."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _said(name: str) -> dict[str, Any]:
    found = (st.session_state.get(KEY) or {}).get(name)
    return found if isinstance(found, dict) else {}
