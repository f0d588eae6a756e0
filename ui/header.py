"""The header row: title, filters, search, download, articles. Its widgets are built from the table of filters."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from pipeline.view.event_view import EventView
from pipeline.view.facets import actor_counts
from pipeline.view.filters import LONGEST_SEARCH, Choice
from pipeline.view.lane_groups import LANE_LABELS
from ui import page_state
from ui.actor_page import compare
from ui.downloads import Parcel, downloads
from ui.filter_panel import filter_panel
from ui.library import Library
from ui.page_state import widget_key
from ui.safe_text import html_text, markdown_text
from ui.saved_views import views_popover

MOST_OFFERED = 200
LONGEST_TITLE = 40  # characters, in a notice
ACTORS_WIDTH, LANES_WIDTH, SEARCH_WIDTH = 216, 124, 150  # pixels; the title takes what is left


def page_title(library: Library, choice: Choice) -> str:
    """Return the title: whose page it is, the article's, or how many articles there are."""
    if page_state.profile():
        return " and ".join(page_state.profile())
    shown = [library.articles[key] for key in choice.articles if key in library.articles] or list(library.articles.values())
    several = f"Timeline of {len(shown)} articles" if shown else library.table or "Dateline"
    return shown[0].title if len(shown) == 1 else several


def title(library: Library, choice: Choice) -> None:
    """Draw the title."""
    text = html_text(page_title(library, choice))
    st.html(f'<h1 class="title" title="{text}">{text}</h1>', width="stretch")


def actor_filter(view: EventView, choice: Choice, width: int | Literal["stretch"] = "stretch") -> None:
    """Draw the choice of actors, each with its number of events under the other filters; of many, those with most are offered.

    Any other name can be typed, in part too.
    """
    counts = actor_counts(view, choice, MOST_OFFERED)
    n_all = len(view.members[choice.role])
    key = widget_key("actors")

    def understand() -> None:
        names = [view.members["any"].find(name) or name for name in st.session_state[key]]
        st.session_state[key] = list(dict.fromkeys(names))

    st.multiselect(
        "Actors",
        list(dict.fromkeys([*counts, *choice.actors])),
        format_func=lambda name: f"{name} ({counts.get(name, 0):,})",
        key=key,
        placeholder="All actors" if n_all <= MOST_OFFERED else f"All {n_all:,} actors: type a name",
        label_visibility="collapsed",
        accept_new_options=n_all > MOST_OFFERED,
        on_change=understand,
        width=width,
    )


def _who(view: EventView, choice: Choice, width: int | Literal["stretch"] = "stretch") -> None:
    (compare if page_state.profile() else actor_filter)(view, choice, width)


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
            _who(view, choice)
            filter_panel(library, choice, narrow=True, above=_search_and_lanes)
            views_popover()
            downloads(parcel)
            return bool(st.button("", icon=":material/add:", key="articles", help="Articles"))
    with st.container(horizontal=True, key="head", gap="small", vertical_alignment="center"):
        title(library, choice)
        _who(view, choice, width=ACTORS_WIDTH)
        lane_choice(width=LANES_WIDTH)
        search(width=SEARCH_WIDTH)
        filter_panel(library, choice, narrow=False)
        views_popover()
        downloads(parcel)
        return bool(st.button("Articles", icon=":material/add:", key="articles"))


def _search_and_lanes() -> None:
    search()
    lane_choice()


def problems(library: Library) -> None:
    """Name every source that could not be read, and the articles whose language is not ours."""
    with st.container(key="notices", gap="xxsmall"):
        for problem in library.problems:
            st.warning(markdown_text(problem), icon=":material/error:")
        _foreign(library)


def _foreign(library: Library) -> None:
    foreign = [article for article in library.articles.values() if article.language != "en"]
    if foreign:
        names = ", ".join(
            f"“{markdown_text(article.title[:LONGEST_TITLE])}” ({markdown_text(article.language)})" for article in foreign[:3]
        )
        more = f" and {len(foreign) - 3} more" if len(foreign) > 3 else ""
        st.warning(f"Not in English, so no events are read from it: {names}{more}", icon=":material/translate:")
