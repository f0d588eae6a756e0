"""The evidence card: when exactly, who, and where it says so; with the buttons to the previous and the next event."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from pipeline.day import Day
from pipeline.records import Article
from pipeline.view.certainty import DAY_MS, TIME_COLUMNS
from pipeline.view.digest import where_to_begin
from pipeline.view.event_view import EventView, Mask
from pipeline.view.filters import REJECTED, REVIEW_WORDS
from pipeline.view.folding import standing_for, told_by
from pipeline.view.type_groups import shown_types
from pipeline.view.window import EARLIEST, LATEST, about
from pipeline.view.words import date_words, day_of_ms, days_in_locale, published_words
from ui import page_state
from ui.actor_page import name_buttons
from ui.keys import symbol_html
from ui.marked_text import hits, marked_html, quote_html
from ui.mentions import mentions
from ui.page_state import select, selected
from ui.safe_text import html_text, markdown_text, web_link
from ui.shown import Shown
from ui.theme import Theme, current_theme

CARD_HEIGHT = 264
AROUND = (1, 3, 7, 30)  # days
MOST_NAMES = 6
MOST_OFFERED = 5  # events to begin with, while none is selected
LONGEST_OFFERED = 130
_OFFERED = (*TIME_COLUMNS, "timex_type", "time_text", "summary", "event_id")
_HINT = "<p>Nothing selected. {chosen} to read where it says so. {moving}</p>"
_DESK = {
    "chosen": "Click a mark or a row of the table",
    "moving": "Drag over the strip to choose a time, drag the timeline to move along it; Ctrl and the wheel zoom.",
}
_PHONE = {"chosen": "Tap a mark on the timeline or a row of the table", "moving": "Tap the strip above to go to another time."}
_HIDDEN = {
    True: "You rejected this event, so the timeline leaves it out: “Review” undoes that.",
    False: "The filters hide this event on the timeline.",
}
_BASIS = {
    "explicit": "stated in the text",
    "relative": "relative date in the text",
    "event": "counted from another event",
    "inherited": "from a sentence nearby",
    "publication": "publication date only",
    "none": "the text gives no date",
}
_GIVEN = re.compile(r"(?P<quoted>'(?P<words>[^\n]{1,200}?)')(?= -> | on )")
_ASSUMED = re.compile(r"\b[a-z]+(?: and [a-z]+)? assumed\b")


def _facts(**values: str) -> str:
    named = ((name.replace("_", " ").capitalize(), value) for name, value in values.items() if value)
    return " · ".join(f"{name} <b>{html_text(value)}</b>" for name, value in named)


def reason_html(reason: str) -> str:
    """Return why a date is what it is: the words that the text gives are marked as time words, what was assumed stands out.

    >>> reason_html("'9 May' -> Mon 9 May 2022: year assumed (published Tue 10 May 2022)")
    '<mark class="time">9 May</mark> → Mon 9 May 2022: <b class="assumed">year assumed</b> (published Tue 10 May 2022)'
    """
    given = _GIVEN.match(reason)
    head = f'<mark class="time">{html_text(given["words"])}</mark>' if given else ""
    rest = html_text(days_in_locale(reason[given.end("quoted") :] if given else reason)).replace(" -&gt; ", " → ")
    return head + _ASSUMED.sub(r'<b class="assumed">\g<0></b>', rest)


def when_html(row: Mapping[str, Any], theme: Theme) -> str:
    """Return the first line of the card: type, status, when."""
    shown = shown_types()[row["event_type"]]
    return (
        f'<div class="card"><div class="when">{symbol_html(shown.symbol, theme.palette[shown.group])}'
        f"<span>{html_text(shown.label)} · {html_text(row['status'])} · <b>{html_text(date_words(row))}</b></span></div></div>"
    )


def head_html(row: Mapping[str, Any], words: Sequence[str] = ()) -> str:
    """Return the card's title: what happened; `words` are those that are searched for."""
    return f'<div class="card"><h2>{marked_html(row["summary"], 0, hits(row["summary"], words))}</h2></div>'


def card_html(row: Mapping[str, Any], article: Article | None, theme: Theme, words: Sequence[str] = ()) -> str:
    """Return the card's body: the sentence, why this date, and where it stands."""
    colour = theme.palette[shown_types()[row["event_type"]].group]
    said_by, place = (row[name] if isinstance(row[name], str) else "" for name in ("said_by", "place"))
    link = web_link(article.url) if article else ""
    title = html_text(row["article_title"] or "the article")
    source = f'<a href="{html_text(link)}" target="_blank" rel="noopener noreferrer nofollow">{title}</a>' if link else f"<b>{title}</b>"
    published = (
        f", published {html_text(published_words(row['published']))}" if isinstance(row["published"], str) else ", publication date unknown"
    )
    facts = [_BASIS[row["date_basis"]], f"confidence {row['confidence']:.0%}"]
    facts += ["time of day as the article states it"] if row["granularity"] in ("minute", "hour") else []
    facts += [f"<b>{REVIEW_WORDS[row['review']]} by the reader</b>"] if row["review"] != "auto" else []
    return (
        f'<div class="card"><blockquote style="border-color:{colour}">{quote_html(row, article, words)}</blockquote>'
        f"<p>{reason_html(row['date_reason']) or 'No reason was given for this date'} · {' · '.join(facts)}"
        f"{''.join(f' · {fact}' for fact in (_facts(said_by=said_by, where=place),) if fact)} · In {source}{published}</p></div>"
    )


