import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.view.certainty import DAY_MS, day_ms
from pipeline.view.density import LANE_BINS, overview, plan_density, strip_window
from pipeline.view.event_view import EventView
from pipeline.view.lane_groups import group_lanes
from pipeline.view.ticks import ticks, with_year
from pipeline.view.window import SHORTEST, Window, read_window, whole, write_window
from tests.ui.fixture_load import load_table


@given(st.floats(-3_000 * 365, 2_000 * 365), st.floats(0.25, 4_000 * 365), st.integers(3, 20))
def test_ticks_are_few_in_order_and_within_reach(start, days, most):
    window = Window(start * DAY_MS, (start + days) * DAY_MS)
    found = ticks(window, most)
    moments = [tick.moment for tick in found]
    assert moments == sorted(moments) and len(set(moments)) == len(moments)
    assert sum(window.lo <= moment < window.hi for moment in moments) <= most + 2


def test_the_first_tick_in_the_window_says_the_year():
    window = Window(day_ms("2022-02-10"), day_ms("2022-03-20"))
    shown = [tick.text for tick in with_year(ticks(window, 12), window) if tick.moment >= window.lo]
    assert shown[:2] == ["14 Feb 2022", "21 Feb"]
    window = Window(day_ms("-0050-01-01"), day_ms("0020-01-01"))
    assert "21 BC" in [tick.text for tick in ticks(window, 10)]


@given(st.floats(-4e14, 2e14), st.floats(SHORTEST, 1e13))
def test_a_window_survives_the_link(lo, length):
    window = Window(lo, lo + length)
    back = read_window(write_window(window))
    assert (
        (back is None and window.lo < -3.7e14)
        or (abs(back.lo - window.lo) <= 500 and abs(back.hi - window.hi) <= 500)
        or length < SHORTEST + 2000
    )


def test_nonsense_in_the_link_is_no_window():
    assert read_window("") is None and read_window("a..b") is None and read_window("5..4") is None and read_window("nan..nan") is None


def test_counts_lose_no_event():
    view = EventView.of(load_table(500))
    moments = view.middle
    everything = whole(view.lo, view.hi)
    assert overview(moments, everything).sum() == view.dated.sum()
    rows = np.flatnonzero(view.dated)
    plan = plan_density(view, group_lanes(view, rows, "type"), everything)
    assert plan.counts.sum() == len(rows) and plan.counts.shape == (len(plan.lanes), LANE_BINS)
    assert [int(row.sum()) for row in plan.counts] == [count for _, count in plan.lanes]


def test_the_strip_keeps_the_lens_wide_enough_to_see():
    window = Window(0.0, 10 * DAY_MS)
    strip = strip_window(Window(-1_000_000 * DAY_MS, 20_000 * DAY_MS), window)
    assert strip.lo <= window.lo and strip.hi >= window.hi and window.length / strip.length > 0.015
