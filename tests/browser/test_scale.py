"""A million events in a real browser, and every way to move through time: wheel, drag, double click, words, lanes, touch."""

from __future__ import annotations

import time

import pyarrow.parquet as pq
import pytest

from benchmarks.made_table import made_table
from benchmarks.page_scale import Traffic
from tests.browser.conftest import Server, open_page
from tests.browser.driving import CHART, click_mark, drawn, hover_mark, settle, visit
from tests.ui.fixture_table import seed_events

pytestmark = pytest.mark.browser
MANY = 1_000_000
SLOWEST = 8.0  # seconds; benchmarks/page_scale.py has the true figures, this only finds what hangs (the machine may be busy)


@pytest.fixture(scope="module")
def big_server(tmp_path_factory, browser):
    folder = tmp_path_factory.mktemp("million")
    pq.write_table(made_table(MANY), folder / "made.parquet", compression="zstd")
    running = Server("dashboard.py", folder, DATELINE_TABLE=str(folder / "made.parquet"))
    yield running
    running.stop()


def ticks(page) -> list[str]:
    return page.locator(".st-key-timeline .xtick").all_text_contents()


def view_of(page) -> tuple[float, float]:
    lo, hi = page.url.split("view=")[1].split("&")[0].split("..")
    return float(lo), float(hi)


def wheel(page, share: float, steps: int, *, ctrl: bool = False) -> None:
    box = page.locator(CHART).bounding_box()
    page.mouse.move(box["x"] + box["width"] * share, box["y"] + 60)
    if ctrl:
        page.keyboard.down("Control")
    for _ in range(abs(steps)):
        page.mouse.wheel(0, 100 if steps > 0 else -100)
        page.wait_for_timeout(60)
    if ctrl:
        page.keyboard.up("Control")
    page.wait_for_timeout(500)
    settle(page)


def test_a_million_events_open_zoom_and_filter(browser, big_server):
    for page in open_page(browser):
        page.set_default_timeout(90_000)
        traffic = Traffic()
        traffic.listen(page)
        visit(page, big_server.url)
        assert "1,000,000 mentions" in page.locator(".says").inner_text()
        heat = page.evaluate("() => document.querySelector('.st-key-timeline .js-plotly-plot').data[0].type")
        assert heat == "heatmap" and not drawn(page)
        sent, begin = traffic.received, time.monotonic()
        page.locator(".st-key-zoom_in button").first.click()
        settle(page)
        assert time.monotonic() - begin < SLOWEST and traffic.received - sent < 200_000
        begin = time.monotonic()
        page.locator(".st-key-filter_actors input").click()
        page.get_by_role("option").first.click()
        page.keyboard.press("Escape")
        settle(page)
        assert time.monotonic() - begin < SLOWEST
        assert " of " in page.locator(".says").inner_text() and "actor=" in page.url


def test_a_million_events_are_zoomed_down_to_single_ones(browser, big_server):
    for page in open_page(browser):
        page.set_default_timeout(90_000)
        visit(page, f"{big_server.url}/?actor=Olga+Bartorfol&view=1500000000..1500600000")
        assert 0 < len(drawn(page)) <= 350
        event_id = drawn(page)[0]
        visit(page, f"{big_server.url}/?event={event_id}&view=1500000000..1500600000")
        assert page.locator(".st-key-card blockquote").is_visible()


def test_a_name_that_is_not_offered_can_be_typed_in_part(browser, big_server):
    for page in open_page(browser):
        page.set_default_timeout(90_000)
        visit(page, big_server.url)
        page.locator(".st-key-filter_actors input").click()
        page.keyboard.type("kira barmartor")
        page.keyboard.press("Enter")
        settle(page)
        page.keyboard.press("Escape")
        settle(page)
        assert "Kira Barmartor" in page.locator(".says").inner_text()


def test_the_wheel_zooms_and_a_double_click_goes_back(page, server):
    visit(page, f"{server.url}/?lanes=status&shut=happened&shut=denied&shut=ongoing&shut=hypothetical")
    before = ticks(page)
    wheel(page, 0.6, -3, ctrl=True)
    first = view_of(page)
    wheel(page, 0.6, -3, ctrl=True)
    second = view_of(page)
    assert second[1] - second[0] < first[1] - first[0] and ticks(page) != before
    wheel(page, 0.6, 8, ctrl=True)
    third = view_of(page)
    assert third[1] - third[0] > second[1] - second[0]
    box = page.locator(CHART).bounding_box()
    page.mouse.dblclick(box["x"] + box["width"] - 30, box["y"] + box["height"] - 20)
    page.wait_for_timeout(400)
    settle(page)
    assert "view=" not in page.url and ticks(page) == before


def test_the_wheel_scrolls_a_page_that_is_longer_than_the_screen(page, server):
    visit(page, server.url)
    wheel(page, 0.6, 2)
    assert "view=" not in page.url
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTop") > 0


