"""What the page says when there is nothing to draw, each time with what to do next."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pipeline.errors import PipelineError
from pipeline.records import Article
from pipeline.view.event_view import EventView
from pipeline.view.filters import Choice, filter_words
from pipeline.view.nearest import nearest
from ui import page_state
from ui.article_dialogs import articles_dialog
from ui.library import Library, open_store
from ui.safe_text import markdown_text

_TABLE = (
    "<p>Make a table of events from articles:</p><p><code>python -m pipeline extract ARTICLES -o events.parquet</code></p>"
    "<p>Show it:</p><p><code>streamlit run dashboard.py -- events.parquet</code></p>"
    "<p>Or look at the examples, and at articles of your own:</p><p><code>streamlit run dashboard.py</code></p>"
)


def _panel() -> Any:
    """Return the place, in the middle of the page, for what to do next."""
    return st.container(key="state", gap="small")


def no_line(error: PipelineError) -> None:
    """Say that the articles cannot be read at all (the chosen language model is missing), and what to do."""
    with _panel():
        st.error(f"{markdown_text(str(error))}", icon=":material/error:")
        st.html('<div class="card"><p>Mend that and load the page again: nothing that is kept has been changed.</p></div>')


def no_events(library: Library) -> bool:
    """Say how to add an article and return True when there is no event at all; return False otherwise."""
    if len(library.view):
        return False
    with _panel():
        if library.table:
            if not library.problems:  # which the page has named already
                st.info("There is no event to show in this table.", icon=":material/table:")
            st.html(f'<div class="card steps">{_TABLE}</div>')
            return True
        what = "No event was found in the articles." if library.articles else "There are no articles yet."
        st.info(f"{what} Use **Articles** above to paste or upload some, or to show the examples.", icon=":material/article:")
        with st.container(horizontal=True, gap="small"):
            if st.button("Add articles", key="add_first", type="primary", icon=":material/add:"):
                articles_dialog(library)
            if library.examples_hidden:
                st.button("Show the examples", key="examples", on_click=lambda: open_store().set_hidden_examples(False))
        st.html(
            '<div class="card"><p>Paste the text of an article or choose files (text, HTML, PDF, CSV, JSON, a saved feed). '
            "Each becomes events with their days, actors and the words that say so.</p></div>"
        )
    return True


def no_match(view: EventView, choice: Choice, n_shown: int) -> bool:
    """Name the active filters and offer what is nearest, and return True, when they let nothing through."""
    if n_shown:
        return False
    with _panel():
        st.info(f"No event matches: {markdown_text(filter_words(choice))}", icon=":material/filter_alt_off:")
        near = nearest(view, choice)
        if near:
            st.html('<div class="card"><p>One filter less would show:</p></div>')
        for each in near:
            label = f"without {markdown_text(each.words)}: **{each.events:,} event{'' if each.events == 1 else 's'}**"
            st.button(label, key=f"less_{each.key}", on_click=page_state.drop_filter, args=(each.key,))
        with st.container(horizontal=True, gap="small"):
            st.button("Clear the filters", key="clear_all", on_click=_clear, type="primary")
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
    names = ", ".join(f"“{markdown_text((article.title or article.article_id)[:40])}”" for article in articles[:3])
    more = f" and {len(articles) - 3} more" if len(articles) > 3 else ""
    with st.container(horizontal=True, vertical_alignment="center", key="notice_dates"):
        st.warning(f"No publication date was found in {names}{more}: relative dates are unresolved.", icon=":material/event_busy:")
        return bool(st.button("Give the date", key="give_date"))
