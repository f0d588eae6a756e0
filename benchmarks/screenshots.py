"""Take the pictures of the page anew: python -m benchmarks.screenshots [FOLDER] (docs/screenshots/ by default). Needs a Chromium.

The page runs with an empty database of its own, so the pictures show the example articles as a first visit does.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, Server, chromium
from tests.browser.driving import CHART, settle, visit

EXAMPLE = "us-expels-russian-un-diplomats"
DESKTOP: dict[str, Any] = {"viewport": {"width": 1400, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 420, "height": 800}, "is_mobile": True, "has_touch": True}


def _select_a_retold_event(page: Any) -> None:
    label = page.locator(f"{CHART} .textpoint text", has_text="mentions").first.bounding_box()
    page.mouse.move(label["x"] + 12, label["y"] + label["height"] / 2)
    page.mouse.click(label["x"] + 12, label["y"] + label["height"] / 2)
    settle(page)
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)


def _take(browser: Browser, url: str, path: Path, scheme: str, device: dict[str, Any]) -> None:
    context = browser.new_context(color_scheme=scheme, **device)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(90_000)
    visit(page, url)
    if path.stem.startswith("selected"):
        _select_a_retold_event(page)
    page.screenshot(path=path)
    context.close()


def main() -> None:
    """Write the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=Path("docs/screenshots"))
    folder = arguments.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        server = Server("dashboard.py", Path(own))
        try:
            for scheme in ("light", "dark"):
                _take(browser, server.url, folder / f"desktop_{scheme}.png", scheme, DESKTOP)
                _take(browser, server.url, folder / f"phone_{scheme}.png", scheme, PHONE)
            _take(browser, f"{server.url}/?article={EXAMPLE}", folder / "selected_light.png", "light", DESKTOP)
        finally:
            server.stop()
            browser.close()


if __name__ == "__main__":
    main()
