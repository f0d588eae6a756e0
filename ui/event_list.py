"""The table: the same rows and the same selection as the timeline, a page at a time; events without a date stand at its end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from pipeline.view.certainty import TIME_COLUMNS
from pipeline.view.event_view import EventView, Mask
from pipeline.view.filters import REVIEW_WORDS
from pipeline.view.folding import standing_for, told_by
from pipeline.view.type_groups import type_label
from pipeline.view.words import date_words
from ui import page_state
from ui.actor_page import name_buttons
from ui.theme import current_theme

PAGE = 25  # rows that are sent at a time
HEIGHT, HEAD, ROW, NAMES = 222, 38, 31, 32  # pixels: the table, its head, one row, the line of names above it
_SHOWN = (*TIME_COLUMNS, "timex_type", "time_text", "summary", "actors", "event_type", "review", "article_title")
_WIDTHS = {"When": 186, "Event": 384, "Actors": 146, "Told by": 90, "Status": 90, "Type": 100, "Review": 90, "Article": 260}
_REPEATED = ["Told by", "Status", "Type", "Review", "Article"]  # sent once for each different text
MOST_NAMES = 4
_PARTS = {"window": "In view", "all": "All", "undated": "Undated"}


PART, ASKED = "part", "names_asked"


def show_undated() -> None:
    """Let the table list the events without a date."""
    st.session_state[PART] = "undated"


def list_table(view: EventView, rows: list[int]) -> pd.DataFrame:
    """Return what the table shows of these rows; sentence and reason stand on the card."""
    cells = view.rows(rows, _SHOWN)
    table = pd.DataFrame(
        {
            "When": [date_words(row, view.extents[number]) for row, number in zip(cells, rows, strict=True)],
            "Event": [row["summary"] for row in cells],
            "Actors": [", ".join(row["actors"]) for row in cells],
            "Told by": [told_by(view, row) for row in rows],
            "Status": [row["status"] for row in cells],
            "Type": [type_label(row["event_type"]) for row in cells],
            "Review": ["" if row["review"] == "auto" else REVIEW_WORDS[row["review"]] for row in cells],
            "Article": [row["article_title"] for row in cells],
        }
    )
    return table.astype(dict.fromkeys(_REPEATED, "category"))


def tinted(table: pd.DataFrame, words: Sequence[str], colour: str) -> Any:
    """Return the table with the cells tinted that hold a word that is searched for; when nothing is, as Arrow: less is sent."""
    if not words:
        return pa.Table.from_pandas(table, preserve_index=False).replace_schema_metadata(None)
    sought = [word.casefold() for word in words]
    return table.style.map(lambda cell: f"background-color: {colour}" if any(word in str(cell).casefold() for word in sought) else "")


def event_list(view: EventView, mask: Mask, seen: Mask) -> dict[str, Any]:
    """Draw the table of the shown events, those in view, or the undated ones; return its key and its selected row for the bridge."""
    masks = {"window": seen, "all": mask, "undated": mask & ~view.dated}
    st.session_state[PART] = st.session_state.get(PART) or "window"
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="parts"):
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
    key = f"table_{page_state.table_nonce()}_{part}_{page}"
    here = _here(view, mask)
    place = shown.index(here) if here in shown else -1
    _table(view, shown, place, key, HEIGHT - (NAMES if _names(view, here) else 0))
    return {"table": key, "row": place, "row_height": ROW}


def _table(view: EventView, shown: list[int], place: int, key: str, height: int) -> None:
    """Draw the rows; to choose any cell selects the row's event, and one of the actors offers their timelines."""

    def on_click() -> None:
        cells = st.session_state[key]["selection"]["cells"]
        if cells and cells[0][0] < len(shown):
            event_id = str(view.table["event_id"].iloc[shown[cells[0][0]]])
            st.session_state[ASKED] = event_id if cells[0][1] == "Actors" else ""
            page_state.select(event_id, in_table=True)

    st.dataframe(
        tinted(list_table(view, shown), page_state.choice().text.split(), current_theme().marks[0]),
        hide_index=True,
        height=min(height, HEAD + ROW * max(len(shown), 1)),
        row_height=ROW,
        key=key,
        on_select=on_click,
        selection_mode="single-cell",
        selection_default={"selection": {"cells": [(place, "Event")]}} if place >= 0 else None,
        column_config={name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()},
        alt="The events on the timeline, one row each",
    )


def _names(view: EventView, here: int) -> bool:
    """Draw the actors of the chosen row, each leading to its timeline, when they were asked for; return whether they are there."""
    if here < 0 or st.session_state.get(ASKED) != view.table["event_id"].iloc[here]:
        return False
    names = view.rows([here], ("actors",))[0]["actors"]
    if not len(names):
        return False
    with st.container(horizontal=True, gap="xsmall", key="row_names", vertical_alignment="center"):
        st.html('<div class="card"><p>Timeline of</p></div>', width="content")
        name_buttons(list(names)[:MOST_NAMES], "row_name")
    return True


def _here(view: EventView, mask: Mask) -> int:
    """Return the shown row of the selected event, -1 for none."""
    row = standing_for(view, mask, view.row_of.get(page_state.selected()))
    return -1 if row is None else row


def _page(rows: np.ndarray, here: int, pages: int) -> int:
    """Return the page; when the selection came from outside the table, the one that holds it."""
    where = np.flatnonzero(rows == here)
    start = int(where[0]) // PAGE + 1 if where.size else 1
    return int(st.pagination(pages, default=start, max_visible_pages=5, key=f"page_{page_state.table_nonce()}_{pages}"))
