"""The page, from top to bottom: set-up, what is kept, filters, timeline, evidence and table. `streamlit run dashboard.py [-- TABLE]`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import streamlit as st

from pipeline.errors import PipelineError
from pipeline.view.date_style import speak
from pipeline.view.filters import shown
from ui import page_state
from ui.actor_page import actor_page
from ui.article_dialogs import articles_dialog
from ui.downloads import parcel_of
from ui.empty_states import no_events, no_line, no_match, unknown_dates
from ui.explore import Stage, explore, is_narrow
from ui.header import header, page_title, problems
from ui.library import library as load_library
from ui.library import table_file
from ui.saved_views import link_of
from ui.styles import apply_styles
from ui.theme import current_theme
from ui.waiting import waiting

ICON = Path(__file__).parent / "ui" / "icon.png"  # a material icon would be fetched from the network


def _given() -> list[str]:
    """Return what stands behind -- in `streamlit run dashboard.py -- TABLE`."""
    return sys.argv[1:] if __name__ == "__main__" and Path(sys.argv[0]).name == Path(__file__).name else []


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Dateline", page_icon=str(ICON), layout="wide", initial_sidebar_state="collapsed")
    speak(st.context.locale)
    narrow = is_narrow()
    apply_styles(current_theme())

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

    wants_articles = header(library, choice, parcel_of(library, choice, mask, page_title(library, choice)), narrow=narrow)
    problems(library)
    wants_articles |= unknown_dates(library.undated)
    if wants_articles:
        articles_dialog(library)

    if not no_events(library) and not no_match(view, choice, int(mask.sum())):
        actor_page(view, mask)
        explore(Stage(library, partial(load_library, path), choice, mask, page_state.outside(), narrow))
    page_state.write_link()


main()
