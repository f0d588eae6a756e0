"""The table: the same rows and the same selection as the timeline, a page at a time; events without a date stand at its end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from pipeline.view.certainty import TIME_COLUMNS
from pipeline.view.event_view import EventView, Mask
from pipeline.view.filters import REVIEW_WORDS
from pipeline.view.folding import standing_for, told_by
from pipeline.view.type_groups import type_label
from pipeline.view.words import date_words
from ui import page_state
from ui.theme import current_theme

PAGE = 50  # rows that are sent at a time
HEIGHT, ROW = 232, 31
_SHOWN = (*TIME_COLUMNS, "timex_type", "time_text", "summary", "actors", "event_type", "review", "date_reason", "article_title", "sentence")
_PARTS = {"window": "In view", "all": "All", "undated": "Undated"}


PART = "part"


def show_undated() -> None:
    """Let the table list the events without a date."""
    st.session_state[PART] = "undated"


def list_table(view: EventView, rows: list[int]) -> pd.DataFrame:
    """Return what the table shows of these rows."""
    cells = view.rows(rows, _SHOWN)
    return pd.DataFrame(
        {
            "When": [date_words(row, view.extents[number]) for row, number in zip(cells, rows, strict=True)],
            "Event": [row["summary"] for row in cells],
            "Actors": [", ".join(row["actors"]) for row in cells],
            "Told by": [told_by(view, row) for row in rows],
            "Status": [row["status"] for row in cells],
            "Type": [type_label(row["event_type"]) for row in cells],
            "Review": [REVIEW_WORDS[row["review"]] for row in cells],
            "Why this date": [row["date_reason"] for row in cells],
            "Article": [row["article_title"] for row in cells],
            "Sentence": [row["sentence"] for row in cells],
        }
    )


def tinted(table: pd.DataFrame, words: Sequence[str], colour: str) -> Any:
    """Return the table with the cells tinted that hold a word that is searched for; the table itself when nothing is."""
    if not words:
        return table
    sought = [word.casefold() for word in words]
    return table.style.map(lambda cell: f"background-color: {colour}" if any(word in str(cell).casefold() for word in sought) else "")


def event_list(view: EventView, mask: Mask, seen: Mask) -> dict[str, Any]:
    """Draw the table of the shown events, those in view, or the undated ones; return its key and its selected row for the bridge."""
    masks = {"window": seen, "all": mask, "undated": mask & ~view.dated}
    st.session_state[PART] = st.session_state.get(PART) or "window"
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        part = st.segmented_control(
            "Rows",
            list(_PARTS),
            format_func=lambda key: f"{_PARTS[key]} {int(masks[key].sum()):,}",
            required=True,
            key=PART,
            label_visibility="collapsed",
        )
        rows = np.flatnonzero(masks[str(part)])
        pages = max(math.ceil(rows.size / PAGE), 1)
        page = _page(rows, _here(view, mask), pages) if pages > 1 else 1
    shown = rows[(page - 1) * PAGE : page * PAGE].tolist()
    here = _here(view, mask)
    key = f"table_{page_state.table_nonce()}_{part}_{page}"

    def on_click() -> None:
        chosen = st.session_state[key]["selection"]["rows"]
        if chosen and chosen[0] < len(shown):
            page_state.select(str(view.table["event_id"].iloc[shown[chosen[0]]]), in_table=True)

    default = {"selection": {"rows": [shown.index(here)]}} if here in shown else None
    st.dataframe(
        tinted(list_table(view, shown), page_state.choice().text.split(), current_theme().marks[0]),
        hide_index=True,
        height=HEIGHT,
        row_height=ROW,
        key=key,
        on_select=on_click,
        selection_mode="single-row",
        selection_default=default,
        column_config=_columns(),
        alt="The events on the timeline, one row each",
    )
    return {"table": key, "row": shown.index(here) if here in shown else -1, "row_height": ROW}


def _here(view: EventView, mask: Mask) -> int:
    """Return the shown row of the selected event, -1 for none."""
    row = standing_for(view, mask, view.row_of.get(page_state.selected()))
    return -1 if row is None else row


def _page(rows: np.ndarray, here: int, pages: int) -> int:
    """Return the page; when the selection came from outside the table, the one that holds it."""
    where = np.flatnonzero(rows == here)
    start = int(where[0]) // PAGE + 1 if where.size else 1
    return int(st.pagination(pages, default=start, max_visible_pages=5, key=f"page_{page_state.table_nonce()}_{pages}"))


def _columns() -> dict[str, object]:
    return {
        "When": st.column_config.TextColumn(width=192),
        "Event": st.column_config.TextColumn(width=262),
        "Actors": st.column_config.TextColumn(width=135),
        "Told by": st.column_config.TextColumn(width=88),
        "Status": st.column_config.TextColumn(width=90),
        "Type": st.column_config.TextColumn(width=100),
        "Review": st.column_config.TextColumn(width=100),
        "Why this date": st.column_config.TextColumn(width=300),
        "Article": st.column_config.TextColumn(width=220),
        "Sentence": st.column_config.TextColumn(width=500),
    }
