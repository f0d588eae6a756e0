"""Saved views: a name for what the page shows now, kept in the store; a list to open or delete them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

import streamlit as st

from pipeline.errors import PipelineError
from pipeline.store.notebook import LONGEST_NAME
from pipeline.view.filters import filter_words, from_parameters
from ui import page_state
from ui.library import open_store
from ui.safe_text import html_text, markdown_text

PARAMETER = "saved"


def link_of(name: str) -> str | None:
    """Return the link that a saved view stands for, None when there is none of that name."""
    return next((view.link for view in open_store().saved_views() if view.name == name), None)


def views_popover() -> None:
    """Draw the button with the saved views, and the field that saves this one."""
    box = st.popover("Saved views", icon=":material/bookmark:", key="views", help="Saved views", on_change="rerun", width="content")
    if not box.open:
        return
    with box, st.container(key="saved"):
        _save()
        kept = open_store().saved_views()
        if not kept:
            st.html('<div class="card"><p>No views yet. A saved view keeps filters, lanes, window and selection under a name.</p></div>')
        for number, view in enumerate(kept):
            _line(number, view.name, view.link)


def _save() -> None:
    with st.form("save_view", clear_on_submit=True, border=False):
        name = st.text_input("Save this view as", max_chars=LONGEST_NAME, placeholder="Deadlines in March", key="view_name")
        if st.form_submit_button("Save", icon=":material/bookmark_add:") and name.strip():
            _said(lambda: open_store().save_view(name, page_state.query()))


def _line(number: int, name: str, link: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"view_{number}"):
        words = filter_words(from_parameters(parse_qs(link))) or "all events"
        st.html(f'<div class="card"><b>{html_text(name)}</b><p>{html_text(words)}</p></div>', width="stretch")
        st.button("Open", key=f"open_view_{number}", on_click=page_state.open_link, args=(link,), help=markdown_text(f"Open “{name}”"))
        st.button(
            "", icon=":material/delete:", key=f"drop_view_{number}", on_click=_drop, args=(name,), help=markdown_text(f"Delete “{name}”")
        )


def _drop(name: str) -> None:
    _said(lambda: open_store().delete_view(name))


def _said(act: Callable[[], object]) -> None:
    try:
        act()
    except PipelineError as error:
        st.error(markdown_text(str(error)))
