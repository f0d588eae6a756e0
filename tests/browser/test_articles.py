"""Articles added in the real page with the real line: pasted, uploaded, hostile, removed."""

from __future__ import annotations

import json

import pytest

from tests.browser.conftest import open_page
from tests.browser.driving import download, settle, visit

pytestmark = pytest.mark.browser
PASTED = (
    "Published: 4 April 2023\n\nHarbour talks in Tallinn\n\n"
    "The port of Tallinn signed a contract with Nordkai Shipping on Monday. Nordkai must pay by 20 April."
)
HOSTILE = (
    'Published: 5 May 2023\n\n=HYPERLINK("http://evil.example","x") signed a treaty\n\n'
    '<script>window.hacked=1</script> Minister <img src=x onerror="window.hacked=1"> Ann Lee signed a treaty on Monday. '
    "Ann Lee told <b>reporters</b> [here](javascript:window.hacked=1) that Estonia will vote on Friday."
)


def open_articles(page) -> None:
    page.locator(".st-key-articles button").first.click()
    page.wait_for_selector('[role="dialog"] textarea')
    settle(page)


def paste(page, text: str) -> None:
    open_articles(page)
    page.locator('[role="dialog"] textarea').fill(text)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".st-key-read_articles button")
    settle(page)


def read(page) -> None:
    page.locator(".st-key-read_articles button").click()
    page.wait_for_selector('[role="dialog"]', state="detached", timeout=60_000)
    settle(page)


@pytest.fixture(scope="module")
def shared(browser, line_server):
    for page in open_page(browser):
        page.goto(line_server.url)  # the first visit loads the model and reads the examples
        page.wait_for_selector(".st-key-timeline .js-plotly-plot", timeout=90_000)
        yield page


def test_nothing_is_fetched_from_another_machine(shared, line_server):
    asked = []
    shared.on("request", lambda request: asked.append(request.url))
    visit(shared, line_server.url)
    own = ("http://127.0.0.1", "http://localhost", "ws://127.0.0.1", "ws://localhost", "data:", "blob:")
    assert asked
    assert [url for url in asked if not url.startswith(own)] == []


def test_the_seeds_are_on_the_page_with_the_real_line(shared, line_server):
    visit(shared, line_server.url)
    assert shared.locator(".st-key-timeline .js-plotly-plot").is_visible()
    assert "expel" in shared.evaluate("() => JSON.stringify(document.querySelector('.st-key-timeline .js-plotly-plot').data)")


def test_an_event_told_more_than_once_is_one_mark_and_its_card_leads_to_each_mention(shared, line_server):
    visit(shared, f"{line_server.url}/?article=us-expels-russian-un-diplomats")
    said = shared.locator(".says").inner_text()
    assert "mentions" in said
    mark = shared.locator(".st-key-timeline .textpoint text", has_text="mentions").first
    assert mark.text_content().split(" · ")[-1][0].isdigit()
    box = mark.bounding_box()
    shared.mouse.move(box["x"] + 12, box["y"] + box["height"] / 2)
    shared.mouse.click(box["x"] + 12, box["y"] + box["height"] / 2)
    settle(shared)
    first = shared.url
    shared.locator(".st-key-mention_list button").first.click()
    shared.locator('[class*="st-key-mention_"]:not(.st-key-mention_list) button').first.click()
    settle(shared)
    assert "event=" in first and shared.url != first
    assert shared.locator(".st-key-card h2").is_visible()
    shown, every = download(shared, "csv_shown"), download(shared, "csv_all")
    assert not shown["story_id"].duplicated().any() and len(shown) == int(said.split()[0])
    assert every["story_id"].duplicated().any()


