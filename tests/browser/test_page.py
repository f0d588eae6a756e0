from __future__ import annotations

import pytest

from tests.browser.conftest import open_page
from tests.browser.driving import CHART, choose_actor, click_mark, download, drawn, settle, tap_mark, visit
from tests.ui.fixture_table import seed_events

pytestmark = pytest.mark.browser
EXPELLED = next(event for event in seed_events() if event.trigger == "expelling")
NEBENZIA = next(event for event in seed_events() if event.trigger == "told")


def test_the_page_draws_lanes_strip_and_table(page, server):
    visit(page, server.url)
    assert len(drawn(page)) == 18
    assert page.locator(".st-key-strip .js-plotly-plot").is_visible()
    assert "21 events" in page.locator(".says").inner_text()
    assert page.locator('[data-testid="stDataFrame"]').is_visible()
    box = page.locator(CHART).bounding_box()
    assert box["width"] > 1200


def test_next_without_a_selection_begins_with_what_is_drawn(page, server):
    visit(page, server.url)
    before = set(drawn(page))
    page.keyboard.press("n")
    page.wait_for_url(lambda url: "event=" in url)
    settle(page)
    assert page.url.split("event=")[1].split("&")[0] in before


def test_an_actor_filter_changes_chart_table_sentence_and_link(page, server):
    visit(page, server.url)
    before = drawn(page)
    choose_actor(page, "Belarus")
    assert "1 of 21: Belarus" in page.locator(".says").inner_text()
    assert "actor=Belarus" in page.url
    page.get_by_role("button", name="Clear filters").click()
    page.wait_for_url(lambda url: "actor" not in url)
    settle(page)
    assert drawn(page) == before
    choose_actor(page, "United Nations")
    assert "actor=United+Nations" in page.url or "actor=United%20Nations" in page.url
    wanted = {event.event_id for event in seed_events() if "United Nations" in event.actors}
    assert set(drawn(page)) == wanted
    assert page.get_by_text("All 3", exact=True).is_visible()


def test_a_click_on_a_mark_opens_its_sentence(page, server):
    visit(page, server.url)
    for event in (EXPELLED, NEBENZIA):
        click_mark(page, event.event_id)
        card = page.locator(".st-key-card")
        assert event.summary in card.locator("h2").inner_text()
        assert event.sentence in " ".join(card.locator("blockquote").inner_text().split())
        assert card.locator("mark.trigger").first.inner_text() == event.trigger
        assert f"event={event.event_id}" in page.url


def test_a_click_on_a_label_opens_its_sentence_too(page, server):
    visit(page, server.url)
    page.wait_for_timeout(300)
    label = page.locator(f"{CHART} .textpoint text", has_text="Invasion of Ukraine goes on").first.bounding_box()
    page.mouse.move(label["x"] + label["width"] - 4, label["y"] + label["height"] / 2)
    page.wait_for_timeout(150)
    page.mouse.click(label["x"] + label["width"] - 4, label["y"] + label["height"] / 2)
    settle(page)
    assert page.locator(".st-key-card h2").inner_text() == "Invasion of Ukraine goes on"


def test_next_previous_and_close_by_keyboard(page, server):
    visit(page, f"{server.url}/?event={EXPELLED.event_id}")
    page.keyboard.press("n")
    settle(page)
    after = page.locator(".st-key-card h2").inner_text()
    assert after != EXPELLED.summary
    page.keyboard.press("p")
    settle(page)
    assert page.locator(".st-key-card h2").inner_text() == EXPELLED.summary
    page.keyboard.press("Escape")
    settle(page)
    assert "Nothing selected" in page.locator(".st-key-card").inner_text()
    assert "event=" not in page.url


def test_a_search_with_shortcut_letters_only_searches(page, server):
    visit(page, f"{server.url}/?event={EXPELLED.event_id}")
    page.locator(".st-key-filter_text input").click()
    page.keyboard.type("pn")
    settle(page)
    assert page.locator(".st-key-card h2").inner_text() == EXPELLED.summary


def test_the_shown_csv_has_the_shown_rows_and_the_other_all(page, server):
    visit(page, f"{server.url}/?actor=United+Nations&status=planned&status=ongoing")
    shown = download(page, "csv_shown")
    wanted = [event for event in seed_events() if "United Nations" in event.actors and event.status in ("planned", "ongoing")]
    assert set(shown["event_id"]) == {event.event_id for event in wanted}
    assert len(shown) == len(wanted) == 2
    everything = download(page, "csv_all")
    assert set(everything["event_id"]) == {event.event_id for event in seed_events()}


