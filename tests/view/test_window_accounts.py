"""Nothing is lost between the table and the chart: what is drawn, counted, shut, off the window or undated makes all rows."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_table import made_table
from pipeline.day import Day
from pipeline.records import Timex
from pipeline.view.certainty import DAY_MS
from pipeline.view.density import overview, plan_density, strip_window
from pipeline.view.event_view import EventView
from pipeline.view.gaps import SHORTEST_GAP, find_gaps
from pipeline.view.jump import latest_publication, recent, typed_days, window_of_days
from pipeline.view.lane_groups import LANE_LABELS, MOST_LANES, ORDER_LABELS, group_lanes
from pipeline.view.lanes import Measure, Setting, plan_lanes
from pipeline.view.spans import Scale
from pipeline.view.window import Window, first_window, whole
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table
from ui.density_chart import density_figure
from ui.overview_chart import overview_figure
from ui.plot_frame import Frame
from ui.theme import LIGHT

_MADE = made_table(4000)
MADE = EventView.read(lambda name: _MADE[name])
LOAD, SEED = EventView.of(load_table(400)), EventView.of(seed_table())
MIDDLE = float(np.nanmedian(LOAD.lo))
WINDOWS = st.tuples(st.floats(-900, 900), st.floats(0.3, 1500)).map(
    lambda pair: Window(MIDDLE + pair[0] * DAY_MS, MIDDLE + (pair[0] + pair[1]) * DAY_MS)
)
KEYS, ORDERS = st.sampled_from(list(LANE_LABELS)), st.sampled_from(list(ORDER_LABELS))


@settings(max_examples=60, deadline=None)
@given(window=WINDOWS, key=KEYS, order=ORDERS, data=st.data())
def test_drawn_shut_outside_and_undated_make_all_rows(window, key, order, data):
    seen = LOAD.touching(window.lo, window.hi)
    outside = LOAD.dated & ~seen
    assert not (seen & ~LOAD.dated).any()
    lanes = group_lanes(LOAD, np.flatnonzero(seen), key, order)
    shut = data.draw(st.sets(st.sampled_from(lanes.names), max_size=3)) if lanes.names else set()
    plan = plan_lanes(LOAD, lanes, Setting(Scale(window, 1100), Measure.of(1100, narrow=False), shut))
    closed = sum(lane.count for lane in plan.lanes if lane.closed)
    assert len(plan.placed) + closed + outside.sum() + (~LOAD.dated).sum() == len(LOAD)
    assert {lane.name for lane in plan.lanes if lane.closed} == shut
    assert all(
        lane.count == sum(placed.lane == number for placed in plan.placed) for number, lane in enumerate(plan.lanes) if not lane.closed
    )


@settings(max_examples=60, deadline=None)
@given(window=WINDOWS, key=KEYS)
def test_every_row_in_the_window_is_counted_once_by_the_heatmap(window, key):
    rows = np.flatnonzero(LOAD.touching(window.lo, window.hi))
    lanes = group_lanes(LOAD, rows, key)
    plan = plan_density(LOAD, lanes, window)
    assert plan.counts.sum() == rows.size
    assert plan.counts.sum(axis=1).tolist() == [count for _, count in plan.lanes]


@settings(max_examples=60, deadline=None)
@given(window=WINDOWS)
def test_the_strip_counts_every_event_that_lies_on_it(window):
    strip = strip_window(whole(LOAD.lo, LOAD.hi), window)
    middle = LOAD.middle[LOAD.dated]
    assert overview(LOAD.middle, strip).sum() == ((middle >= strip.lo) & (middle < strip.hi)).sum()


@pytest.mark.parametrize("key", list(LANE_LABELS))
@pytest.mark.parametrize("order", list(ORDER_LABELS))
def test_lanes_stand_in_the_order_asked_for(key, order):
    rows = np.flatnonzero(LOAD.dated)
    lanes = group_lanes(LOAD, rows, key, order)
    named = [number for number, name in enumerate(lanes.names) if not name.startswith(("no ", "not ")) and " more " not in name]
    first = [int(lanes.members(number)[0]) for number in named]
    names = [lanes.names[number].casefold() for number in named]
    wanted = {"first": first == sorted(first), "name": names == sorted(names), "count": True}
    assert wanted[order] and len(lanes.names) <= MOST_LANES and lanes.counts.sum() == rows.size
    assert all(number > max(named) for number, name in enumerate(lanes.names) if " more " in name)


@settings(max_examples=60, deadline=None)
@given(window=WINDOWS)
def test_no_event_stands_in_a_gap(window):
    rows = np.flatnonzero(SEED_AND_FAR.touching(window.lo, window.hi))
    found = find_gaps(SEED_AND_FAR, rows, window)
    for gap in found:
        assert gap.hi - gap.lo >= SHORTEST_GAP
        for row in rows:
            extent = SEED_AND_FAR.extents[int(row)]
            begin = extent.hi if extent.kind == "unknown_start" else extent.lo
            end = extent.lo if extent.kind == "open_end" else extent.hi
            assert end <= gap.lo or begin >= gap.hi
    assert all(before.hi <= after.lo for before, after in pairwise(found))


SEED_AND_FAR = EventView.of(load_table(40))


def test_a_gap_says_whether_something_goes_on_through_it():
    window = whole(SEED.lo, SEED.hi)
    gaps = find_gaps(SEED, np.flatnonzero(SEED.touching(window.lo, window.hi)), window)
    assert [gap.words for gap in gaps] == ["nothing for 2 years", "nothing for 13 months"]


def test_what_comes_after_the_latest_publication_is_no_gap():
    window = Window(float(np.nanmin(SEED.lo)), float(np.nanmax(SEED.hi)))
    rows = np.flatnonzero(SEED.touching(window.lo, window.hi))
    gaps = find_gaps(SEED, rows, window)
    assert gaps and find_gaps(SEED, rows, window, gaps[-1].hi) == gaps
    assert gaps[-1] not in find_gaps(SEED, rows, window, gaps[-1].hi - 1)


def test_a_time_in_words_is_asked_of_the_resolver_and_a_plain_date_is_not():
    asked = []

    def find(text):
        asked.append(text)
        pair = (Day(2022, 3, 1), Day(2022, 3, 10))
        return [Timex("typed", 0, 5, text, "DATE", "2022-03", first_day=pair[0], last_day=pair[1])] if "early" in text else []

    assert typed_days("early  March 2022", find) == (Day(2022, 3, 1), Day(2022, 3, 10)) and asked == ["early March 2022"]
    assert typed_days("2021", find) == (Day(2021, 1, 1), Day(2021, 12, 31)) and len(asked) == 1
    assert typed_days("soon enough", find) is None and typed_days("", find) is None


def test_our_own_resolver_understands_what_people_type(line):
    from pipeline.records import Article
    from pipeline.view.jump import base_date

    def days(text):
        found = typed_days(text, lambda words: line.timexes(Article("typed", "", words, base_date(latest_publication(SEED, SEED.dated)))))
        return tuple(map(str, found)) if found else None

    assert days("early March 2022") == ("2022-03-01", "2022-03-10")
    assert days("last quarter") == ("2021-10-01", "2021-12-31")
    assert days("March 2022 to May 2022") == ("2022-03-01", "2022-05-31")
    assert days("the 1980s") == ("1980-01-01", "1989-12-31")
    assert days("hello there") is None


def test_recent_months_end_at_the_latest_publication():
    until = latest_publication(SEED, SEED.dated)
    assert until == Day(2022, 3, 2).ordinal * DAY_MS
    for months in (1, 3, 12):
        window = recent(until, months)
        assert window.lo < until < window.hi and SEED.touching(window.lo, window.hi).any()
    assert np.isnan(latest_publication(SEED, np.zeros(len(SEED), dtype=bool)))
    assert window_of_days(Day(-9999, 1, 1), Day(9999, 12, 31)).length > 0


def test_a_crowd_is_shown_from_end_to_end_but_for_its_stragglers():
    window = first_window(MADE.lo, MADE.hi)
    seen = MADE.touching(window.lo, window.hi).sum()
    assert 0.97 * MADE.dated.sum() < seen < MADE.dated.sum()


def test_the_figures_of_many_events_are_small():
    window = whole(MADE.lo, MADE.hi)
    plan = plan_density(MADE, group_lanes(MADE, np.flatnonzero(MADE.dated), "actor"), window)
    plan.counts[:] = 123_456  # no count of a million events is longer
    heat = density_figure(plan, Frame(Scale(window, 1100), 1268, 360, False), LIGHT)
    strip = overview_figure(np.full(240, 123_456), window, window, 1268, LIGHT)
    assert len(json.dumps(heat)) + len(json.dumps(strip)) < 40_000
