"""What lies ahead without a stated day, on the chart and around it: it never crowds out what has a date, and a switch hides it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipeline.view.event_view import EventView
from pipeline.view.lane_groups import Arrangement
from pipeline.view.window import first_window
from tests.ui.fixture_table import seed_table
from tests.ui.test_page_states import drawn, page, said, store
from ui.event_list import list_table
from ui.explorer import MOST_MARKS, Look, chart_figure
from ui.keys import AHEAD, shapes_of
from ui.shown import lying_ahead
from ui.theme import LIGHT

__all__ = ["store"]
TABLE = seed_table()
RETALIATION = next(event_id for event_id, trigger in zip(TABLE["event_id"], TABLE["trigger"], strict=True) if trigger == "retaliate")
EXACT = TABLE[TABLE["trigger"] == "expelling"]


def times(count: int, row: pd.DataFrame) -> pd.DataFrame:
    """Return a row so many times, each an event of its own that somebody else does."""
    ids = [f"{row['event_id'].iloc[0]}-{number}" for number in range(count)]
    actors = [[f"Actor {number:03d}"] for number in range(count)]
    copies = pd.concat([row] * count, ignore_index=True) if count else row.iloc[:0]
    names = {name: pd.Series(actors, dtype=row[name].dtype) for name in ("actors", "source_actors")}
    return copies.assign(event_id=ids, story_id=ids, **names)


def chart(dated: int, ahead: int):
    """Return the view, its figure's drawn ids (None: counts) and its answers, for so many events with a date and so many ahead."""
    waiting = TABLE[TABLE["event_id"] == RETALIATION]
    view = EventView.of(pd.concat([times(dated, EXACT), times(ahead, waiting)], ignore_index=True))
    window = first_window(*view.stretches(np.ones(len(view), dtype=bool)))
    rows = np.flatnonzero(view.touching(window.lo, window.hi) | lying_ahead(view, np.ones(len(view), dtype=bool), window, Arrangement()))
    figure, answers = chart_figure(view, rows, Look(window, 1300, Arrangement()), LIGHT)
    events = next((trace["customdata"] for trace in figure["data"] if trace.get("name") == "events"), None)
    return rows, figure, events, answers


def test_both_are_drawn_where_there_is_room():
    rows, _, events, answers = chart(10, 5)
    assert len(events) == rows.size == 15 and answers.ahead


def test_what_lies_ahead_never_turns_single_events_into_counts():
    _, _, events, answers = chart(10, MOST_MARKS)
    assert len(events) == 10 and all(event_id.startswith(EXACT["event_id"].iloc[0]) for event_id in events)
    assert not answers.ahead and not answers.cells


def test_counts_are_of_what_has_a_date():
    _, figure, events, answers = chart(MOST_MARKS + 50, 7)
    assert events is None and answers.cells and not answers.ahead
    assert sum(count or 0 for row in figure["data"][0]["z"] for count in row) == MOST_MARKS + 50


def test_nothing_but_too_much_of_it_draws_no_lane():
    rows, _, events, answers = chart(0, 100)
    assert rows.size == 100 and not events and answers.lanes == ()


def test_the_table_says_that_no_day_is_stated():
    view = EventView.of(TABLE)
    listed = list_table(view, [view.row_of[RETALIATION]])
    assert listed["When"].iloc[0] == "no day stated; after 1 Mar 2022"


def test_the_key_has_the_shapes_that_are_there():
    view = EventView.of(TABLE)
    everything, exact = np.ones(len(view), dtype=bool), view.extents.is_kind("exact") & (view.extents.manner == 0)
    assert {"exact", "deadline", "within", "denied", AHEAD} <= shapes_of(view, everything, ahead=True)
    assert shapes_of(view, exact & ~view.extents.by_publication, ahead=False) == {"exact"}
    assert AHEAD not in shapes_of(view, everything, ahead=False)


def test_it_is_drawn_in_its_lane_and_stays_among_the_undated(store, monkeypatch):
    at = page(monkeypatch)
    assert RETALIATION in drawn(at) and "2 undated" in said(at)
    assert "No date</b> 1 · 1 more above" in said(at) and AHEAD in said(at)
    assert not [button for button in at.button if "retaliation" in button.label]
    assert "1 lie ahead, no day stated: Russian retaliation expected" in at.get("plotly_chart")[-1].proto.alt
    at.session_state["selected"] = RETALIATION
    at.run()
    assert "no day stated; after 1 Mar 2022" in said(at)


def test_a_switch_and_the_link_put_it_with_the_undated(store, monkeypatch):
    at = page(monkeypatch)
    at.toggle(key="ahead").set_value(False).run()
    assert RETALIATION not in drawn(at) and "No date</b> 2" in said(at) and AHEAD not in said(at)
    assert at.query_params["ahead"] in ("no", ["no"]) and "2 undated" in said(at)
    assert [button for button in at.button if button.label == "Russian retaliation expected"]
    again = page(monkeypatch, ahead="no")
    assert RETALIATION not in drawn(again)
    again.toggle(key="ahead").set_value(True).run()
    assert RETALIATION in drawn(again) and "ahead" not in again.query_params


def test_a_filter_by_time_hides_it_with_the_other_undated(store, monkeypatch):
    at = page(monkeypatch, from_="2022-03-01")
    assert RETALIATION not in drawn(at) and " undated" not in said(at).partition("<style>")[0]


def test_next_leads_to_its_publication(store, monkeypatch):
    at = page(monkeypatch, view="1500000000..1500600000", event=RETALIATION)
    before = at.button(key="previous")
    before.click().run()
    at.button(key="next").click().run()
    assert RETALIATION in drawn(at)
