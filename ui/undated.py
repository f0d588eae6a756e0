"""The undated lane: events whose text gives no day, below the lanes. They have names and a count, and no place on the time axis.

What lies ahead without a day and is drawn in its own lane, from its publication on, is only counted here.
"""

from __future__ import annotations

import numpy as np
import streamlit as st

from pipeline.view.text_width import shorten, text_width
from ui import page_state
from ui.event_list import show_undated
from ui.plot_frame import GUTTER
from ui.safe_text import markdown_text
from ui.shown import Shown

FONT, PADDING, LONGEST = 13.0, 22.0, 300.0
REST = 130.0  # pixels for the button that leads to all of them
MOST_NAMED = 6


def named(summaries: list[str], width: float) -> list[str]:
    """Return the labels of the first undated events that fit into a line of so many pixels."""
    found: list[str] = []
    left = width - REST
    for summary in summaries:
        text = shorten(summary, FONT, min(LONGEST, max(left - PADDING, 80.0)))
        left -= text_width(text, FONT) + PADDING
        if left < 0 and found:
            break
        found.append(text)
    return found


def undated_lane(shown: Shown, width: float) -> None:
    """Draw the lane when there are such events among the shown ones that are not drawn above it."""
    view = shown.view
    undated = shown.mask & ~view.dated & ~shown.ahead
    count, above = int(undated.sum()), int(shown.ahead.sum())
    if not count:
        return
    more = f" · {above:,} more above" if above else ""
    tip = ' title="Those above lie ahead of their article, which states no day"' if above else ""
    rows = np.flatnonzero(undated)[:MOST_NAMED]
    cells = view.rows(rows, ("event_id", "summary"))
    labels = named([row["summary"] for row in cells], width - GUTTER if width > 600 else width)
    with st.container(horizontal=True, key="undated", gap="small", vertical_alignment="center"):
        st.html(f'<div class="undated"{tip}><b>No date</b> {count:,}{more}</div>', width="content")
        for number, label in enumerate(labels):
            event_id = str(cells[number]["event_id"])
            name = f"**{markdown_text(label)}**" if event_id == page_state.selected() else markdown_text(label)
            st.button(name, key=f"undated_{number}", type="tertiary", on_click=page_state.select, args=(event_id,))
        if count > len(labels):
            st.button(
                f"{count - len(labels):,} more", key="undated_more", type="tertiary", on_click=show_undated, icon=":material/table_rows:"
            )