def test_a_pasted_article_appears_with_the_date_that_the_reader_gives(shared, line_server):
    visit(shared, line_server.url)
    paste(shared, PASTED)
    assert shared.locator('[role="dialog"] [data-testid="stDateInput"] input').first.input_value() == "2023-04-04"
    read(shared)
    data = shared.evaluate("() => JSON.stringify(document.querySelector('.st-key-timeline .js-plotly-plot').data)")
    assert "Tallinn" in data and "20 April 2023" in data
    visit(shared, f"{line_server.url}/?q=Nordkai")
    rows = download(shared, "csv_shown")
    assert set(rows["article_title"]) == {"Harbour talks in Tallinn"}
    assert "2023-04-03" in set(rows["first_day"]) and "2023-04-20" in set(rows["last_day"])


def test_a_hostile_article_is_harmless_on_the_page_and_in_the_csv(shared, line_server):
    visit(shared, line_server.url)
    paste(shared, HOSTILE)
    read(shared)
    visit(shared, f"{line_server.url}/?q=Ann+Lee")
    for _ in range(3):
        shared.locator(".st-key-next button").first.click()
        settle(shared)
        assert "Lee" in shared.locator(".st-key-card blockquote").inner_text()
    shared.locator(".st-key-read button").first.click()
    shared.wait_for_selector('[role="dialog"] .article')
    assert "<script>window.hacked=1</script>" in shared.locator('[role="dialog"] .article').inner_text()
    assert shared.evaluate("() => window.hacked") is None
    assert shared.locator('img[src="x"]').count() == 0
    assert shared.locator('a[href^="javascript"]').count() == 0
    assert shared.evaluate("() => [...document.querySelectorAll('svg a')].length") == 0
    shared.keyboard.press("Escape")
    rows = download(shared, "csv_shown")
    assert len(rows) and not rows.map(lambda cell: cell.startswith(("=", "+", "@", "\t"))).any(axis=None)


def test_several_files_are_read_and_a_bad_one_is_named(shared, line_server, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.jsonl"
    good.write_text("date 2023-06-02 Daugavgriva elected a new mayor on Thursday.", encoding="utf-8")
    bad.write_text('{"id": 1, "text": ', encoding="utf-8")
    visit(shared, line_server.url)
    open_articles(shared)
    shared.locator('[role="dialog"] input[type="file"]').set_input_files([str(good), str(bad)])
    shared.wait_for_selector(".st-key-read_articles button")
    settle(shared)
    assert "bad.jsonl" in shared.locator('[role="dialog"] [data-testid="stAlert"]').first.inner_text()
    read(shared)
    assert "Daugavgriva" in shared.evaluate("() => JSON.stringify(document.querySelector('.st-key-timeline .js-plotly-plot').data)")


def test_removing_an_article_asks_first(shared, line_server):
    visit(shared, f"{line_server.url}/?q=Daugavgriva")
    open_articles(shared)
    dialog = shared.locator('[role="dialog"]')
    dialog.get_by_role("tab", name="My articles").click()
    before = dialog.get_by_role("button", name="Remove").count()
    assert before >= 1
    dialog.get_by_role("button", name="Remove").last.click()
    dialog.get_by_role("button", name="Keep it").wait_for()
    dialog.get_by_role("button", name="Yes, remove").click()
    shared.wait_for_selector('[role="dialog"]', state="detached")
    settle(shared)
    assert "No event matches" in shared.locator('[data-testid="stAlert"]').inner_text()


def test_two_megabytes_of_one_word_do_not_stop_the_page(shared, line_server, tmp_path):
    big = tmp_path / "mondays.txt"
    big.write_text("date 2023-06-02 " + "Monday " * 300_000, encoding="utf-8")
    visit(shared, line_server.url)
    open_articles(shared)
    shared.locator('[role="dialog"] input[type="file"]').set_input_files(str(big))
    shared.wait_for_selector('[role="dialog"] [data-testid="stAlert"]')
    assert "split it" in shared.locator('[role="dialog"] [data-testid="stAlert"]').first.inner_text()
    shared.keyboard.press("Escape")
    visit(shared, line_server.url)
    assert shared.locator(".st-key-timeline .js-plotly-plot").is_visible()
    assert json.loads(shared.evaluate("() => JSON.stringify(document.body.innerText.length)")) < 100_000
