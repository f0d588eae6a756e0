"""The page, from top to bottom: set-up, what is kept, filters, timeline, evidence and table. `streamlit run dashboard.py`."""

from __future__ import annotations

import streamlit as st

from pipeline.view.filters import shown
from ui import page_state
from ui.article_dialogs import articles_dialog, reading_dialog
from ui.empty_states import no_events, no_match, unknown_dates
from ui.event_list import event_list
from ui.evidence import evidence
from ui.explorer import current_window, in_window, moves, timeline
from ui.header import actor_filter, downloads, lane_choice, more_filters, problems, search, title
from ui.keys import keys
from ui.library import library as load_library
from ui.styles import apply_styles
from ui.theme import current_theme


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Dateline", page_icon=":material/timeline:", layout="wide", initial_sidebar_state="collapsed")
    theme = current_theme()
    apply_styles(theme)

    library = load_library()
    page_state.restore()
    choice = page_state.choice()
    view, mask = library.view, shown(library.view, choice)

    with st.container(key="head"):
        name, actors, lanes, words, more, csv, articles = st.columns([3.6, 2.6, 1.35, 1.9, 1.15, 0.95, 1.15], gap="small")
    with name:
        title(library, choice)
    with actors:
        actor_filter(view, choice)
    with lanes:
        lane_choice()
    with words:
        search()
    with more:
        more_filters(library, choice)
    with csv:
        downloads(view, mask)
    with articles:
        wants_articles = st.button("Articles", icon=":material/add:", key="articles", width="stretch")
    problems(library)
    wants_articles |= unknown_dates(library.undated)
    if wants_articles:
        articles_dialog(library)

    if not no_events(library) and not no_match(choice, int(mask.sum())):
        window = current_window(view, mask)
        keys(view, mask, theme)
        moves(view, mask, choice, window)
        timeline(view, mask, window, theme)
        with st.container(key="detail"):
            card, table = st.columns([1, 1.25], gap="small")
        with card:
            evidence(view, mask, library.articles, theme, lambda row: reading_dialog(view, library.articles[view.row(row)["article_id"]], row))
        with table:
            event_list(view, mask, in_window(view, mask, window))
    page_state.write_link()


main()
