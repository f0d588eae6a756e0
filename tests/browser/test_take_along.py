"""Downloads of every format, saved views, undo, the actor's page, corrections and the article reader, in the real page."""

from __future__ import annotations

import io
import json
import zipfile
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
from icalendar import Calendar

from tests.browser.conftest import open_page
from tests.browser.driving import CHART, drawn, settle, taken, visit
from tests.ui.fixture_article import SEED
from tests.ui.fixture_table import seed_events

pytestmark = pytest.mark.browser
EXPELLED = next(event for event in seed_events() if event.trigger == "expelling")
RUSSIA = [event for event in seed_events() if "Russia" in event.actors]


def test_each_format_holds_the_shown_rows_and_says_what_made_it(page, server):
    visit(page, f"{server.url}/?actor=Russia")
    ids = {event.event_id for event in RUSSIA}
    name, content = taken(page, "take_json")
    assert name == f"timeline_russia_{len(ids)}-events.json"
    read = json.loads(content)
    assert {row["event_id"] for row in read["events"]} == ids and read["about"]["filter"] == "Russia"
    rows = pq.read_table(io.BytesIO(taken(page, "take_parquet")[1]))
    assert set(rows["event_id"].to_pylist()) == ids and json.loads(rows.schema.metadata[b"dateline"])["filter"] == "Russia"
    calendar = Calendar.from_ical(taken(page, "take_ics")[1])
    assert str(calendar["x-dateline-filter"]) == "Russia" and len(calendar.walk("VEVENT")) >= 1
    slides = json.loads(taken(page, "take_timelinejs")[1])
    assert {slide["unique_id"] for slide in slides["events"]} == {event.event_id for event in RUSSIA if event.first_day or event.last_day}
    with zipfile.ZipFile(io.BytesIO(taken(page, "take_timeml")[1])) as archive:
        root = ET.fromstring(archive.read("seed.tml"))
    assert "".join(root.find("TEXT").itertext()) == SEED.text and "Russia" in root.findtext("EXTRAINFO")
    name, content = taken(page, "csv_columns")
    assert name.endswith(".csv-metadata.json") and json.loads(content)["dateline:about"]["filter"] == "Russia"


def test_the_web_page_works_by_itself(browser, page, server, tmp_path):
    visit(page, f"{server.url}/?actor=Russia")
    path = tmp_path / "timeline.html"
    path.write_bytes(taken(page, "take_html")[1])
    context = browser.new_context(offline=True)
    alone = context.new_page()
    alone.goto(path.as_uri())
    alone.wait_for_selector("#chart .main-svg")
    assert alone.locator("li").count() == len(RUSSIA)
    assert "Russia" in alone.locator("body > p").first.inner_text()
    assert alone.locator("#chart .textpoint text", has_text="12 Russian U.N. diplomats expelled").count() == 1
    context.close()


@pytest.mark.parametrize(("place", "ending", "first"), [(0, "png", b"\x89PNG"), (1, "svg", b"<svg")])
def test_the_chart_is_handed_over_as_a_picture(page, server, place, ending, first):
    visit(page, server.url)
    page.locator(".st-key-download button").first.click()
    button = page.locator(".st-key-picture button").nth(place)
    button.wait_for()
    with page.expect_download() as waiting:
        button.click()
    assert waiting.value.suggested_filename == f"timeline_21-events.{ending}"
    with open(waiting.value.path(), "rb") as file:
        content = file.read()
    assert content.startswith(first) and len(content) > 10_000


def test_a_view_is_saved_and_opened_again(browser, server):
    for page in open_page(browser):
        visit(page, f"{server.url}/?actor=Belarus")
        page.locator(".st-key-views button").first.click()
        page.locator(".st-key-view_name input").fill("Minsk only")
        page.keyboard.press("Enter")
        page.get_by_text("Minsk only").wait_for()
        visit(page, server.url)
        page.locator(".st-key-views button").first.click()
        page.locator(".st-key-open_view_0 button").first.click()
        settle(page)
        assert "actor=Belarus" in page.url
        visit(page, f"{server.url}/?saved=Minsk+only")
        assert "1 of 21: Belarus" in page.locator(".says").inner_text()
        page.locator(".st-key-views button").first.click()
        page.locator(".st-key-drop_view_0 button").first.click()
        page.get_by_text("No views yet").wait_for()


def test_a_key_takes_the_last_filter_back(page, server):
    visit(page, f"{server.url}/?actor=Belarus")
    page.locator(".st-key-clear button").click()
    page.wait_for_url(lambda url: "actor" not in url)
    settle(page)
    assert "21 events" in page.locator(".says").inner_text()
    page.keyboard.press("u")
    page.wait_for_url("**actor=Belarus**")
    settle(page)
    assert "1 of 21: Belarus" in page.locator(".says").inner_text()


def test_a_lanes_name_leads_to_the_actors_page_and_back(page, server):
    visit(page, server.url)
    label = page.locator(f"{CHART} .annotation-text", has_text="United Nations").first.bounding_box()
    page.mouse.click(label["x"] + 20, label["y"] + 8)
    page.wait_for_url("**profile=**")
    settle(page)
    assert "profile=United" in page.url and page.locator("h1.title").inner_text() == "United Nations"
    assert set(drawn(page)) <= {event.event_id for event in seed_events() if "United Nations" in event.actors}
    page.locator(".st-key-leave_profile button").click()
    page.wait_for_url(lambda url: "profile" not in url)
    settle(page)
    assert "profile" not in page.url


def test_what_happened_around_an_event_and_back(page, server):
    visit(page, f"{server.url}/?actor=Belarus&event={EXPELLED.event_id}")
    page.locator(".st-key-around button").first.click()
    page.get_by_text("± 3 days").first.click()
    page.wait_for_url("**from=**")
    settle(page)
    assert "from 25 February 2022, to 3 March 2022" in page.locator(".says").inner_text()
    assert EXPELLED.event_id in drawn(page) and f"event={EXPELLED.event_id}" in page.url


def test_a_word_in_the_article_leads_to_its_event(page, server):
    visit(page, f"{server.url}/?event={EXPELLED.event_id}")
    page.locator(".st-key-read button").first.click()
    article = page.locator('[role="dialog"] .article')
    article.wait_for()
    assert article.locator("button.chosen").inner_text() == "expelling"
    assert " ".join(article.inner_text().split()) == SEED.text
    article.get_by_role("button", name="vetoed").click()
    page.wait_for_selector('[role="dialog"]', state="detached")
    settle(page)
    assert "Russia vetoes" in page.locator(".st-key-card h2").inner_text()


def test_an_event_is_edited_and_the_edit_undone(browser, server):
    for page in open_page(browser):
        visit(page, f"{server.url}/?event={EXPELLED.event_id}")
        page.locator(".st-key-judge button").first.click()
        page.get_by_text("Edit …").first.click()
        dialog = page.locator('[role="dialog"]')
        dialog.get_by_label("What happened").fill("A dozen <b>expelled</b>")
        dialog.get_by_label("First day").fill("1 March 2022")
        dialog.get_by_label("Last day").fill("1 March 2022")
        dialog.get_by_role("button", name="Save").click()
        dialog.wait_for(state="detached")
        settle(page)
        card = page.locator(".st-key-card")
        assert card.locator("h2").inner_text() == "A dozen <b>expelled</b>" and "Tue 1 Mar 2022" in card.inner_text()
        page.locator(".st-key-judge button").first.click()
        page.get_by_text("Undo the last correction").first.click()
        page.wait_for_timeout(500)
        settle(page)
        assert card.locator("h2").inner_text() == EXPELLED.summary
