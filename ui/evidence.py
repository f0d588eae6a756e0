"""The evidence card: when exactly, who, and where it says so; with the buttons to the previous and the next event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from pipeline.records import Article
from pipeline.view.event_view import EventView, Mask
from pipeline.view.folding import standing_for
from pipeline.view.type_groups import shown_types
from pipeline.view.words import date_words
from ui.keys import symbol_html
from ui.marked_text import quote_html
from ui.mentions import mentions
from ui.page_state import select, selected
from ui.safe_text import html_text, web_link
from ui.theme import Theme, current_theme

CARD_HEIGHT = 274
_HINT = (
    "<p>Nothing selected. Click a mark on the timeline or a row of the table to read the sentence it comes from.</p>"
    "<p>Drag over the strip above to choose a stretch of time; drag the timeline to move along it.</p>"
    "<p>A solid mark is a day that the text gives. What is hollow, hatched or fading is less certain; the key at the top says how.</p>"
)
_BASIS = {
    "explicit": "stated in the text",
    "relative": "relative date in the text",
    "event": "counted from another event",
    "inherited": "from a sentence nearby",
    "publication": "publication date only",
    "none": "the text gives no date",
}


def _facts(**values: str) -> str:
    named = ((name.replace("_", " ").capitalize(), value) for name, value in values.items() if value)
    return " · ".join(f"{name} <b>{html_text(value)}</b>" for name, value in named)


def card_html(row: Mapping[str, Any], article: Article | None, theme: Theme) -> str:
    """Return the card of one event."""
    shown = shown_types()[row["event_type"]]
    colour = theme.palette[shown.group]
    who = ", ".join(row["source_actors"]) or ", ".join(row["actors"])
    whom = ", ".join(name for name in row["target_actors"] if name not in row["source_actors"])
    rest = [name for name in row["actors"] if name not in row["source_actors"] and name not in row["target_actors"]]
    people = [who + (f" → {whom}" if whom else ""), *([f"also {', '.join(rest)}"] if rest and row["source_actors"] else [])]
    said_by, place = (row[name] if isinstance(row[name], str) else "" for name in ("said_by", "place"))
    link = web_link(article.url) if article else ""
    title = html_text(row["article_title"] or "the article")
    source = f'<a href="{html_text(link)}" target="_blank" rel="noopener noreferrer nofollow">{title}</a>' if link else f"<b>{title}</b>"
    published = (
        f", published {html_text(str(row['published'])[:10])}" if isinstance(row["published"], str) else ", publication date unknown"
    )
    facts = [f"{_BASIS[row['date_basis']]}", f"confidence {row['confidence']:.0%}"]
    return (
        f'<div class="card"><div class="when">{symbol_html(shown.symbol, colour)}'
        f"<span>{html_text(shown.label)} · {html_text(row['status'])} · <b>{html_text(date_words(row))}</b></span></div>"
        f"<h2>{html_text(row['summary'])}</h2>"
        f'<blockquote style="border-color:{colour}">{quote_html(row, article)}</blockquote>'
        f"<p>{html_text(row['date_reason']) or 'No reason was given for this date'} · {' · '.join(facts)}</p>"
        f"<p>{_facts(who=' · '.join(part for part in people if part), said_by=said_by, where=place)}</p>"
        f"<p>In {source}{published}</p></div>"
    )


def _neighbour(view: EventView, mask: Mask, step: int) -> str:
    rows = np.flatnonzero(mask)
    if not rows.size:
        return ""
    here = view.row_of.get(selected())
    here = here if (lead := standing_for(view, mask, here)) is None else lead
    if here is None:
        place = 0 if step > 0 else rows.size - 1
    else:
        place = int(np.searchsorted(rows, here, side="right" if step > 0 else "left")) - (step < 0)
    return str(view.table["event_id"].iloc[rows[place]]) if 0 <= place < rows.size else ""


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the card's buttons lead: `go` selects an event and brings it into view, `read` opens the whole article of a row."""

    go: Callable[[str], None]
    read: Callable[[int], None]


def evidence(view: EventView, mask: Mask, articles: Mapping[str, Article], doors: Doors, *, narrow: bool) -> None:
    """Draw the card of the selected event, or a hint."""
    theme = current_theme()
    before, after = _neighbour(view, mask, -1), _neighbour(view, mask, 1)
    number = view.row_of.get(selected())
    with st.container(border=True, key="card", height="content" if narrow else CARD_HEIGHT):
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Previous",
                key="previous",
                icon=":material/chevron_left:",
                shortcut="P",
                disabled=not before,
                on_click=doors.go,
                args=(before,),
            )
            st.button(
                "Next", key="next", icon=":material/chevron_right:", shortcut="N", disabled=not after, on_click=doors.go, args=(after,)
            )
            if number is not None:
                if st.button("Read article", key="read", icon=":material/article:"):
                    doors.read(number)
                st.button("Close", key="close", icon=":material/close:", shortcut="Esc", on_click=select, args=("",))
        if number is None:
            st.html(f'<div class="card">{_HINT}</div>')
        else:
            row = view.row(number)
            st.html(card_html(row, articles.get(row["article_id"]), theme))
            mentions(view, articles, number, doors.go)
            if standing_for(view, mask, number) is None:
                st.html('<div class="card"><p>The filters hide this event on the timeline.</p></div>')