def test_the_wheel_over_the_axis_zooms_on_every_page(page, server):
    visit(page, server.url)
    tick = page.locator(f"{CHART} .xtick").nth(2).bounding_box()
    page.mouse.move(tick["x"], tick["y"] + 4)
    for _ in range(3):
        page.mouse.wheel(0, -100)
        page.wait_for_timeout(60)
    page.wait_for_timeout(500)
    settle(page)
    assert "view=" in page.url


def test_a_click_on_a_lanes_arrow_shuts_it_and_another_opens_it(page, server):
    visit(page, server.url)
    before = drawn(page)
    names = page.locator(f"{CHART} .annotation-text").all_text_contents()
    number = sum(name in "▾▸" for name in names[: next(place for place, name in enumerate(names) if "United States" in name)]) - 1
    page.locator(f"{CHART} .annotation-text", has_text="▾").nth(number).click()
    settle(page)
    assert "shut=United+States" in page.url or "shut=United%20States" in page.url
    assert len(drawn(page)) < len(before)
    page.locator(f"{CHART} .annotation-text", has_text="▸").first.click()
    settle(page)
    assert drawn(page) == before and "shut=" not in page.url


def test_a_date_in_words_and_the_last_month_move_the_window(browser, line_server):
    for page in open_page(browser):
        page.set_default_timeout(90_000)
        visit(page, line_server.url)
        page.locator(".st-key-go_to button").first.click()
        field = page.locator(".st-key-typed_date input")
        field.fill("early March 2022")
        field.press("Enter")
        settle(page)
        assert "1 – 10 Mar 2022" in page.locator(".aside").first.inner_text()
        lo, hi = view_of(page)
        assert lo < 1646092800 and 1646956800 < hi < 1648000000
        field.fill("no such time")
        field.press("Enter")
        settle(page)
        assert "no time that this page knows" in page.locator(".aside").first.inner_text() and view_of(page) == (lo, hi)
        page.get_by_role("button", name="Last month", exact=True).click()
        settle(page)
        assert view_of(page)[0] > lo


def test_an_undated_event_has_a_lane_and_opens_its_sentence(page, server):
    visit(page, server.url)
    lane = page.locator(".st-key-undated")
    assert "No date" in lane.inner_text() and "Belarus protests" in lane.inner_text()
    lane.get_by_role("button", name="Belarus protests").click()
    settle(page)
    assert page.locator(".st-key-card h2").inner_text() == "Belarus protests"


def test_what_lies_ahead_without_a_day_is_opened_like_any_event_and_says_so_everywhere(page, server):
    visit(page, server.url)
    (retaliation,) = [event.event_id for event in seed_events() if event.trigger == "retaliate"]
    assert retaliation in drawn(page)
    label = page.locator(f"{CHART} .textpoint text", has_text="no day stated")
    assert label.text_content() == "Russian retaliation expected · no day stated"
    hover_mark(page, retaliation)
    assert "no day stated; after 1 Mar 2022" in page.locator(f"{CHART} .hoverlayer").text_content()
    click_mark(page, retaliation)
    assert "no day stated; after 1 Mar 2022" in page.locator(".st-key-card .when").inner_text()
    assert "no day stated" in page.locator(".stPlotlyChart").last.get_attribute("aria-label")
    page.locator(".st-key-lane_panel button").first.click()
    page.locator(".st-key-ahead label").click()
    settle(page)
    page.keyboard.press("Escape")
    assert retaliation not in drawn(page) and "ahead=no" in page.url
    assert "Russian retaliation expected" in page.locator(".st-key-undated").inner_text()
    visit(page, page.url)
    assert retaliation not in drawn(page) and "no day stated" in page.locator(".st-key-card .when").inner_text()


def test_how_the_lanes_stand_outlasts_a_zoom_and_the_first_look_into_their_panel(page, server):
    visit(page, f"{server.url}/?order=name&shut=Russia&mentions=all")
    page.locator(".st-key-zoom_out button").first.click()
    settle(page)
    page.locator(".st-key-lane_panel button").first.click()
    page.locator(".st-key-ahead label").click()
    settle(page)
    assert all(part in page.url for part in ("order=name", "shut=Russia", "mentions=all", "ahead=no", "view="))


def test_the_order_of_lanes_is_chosen_and_kept_in_the_link(page, server):
    visit(page, server.url)
    page.locator(".st-key-lane_panel button").first.click()
    page.get_by_text("By name", exact=True).click()
    settle(page)
    assert "order=name" in page.url
    names = page.locator(f"{CHART} .annotation-text").all_text_contents()
    lanes = [name for name in names if "event" in name or name[-1:].isdigit()]
    visit(page, page.url)
    again = page.locator(f"{CHART} .annotation-text").all_text_contents()
    assert [name for name in again if "event" in name or name[-1:].isdigit()] == lanes
