"""The dialogs on articles: add some (paste or upload), see and remove the reader's own, read one with its events marked."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from pipeline.errors import PipelineError
from pipeline.records import Article
from pipeline.view.event_view import EventView
from pipeline.view.window import first_window
from pipeline.view.words import date_words, published_words
from ui import library as shelf
from ui.library import Library
from ui.marked_text import spans_of
from ui.page_state import show_added
from ui.reader import pieces_of, reader
from ui.safe_text import html_text, markdown_text, web_link
from ui.theme import current_theme

LONGEST_SHOWN = 60_000  # characters of an article in the reading dialog
LONGEST_PASTE = 3_000_000
LONGEST_ARTICLE = 200_000  # characters, some 35,000 words: read in well under a minute (two megabytes take nearly two)
MOST_ASKED, OWN_PAGE = 25, 20  # publication dates to check at once, own articles on a page: each is a date field, and slow
_REACH = {"min_value": dt.date(1, 1, 1), "max_value": dt.date(9999, 12, 31), "format": "YYYY-MM-DD"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NO_FETCHING = (
    "pasted text: only an address, and this page fetches nothing from the network; open it in your browser, then copy the article's text "
    "or save the page and choose the .html file"
)
_log = logging.getLogger(__name__)


@st.dialog("Articles", width="large")  # type: ignore[untyped-decorator]
def articles_dialog(library: Library) -> None:
    """Add articles, and manage those that are kept."""
    if library.table:
        st.info(
            f"The page shows the table {markdown_text(library.table)}. Start it without a table to add articles.", icon=":material/table:"
        )
        return
    add, own = st.tabs(["Add articles", f"My articles ({len(library.own)})"])
    with add:
        _add()
    with own:
        _own(library)


def _add() -> None:
    turn = st.session_state.setdefault("add_turn", 0)
    text = st.text_area(
        "Paste an article",
        key=f"paste_{turn}",
        height=150,
        max_chars=LONGEST_PASTE,
        placeholder="The text of one article. A first line such as “1 March 2022” is taken as its publication date.",
    )
    files = st.file_uploader("or choose files: text, HTML, PDF, CSV, JSON, a saved feed", accept_multiple_files=True, key=f"files_{turn}")
    articles, problems = _incoming(text or "", [(file.name, file.getvalue()) for file in files or []])
    _say_problems(problems)
    if not articles:
        return
    above = st.container()
    asked, settled = to_be_checked(articles)
    more = f" The dates of {len(settled)} more are taken as their file states them." if settled else ""
    st.html(
        '<div class="card"><p>Relative dates (“Monday”, “last week”) count from the day of publication. '
        f"<b>Please check it.</b>{more}</p></div>"
    )
    chosen = [*(_ask_date(article, turn) for article in asked), *settled]
    count = f"{len(chosen)} article{'' if len(chosen) == 1 else 's'}"
    with above:
        if st.button(f"Read {count}", type="primary", key="read_articles"):
            _read(chosen)


def to_be_checked(articles: Sequence[Article]) -> tuple[list[Article], list[Article]]:
    """Return the articles whose dates the reader is asked to check, those without one first, and those left over where there are many."""
    order = sorted(articles, key=lambda article: article.published is not None)
    return order[:MOST_ASKED], order[MOST_ASKED:]


def _incoming(text: str, files: Sequence[tuple[str, bytes]]) -> tuple[list[Article], list[str]]:
    """Return the articles of the pasted text and the files, and what could not be read; one id stands once."""
    articles: dict[str, Article] = {}
    problems: list[str] = []
    if _ADDRESS.fullmatch(text.strip()):
        problems.append(_NO_FETCHING)
        text = ""
    try:
        found = [shelf.from_paste(text)] if text.strip() else []
    except PipelineError as error:
        found, problems = [], [*problems, str(error)]
    for name, content in files:
        try:
            result = shelf.from_upload(name, content)
        except PipelineError as error:
            problems.append(str(error))
            continue
        found += result.articles
        problems += map(str, result.problems)
    for article in found:
        if len(article.text) > LONGEST_ARTICLE:
            title = f" (“{article.title[:60]}”)" if article.title else ""
            long = f"{len(article.text):,} characters are more than the {LONGEST_ARTICLE:,} of one article"
            problems.append(f"{article.source or 'pasted text'}{title}: {long}; split it, or read it with python -m pipeline extract")
        else:
            articles.setdefault(article.article_id, article)
    return list(articles.values()), problems


def _ask_date(article: Article, turn: int) -> Article:
    left, right = st.columns([3, 2], vertical_alignment="center")
    how = article.published_source if article.published else "not found: give it, or relative dates stay unresolved"
    left.html(f'<div class="card"><b>{html_text(article.title or "Untitled")}</b><p>Publication date: {html_text(how)}</p></div>')
    found = article.published.date() if isinstance(article.published, dt.datetime) else article.published
    published = right.date_input("Published", value=found, key=f"published_{turn}_{article.article_id}", **_REACH)
    return shelf.dated(article, published)


def _say_problems(problems: Sequence[str]) -> None:
    for problem in problems:
        st.error(markdown_text(problem), icon=":material/error:")


def _read(articles: Sequence[Article]) -> None:
    """Read and keep the articles one by one; one that fails is named, the rest goes on."""
    bar, tables, problems = st.progress(0.0, "Reading"), [], []
    for number, article in enumerate(articles):
        bar.progress(number / len(articles), f"Reading {number + 1} of {len(articles)}: {markdown_text(article.title[:80])}")
        try:
            tables.append(shelf.keep(article))
        except PipelineError as error:
            problems.append(f"{article.title or article.article_id}: {error}")
        except Exception:
            _log.exception("article %s could not be read", article.article_id)
            problems.append(f"{article.title or article.article_id}: it could not be read; nothing of it was kept")
    bar.progress(1.0, f"{len(tables)} of {len(articles)} articles kept")
    found = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()
    if len(found):
        view = EventView.of(found)
        show_added(first_window(view.lo, view.hi))
    st.session_state["add_turn"] += 1
    _say_problems(problems)
    if not problems:
        st.rerun()
    st.button("Show the timeline", key="show_timeline", on_click=lambda: None)


def _own(library: Library) -> None:
    shown = st.toggle("Show the example articles", value=not library.examples_hidden, key="show_examples")
    if shown == library.examples_hidden:
        shelf.open_store().set_hidden_examples(not shown)
        st.rerun()
    if not library.own:
        st.html('<div class="card"><p>You have added no articles yet.</p></div>')
    counts = library.view.table["article_id"].value_counts()
    pages = -(-len(library.own) // OWN_PAGE)
    page = int(st.pagination(pages, key="own_page")) if pages > 1 else 1
    for article_id in library.own[(page - 1) * OWN_PAGE : page * OWN_PAGE]:
        _own_article(library.articles[article_id], int(counts.get(article_id, 0)))


def _events(count: int) -> str:
    return f"{count} event{'' if count == 1 else 's'}"


def _own_article(article: Article, n_events: int) -> None:
    key = article.article_id
    with st.container(border=True):
        left, middle, right = st.columns([4, 2, 1.3], vertical_alignment="center")
        said = article.published_source or "publication date not found: please give it"
        left.html(f'<div class="card"><b>{html_text(article.title or key)}</b><p>{_events(n_events)} · {html_text(said)}</p></div>')
        found = article.published.date() if isinstance(article.published, dt.datetime) else article.published
        published = middle.date_input("Published", value=found, key=f"own_published_{key}", label_visibility="collapsed", **_REACH)
        if published != found and middle.button("Read again with this date", key=f"own_again_{key}"):
            shelf.keep(shelf.dated(article, published))
            st.rerun()
        if right.button("Remove", key=f"remove_{key}", icon=":material/delete:"):
            st.session_state["removing"] = key
        if st.session_state.get("removing") == key:
            st.warning(f"Remove “{markdown_text(article.title or key)}” and its {_events(n_events)}? This cannot be undone.")
            with st.container(horizontal=True):
                if st.button("Yes, remove", key=f"really_{key}", type="primary"):
                    shelf.open_store().remove(key)
                    del st.session_state["removing"]
                    st.rerun()
                if st.button("Keep it", key=f"spare_{key}"):
                    del st.session_state["removing"]
                    st.rerun(scope="fragment")


@st.dialog("Article", width="large")  # type: ignore[untyped-decorator]
def reading_dialog(view: EventView, articles: Mapping[str, Article], row: int, go: Callable[[str], None]) -> None:
    """Show the whole article with all its events marked, the chosen one framed; a click on an event's word leads to its mark."""
    chosen = view.row(row)
    article = articles[chosen["article_id"]]
    numbers = np.flatnonzero(view.codes("article_id").among((article.article_id,)))
    rows = view.rows(numbers)
    middle = int(chosen["sentence_start"])
    start = max(0, min(middle - LONGEST_SHOWN // 2, len(article.text) - LONGEST_SHOWN))
    text = article.text[start : start + LONGEST_SHOWN]
    cut = (
        f"<p>Characters {start:,} to {start + len(text):,} of {len(article.text):,} are shown.</p>" if len(text) < len(article.text) else ""
    )
    link = web_link(article.url)
    source = f' · <a href="{html_text(link)}" target="_blank" rel="noopener noreferrer nofollow">open the source</a>' if link else ""
    published = html_text(published_words(article.published.isoformat())) if article.published else "unknown"
    how = f" ({html_text(article.published_source)})" if article.published_source else ""
    st.html(
        f'<div class="card"><h2>{html_text(article.title)}</h2><p>Published {published}{how} · {_events(len(rows))}{source}</p>'
        '<p class="markkey"><mark class="trigger">event word: click it to see the event</mark> <mark class="time">time words</mark> '
        f'<mark class="actor">actors of the chosen event</mark></p>{cut}</div>'
    )
    clicked = reader(pieces_of(text, start, _marks(chosen, rows)), chosen["event_id"], current_theme())
    if clicked in view.row_of:
        go(clicked)
        st.rerun()


def _marks(chosen: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> list[tuple[int, int, str, str, str]]:
    """Return the spans of the text: event words first, the chosen one's before all, then times, then the chosen one's actors."""
    first = [chosen, *(row for row in rows if row["event_id"] != chosen["event_id"])]
    triggers = [
        (int(row["trigger_start"]), int(row["trigger_end"]), "trigger", row["event_id"], f"{row['summary']} · {date_words(row)}")
        for row in first
    ]
    spans = [span for row in first for span in spans_of(row) if span[2] == "time"]
    spans += [span for span in spans_of(chosen) if span[2] == "actor"]
    return [*triggers, *((start, end, kind, "", "") for start, end, kind in spans)]
