"""Shape means certainty: what each kind of extent, in each manner and with each basis, looks like in the figure's dict."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pandas as pd
import pytest

from pipeline.view.certainty import KINDS, day_ms
from pipeline.view.event_view import EventView
from pipeline.view.gaps import Gap, find_gaps
from pipeline.view.lane_groups import group_lanes
from pipeline.view.lanes import Measure, Setting, plan_lanes
from pipeline.view.spans import Scale
from pipeline.view.text_width import text_width
from pipeline.view.window import Window
from tests.ui.fixture_table import seed_table
from ui.plot_frame import Frame, gap_marks
from ui.theme import LIGHT
from ui.timeline_chart import timeline_figure
from ui.undated import named

PLAIN = (
    seed_table().iloc[[0]].assign(time_relation="at", date_basis="relative", status="happened", granularity="day", start=pd.NaT, end=pd.NaT)
)
FIELDS = {
    "exact": {"first_day": "2022-02-28", "last_day": "2022-02-28", "date": "2022-02-28"},
    "interval": {"first_day": "2022-02-20", "last_day": "2022-02-28", "date": "2022-02-20/2022-02-28"},
    "approximate": {"first_day": "2022-02-11", "last_day": "2022-02-20", "date": "2022-02-11~/2022-02-20~", "granularity": "fuzzy"},
    "within": {"first_day": "2022-02-01", "last_day": "2022-02-28", "date": "2022-02", "granularity": "month"},
    "unknown_start": {"first_day": None, "last_day": "2022-02-28", "date": "../2022-02-28", "time_relation": "before"},
    "open_end": {"first_day": "2022-02-24", "last_day": None, "date": "2022-02-24/..", "time_relation": "since"},
    "deadline": {"first_day": None, "last_day": "2022-03-07", "date": "../2022-03-07", "time_relation": "by", "status": "deadline"},
}
WINDOW = Window(day_ms("2022-01-20"), day_ms("2022-03-20"))


def drawn(until=math.nan, closed=(), table=None, **fields):
    view = EventView.of(PLAIN.assign(**fields) if table is None else table)
    rows = np.flatnonzero(view.dated)
    plan = plan_lanes(view, group_lanes(view, rows, "actor"), Setting(Scale(WINDOW, 1100), Measure.of(1100, narrow=False), closed, until))
    gaps = tuple(find_gaps(view, rows, WINDOW))
    return view, timeline_figure(view, plan, Frame(Scale(WINDOW, 1100), 1268, plan.height, False, ("", True), until, gaps), LIGHT)


def symbols(figure):
    return [symbol for trace in figure["data"] if trace.get("mode") == "markers" for symbol in trace["marker"]["symbol"]]


def bars(figure, pattern):
    return next(t for t in figure["data"] if t["type"] == "bar" and t["marker"].get("pattern", {}).get("shape") == pattern)


def fades(figure):
    return [trace for trace in figure["data"] if "fillgradient" in trace]


def font(figure):
    label = next(trace for trace in figure["data"] if trace.get("mode") == "text")["textfont"]
    return label["style"][0], label["lineposition"][0]


@pytest.mark.parametrize(
    ("kind", "status", "basis"),
    list(
        itertools.product(
            FIELDS, ("happened", "ongoing", "planned", "expected", "denied", "hypothetical"), ("explicit", "inherited", "publication")
        )
    ),
)
def test_every_kind_manner_and_basis_has_ink_inside_its_footprint(kind, status, basis):
    fields = FIELDS[kind] | ({} if kind == "deadline" else {"status": status}) | {"date_basis": basis}
    view, figure = drawn(**fields)
    wanted = "interval" if kind == "within" and status == "ongoing" else kind
    assert KINDS[view.extents.kind[0]] == wanted
    ink = len(symbols(figure)) + len(bars(figure, "")["y"]) + len(fades(figure))
    assert ink > 0
    hit = next(trace for trace in figure["data"] if trace.get("name") == "events")
    left, right = hit["base"][0], hit["base"][0] + hit["x"][0]
    for trace in (trace for trace in figure["data"] if trace.get("mode") == "markers"):
        assert all(left <= x <= right for x in trace["x"])
    assert any("open-dot" in symbol for symbol in symbols(figure)) == (basis == "publication")
    not_so = {"planned", "expected", "denied", "hypothetical"}
    assert font(figure)[0] == ("italic" if status in not_so or kind == "deadline" else "normal")
    assert font(figure)[1] == ("through" if status == "denied" and kind != "deadline" else "none")


def test_each_kind_has_a_shape_of_its_own():
    _, exact = drawn(**FIELDS["exact"])
    assert symbols(exact) == ["circle"] and not bars(exact, "")["y"] and not fades(exact)
    _, interval = drawn(**FIELDS["interval"])
    assert symbols(interval) == [] and len(bars(interval, "")["y"]) == 1
    _, approximate = drawn(**FIELDS["approximate"])
    assert len(fades(approximate)) == 1 and len(fades(approximate)[0]["fillgradient"]["colorscale"]) == 3
    _, within = drawn(**FIELDS["within"])
    assert symbols(within).count("line-ns") == 2 and "circle-open" in symbols(within)
    _, unknown = drawn(**FIELDS["unknown_start"])
    assert "triangle-left" in symbols(unknown) and len(fades(unknown)) == 1
    _, opened = drawn(**FIELDS["open_end"])
    assert "triangle-right" in symbols(opened) and len(fades(opened)) == 1
    _, deadline = drawn(**FIELDS["deadline"])
    assert len(bars(deadline, "/")["y"]) == 1 and symbols(deadline) == ["line-ns"]


@pytest.mark.parametrize("day", ["2022-02-24", "2021-12-24", "1970-01-01"])
@pytest.mark.parametrize("status", ["happened", "planned", "denied"])
def test_what_may_still_go_on_is_drawn_however_long_ago_it_began(day, status):
    fields = {**FIELDS["open_end"], "first_day": day, "status": status, "published": "2021-12-26" if day < "2022" else "2022-03-01"}
    _, figure = drawn(**fields)
    (fade,) = fades(figure)
    assert max(fade["x"]) - min(fade["x"]) > 60 / 1100 * WINDOW.length and "triangle-right" in symbols(figure)[0]


def test_a_passed_deadline_differs_from_a_coming_one():
    _, coming = drawn(until=day_ms("2022-03-02"), **FIELDS["deadline"])
    _, passed = drawn(until=day_ms("2022-03-09"), **FIELDS["deadline"])
    texts = [next(trace for trace in figure["data"] if trace.get("mode") == "text")["text"][0] for figure in (coming, passed)]
    assert "passed" not in texts[0] and texts[1].endswith(" · passed")
    stops = [
        next(trace for trace in figure["data"] if trace.get("mode") == "markers")["marker"]["line"]["width"] for figure in (coming, passed)
    ]
    assert stops[0] > stops[1]
    assert bars(coming, "/")["marker"]["color"] != bars(passed, "/")["marker"]["color"]


def test_a_shut_lane_draws_nothing_and_says_how_many_it_has():
    view, figure = drawn(table=seed_table(), closed=("Russia",))
    _, whole = drawn(table=seed_table())
    ids = [next(trace for trace in each["data"] if trace.get("name") == "events")["customdata"] for each in (figure, whole)]
    russian = {
        str(view.table["event_id"].iloc[row]) for row in range(len(view)) if [*view.table["source_actors"].iloc[row], ""][0] == "Russia"
    }
    assert set(ids[1]) - set(ids[0]) == russian & set(ids[1]) != set()
    names = [note["text"] for note in figure["layout"]["annotations"] if str(note.get("name", "")).startswith("name ")]
    assert any("Russia" in name and str(len(russian & set(ids[1]))) in name for name in names)
    assert any(note["text"] == "▸" for note in figure["layout"]["annotations"])


def test_a_gap_is_written_above_the_lanes():
    far = PLAIN.assign(event_id="far", story_id="far", **FIELDS["exact"] | {"first_day": "2022-02-02", "last_day": "2022-02-02"})
    _, figure = drawn(table=pd.concat([PLAIN.assign(**FIELDS["exact"]), far], ignore_index=True))
    assert [note["text"] for note in figure["layout"]["annotations"] if "nothing" in note["text"]] == ["nothing for 25 days"]
    assert sum(shape.get("ysizemode") == "pixel" for shape in figure["layout"]["shapes"]) == 2


@pytest.mark.parametrize("anchor", ["left", "right"])
@pytest.mark.parametrize("day", ["2022-02-05", "2022-02-20", "2022-03-10", "2022-03-18"])
@pytest.mark.parametrize("width", [420, 700, 1100])
def test_a_gaps_words_and_lines_never_touch_the_note_of_the_publication(anchor, day, width):
    gap = Gap(day_ms("2022-01-25"), day_ms("2022-03-15"), alone=True)
    frame = Frame(Scale(WINDOW, width), width + 168, 100, False, gaps=(gap,))
    size, text = {"size": 12}, "published 1 Mar 2022 ▸ later = announced or expected"
    note = {"x": day_ms(day), "xanchor": anchor, "text": text, "font": size}
    lines, notes = gap_marks(frame, LIGHT, [note])
    x, room = frame.scale.x(note["x"]), text_width(text, 12)
    taken = (x, x + room) if anchor == "left" else (x - room, x)
    reaches = [(frame.scale.x(line["x0"]), frame.scale.x(line["x1"])) for line in lines]
    for each in notes:
        middle, half = frame.scale.x(each["x"]), text_width(each["text"], 11) / 2
        assert each["text"] == "nothing for 49 days" and all(not (first < middle < last) for first, last in reaches)
        reaches.append((middle - half, middle + half))
    assert all(last <= taken[0] or first >= taken[1] for first, last in reaches)
    assert notes or width == 420 or not lines


def test_undated_names_fill_a_line_and_no_more():
    summaries = [f"Event number {number} of many that have no date at all" for number in range(6)]
    wide, slim = named(summaries, 1300), named(summaries, 300)
    assert 1 <= len(slim) < len(wide) <= 6 and all(label.startswith("Event number") for label in wide)
    assert named([], 500) == []
