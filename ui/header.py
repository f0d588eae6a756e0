"""The header row: title, filters, search, download, articles. Its widgets are built from the table of filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import streamlit as st

from pipeline.event_table import EVENT_TYPES, STATUSES
from pipeline.export import csv_bytes
from pipeline.view.event_view import ROLES, EventView, Mask
from pipeline.view.filters import LONGEST_SEARCH, Choice, actor_counts, to_parameters, value_counts
from pipeline.view.lane_groups import LANE_LABELS
from pipeline.view.type_groups import type_label
from ui import page_state
from ui.library import Library
from ui.page_state import widget_key
from ui.safe_text import html_text, markdown_text

MOST_OFFERED = 200
_ROLE_LABELS = {"any": "takes part", "source": "does it", "target": "it is done to"}


def title(library: Library, choice: Choice) -> None:
    """Draw the title: the article's, or how many articles there are."""
    shown = [library.articles[key] for key in choice.articles if key in library.articles] or list(library.articles.values())
    several = f"Timeline of {len(shown)} articles" if shown else library.table or "Dateline"
    text = shown[0].title if len(shown) == 1 else several
    st.html(f'<h1 class="title" title="{html_text(text)}">{html_text(text)}</h1>')


def actor_filter(view: EventView, choice: Choice) -> None:
    """Draw the choice of actors, each with its number of events under the other filters; of many, those with most are offered.

    Any other name can be typed, in part too.
    """
    counts = actor_counts(view, choice)
    key = widget_key("actors")

    def understand() -> None:
        names = [view.members["any"].find(name) or name for name in st.session_state[key]]
        st.session_state[key] = list(dict.fromkeys(names))

    offered = list(islice(counts, MOST_OFFERED))
    st.multiselect(
        "Actors",
        list(dict.fromkeys([*offered, *choice.actors])),
        format_func=lambda name: f"{name} ({counts.get(name, 0):,})",
        key=key,
        placeholder="All actors" if len(offered) == len(counts) else f"All {len(counts):,} actors: type a name",
        label_visibility="collapsed",
        accept_new_options=len(offered) < len(counts),
        on_change=understand,
    )


def lane_choice() -> None:
    """Draw the choice of what the lanes stand for."""
    st.selectbox("Lanes", list(LANE_LABELS), format_func=lambda key: LANE_LABELS[key], key="lanes", label_visibility="collapsed")


def search() -> None:
    """Draw the search field."""
    st.text_input(
        "Search",
        key=widget_key("text"),
        placeholder="Search events",
        icon=":material/search:",
        label_visibility="collapsed",
        max_chars=LONGEST_SEARCH,
    )


def _counted(counts: dict[str, int], label: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: f"{label(value)} ({counts.get(value, 0)})"


def day_filter() -> None:
    """Draw the two date fields; they are typed, so that a year alone and years before 1 can be given."""
    left, right = st.columns(2)
    left.text_input("From", key=widget_key("first"), placeholder="2022, March 2022, 44 BC", max_chars=30)
    right.text_input("To", key=widget_key("last"), placeholder="2022-03-07", max_chars=30)
    for text in page_state.not_understood():
        st.caption(f":material/error: “{markdown_text(text)}” is no date: write 2022-03-07, 7 March 2022, March 2022, 2022 or 44 BC")


def more_filters(library: Library, choice: Choice, *, narrow: bool) -> None:
    """Draw the popover with the other filters; on a narrow page search and lanes are in it too."""
    view = library.view
    active = len(to_parameters(replace(choice, actors=(), text="", all_mentions=False)))
    label = (f"({active})" if active else "") if narrow else f"Filters ({active})" if active else "Filters"
    with st.popover(label, icon=":material/tune:", width="content" if narrow else "stretch", key="more"):
        if narrow:
            search()
            lane_choice()
        st.segmented_control("The actor …", ROLES, format_func=lambda role: _ROLE_LABELS[role], key=widget_key("role"), required=True)
        types = value_counts(view, choice, "types", "event_type")
        st.multiselect(
            "Types",
            [*types, *(name for name in EVENT_TYPES if name not in types)],
            key=widget_key("types"),
            format_func=_counted(types, type_label),
            placeholder="All types",
        )
        statuses = value_counts(view, choice, "statuses", "status")
        st.multiselect("Status", list(STATUSES), key=widget_key("statuses"), format_func=_counted(statuses, str), placeholder="Any status")
        articles = value_counts(view, choice, "articles", "article_id")
        titles = {key: article.title for key, article in library.articles.items()}
        st.multiselect(
            "Articles",
            [*titles, *(key for key in choice.articles if key not in titles)],
            key=widget_key("articles"),
            format_func=_counted(articles, lambda key: titles.get(key, key)),
            placeholder="All articles",
        )
        day_filter()
        st.toggle("Dated by the text only", key=widget_key("text_only"), help="Hides events that only their article's publication dates.")


def downloads(view: EventView, mask: Mask, *, narrow: bool) -> None:
    """Draw the popover with the CSV of the shown rows and of all."""
    with st.popover("CSV", icon=":material/download:", width="content" if narrow else "stretch", key="csv"):
        st.download_button(
            f"Shown rows ({int(mask.sum()):,})",
            lambda: csv_bytes(view.table[mask]),
            "timeline.csv",
            "text/csv",
            key="csv_shown",
            on_click="ignore",
            width="stretch",
        )
        st.download_button(
            f"All mentions ({len(view):,})",
            lambda: csv_bytes(view.table),
            "timeline-all.csv",
            "text/csv",
            key="csv_all",
            on_click="ignore",
            width="stretch",
        )


def header(library: Library, choice: Choice, mask: Mask, *, narrow: bool) -> bool:
    """Draw the header row; on a narrow page the title stands above. Return whether the reader asked for the articles."""
    view = library.view
    if narrow:
        title(library, choice)
        with st.container(horizontal=True, key="head", gap="small", wrap=False):
            actor_filter(view, choice)
            more_filters(library, choice, narrow=True)
            downloads(view, mask, narrow=True)
            return bool(st.button("", icon=":material/add:", key="articles", help="Articles"))
    with st.container(key="head"):
        name, actors, lanes, words, more, csv, articles = st.columns([3.5, 2.5, 1.35, 1.8, 1.4, 0.95, 1.2], gap="small")
    with name:
        title(library, choice)
    with actors:
        actor_filter(view, choice)
    with lanes:
        lane_choice()
    with words:
        search()
    with more:
        more_filters(library, choice, narrow=False)
    with csv:
        downloads(view, mask, narrow=False)
    return bool(articles.button("Articles", icon=":material/add:", key="articles", width="stretch"))


def problems(library: Library) -> None:
    """Name every source that could not be read."""
    for problem in library.problems:
        st.warning(markdown_text(problem), icon=":material/error:")
