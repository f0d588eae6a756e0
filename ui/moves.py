"""The sentence of what is shown, and the buttons that move the window."""

from __future__ import annotations

import math

import numpy as np
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pipeline.view.certainty import DAY_MS
from pipeline.view.event_view import EventView, Mask
from pipeline.view.facets import n_events
from pipeline.view.filters import filter_words, sentence
from pipeline.view.folding import standing_for
from pipeline.view.window import Window, whole
from ui import page_state
from ui.empty_states import undo_button
from ui.safe_text import html_text
from ui.shown import Shown
from ui.travel import go_to_date

SHOWS_HOURS = 4 * DAY_MS  # a shorter window has hours on its axis


def says_html(shown: Shown) -> str:
    """Return as HTML what is shown: how many events, by which filters, how many mentions were folded, have no date, or are not drawn."""
    view, mask, count = shown.view, shown.mask, int(shown.mask.sum())
    undated, folded = int((mask & ~view.dated).sum()), shown.folded
    head, _, tail = html_text(sentence(shown.choice, count, n_events(view, shown.choice.all_mentions))).partition(":")
    aside = f" · {count + folded:,} mentions" if folded else ""
    aside += f" · {undated:,} undated" if undated else ""
    if shown.background and not page_state.shows_background():
        aside += f" · {shown.background:,} lasting throughout left out"
    if shown.window.length < SHOWS_HOURS:
        aside += " · times as the articles state them"
    said = f"<b>{head}</b>{f':{tail}' if tail else ''}{aside}"
    return f'<div class="says" role="status">{said}</div>'


def moves(shown: Shown) -> DeltaGenerator:
    """Draw the sentence of what is shown, and the buttons that move the window; return the place for how the lanes stand."""
    with st.container(horizontal=True, key="moves", gap="small", vertical_alignment="center"):
        st.html(says_html(shown), width="stretch")
        if page_state.profile():
            st.button("All events", key="leave_profile", icon=":material/arrow_back:", on_click=page_state.open_profile)
        undo_button()
        if filter_words(page_state.choice()):
            st.button("Clear filters", key="clear", on_click=page_state.clear_filters, icon=":material/close:")
        _steps(shown)
        _zooms(shown)
        go_to_date(shown.view, shown.mask)
        return st.container(width="content")


def _steps(shown: Shown) -> None:
    view, window = shown.view, shown.window
    outside = shown.mask & view.dated & ~shown.touched
    earlier, later = outside & (view.lo < window.lo), outside & (view.lo >= window.lo)
    for key, beyond, label, where, nearest in (
        ("earlier", earlier, f"◂ {int(earlier.sum()):,} earlier", "before", -1),
        ("later", later, f"{int(later.sum()):,} later ▸", "after", 0),
    ):
        arguments = (view, beyond, window, nearest)
        tip = f"Show the nearest events {where} this window"
        st.button(label, key=key, disabled=not beyond.any(), on_click=_jump, args=arguments, help=tip)


def _zooms(shown: Shown) -> None:
    everything = whole(*shown.view.stretches(shown.mask))
    for key, window, label, icon, tip in (
        ("zoom_in", shown.window.zoomed(0.5), "", ":material/zoom_in:", "Zoom in"),
        ("zoom_out", shown.window.zoomed(2.0), "", ":material/zoom_out:", "Zoom out"),
        ("fit", everything, "All", None, "Show the whole span"),
    ):
        st.button(label, icon=icon, key=key, on_click=page_state.show_window, args=(window,), help=tip)


def go_to(view: EventView, mask: Mask, window: Window, event_id: str) -> None:
    """Select an event, and move the window to the mark that stands for it if that lies outside."""
    page_state.select(event_id)
    row = standing_for(view, mask, view.row_of[event_id])
    if row is None or (view.touching(window.lo, window.hi) | view.opening(window.lo, window.hi))[row]:
        return
    place = float(view.lo[row] + view.hi[row]) / 2 if view.dated[row] else float(view.extents.draw_lo[row])
    if not math.isnan(place):
        page_state.show_window(window.at(place))


def _jump(view: EventView, beyond: Mask, window: Window, nearest: int) -> None:
    numbers = np.flatnonzero(beyond)
    row = numbers[int(np.argmax(view.hi[numbers]))] if nearest else numbers[int(np.argmin(view.lo[numbers]))]
    page_state.show_window(window.at(float(view.lo[row] + view.hi[row]) / 2))
