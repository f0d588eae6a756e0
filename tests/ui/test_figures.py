from __future__ import annotations

import json
import re

import numpy as np
import plotly.graph_objects as go
import pytest

from pipeline.event_table import EVENT_TYPES
from pipeline.view.certainty import day_ms
from pipeline.view.density import OVERVIEW_BINS, overview, plan_density
from pipeline.view.event_view import EventView
from pipeline.view.lane_groups import group_lanes
from pipeline.view.lanes import Measure, Setting, plan_lanes
from pipeline.view.spans import Scale
from pipeline.view.text_width import text_width
from pipeline.view.type_groups import MOST_GROUPS, read_types, shown_types
from pipeline.view.window import first_window, whole
from tests.ui.fixture_table import seed_events, seed_table
from ui.bridge import moment_of, window_between
from ui.density_chart import density_figure, density_lanes, log_colours
from ui.drawn import Drawn
from ui.overview_chart import overview_figure
from ui.plot_frame import Frame, plot_width
from ui.theme import DARK, LIGHT
from ui.timeline_chart import timeline_figure

VIEW = EventView.of(seed_table())
EXPELLED = next(event.event_id for event in seed_events() if event.trigger == "expelling")


def figure(view=VIEW, theme=LIGHT, selected="", width=1300.0, published=("2022-03-01", True)):
    window = first_window(view.lo, view.hi)
    scale = Scale(window, plot_width(width))
    rows = np.flatnonzero(view.touching(window.lo, window.hi) | view.opening(window.lo, window.hi))
    plan = plan_lanes(view, group_lanes(view, rows, "actor"), Setting(scale, Measure.of(scale.width, narrow=width < 600)))
    return timeline_figure(view, plan, Frame(scale, width, plan.height, width < 600, published), theme, selected)


def trace(found, name):
    return next(each for each in found["data"] if each.get("name") == name)


def test_one_trace_takes_all_clicks_with_a_flat_list_of_ids():
    found = figure()
    ids = trace(found, "events")["customdata"]
    assert all(isinstance(each, str) for each in ids) and len(ids) == len(set(ids)) == 18
    assert all(each.get("hoverinfo") == "skip" for each in found["data"] if each.get("name") != "events")


def test_plotly_knows_every_field_of_our_figures():
    """The page hands figures on unchecked (ui.drawn), so they are checked here: Plotly raises for a field that it does not know."""
    strip = whole(VIEW.lo, VIEW.hi)
    plan = plan_density(VIEW, group_lanes(VIEW, np.flatnonzero(VIEW.dated), "type"), strip)
    frame = Frame(Scale(strip, 1100), 1268, 300, False, ("2022-03-01", True))
    found = [figure(selected=EXPELLED), figure(width=400.0), density_figure(plan, frame, LIGHT)]
    found.append(overview_figure(overview(VIEW.middle, strip), strip, first_window(VIEW.lo, VIEW.hi), 1300, LIGHT))
    for each in found:
        assert go.Figure(**each).to_dict()["data"]
        assert Drawn(each).to_dict() is each


def test_an_undated_event_is_never_drawn():
    undated = next(event.event_id for event in seed_events() if event.trigger == "protested")
    assert undated not in trace(figure(), "events")["customdata"]


def test_certainty_is_told_by_shape():
    found = figure()
    symbols = [symbol for each in found["data"] if each.get("mode") == "markers" for symbol in each["marker"]["symbol"]]
    assert {"triangle-left", "triangle-right", "triangle-right-open", "line-ns", "hexagon-open"} <= set(symbols)
    assert any(symbol.endswith("-open-dot") for symbol in symbols)
    assert sum("fillgradient" in each for each in found["data"]) == 4
    hatched = next(each for each in found["data"] if each["type"] == "bar" and each["marker"].get("pattern", {}).get("shape") == "/")
    assert len(hatched["y"]) == 2


def test_a_denied_label_is_struck_through_and_a_planned_one_italic():
    labels = next(each for each in figure()["data"] if each.get("mode") == "text")
    fonts = dict(zip(labels["text"], zip(labels["textfont"]["style"], labels["textfont"]["lineposition"], strict=True), strict=True))
    assert fonts["Envoys broke no law, says Russia"] == ("italic", "through")
    assert fonts["Host-country committee to take up case"] == ("italic", "none")
    assert fonts["12 Russian U.N. diplomats expelled"] == ("normal", "none")
    assert fonts["Kyiv could ask for a new vote ?"][0] == "italic"


def test_the_selected_event_is_framed_and_bold():
    plain, chosen = figure(), figure(selected=EXPELLED)
    assert len(chosen["layout"]["shapes"]) == len(plain["layout"]["shapes"]) + 1
    labels = next(each for each in chosen["data"] if each.get("mode") == "text")
    assert labels["textfont"]["weight"][labels["text"].index("12 Russian U.N. diplomats expelled")] == 700


def test_the_publication_is_a_dotted_line_with_a_tint_behind_it():
    shapes = figure()["layout"]["shapes"]
    line = next(shape for shape in shapes if shape["line"].get("dash") == "dot")
    tint = next(shape for shape in shapes if shape.get("fillcolor") == LIGHT.tint)
    assert {float(place) for place in re.findall(r"[ML](\d+),", line["path"])} == {tint["x0"]}
    assert not any(shape["line"].get("dash") for shape in figure(published=("", True))["layout"]["shapes"])
    assert not any(shape.get("fillcolor") == LIGHT.tint for shape in figure(published=("2022-03-01", False))["layout"]["shapes"])


