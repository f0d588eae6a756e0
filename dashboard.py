"""The page, from top to bottom: set-up, what is kept, filters, timeline, evidence and table. `streamlit run dashboard.py [-- TABLE]`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import streamlit as st

from pipeline.errors import PipelineError
from pipeline.view.filters import filter_words, shown
from pipeline.view.lanes import NARROW
from ui import page_state
from ui.actor_page import actor_page
from ui.article_dialogs import articles_dialog, reading_dialog
from ui.bridge import chart_width, listen
from ui.corrections import judge
from ui.downloads import parcel_of
from ui.empty_states import no_events, no_line, no_match, unknown_dates
from ui.event_list import event_list
from ui.evidence import Doors, evidence
from ui.explorer import CHART, STRIP, current_window, go_to, in_window, moves, timeline
from ui.header import header, page_title, problems
from ui.keys import keys
from ui.library import library as load_library
from ui.library import table_file
from ui.saved_views import link_of
from ui.standalone import Scene
from ui.styles import apply_styles
from ui.theme import current_theme
from ui.travel import lane_panel
from ui.undated import undated_lane
from ui.waiting import waiting


def _given() -> list[str]:
    """Return what stands behind -- in `streamlit run dashboard.py -- TABLE`."""
    return sys.argv[1:] if __name__ == "__main__" and Path(sys.argv[0]).name == Path(__file__).name else []


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Dateline", page_icon=":material/timeline:", layout="wide", initial_sidebar_state="collapsed")
    theme, narrow = current_theme(), chart_width() < NARROW
    apply_styles(theme)

    path = table_file(_given())
    with waiting(path):
        try:
            library = load_library(path)
        except PipelineError as error:
            no_line(error)
            return
    page_state.restore(link_of)
    choice = page_state.shown_choice()
    view, mask = library.view, shown(library.view, choice)
    window = current_window(view, mask, library.newest, filtered=bool(filter_words(choice)))

    scene = Scene(view, mask, window, page_state.arrangement(), theme)
    wants_articles = header(library, choice, parcel_of(library, choice, scene, page_title(library, choice)), narrow=narrow)
    problems(library)
    wants_articles |= unknown_dates(library.undated)
    if wants_articles:
        articles_dialog(library)

    if not no_events(library) and not no_match(choice, int(mask.sum())):
        actor_page(view, mask)
        keys(view, mask, theme)
        lane_place = moves(view, mask, choice, window)
        answers = timeline(view, mask, window, theme)
        undated_lane(view, mask, chart_width())
        with lane_place:
            lane_panel(answers.lanes)
        with st.container(key="detail"):
            card, rows = st.columns([1, 1.25], gap="small")
        with card:
            doors = Doors(
                go := partial(go_to, view, mask, window),
                lambda row: reading_dialog(view, library.articles, row, go),
                None if library.table else partial(judge, view),
            )
            evidence(view, mask, library.articles, doors, narrow=narrow)
        with rows:
            table_state = event_list(view, mask, in_window(view, mask, window)[0])
        watched = {"chart": CHART, "strip": STRIP, "width": chart_width(), "event": page_state.selected(), **table_state}
        listen(watched, answers, view.members["any"] if page_state.lanes() == "actor" else ())
    page_state.write_link()


main()
