"""Take it along: the shown rows as files for other programs, built only when they are asked for. CSV comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from pipeline.export import About, csv_bytes, csv_description_bytes, json_bytes, parquet_bytes
from pipeline.export.ics_calendar import ics_bytes
from pipeline.export.timelinejs import timelinejs_bytes
from pipeline.export.timeml_events import timeml_zip
from pipeline.view.event_view import Mask
from pipeline.view.filters import Choice, filter_words
from ui import page_state
from ui.library import Library
from ui.picture import picture_buttons
from ui.safe_text import web_link
from ui.standalone import Scene, standalone_page
from ui.theme import Theme, current_theme

REVIEWED = ("confirmed", "edited")
MOST_ENTRIES = 50_000  # rows in a calendar, slide show or web page: the programs that read them cope with far fewer
OWN_MACHINE = ("127.0.0.1", "localhost", "[::1]")
Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What can be taken along: the rows that the page shows, and what made them; `present` says what the explorer shows of them now."""

    library: Library
    mask: Mask
    theme: Theme
    about: About
    present: page_state.Present

    @property
    def table(self) -> pd.DataFrame:
        """The rows, in the order of time."""
        return self.library.view.table[self.mask]

    @property
    def links(self) -> Mapping[str, str]:
        """The articles' addresses by id, web addresses only."""
        return {key: web_link(article.url) for key, article in self.library.articles.items()}

    def now(self) -> About:
        """What an export says of itself, with the link of this moment."""
        return replace(self.about, link=self.present.link)

    def slides(self) -> bytes:
        """Return the rows for TimelineJS."""
        return timelinejs_bytes(self.table, self.now(), self.links)

    def page(self) -> bytes:
        """Return the timeline as it stands, as a web page."""
        scene = Scene(self.library.view, self.mask, self.present.window, self.present.lanes, self.theme)
        return standalone_page(scene, self.library.articles, self.now())


def parcel_of(library: Library, choice: Choice, mask: Mask, title: str) -> Parcel:
    """Return the shown rows, only the reviewed ones if the reader wants that."""
    view, words = library.view, filter_words(choice)
    if st.session_state.get("reviewed_only"):
        mask = mask & view.codes("review").among(REVIEWED)
        words = ", ".join(part for part in (words, "reviewed only") if part)
    about = About(title, words, int(mask.sum()), int((mask & ~view.dated).sum()))
    return Parcel(library, mask, current_theme(), about, page_state.present())


def downloads(parcel: Parcel) -> None:
    """Draw the popover."""
    about = parcel.about
    with (
        st.popover(
            "Download",
            icon=":material/download:",
            width="content",
            key="download",
        ),
        st.container(key="parcel"),
    ):
        _csv(parcel)
        small = about.rows <= MOST_ENTRIES
        others: tuple[tuple[str, str, str, Make, bool], ...] = (
            ("JSON", "json", "application/json", lambda: json_bytes(parcel.table, parcel.now()), True),
            ("Parquet", "parquet", "application/vnd.apache.parquet", lambda: parquet_bytes(parcel.table, parcel.now()), True),
            ("Calendar", "ics", "text/calendar", lambda: ics_bytes(parcel.table, parcel.now(), parcel.links), small),
            ("TimelineJS", "timelinejs.json", "application/json", parcel.slides, small),
            ("TimeML", "timeml.zip", "application/zip", lambda: timeml_zip(parcel.library.articles, parcel.table, parcel.now()), small),
            ("Web page", "html", "text/html", parcel.page, small),
        )
        for pair in zip(others[::2], others[1::2], strict=True):
            with st.container(horizontal=True, gap="small", wrap=False):
                for label, ending, mime, make, possible in pair:
                    key = f"take_{ending.partition('.')[0]}"
                    _button(label, about.file_name(ending), mime, make, key=key, disabled=not possible)
        picture_buttons(about.file_name("")[:-1])
        st.toggle("Reviewed events only", key="reviewed_only", help="Those that you have confirmed or edited.")


def _csv(parcel: Parcel) -> None:
    about, view = parcel.about, parcel.library.view
    name = about.file_name("csv")
    label, kind = f"CSV of the {about.rows:,} shown", _csv_type(about.rows)
    _button(label, name, kind, lambda: csv_bytes(parcel.table), key="csv_shown", type="primary")
    said = "What the columns mean, which filter made the file, how many rows have no date"
    described, make = f"{name}-metadata.json", lambda: csv_description_bytes(parcel.now(), name)
    with st.container(horizontal=True, gap="small", wrap=False):
        _button("Its columns", described, "application/json", make, key="csv_columns", help=said)
        many = f"{len(view):,} rows: every mention of every event"
        _button("All mentions", "timeline-all.csv", _csv_type(len(view)), lambda: csv_bytes(view.table), key="csv_all", help=many)


def _csv_type(rows: int) -> str:
    """Return the content type: on the reader's own machine one that the server does not compress, if there are many rows.

    To compress 600 MB takes three times as long as to write them, and here nothing is saved by it. The file's name says what it is.
    """
    host = (st.context.headers.get("Host") or "").rpartition(":")[0]
    return "text/event-stream" if rows > MOST_ENTRIES and host in OWN_MACHINE else "text/csv"


def _button(label: str, name: str, mime: str, make: Make, **more: Any) -> None:
    st.download_button(label, make, name, mime, on_click="ignore", width="stretch", **more)
