"""The explorer in the real page: what a zoom sends, cells and keys of the table, dates in the locale, what nothing found offers."""

from __future__ import annotations

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import open_page
from tests.browser.driving import drawn, settle, visit
from tests.ui.fixture_table import seed_events

pytestmark = pytest.mark.browser
MOST_BYTES = 40_000  # that the server sends for a zoom
HEAD, ROW = 38, 31  # pixels, of the table


def elements(frames) -> set[str]:
    """Return the kinds of elements in the messages."""
    found = set()
    for frame in frames:
        message = ForwardMsg()
        message.ParseFromString(frame)
        if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
            found.add(message.delta.new_element.WhichOneof("type"))
    return found


def cell(page, row: int, x: int) -> None:
    """Click a cell of the table, so many pixels from its left edge."""
    box = page.locator('[data-testid="stDataFrame"] canvas').first.bounding_box()
    page.mouse.click(box["x"] + x, box["y"] + HEAD + ROW * row + ROW / 2)
    page.wait_for_timeout(400)
    settle(page)


def test_a_zoom_sends_the_explorer_and_nothing_else(page, load_server):
    frames: list[bytes] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))
    visit(page, load_server.url)
    page.get_by_role("button", name="All", exact=True).click()
    settle(page)
    assert "download_button" in elements(frames)
    frames.clear()
    page.locator(".st-key-zoom_in button").first.click()
    settle(page)
    assert {"plotly_chart", "dataframe"} <= elements(frames)
    assert not {"download_button", "selectbox"} & elements(frames)  # the header's
    assert sum(map(len, frames)) < MOST_BYTES


def test_a_zoom_keeps_what_is_typed_and_chosen_around_the_explorer(page, server):
    visit(page, f"{server.url}/?actor=Russia&q=resolution")
    page.locator(".st-key-zoom_out button").first.click()
    settle(page)
    assert page.locator(".st-key-filter_text input").input_value() == "resolution"
    assert "actor=Russia" in page.url and "q=resolution" in page.url and "view=" in page.url
    page.go_back()
    settle(page)
    assert "1 of 21: Russia" in page.locator(".says").inner_text()


def test_any_cell_selects_its_event_and_the_arrow_keys_go_on(page, server):
    visit(page, server.url)
    cell(page, 1, 300)
    first = page.locator(".st-key-card h2").inner_text()
    assert "event=" in page.url
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(400)
    settle(page)
    second = page.locator(".st-key-card h2").inner_text()
    assert first != second and {first, second} <= {event.summary for event in seed_events()}


def test_the_actors_of_a_row_lead_to_their_timelines(page, server):
    visit(page, server.url)
    box = page.locator('[data-testid="stDataFrame"]').bounding_box()
    cell(page, 0, int(box["width"] - 60))
    names = page.locator(".st-key-row_names button")
    assert names.count() >= 1
    name = names.first.inner_text()
    names.first.click()
    page.wait_for_url("**profile=**")
    settle(page)
    assert page.locator("h1.title").inner_text() == name


@pytest.mark.parametrize(
    ("locale", "written"), [("en-US", "Mon, Feb 28, 2022"), ("en-GB", "Mon 28 Feb 2022"), ("de-DE", "Mo., 28. Feb. 2022")]
)
def test_dates_follow_the_locale_of_the_browser(browser, server, locale, written):
    expelled = next(event for event in seed_events() if event.trigger == "expelling")
    for page in open_page(browser, locale=locale):
        visit(page, f"{server.url}/?event={expelled.event_id}")
        assert written in page.locator(".st-key-card").inner_text()
        assert len(drawn(page)) == 18


def test_nothing_found_offers_one_filter_less(page, server):
    visit(page, f"{server.url}/?actor=Belarus&q=zebra")
    page.get_by_role("button", name="without “zebra”").click()
    page.wait_for_selector(".says")
    settle(page)
    assert "1 of 21: Belarus" in page.locator(".says").inner_text() and "q=" not in page.url