def test_the_publication_line_crosses_no_label():
    found = figure()
    line = next(shape for shape in found["layout"]["shapes"] if shape["line"].get("dash") == "dot")
    pieces = [tuple(map(float, piece)) for piece in re.findall(r"M\d+,([\d.]+)L\d+,([\d.]+)", line["path"])]
    labels = next(each for each in found["data"] if each.get("mode") == "text")
    moment, window = float(line["path"].split(",")[0][1:]), found["layout"]["xaxis"]["range"]
    pixel = (window[1] - window[0]) / plot_width(1300)
    over = [y for x, y, text in zip(labels["x"], labels["y"], labels["text"], strict=True) if x < moment < x + text_width(text, 13) * pixel]
    assert len(over) > 3 and len(pieces) > 1
    assert not any(top < y < bottom for y in over for top, bottom in pieces)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_colour_is_of_the_theme_and_the_figure_is_json(theme):
    found = figure(theme=theme, selected=EXPELLED)
    text = json.dumps(found)
    other = DARK if theme is LIGHT else LIGHT
    assert not any(colour in text for colour in other.palette)
    assert theme.palette[0] in text


def test_hostile_text_is_no_markup_in_labels_lanes_and_hover():
    table = seed_table()
    evil = '<a href="javascript:alert(1)">click</a><b>x</b><img src=x onerror=alert(1)>'
    table["summary"] = evil
    table["source_actors"] = [[evil]] * len(table)
    table["actors"] = [[evil]] * len(table)
    text = json.dumps(figure(EventView.of(table)))
    assert "<a " not in text and "<img" not in text and "<b>x" not in text and "&lt;a href" in text


def test_the_overview_counts_and_marks_the_lens():
    window = first_window(VIEW.lo, VIEW.hi)
    strip = whole(VIEW.lo, VIEW.hi)
    found = overview_figure(overview(VIEW.middle, strip), strip, window, 1300, LIGHT)
    *bars, ground = found["data"]
    places = [(each["x0"] + each["dx"] * number, each["marker"]["color"]) for each in bars for number in range(len(each["y"]))]
    assert sum(sum(each["customdata"]) for each in bars) == int(VIEW.dated.sum()) and len(places) == OVERVIEW_BINS
    assert all((window.lo <= x <= window.hi) == (colour == LIGHT.accent) for x, colour in places)
    assert len(ground["y"]) == OVERVIEW_BINS and ground["dx"] == strip.length / OVERVIEW_BINS
    assert all(isinstance(each["marker"]["color"], str) for each in bars)  # Plotly warns of an array, once for each bar
    assert found["layout"]["shapes"][0]["x0"] == window.lo


def test_the_heatmap_shows_counts_and_leaves_empty_cells_clear():
    window = whole(VIEW.lo, VIEW.hi)
    rows = np.flatnonzero(VIEW.dated)
    plan = plan_density(VIEW, group_lanes(VIEW, rows, "actor"), window)
    found = density_figure(plan, Frame(Scale(window, 1100), 1268, 300, False), LIGHT)
    heat = found["data"][0]
    assert [[cell or 0 for cell in row] for row in heat["z"]] == plan.counts.tolist()
    assert sum(cell for row in heat["z"] for cell in row if cell is not None) == len(rows)
    assert not any(cell == 0 for row in heat["z"] for cell in row) and any(cell is None for row in heat["z"] for cell in row)


@pytest.mark.parametrize("most", [1, 2, 9, 1_000, 4_000_000])
def test_the_colour_of_a_count_grows_with_its_logarithm(most):
    scale = log_colours(most, LIGHT)
    places = [place for place, _ in scale]
    assert places[0] == 0 and places[-1] == 1 and places == sorted(places) and len(set(places)) == len(places)
    half = places[len(places) // 2] * most
    assert np.log1p(half) == pytest.approx(np.log1p(most) / 2)
    assert scale[-1][1] == LIGHT.faded(LIGHT.accent, 1)


def test_cells_of_the_heatmap_fill_their_lanes_also_when_there_is_only_one():
    window = whole(VIEW.lo, VIEW.hi)
    alone = np.flatnonzero(VIEW.dated & VIEW.codes("status").among(("denied",)))
    for rows, key in ((np.flatnonzero(VIEW.dated), "actor"), (alone, "status")):
        plan = plan_density(VIEW, group_lanes(VIEW, rows, key), window)
        lanes = density_lanes(plan)
        heat = density_figure(plan, Frame(Scale(window, 1100), 1268, lanes[-1].bottom, False), LIGHT)["data"][0]
        assert [heat["y0"] + number * heat["dy"] for number in range(len(lanes))] == [(lane.top + lane.bottom) / 2 for lane in lanes]


def test_the_types_fall_into_at_most_seven_groups():
    assert set(shown_types()) == set(EVENT_TYPES)
    assert len({shown.group for shown in shown_types().values()}) <= MOST_GROUPS
    assert all(len({shown.symbol for shown in shown_types().values() if shown.group == group}) == 1 for group in range(MOST_GROUPS))


def test_a_wrong_line_in_the_table_of_types_is_named(tmp_path):
    path = tmp_path / "groups.csv"
    path.write_text("type,label,group,group_label,symbol\nSTATMENT,Statement,say,Say,circle\n")
    with pytest.raises(Exception, match=r"groups\.csv line 2: unknown event type 'STATMENT'"):
        read_types(path)


@pytest.mark.parametrize(
    ("said", "moment"),
    [("1970-01-02", 86_400_000.0), ("1969-12-31 23:59:59.5", -500.0), (12.5, 12.5), ("-0043-03-15", day_ms("-0043-03-15"))],
)
def test_places_on_the_axis_are_read_as_plotly_reports_them(said, moment):
    assert moment_of(said) == moment


def test_what_is_no_place_on_the_axis_makes_no_window():
    assert window_between("yesterday", "2022-01-01") is None and window_between(5, 5) is None