def _neighbour(view: EventView, mask: Mask, seen: Mask, step: int) -> str:
    """Return the id of the event before or behind the selected one, "" for none; without one the first or last of those drawn."""
    rows = np.flatnonzero(mask)
    if not rows.size:
        return ""
    here = view.row_of.get(selected())
    here = here if (lead := standing_for(view, mask, here)) is None else lead
    if here is None:
        rows = np.flatnonzero(seen) if seen.any() else rows
        place = 0 if step > 0 else rows.size - 1
    else:
        place = int(np.searchsorted(rows, here, side="right" if step > 0 else "left")) - (step < 0)
    return str(view.table["event_id"].iloc[rows[place]]) if 0 <= place < rows.size else ""


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the card's buttons lead: `go` selects an event and brings it into view, `read` opens the whole article of a row.

    `judge` draws the menu of corrections; None where there is nothing to keep them in.
    """

    go: Callable[[str], None]
    read: Callable[[int], None]
    judge: Callable[[int], None] | None = None


def evidence(shown: Shown, articles: Mapping[str, Article], doors: Doors, *, narrow: bool) -> None:
    """Draw the card of the selected event, or a hint."""
    view, mask = shown.view, shown.mask
    number = view.row_of.get(selected())
    with st.container(border=True, key="card", height="content" if narrow else CARD_HEIGHT):
        row = None if number is None else view.row(number)
        with st.container(horizontal=True, gap="xxsmall", key="card_buttons", vertical_alignment="center", wrap=narrow):
            if row is not None:
                st.html(when_html(row, current_theme()), width="stretch")
            before, after = (_neighbour(view, mask, shown.seen, step) for step in (-1, 1))
            _steps(before, after, doors)
            if number is not None:
                _acts(view, number, articles, doors)
        if number is None or row is None:
            _begin(shown, doors, narrow=narrow)
            return
        words = page_state.choice().text.split()
        st.html(head_html(row, words))
        _people(row)
        st.html(card_html(row, articles.get(row["article_id"]), current_theme(), words))
        mentions(view, articles, number, doors.go)
        if standing_for(view, mask, number) is None:
            st.html(f'<div class="card"><p>{_HIDDEN[row["review"] == REJECTED]}</p></div>')


def _begin(shown: Shown, doors: Doors, *, narrow: bool) -> None:
    """Say what to do, and offer events to begin with."""
    st.html(f'<div class="card">{_HINT.format(**(_PHONE if narrow else _DESK))}</div>')
    view = shown.view
    rows = where_to_begin(view, shown.seen, MOST_OFFERED)
    if not rows:
        return
    with st.container(key="begin", gap=None):
        st.html('<div class="card"><p><b>Begin with</b> what is told most often, and the deadlines</p></div>')
        for number, cells in zip(rows, view.rows(rows, _OFFERED), strict=True):
            parts = (date_words(cells, view.extents[number]), told_by(view, number), cells["summary"][:LONGEST_OFFERED])
            label = markdown_text(" · ".join(filter(None, parts)))
            st.button(label, key=f"begin_{number}", type="tertiary", on_click=doors.go, args=(str(cells["event_id"]),))


def _steps(before: str, after: str, doors: Doors) -> None:
    left, right = ":material/chevron_left:", ":material/chevron_right:"
    tip = "The event {} this one (key {})"
    st.button(
        "Previous",
        key="previous",
        icon=left,
        shortcut="P",
        disabled=not before,
        on_click=doors.go,
        args=(before,),
        help=tip.format("before", "P"),
    )
    st.button(
        "Next", key="next", icon=right, shortcut="N", disabled=not after, on_click=doors.go, args=(after,), help=tip.format("after", "N")
    )


def _acts(view: EventView, number: int, articles: Mapping[str, Article], doors: Doors) -> None:
    if view.table["article_id"].iloc[number] in articles and st.button("Article", key="read", help="Read the whole article"):
        doors.read(number)

    def look_around() -> None:
        days = around_days(view, number, int(st.session_state["around"] or 0))
        if days is None:
            return
        first, last = days
        page_state.around(first, last, about(first.ordinal * DAY_MS, (last.ordinal + 1) * DAY_MS))

    if around_days(view, number, 0) is not None:
        st.menu_button(
            "Around",
            AROUND,
            key="around",
            format_func=lambda days: f"± {days} day{'' if days == 1 else 's'}",
            on_click=look_around,
            help="What else happened then",
        )
    if doors.judge:
        doors.judge(number)
    st.button("", key="close", icon=":material/close:", shortcut="Esc", on_click=select, args=("",), help="Close")


def around_days(view: EventView, number: int, span: int) -> tuple[Day, Day] | None:
    """Return the first and the last day of the time around an event: its own days and so many more; None when it has no date."""
    lo, hi = float(view.lo[number]), float(view.hi[number])
    if np.isnan(lo) or lo < EARLIEST + span * DAY_MS or hi > LATEST - span * DAY_MS:
        return None
    first = day_of_ms(lo)
    return first.plus(-span), max(day_of_ms(hi - 1), first).plus(span)


def _people(row: Mapping[str, Any]) -> None:
    """Draw who did it to whom; each name leads to its actor's page."""
    sources = row["source_actors"] or row["actors"]
    targets = [name for name in row["target_actors"] if name not in sources]
    rest = [name for name in row["actors"] if name not in sources and name not in targets]
    if not sources:
        return
    with st.container(horizontal=True, gap="xsmall", key="people", vertical_alignment="center"):
        for lead, names in (("Who", sources), ("→", targets), ("also", rest)):
            if names:
                st.html(f'<div class="card"><p>{lead}</p></div>', width="content")
                name_buttons(names[:MOST_NAMES], f"who_{lead}")
