"""What the page says when there is nothing to draw, each time with what to do next."""

from __future__ import annotations

import streamlit as st

from pipeline.errors import PipelineError
from pipeline.records import Article
from pipeline.view.filters import Choice, filter_words
from ui import page_state
from ui.library import Library
from ui.safe_text import markdown_text


def no_line(error: PipelineError) -> None:
    """Say that the articles cannot be read at all (the chosen language model is missing), and what to do."""
    st.error(f"{markdown_text(str(error))}", icon=":material/error:")


def no_events(library: Library) -> bool:
    """Say how to add an article and return True when there is no event at all; return False otherwise."""
    if len(library.view):
        return False
    if library.table and library.problems:  # which the page has named already
        return True
    if library.table:
        st.info("There is no event to show in this table.", icon=":material/table:")
        return True
    what = "No event was found in the articles." if library.articles else "There are no articles yet."
    st.info(f"{what} Use **Articles** above to paste or upload some, or to show the examples.", icon=":material/article:")
    return True


def no_match(choice: Choice, n_shown: int) -> bool:
    """Name the active filters and offer to clear them, and return True, when they let nothing through."""
    if n_shown:
        return False
    st.info(f"No event matches: {markdown_text(filter_words(choice))}", icon=":material/filter_alt_off:")
    with st.container(horizontal=True, gap="small"):
        st.button("Clear the filters", key="clear_all", on_click=_clear)
        undo_button()
    return True


def _clear() -> None:
    page_state.clear_filters()
    page_state.open_profile()


def undo_button() -> None:
    """Draw the button that takes the last change of the filters back, if there is one."""
    if page_state.can_undo():
        st.button("Undo", key="undo", on_click=page_state.undo, icon=":material/undo:", shortcut="U", help="Undo the last filter")


def unknown_dates(articles: list[Article]) -> bool:
    """Ask for publication dates that were not found; return True when the reader wants to give them."""
    if not articles:
        return False
    names = ", ".join(f"“{markdown_text(article.title or article.article_id)}”" for article in articles[:3])
    more = f" and {len(articles) - 3} more" if len(articles) > 3 else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(f"No publication date was found in {names}{more}: relative dates are unresolved.", icon=":material/event_busy:")
        return bool(st.button("Give the date", key="give_date"))
