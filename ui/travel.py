"""Going to a time: a date typed in words, the last month, quarter or year; and how the lanes stand."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st

from pipeline.errors import PipelineError
from pipeline.records import Article, Timex
from pipeline.view.event_view import EventView, Mask
from pipeline.view.jump import LONGEST_TYPED, RECENT, base_date, latest_publication, recent, typed_days, window_of_days
from pipeline.view.lane_groups import ORDER_LABELS
from pipeline.view.words import day_of_ms, long_day, range_words
from ui import page_state
from ui.library import load_line
from ui.safe_text import html_text
from ui.shown import Shown

TYPED, HEARD = "typed_date", "heard_date"
MOST_SHUT = 200  # lanes offered to be shut


def _in_words(text: str, until: float) -> Sequence[Timex]:
    """Return the time expressions of what was typed; "last week" counts from the latest publication."""
    found: Sequence[Timex] = load_line().timexes(Article("typed", "", text, base_date(until)))
    return found


def _go(until: float) -> None:
    """Show the time that was typed, and remember how it was understood."""
    text = str(st.session_state.get(TYPED) or "").strip()
    if not text:
        return
    try:
        days = typed_days(text, lambda words: _in_words(words, until))
    except PipelineError:
        days = None
    if days is None:
        st.session_state[HEARD] = f"“{html_text(text)}” is no time that this page knows: try <b>early March 2022</b>, last spring, 44 BC"
        return
    st.session_state[HEARD] = f"{html_text(text)} → <b>{html_text(range_words(*days))}</b>"
    page_state.show_window(window_of_days(*days))


def go_to_date(view: EventView, mask: Mask) -> None:
    """Draw the popover in which a date is typed in words, and the steps back from the latest publication."""
    until = latest_publication(view, mask)
    with st.popover("Go to a date", icon=":material/calendar_month:", help="Go to a date", key="go_to"):
        st.text_input(
            "Go to a date",
            key=TYPED,
            placeholder="early March 2022, last spring, 44 BC",
            max_chars=LONGEST_TYPED,
            on_change=_go,
            args=(until,),
        )
        if heard := st.session_state.get(HEARD):
            st.html(f'<div class="aside" role="status">{heard}</div>')
        if math.isnan(until):
            return
        with st.container(horizontal=True, gap="small"):
            for label, months in RECENT.items():
                st.button(label, key=f"recent_{months}", on_click=page_state.show_window, args=(recent(until, months),))
        st.html(f'<div class="aside">up to {long_day(day_of_ms(until - 1))}, the latest publication</div>')


def lane_panel(shown: Shown, lanes: Sequence[str]) -> None:
    """Draw the popover that says how the lanes stand and what is drawn in them; `lanes` are those on the chart."""
    shut = list(st.session_state.get(page_state.CLOSED) or ())
    mentions = page_state.widget_key("all_mentions")
    page_state.hold(page_state.ORDER, page_state.CLOSED, page_state.AHEAD, page_state.BACKGROUND, mentions)
    with st.popover("Lanes and marks", icon=":material/sort:", help="Sort and shut lanes, show more marks", key="lane_panel"):
        st.segmented_control("Lanes", list(ORDER_LABELS), format_func=ORDER_LABELS.__getitem__, key=page_state.ORDER, required=True)
        options = list(dict.fromkeys([*lanes, *shut]))[:MOST_SHUT]
        st.multiselect("Shut", options, key=page_state.CLOSED, placeholder="None: click a lane's arrow to shut it")
        if ahead := int((shown.mask & shown.view.extents.is_kind("ahead")).sum()):
            tip = "What is planned, expected or due without a stated day, drawn from its publication on; it stays undated everywhere else"
            st.toggle(f"Draw the {ahead:,} ahead without a day", key=page_state.AHEAD, help=tip)
        if shown.background:
            st.toggle(f"Show the {shown.background:,} lasting throughout", key=page_state.BACKGROUND)
        if shown.folded or shown.choice.all_mentions:
            tip = "A mark for every sentence that tells an event, not one for all of them"
            st.toggle("All mentions", key=mentions, help=tip)
