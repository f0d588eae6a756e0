from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.view.event_view import EventView
from pipeline.view.lane_groups import LANE_LABELS, MOST_LANES, group_lanes, lane_column
from pipeline.view.lanes import SPACE, Measure, Setting, first_fit, plan_lanes
from pipeline.view.spans import Scale
from pipeline.view.text_width import shorten, text_width
from pipeline.view.window import Window, first_window, whole
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table

LOAD, SEED = EventView.of(load_table(400)), EventView.of(seed_table())
BOXES = st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 400)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=60)


@given(BOXES)
def test_first_fit_never_lets_two_overlap(boxes):
    lines = defaultdict(list)
    for box, line in zip(boxes, first_fit(boxes), strict=True):
        for left, right in lines[line]:
            assert box[0] >= right + SPACE or box[1] + SPACE <= left
        lines[line].append(box)


@settings(max_examples=40, deadline=None)
@given(start=st.floats(-600, 500), days=st.floats(1, 900), width=st.floats(320, 1600), narrow=st.booleans())
def test_marks_and_labels_never_overlap_and_stay_in_order(start, days, width, narrow):
    origin = LOAD.lo[np.isfinite(LOAD.lo)].mean()
    window = Window(origin + start * 86_400_000, origin + (start + days) * 86_400_000)
    rows = np.flatnonzero(LOAD.touching(window.lo, window.hi))
    plan = plan_lanes(LOAD, group_lanes(LOAD, rows, "actor"), Setting(Scale(window, width), Measure.of(width, narrow=narrow)))
    assert sorted(placed.row for placed in plan.placed) == rows.tolist()
    lines = defaultdict(list)
    for placed in plan.placed:
        lines[placed.y].append(placed)
        assert plan.lanes[placed.lane].top <= placed.y <= plan.lanes[placed.lane].bottom
        assert placed.left <= placed.span.left + 0.01 and placed.right >= placed.span.right - 0.01
    for line in lines.values():
        line.sort(key=lambda placed: placed.left)
        assert not narrow or len(line) == 1
        for before, after in pairwise(line):
            assert before.right <= after.left
    for before, after in pairwise(plan.lanes):
        assert before.bottom == after.top


def test_labels_stand_right_else_left_and_inside_the_plot():
    window = first_window(SEED.lo, SEED.hi)
    rows = np.flatnonzero(SEED.touching(window.lo, window.hi))
    plan = plan_lanes(SEED, group_lanes(SEED, rows, "actor"), Setting(Scale(window, 1100), Measure.of(1100, narrow=False)))
    sides = {SEED.table["trigger"].iloc[placed.row]: placed.side for placed in plan.placed}
    assert sides["expelling"] == "right" and sides["take up"] == "left"
    for placed in plan.placed:
        assert placed.label_x >= 0 and placed.label_x + text_width(placed.label, 13) <= 1101


def test_the_lane_is_the_one_who_does_it():
    column = lane_column(SEED, "actor")
    names = dict(zip(SEED.table["trigger"], map(column.name, column.codes), strict=True))
    assert names["expelling"] == "United States" and names["told"] == "Russia" and names["Talks"] == "no actor named"


@pytest.mark.parametrize("key", list(LANE_LABELS))
def test_every_event_has_a_lane_of_each_kind(key):
    column = lane_column(SEED, key)
    assert len(column.codes) == len(SEED) and all(map(column.name, column.codes))


def test_rare_lanes_share_the_last_one_and_nothing_is_lost():
    lanes = group_lanes(LOAD, np.arange(len(LOAD)), "actor")
    assert len(set(lanes.names)) == MOST_LANES and sum(lanes.counts) == len(LOAD)
    assert [len(lanes.members(lane)) for lane in range(MOST_LANES)] == lanes.counts.tolist()
    rest = next(name for name in lanes.names if name.endswith("more actors"))
    assert rest == f"{40 - MOST_LANES + 1} more actors"


def test_the_first_window_leaves_far_events_out_and_all_shows_every_one():
    window = first_window(SEED.lo, SEED.hi)
    triggers = set(SEED.table["trigger"][SEED.touching(window.lo, window.hi)])
    assert {"expelling", "leave", "ordered", "take up"} <= triggers and not {"lost", "expulsions"} & triggers
    everything = whole(SEED.lo, SEED.hi)
    assert SEED.touching(everything.lo, everything.hi).sum() == SEED.dated.sum()


def test_a_label_that_is_too_long_is_cut_to_its_room():
    text = shorten("A very long summary of what has happened", 13, 100)
    assert text.endswith("…") and text_width(text, 13) <= 100
    assert shorten("short", 13, 100) == "short"
