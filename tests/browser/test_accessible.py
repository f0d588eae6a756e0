"""No serious breach of the accessibility rules that axe-core checks, in light and dark, in the main states of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import open_page
from tests.browser.driving import settle, visit
from tests.ui.fixture_table import seed_events

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
EXPELLED = next(event for event in seed_events() if event.trigger == "expelling")


def breaches(page) -> list[str]:
    page.evaluate(AXE + "; undefined")
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")["violations"]
    serious = [rule for rule in found if rule["impact"] in ("serious", "critical")]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in serious for node in rule["nodes"]]


def opened(page, key: str) -> None:
    page.locator(f".st-key-{key} button").first.click()
    settle(page)
    page.wait_for_timeout(500)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_breach_in_any_main_state(browser, server, scheme):
    for page in open_page(browser, color_scheme=scheme):
        visit(page, f"{server.url}/?event={EXPELLED.event_id}")
        assert breaches(page) == []
        for key, field in (("more", ".st-key-filters"), ("download", ".st-key-parcel"), ("views", ".st-key-saved")):
            opened(page, key)
            assert page.locator(field).is_visible() and breaches(page) == []
            page.keyboard.press("Escape")
            page.wait_for_timeout(300)
        opened(page, "read")
        assert page.locator('[role="dialog"] .article').is_visible() and breaches(page) == []
        page.keyboard.press("Escape")
        visit(page, f"{server.url}/?profile=Russia")
        assert breaches(page) == []
        visit(page, f"{server.url}/?q=zebra")
        assert breaches(page) == []


def test_every_part_is_reached_with_the_tab_key_alone(page, server):
    visit(page, f"{server.url}/?event={EXPELLED.event_id}")
    wanted = {
        "filter_actors",
        "lanes",
        "filter_text",
        "more",
        "views",
        "download",
        "articles",
        "fit",
        "next",
        "read",
        "around",
        "judge",
        "part",
    }
    script = "() => [...document.querySelectorAll('[class*=st-key-]')].filter(e => e.contains(document.activeElement))" + (
        ".flatMap(e => [...e.classList]).filter(c => c.startsWith('st-key-')).map(c => c.slice(7))"
    )
    reached: set[str] = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached |= set(page.evaluate(script))
        if wanted <= reached:
            break
    assert wanted <= reached, wanted - reached
