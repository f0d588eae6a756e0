"""The explorer: sentence, strip, lanes, card and table. One fragment: to zoom, pan or select draws these anew and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from pipeline.view.date_style import speak
from pipeline.view.event_view import Mask
from pipeline.view.filters import Choice
from pipeline.view.lanes import NARROW
from ui import page_state
from ui.article_dialogs import reading_dialog
from ui.bridge import chart_width, listen
from ui.corrections import judge
from ui.event_list import event_list
from ui.evidence import Doors, evidence
from ui.explorer import CHART, STRIP, timeline
from ui.keys import keys
from ui.library import Library
from ui.moves import go_to, moves
from ui.shown import Shown
from ui.theme import current_theme
from ui.travel import lane_panel
from ui.undated import undated_lane


def is_narrow() -> bool:
    """Whether the page is drawn as on a phone."""
    return chart_width() < NARROW


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """What the whole page was drawn with: as long as it holds, the explorer alone may be drawn again.

    `newest` returns the library as it is now; `outside` is `page_state.outside()` and `narrow` how wide the page was.
    """

    library: Library
    newest: Callable[[], Library]
    choice: Choice
    mask: Mask
    outside: Any
    narrow: bool

    def holds(self) -> bool:
        """Whether nothing that the rest of the page shows has changed: filters, actor's page, events, wide or narrow."""
        return self.outside == page_state.outside() and self.narrow == is_narrow() and self.newest() is self.library


@st.fragment  # type: ignore[untyped-decorator]
def explore(stage: Stage) -> None:
    """Draw the explorer; when more than the explorer has changed, the whole page."""
    speak(st.context.locale)
    if not stage.holds():
        st.rerun()
    with st.container(key="explorer"):
        _draw(stage)
    page_state.write_link()


def _draw(stage: Stage) -> None:
    theme, view, library = current_theme(), stage.library.view, stage.library
    shown = Shown.of(view, stage.mask, stage.choice, library.newest)
    page_state.keep_present(shown.window)
    key_place = st.container()
    lane_place = moves(shown)
    answers = timeline(shown, theme)
    if not answers.ahead:
        shown = shown.dated_only()
    with key_place:
        keys(shown, answers, theme)
    undated_lane(shown, chart_width())
    with lane_place:
        lane_panel(shown, answers.lanes)
    go = partial(go_to, view, shown.mask, shown.window)
    doors = Doors(go, lambda row: reading_dialog(view, library.articles, row, go), None if library.table else partial(judge, view))
    with st.container(key="detail"):
        card, rows = st.columns([1, 1.2], gap="small")
    with card:
        evidence(shown, library.articles, doors, narrow=stage.narrow)
    with rows:
        table_state = event_list(view, shown.mask, shown.seen)
    watched = {"chart": CHART, "strip": STRIP, "width": chart_width(), "event": page_state.selected(), **table_state}
    listen(watched, answers, view.members["any"] if page_state.lanes() == "actor" else ())
