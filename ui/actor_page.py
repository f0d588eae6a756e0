"""One actor's page: with whom, what kinds, from when to when; or two actors on one axis. Names everywhere lead here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import streamlit as st

from pipeline.view.event_view import EventView, Mask
from pipeline.view.facets import actor_counts
from pipeline.view.filters import Choice
from pipeline.view.profile import Counts, Profile, profile_of
from pipeline.view.words import date_words
from ui import page_state
from ui.safe_text import html_text, markdown_text

MOST_OFFERED = 200
MOST_CHIPS = 7


def compare(view: EventView, choice: Choice, width: int | Literal["stretch"] = "stretch") -> None:
    """Draw the choice of a second actor to stand beside the first."""
    first, *second = page_state.profile()
    counts = actor_counts(view, replace(choice, actors=()), MOST_OFFERED)
    st.session_state["compare"] = second[0] if second else None
    st.selectbox(
        "Compare with",
        list(dict.fromkeys([*second, *(name for name in counts if name != first)])),
        format_func=lambda name: f"{name} ({counts.get(name, 0):,})",
        index=None,
        key="compare",
        placeholder="Compare with …",
        label_visibility="collapsed",
        on_change=lambda: page_state.open_profile(first, st.session_state["compare"] or ""),
        width=width,
    )


def actor_page(view: EventView, mask: Mask) -> None:
    """Draw who it is about, above the timeline; nothing when the page is that of all events."""
    names = page_state.profile()
    if not names:
        return
    with st.container(key="profile", gap="xxsmall"):
        for number, (place, name) in enumerate(zip(st.columns(len(names), gap="medium"), names, strict=True)):
            with place, st.container(gap="xxsmall"):
                _one(view, profile_of(view, mask, name), number)


def _one(view: EventView, profile: Profile, number: int) -> None:
    facts = [f"{profile.events:,} event{'' if profile.events == 1 else 's'}"]
    if profile.first is not None and profile.last is not None:
        first, last = (date_words(view.row(row)) for row in (profile.first, profile.last))
        facts.append(first if first == last else f"first {first}, last {last}")
    facts += [f"acts in {profile.does:,}" if profile.does else "", f"{profile.done_to:,} done to it" if profile.done_to else ""]
    facts.append(f"{profile.undated:,} undated" if profile.undated else "")
    st.html(
        f'<div class="card"><p><b>{html_text(profile.name)}</b> · {html_text(" · ".join(filter(None, facts)))}</p>'
        f"<p>{_chips('Kinds', profile.types)}</p><p>{_chips('Status', profile.statuses)}</p></div>"
    )
    if profile.partners:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.html('<div class="card"><p>With</p></div>', width="content")
            name_buttons([name for name, _ in profile.partners], f"with_{number}", dict(profile.partners))


def _chips(what: str, counts: Counts) -> str:
    shown = " · ".join(f"<b>{html_text(name)}</b> {count:,}" for name, count in counts[:MOST_CHIPS])
    left = len(counts) - MOST_CHIPS
    return f"{what} {shown}" + (f" and {left} more" if left > 0 else "")


def name_buttons(names: Sequence[str], key: str, counts: dict[str, int] | None = None) -> None:
    """Draw names that lead to their actors' pages."""
    for number, name in enumerate(names):
        label = markdown_text(name) + (f" ({counts[name]:,})" if counts else "")
        st.button(
            label, key=f"{key}_{number}", type="tertiary", on_click=page_state.open_profile, args=(name,), help="This actor’s timeline"
        )