def test_a_link_restores_filters_selection_lanes_and_window(page, server):
    visit(page, f"{server.url}/?actor=Russia&status=happened&lanes=type&event={EXPELLED.event_id}")
    before = (drawn(page), page.locator(".says").inner_text(), page.locator(".st-key-card h2").inner_text())
    page.locator(".st-key-zoom_in button").first.click()
    settle(page)
    assert "view=" in page.url
    zoomed = drawn(page)
    visit(page, page.url)
    assert drawn(page) == zoomed
    assert (page.locator(".says").inner_text(), page.locator(".st-key-card h2").inner_text()) == before[1:]
    assert "of 21: Russia, happened" in before[1]


def test_dragging_over_the_strip_chooses_the_window(page, server):
    visit(page, server.url)
    strip = page.locator(".st-key-strip .js-plotly-plot").bounding_box()
    page.mouse.move(strip["x"] + 20, strip["y"] + 20)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.5, strip["y"] + 22, steps=6)
    page.mouse.up()
    settle(page)
    page.wait_for_timeout(300)
    assert drawn(page) == [event.event_id for event in seed_events() if event.time_text == "2018"]


def test_a_click_on_the_strip_moves_the_window_there(page, server):
    warnings: list[str] = []
    page.on("console", lambda message: warnings.append(message.text) if "WARN" in message.text else None)
    visit(page, server.url)
    strip = page.locator(".st-key-strip .js-plotly-plot").bounding_box()
    place = strip["x"] + strip["width"] * 0.5, strip["y"] + 25
    page.mouse.move(*place)
    page.wait_for_timeout(200)
    page.mouse.click(*place)
    settle(page)
    shown = page.evaluate("(() => document.querySelector('.st-key-strip .js-plotly-plot').layout.shapes[0])()")
    axis = page.evaluate("(() => document.querySelector('.st-key-strip .js-plotly-plot').layout.xaxis.range.map(Number))()")
    middle = (shown["x0"] + shown["x1"]) / 2
    assert abs((middle - axis[0]) / (axis[1] - axis[0]) - 0.5) < 0.02
    assert not warnings  # each costs time


def test_panning_the_lanes_reaches_the_server(page, server):
    visit(page, server.url)
    chart = page.locator(CHART).bounding_box()
    y = chart["y"] + 60
    page.mouse.move(chart["x"] + 1200, y)
    page.mouse.down()
    page.mouse.move(chart["x"] + 300, y, steps=8)
    page.mouse.up()
    page.wait_for_timeout(600)
    settle(page)
    assert "view=" in page.url
    assert "0 earlier" not in page.locator(".st-key-earlier").inner_text()
    assert len(drawn(page)) < 18


def test_a_phone_gets_one_row_for_each_event(browser, server):
    for page in open_page(browser, 420, 800, is_mobile=True, has_touch=True):
        visit(page, server.url)
        page.wait_for_timeout(800)
        settle(page)
        ys = page.evaluate("() => document.querySelector('.st-key-timeline .js-plotly-plot').data.find(t => t.name === 'events').y")
        assert len(set(ys)) == len(ys) == 18
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 420


def test_a_tap_opens_the_mark_that_was_tapped(browser, server):
    for page in open_page(browser, 420, 800, is_mobile=True, has_touch=True):
        visit(page, server.url)
        for event in (NEBENZIA, EXPELLED, NEBENZIA):
            tap_mark(page, event.event_id)
            assert f"event={event.event_id}" in page.url
            assert page.locator(".st-key-card h2").inner_text() == event.summary


def test_many_events_become_a_heatmap_and_a_cell_zooms_in(browser, load_server):
    for page in open_page(browser):
        visit(page, load_server.url)
        page.get_by_role("button", name="All", exact=True).click()
        settle(page)
        assert "click a cell or zoom in" in page.locator(".keys").inner_text()
        chart = page.locator(CHART).bounding_box()
        before = page.locator(".st-key-timeline .xtick").first.text_content()
        page.mouse.move(chart["x"] + chart["width"] * 0.58, chart["y"] + 55)
        page.wait_for_timeout(300)
        page.mouse.click(chart["x"] + chart["width"] * 0.58, chart["y"] + 55)
        page.wait_for_timeout(800)
        settle(page)
        assert page.locator(".st-key-timeline .xtick").first.text_content() != before
        assert "view=" in page.url
