"""The header row: title, filters, search, download, articles. Its widgets are built from the table of filters."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from pipeline.view.event_view import EventView
from pipeline.view.facets import actor_counts
from pipeline.view.filters import LONGEST_SEARCH, Choice
from pipeline.view.lane_groups import LANE_LABELS
from ui.downloads import Parcel, downloads
from ui.filter_panel import filter_panel
from ui.library import Library
from ui.page_state import widget_key
from ui.safe_text import html_text, markdown_text
from ui.saved_views import views_popover

ACTORS_WIDTH, LANES_WIDTH, SEARCH_WIDTH = 216, 124, 150  # pixels; the title takes what is left


def page_title(library: Library, choice: Choice) -> str:
    """Return the title: the article's, or how many articles there are."""
    shown = [library.articles[key] for key in choice.articles if key in library.articles] or list(library.articles.values())
    several = f"Timeline of {len(shown)} articles" if shown else library.table or "Dateline"
    return shown[0].title if len(shown) == 1 else several


def title(library: Library, choice: Choice) -> None:
    """Draw the title."""
    text = html_text(page_title(library, choice))
    st.html(f'<h1 class="title" title="{text}">{text}</h1>', width="stretch")


def actor_filter(view: EventView, choice: Choice, width: int | Literal["stretch"] = "stretch") -> None:
    """Draw the choice of actors, each with its number of events under the other filters."""
    counts = actor_counts(view, choice)
    options = [*counts, *(name for name in choice.actors if name not in counts)]
    st.multiselect(
        "Actors",
        options,
        format_func=lambda name: f"{name} ({counts.get(name, 0)})",
        key=widget_key("actors"),
        placeholder="All actors",
        label_visibility="collapsed",
        width=width,
    )


def lane_choice(width: int | Literal["stretch"] = "stretch") -> None:
    """Draw the choice of what the lanes stand for."""
    st.selectbox(
        "Lanes", list(LANE_LABELS), format_func=lambda key: LANE_LABELS[key], key="lanes", label_visibility="collapsed", width=width
    )


def search(width: int | Literal["stretch"] = "stretch") -> None:
    """Draw the search field."""
    st.text_input(
        "Search",
        key=widget_key("text"),
        placeholder="Search events",
        icon=":material/search:",
        label_visibility="collapsed",
        max_chars=LONGEST_SEARCH,
        width=width,
    )


def header(library: Library, choice: Choice, parcel: Parcel, *, narrow: bool) -> bool:
    """Draw the header row; on a narrow page the title stands above. Return whether the reader asked for the articles."""
    view = library.view
    if narrow:
        title(library, choice)
        with st.container(horizontal=True, key="head", gap="small", wrap=False):
            actor_filter(view, choice)
            filter_panel(library, choice, narrow=True, above=_search_and_lanes)
            views_popover()
            downloads(parcel, narrow=True)
            return bool(st.button("", icon=":material/add:", key="articles", help="Articles"))
    with st.container(horizontal=True, key="head", gap="small", vertical_alignment="center"):
        title(library, choice)
        actor_filter(view, choice, width=ACTORS_WIDTH)
        lane_choice(width=LANES_WIDTH)
        search(width=SEARCH_WIDTH)
        filter_panel(library, choice, narrow=False)
        views_popover()
        downloads(parcel, narrow=False)
        return bool(st.button("Articles", icon=":material/add:", key="articles"))


def _search_and_lanes() -> None:
    search()
    lane_choice()


def problems(library: Library) -> None:
    """Name every source that could not be read."""
    for problem in library.problems:
        st.warning(markdown_text(problem), icon=":material/error:")
