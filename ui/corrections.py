"""The reader's corrections: confirm, edit, reject, undo. What was read stays in the store; the correction is laid over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import streamlit as st

from pipeline.errors import PipelineError
from pipeline.event_table import STATUSES
from pipeline.store import correction_of
from pipeline.view.day_text import read_day
from pipeline.view.event_view import EventView
from pipeline.view.filters import REJECTED
from ui.library import open_store
from ui.safe_text import html_text, markdown_text

MENU = "judge"
_WORDS = {
    "confirm": "Confirm",
    "edit": "Edit …",
    "reject": "Reject",
    "reject_one": "Reject this mention only",
    "reject_all": "Reject the event: all {mentions} mentions",
    "undo": "Undo the last correction",
    "undo_all": "Undo for all mentions",
}
LONGEST_SUMMARY = 300
MOST_NAMES = 500


def judge(view: EventView, row: int) -> None:
    """Draw the menu of what a reader can say about an event."""
    options = choices(view, row)
    mentions = int(view.stories.mentions[row])
    chosen = st.menu_button(
        "Review",
        options,
        format_func=lambda what: _WORDS[what].format(mentions=mentions),
        key=MENU,
        help="Confirm, edit or reject this event",
    )
    if chosen == "edit":
        edit_dialog(view, row)
    elif chosen:
        _carry_out(chosen, view, row)


def _told(view: EventView, row: int) -> list[int]:
    return [int(other) for other in np.flatnonzero(view.stories.of == view.stories.of[row])]


def choices(view: EventView, row: int) -> list[str]:
    """Return what can be said of a row: one mention of an event that others tell, too, may be wrong alone, or the event itself."""
    reviews = view.codes("review")
    rejected = [reviews.texts[reviews.codes[other]] == REJECTED for other in _told(view, row)]
    said, several = view.row(row)["review"], len(rejected) > 1
    offered = (
        ("confirm", said == "auto"),
        ("edit", True),
        ("reject", said != REJECTED and not several),
        ("reject_one", said != REJECTED and several),
        ("reject_all", several and not all(rejected)),
        ("undo", said != "auto"),
        ("undo_all", sum(rejected) > 1),
    )
    return [what for what, possible in offered if possible]


def _carry_out(what: str, view: EventView, row: int) -> None:
    rows = _told(view, row) if what.endswith("_all") else [row]
    try:
        for cells in view.rows(rows):
            if what == "confirm":
                open_store().correct(correction_of(cells, "confirmed"))
            elif what.startswith("undo"):
                if what == "undo" or cells["review"] == REJECTED:
                    open_store().undo_correction(cells["event_id"])
            elif cells["review"] != REJECTED:
                open_store().correct(correction_of(cells, REJECTED))
    except PipelineError as error:
        st.error(markdown_text(str(error)), icon=":material/error:")
        return
    st.rerun()


@st.dialog("Edit the event", width="large")  # type: ignore[untyped-decorator]
def edit_dialog(view: EventView, row: int) -> None:
    """Ask for what is wrong; what is left as it is stays as it was read."""
    cells = view.row(row)
    st.html(f'<div class="card"><p>“{html_text(cells["sentence"])}”</p></div>')
    with st.form("edit_event", border=False):
        summary = st.text_input("What happened", cells["summary"], max_chars=LONGEST_SUMMARY)
        left, right = st.columns(2, gap="small")
        first = left.text_input("First day", _shown_day(cells["first_day"]), placeholder="open or unknown", max_chars=30)
        last = right.text_input("Last day", _shown_day(cells["last_day"]), placeholder="open or unknown", max_chars=30)
        status = left.selectbox("Status", STATUSES, index=STATUSES.index(cells["status"]))
        names = list(dict.fromkeys([*cells["actors"], *list(view.members["any"])[:MOST_NAMES]]))
        actors = right.multiselect("Actors", names, default=list(cells["actors"]), accept_new_options=True)
        saved = st.form_submit_button("Save", type="primary")
    if saved:
        _save(cells, {"summary": " ".join(summary.split()), "status": status, "actors": actors}, (first, last))


def _shown_day(day: object) -> str:
    return day if isinstance(day, str) else ""


def changed(cells: Mapping[str, Any], entered: Mapping[str, Any], days: Sequence[str]) -> dict[str, Any]:
    """Return what differs from the event as it is. Raises ValueError for a day that is none and for an empty summary."""
    found = {name: value for name, value in entered.items() if value != (list(cells[name]) if name == "actors" else cells[name])}
    if not entered["summary"]:
        raise ValueError("an event needs a line that says what happened")
    first, last = (read_day(days[0]), read_day(days[1], end=True))
    for text, day in zip(days, (first, last), strict=True):
        if text.strip() and day is None:
            raise ValueError(f"“{text}” is no date: write 2022-03-07, 7 March 2022, March 2022, 2022 or 44 BC")
    written = [None if day is None else str(day) for day in (first, last)]
    if written != [_shown_day(cells[name]) or None for name in ("first_day", "last_day")]:
        found |= {"first_day": written[0], "last_day": written[1]}
    return found


def _save(cells: Mapping[str, Any], entered: Mapping[str, Any], days: Sequence[str]) -> None:
    try:
        changes = changed(cells, entered, days)
        open_store().correct(correction_of(cells, "edited" if changes else "confirmed", **changes))
    except (ValueError, PipelineError) as error:
        st.error(markdown_text(str(error)), icon=":material/error:")
        return
    st.rerun()
