"""The panel of filters, built from their table, drawn when it is open: each value with its number of events under the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from pipeline.event_table import DATE_BASES, EVENT_TYPES, REVIEWS, STATUSES
from pipeline.view.event_view import ROLES, EventView
from pipeline.view.facets import exclusion_counts, value_counts
from pipeline.view.filters import BASIS_WORDS, FILTERS, REVIEW_WORDS, Choice, excluded_label, to_parameters
from pipeline.view.type_groups import type_label
from ui import page_state
from ui.library import Library
from ui.page_state import widget_key
from ui.safe_text import markdown_text

PANEL = "more"
MOST_OPTIONS = 200  # values offered by one filter; a link can name any
_ROLE_LABELS = {"any": "takes part", "source": "does it", "target": "it is done to"}
_KNOWN = {"types": EVENT_TYPES, "statuses": STATUSES, "bases": DATE_BASES, "reviews": REVIEWS}
_PLACEHOLDERS = {
    "types": "All types", "statuses": "Any status", "places": "Anywhere", "speakers": "Anybody", "sources": "All sources",
    "articles": "All articles", "bases": "Anything", "reviews": "All but rejected",
}  # fmt: skip
_LABELS: dict[str, Callable[[str], str]] = {
    "types": type_label,
    "bases": lambda name: BASIS_WORDS[name],
    "reviews": lambda name: REVIEW_WORDS[name],
}
_ASIDE = ("actors", "text", "all_mentions")  # have a place of their own on the page


def n_active(choice: Choice) -> int:
    """Return how many of the panel's filters are in use."""
    return len(to_parameters(replace(choice, **{key: getattr(Choice(), key) for key in _ASIDE})))


def filter_panel(library: Library, choice: Choice, *, narrow: bool, above: Callable[[], None] | None = None) -> None:
    """Draw the popover; `above` draws what stands in it before the filters on a narrow page."""
    active = n_active(choice)
    label = f"Filters ({active})" if active else "Filters"
    box = st.popover(label, icon=":material/tune:", key=PANEL, on_change="rerun", type="primary" if active and narrow else "secondary")
    if not box.open:
        return
    with box, st.container(key="filters"):
        if above:
            above()
        _actors()
        facets = [row for row in FILTERS if row.column]
        titles = {key: article.title for key, article in library.articles.items()}
        for left, right in zip(facets[::2], facets[1::2], strict=True):
            columns = [st.container(), st.container()] if narrow else st.columns(2, gap="small")
            for place, row in zip(columns, (left, right), strict=True):
                with place:
                    _facet(library.view, choice, row.key, row.label, row.column, titles)
        _left_out(library.view, choice)
        _days()
        st.toggle("Dated by the text only", key=widget_key("text_only"), help="Hides events that only their article's publication dates.")


def _actors() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control("The actor …", ROLES, format_func=lambda role: _ROLE_LABELS[role], key=widget_key("role"), required=True)
        st.toggle(
            "All of them together", key=widget_key("together"), help="Only events in which all chosen actors take part: between them."
        )


def _counted(counts: Mapping[str, int], label: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: f"{label(value)} ({counts.get(value, 0):,})"


def _facet(view: EventView, choice: Choice, key: str, label: str, column: str, titles: Mapping[str, str]) -> None:
    counts = value_counts(view, choice, key, column)
    options = [*list(counts)[:MOST_OPTIONS], *getattr(choice, key), *_KNOWN.get(key, ())]
    named = (lambda article: titles.get(article, article)) if key == "articles" else _LABELS.get(key, str)
    st.multiselect(
        label, list(dict.fromkeys(options)), key=widget_key(key), format_func=_counted(counts, named), placeholder=_PLACEHOLDERS[key]
    )


def _left_out(view: EventView, choice: Choice) -> None:
    counts = exclusion_counts(view, choice)
    options = list(dict.fromkeys([*counts, *choice.without]))
    st.multiselect(
        "Leave out",
        options,
        key=widget_key("without"),
        format_func=_counted(counts, lambda text: f"{text.partition(':')[0].replace('saidby', 'voice')}: {excluded_label(text)}"),
        placeholder="Nothing: choose an actor, type, status, place, voice or source",
    )


def _days() -> None:
    left, right = st.columns(2, gap="small")
    left.text_input("From", key=widget_key("first"), placeholder="2022, March 2022, 44 BC", max_chars=30)
    right.text_input("To", key=widget_key("last"), placeholder="2022-03-07", max_chars=30)
    for text in page_state.not_understood():
        st.caption(f":material/error: “{markdown_text(text)}” is no date: write 2022-03-07, 7 March 2022, March 2022, 2022 or 44 BC")
