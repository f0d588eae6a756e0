"""What lies ahead without a stated day: drawn from its publication on, undated everywhere else."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from pipeline.day import Day
from pipeline.export import csv_bytes
from pipeline.view.certainty import DAY_MS, day_ms, extent_of
from pipeline.view.event_view import EventView
from pipeline.view.filters import Choice, shown
from pipeline.view.lane_groups import group_lanes
from pipeline.view.lanes import Measure, Setting, plan_lanes
from pipeline.view.spans import Scale
from pipeline.view.window import Window, first_window
from pipeline.view.words import date_words
from tests.ui.fixture_table import seed_table

TABLE = seed_table()
AHEAD = TABLE[TABLE["trigger"] == "retaliate"].iloc[0].to_dict()
VIEW = EventView.of(TABLE)
ROW = VIEW.row_of[AHEAD["event_id"]]
OPENS = day_ms("2022-03-02")  # the end of the publication's day

CASES = [
    ("expected, published", {}, "ahead"),
    ("planned, published", {"status": "planned"}, "ahead"),
    ("must, no day said", {"status": "deadline"}, "ahead"),
    ("could: nobody says that it comes", {"status": "hypothetical"}, "undated"),
    ("happened: behind its publication", {"status": "happened"}, "undated"),
    ("will not happen", {"status": "denied"}, "undated"),
    ("nobody knows what it lies ahead of", {"published": None}, "undated"),
    ("ahead of a time in the text, not of the publication",
     {"date_reason": "'4 November 1577' -> Fri 4 Nov 1577: stated in full; still ahead when 'swore', no day said"}, "undated"),
    ("has a day", {"first_day": "2022-03-04", "last_day": "2022-03-04", "date_basis": "relative", "granularity": "day"}, "exact"),
    ("has a last day", {"last_day": "2022-03-04", "date_basis": "relative", "status": "deadline"}, "deadline"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "fields", "kind"), CASES)
def test_only_what_a_publication_looks_forward_to_lies_ahead(why, fields, kind):
    row = AHEAD | fields
    assert extent_of(row).kind == kind, why
    view = EventView.of(pd.DataFrame([row]).astype(TABLE.dtypes))
    assert view.extents[0].kind == kind, "one row and a whole table are read alike"


def test_it_gets_no_date_in_silence():
    extent = VIEW.extents[ROW]
    assert math.isnan(extent.lo) and math.isnan(extent.hi) and not VIEW.dated[ROW] and extent.draw_lo == OPENS
    assert not VIEW.touching(-math.inf, math.inf)[ROW] and not VIEW.covering(OPENS, OPENS + DAY_MS)[ROW]
    assert date_words(AHEAD) == "no day stated; after 1 Mar 2022"
    assert date_words(AHEAD | {"published": "2022-03-01T08:30:00+02:00"}) == "no day stated; after 1 Mar 2022"


@pytest.mark.parametrize("choice", [Choice(first=Day(2022, 3, 1)), Choice(last=Day(2023, 1, 1)), Choice(text_only=True)])
def test_filters_by_time_treat_it_as_undated(choice):
    assert shown(VIEW, Choice())[ROW] and not shown(VIEW, choice)[ROW]
    assert shown(VIEW, Choice(bases=("none",)))[ROW]


def test_the_csv_gives_it_no_date():
    line = next(line for line in csv_bytes(TABLE).decode().splitlines() if "Russian retaliation expected" in line)
    cells = pd.read_csv(pd.io.common.StringIO(f"{csv_bytes(TABLE).decode('utf-8-sig').splitlines()[0]}\n{line}"), keep_default_na=False)
    assert {name: cells[name][0] for name in ("date", "first_day", "last_day", "start", "end")} == dict.fromkeys(
        ("date", "first_day", "last_day", "start", "end"), ""
    )
    assert cells["date_basis"][0] == "none"


@pytest.mark.parametrize(("lo", "hi", "there"), [(-9, 9, True), (0, 9, True), (-9, 0, False), (1, 9, False), (300, 900, False)])
def test_it_is_drawn_only_in_windows_that_hold_its_publication(lo, hi, there):
    """Else every later window would fill with what once lay ahead."""
    assert VIEW.opening(OPENS + lo * DAY_MS, OPENS + hi * DAY_MS)[ROW] == there


@pytest.mark.parametrize("narrow", [False, True])
def test_its_bar_opens_at_the_publication_and_its_label_says_that_no_day_is_stated(narrow):
    width = 396.0 if narrow else 1100.0
    scale = Scale(Window(OPENS - 9 * DAY_MS, OPENS + 9 * DAY_MS), width)
    lanes = group_lanes(VIEW, np.array([ROW]), "actor")
    (placed,) = plan_lanes(VIEW, lanes, Setting(scale, Measure.of(width, narrow=narrow))).placed
    assert lanes.names == ("Russia",) and placed.label == "Russian retaliation expected · no day stated"
    assert placed.span.left == scale.x(OPENS) and placed.span.right > placed.span.core_right > placed.span.left
    assert math.isnan(placed.span.mark)


def test_a_page_of_nothing_but_what_lies_ahead_opens_at_its_publication():
    alone = np.zeros(len(VIEW), dtype=bool)
    alone[ROW] = True
    window = first_window(*VIEW.stretches(alone))
    assert VIEW.opening(window.lo, window.hi)[ROW]
    everything = np.ones(len(VIEW), dtype=bool)
    assert np.array_equal(VIEW.stretches(everything)[0], VIEW.lo, equal_nan=True)
