"""Take the pictures of the page anew: python -m benchmarks.screenshots [FOLDER] (docs/screenshots/ by default). Needs a Chromium.

The states: empty, one article, the examples, a selected event, zoomed, two actors compared, a phone, dark, no match, a table that
cannot be read, and a million made events as counts. Each server has an empty database of its own, so the examples look as on a first visit.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from benchmarks.made_table import made_table
from tests.browser.conftest import FLAGS, Server, chromium
from tests.browser.driving import CHART, settle, visit

EXAMPLE = "us-expels-russian-un-diplomats"
DESKTOP: dict[str, Any] = {"viewport": {"width": 1400, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 420, "height": 800}, "is_mobile": True, "has_touch": True}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, which server and link it shows, in which theme and on which device, and what is done before."""

    name: str
    server: str = "examples"
    link: str = ""
    scheme: str = "light"
    device: dict[str, Any] = field(default_factory=lambda: DESKTOP)
    before: Callable[[Any], None] | None = None


def _select_a_retold_event(page: Any) -> None:
    label = page.locator(f"{CHART} .textpoint text", has_text="mentions").first.bounding_box()
    page.mouse.move(label["x"] + 12, label["y"] + label["height"] / 2)
    page.mouse.click(label["x"] + 12, label["y"] + label["height"] / 2)
    settle(page)
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)


def _zoom(page: Any) -> None:
    for _ in range(2):
        page.locator(".st-key-zoom_in button").first.click()
        settle(page)


SHOTS = (
    Shot("empty", "empty"),
    Shot("one_article", link=f"?article={EXAMPLE}"),
    Shot("desktop_light"),
    Shot("desktop_dark", scheme="dark"),
    Shot("selected_light", link=f"?article={EXAMPLE}", before=_select_a_retold_event),
    Shot("zoomed", "million", "?actor=Dana+Folgarfol&view=1495000000..1501000000", before=_zoom),
    Shot("compared", link="?profile=Russia&profile=United+States"),
    Shot("phone_light", device=PHONE),
    Shot("phone_dark", scheme="dark", device=PHONE),
    Shot("million", "million"),
    Shot("no_match", link="?actor=Russia&q=nothing+of+the+kind"),
    Shot("error", "error"),
)


def _take(browser: Browser, url: str, shot: Shot, folder: Path) -> None:
    context = browser.new_context(color_scheme=shot.scheme, locale="en-GB", **shot.device)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(120_000)
    visit(page, f"{url}/{shot.link}")
    if shot.before:
        shot.before(page)
    page.wait_for_timeout(400)
    Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(folder / f"{shot.name}.png", optimize=True)
    context.close()


def _environment(name: str, own: Path) -> tuple[str, dict[str, str]]:
    """Return the script of a server and what it is told."""
    if name == "empty":
        return "tests/ui/fixture_page.py", {"DATELINE_FIXTURE": "empty"}
    if name == "error":
        (own / "notes.parquet").write_text("no table")
        return "dashboard.py", {"DATELINE_TABLE": str(own / "notes.parquet")}
    if name == "million":
        pq.write_table(made_table(1_000_000), own / "made.parquet", compression="zstd")
        return "dashboard.py", {"DATELINE_TABLE": str(own / "made.parquet")}
    return "dashboard.py", {}


def main() -> None:
    """Write the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=Path("docs/screenshots"))
    arguments.add_argument("--only", nargs="*", default=[shot.name for shot in SHOTS], help="names of the pictures to take")
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        for name in dict.fromkeys(shot.server for shot in SHOTS if shot.name in options.only):
            with tempfile.TemporaryDirectory() as own:
                script, told = _environment(name, Path(own))
                server = Server(script, Path(own), **told)
                try:
                    for shot in SHOTS:
                        if shot.server == name and shot.name in options.only:
                            _take(browser, server.url, shot, options.folder)
                finally:
                    server.stop()
        browser.close()


if __name__ == "__main__":
    main()
