"""The other mentions of the selected event: where else it is told, with which date, and whether the sources agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from pipeline.records import Article
from pipeline.view.event_view import EventView
from pipeline.view.folding import dates_disagree, other_mentions
from pipeline.view.words import date_words
from ui.marked_text import quote_html
from ui.safe_text import html_text, markdown_text

MOST_MENTIONS = 20


def differences(row: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """Say in what another mention differs from the selected one: its date and its status, "" in neither."""
    parts = [date_words(other) if date_words(other) != date_words(row) else "", other["status"] if other["status"] != row["status"] else ""]
    return " · ".join(part for part in parts if part)


def disagreement(view: EventView, rows: list[int]) -> str:
    """Say in which way the mentions (one event's) contradict each other, "" when they do not."""
    cells = view.table.iloc[rows]
    who = "Sources disagree" if cells["article_id"].nunique() > 1 else "The article disagrees with itself"
    about = ["date"] if dates_disagree(view, rows) else []
    if "denied" in set(cells["status"]) and set(cells["status"]) - {"denied"}:
        about.append("status")
    return f"{who} on the {' and the '.join(about)}." if about else ""


def mentions(view: EventView, articles: Mapping[str, Article], number: int, go: Callable[[str], None]) -> None:
    """Draw how many other mentions a row's event has, and whether they disagree; a click opens the list: the card stays short."""
    others = other_mentions(view, number)
    if not others:
        return
    row = view.row(number)
    told_in = view.table["article_id"].iloc[[number, *others]].nunique()
    count = f"{len(others)} other mention{'' if len(others) == 1 else 's'} of this event" + (f", {told_in} articles" if told_in > 1 else "")
    warning = disagreement(view, [number, *others])
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="mentions"):
        with st.popover(count, type="tertiary", key="mention_list", width="content"):
            _listed(view, articles, row, others, go)
        if warning:
            st.html(f'<div class="card"><p><b class="disagree">{html_text(warning)}</b></p></div>', width="content")


def _listed(
    view: EventView, articles: Mapping[str, Article], row: Mapping[str, Any], others: Sequence[int], go: Callable[[str], None]
) -> None:
    """List the mentions, each with its sentence and a button that leads to it."""
    for other in others[:MOST_MENTIONS]:
        cells = view.row(other)
        unlike = differences(row, cells)
        label = markdown_text(cells["article_title"] or "the article") + (f" · **{markdown_text(unlike)}**" if unlike else "")
        key = f"mention_{other}"
        st.button(label, key=key, type="tertiary", icon=":material/arrow_forward:", on_click=go, args=(str(cells["event_id"]),))
        st.html(f'<div class="card mention">{quote_html(cells, articles.get(cells["article_id"]))}</div>')
    if len(others) > MOST_MENTIONS:
        st.caption(f"and {len(others) - MOST_MENTIONS} more: switch on “All mentions” to see them in the table")
