"""How fast the page is in a real Chromium: python -m benchmarks.page_scale [1000 100000 1000000]

Made tables of these sizes are opened as a reader would. Printed is the median over several rounds, and the best (on a busy machine
that is nearer the truth): from the click until the new chart is drawn, what the server sent for it, the time of a first visit to a
running server, the server's memory, and the CSV.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from playwright.sync_api import Browser, sync_playwright

from benchmarks.made_table import made_table
from tests.browser.conftest import FLAGS, Server, chromium
from tests.browser.driving import settle, visit

ROUNDS = 5
# Until the chart's node is a new one, drawn, and (for a filter) the sentence above it has changed.
_NEW = """(before) => { const g = document.querySelector('.st-key-timeline .js-plotly-plot');
  const says = document.querySelector('.says'), said = says && says.innerText;
  const drawn = g && !g.datelineOld && g.querySelector('.main-svg') && g.data && g._fullLayout && g.calcdata;
  return drawn && (before === null || said !== before) ? performance.now() : 0; }"""
_MARK = """() => { const g = document.querySelector('.st-key-timeline .js-plotly-plot'); if (g) g.datelineOld = true;
  return performance.now(); }"""


@dataclass(slots=True)
class Traffic:
    """Counts the bytes that the server sends over the page's socket, and those of the charts among them."""

    received: int = 0
    charts: int = 0

    def listen(self, page: Any) -> None:
        """Begin to count."""
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: self._add(frame)))

    def _add(self, frame: bytes | str) -> None:
        self.received += len(frame)
        if isinstance(frame, bytes) and b'"layout":' in frame:
            self.charts += len(frame)


def _repaint(page: Any, traffic: Traffic, act: Any, *, filtered: bool = False) -> tuple[float, float, float]:
    """Do something and return the seconds until the new chart stands, and the kilobytes sent until the page is at rest: all, charts."""
    before = page.locator(".says").inner_text() if filtered else None
    sent, charts, start = traffic.received, traffic.charts, page.evaluate(_MARK)
    act()
    end = page.wait_for_function(_NEW, arg=before, polling="raf", timeout=60_000).json_value()
    settle(page)
    return (end - start) / 1000, (traffic.received - sent) / 1000, (traffic.charts - charts) / 1000


def _first_paint(browser: Browser, url: str) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="en-GB")
    page, traffic = context.new_page(), Traffic()
    traffic.listen(page)
    page.goto(url, wait_until="commit")
    end = page.wait_for_function(_NEW, arg=None, polling="raf", timeout=120_000).json_value()
    settle(page)
    context.close()
    return end / 1000, traffic.received / 1000


def _memory(server: Server) -> dict[str, float]:
    lines = Path(f"/proc/{server.process.pid}/status").read_text(encoding="utf-8").splitlines()
    fields = dict(line.split(":", 1) for line in lines)
    return {name: int(fields[name].split()[0]) / 1e6 for name in ("VmRSS", "VmHWM")}


def _choose(page: Any, name: str) -> Any:
    field = page.locator(".st-key-filter_actors input")
    field.click()
    page.keyboard.type(name)
    option = page.get_by_role("option", name=name).first
    option.wait_for()
    return option.click


def _csv(page: Any) -> tuple[float, float]:
    """Download all rows; return the seconds it took and the longest wait for a zoom meanwhile."""
    page.locator(".st-key-download button").first.click()
    button = page.locator(".st-key-csv_all button").first
    button.wait_for()
    start = time.monotonic()
    with page.expect_download(timeout=180_000) as waiting:
        button.click()
        page.keyboard.press("Escape")
        zoom = _repaint(page, Traffic(), page.locator(".st-key-zoom_in button").first.click)[0]
    path = waiting.value.path()
    return time.monotonic() - start, zoom if path else 0.0


def measure(browser: Browser, count: int) -> dict[str, float]:
    """Return the figures of one size."""
    with tempfile.TemporaryDirectory() as own:
        table = Path(own) / "made.parquet"
        pq.write_table(made_table(count), table, compression="zstd")
        server = Server("dashboard.py", Path(own), DATELINE_TABLE=str(table))
        try:
            return _measured(browser, server)
        finally:
            server.stop()


def _measured(browser: Browser, server: Server) -> dict[str, float]:
    cold = _first_paint(browser, server.url)[0]
    warm = [_first_paint(browser, server.url) for _ in range(3)]
    page, traffic = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True).new_page(), Traffic()
    traffic.listen(page)
    page.set_default_timeout(60_000)
    visit(page, server.url)
    zooms = [_repaint(page, traffic, page.locator(".st-key-zoom_in button").first.click) for _ in range(ROUNDS)]
    zooms += [_repaint(page, traffic, page.locator(".st-key-zoom_out button").first.click) for _ in range(ROUNDS)]
    strip = page.locator(".st-key-strip .js-plotly-plot").bounding_box()

    def box_select() -> None:
        page.mouse.up()

    boxes = []
    for number in range(3):
        page.mouse.move(strip["x"] + strip["width"] * (0.3 + 0.1 * number), strip["y"] + 20)
        page.mouse.down()
        page.mouse.move(strip["x"] + strip["width"] * (0.5 + 0.1 * number), strip["y"] + 22, steps=5)
        boxes.append(_repaint(page, traffic, box_select))
    names = ("Ministry of Lowmere", "Council of Kessel", "Ministry of Tarvik", "Bank of Breck")
    filters = [_repaint(page, traffic, _choose(page, name), filtered=True) for name in names]
    page.keyboard.press("Escape")
    settle(page)
    visit(page, server.url)
    before = _memory(server)
    seconds, meanwhile = _csv(page)
    page.context.close()
    return {
        "zoom s": statistics.median(time for time, *_ in zooms),
        "best": min(time for time, *_ in zooms),
        "box s": statistics.median(time for time, *_ in boxes),
        "best ": min(time for time, *_ in boxes),
        "filter s": statistics.median(time for time, *_ in filters),
        "best  ": min(time for time, *_ in filters),
        "first paint s": statistics.median(time for time, _ in warm),
        "cold s": cold,
        "charts KB": statistics.median(charts for *_, charts in zooms),
        "zoom KB": statistics.median(size for _, size, _ in zooms),
        "filter KB": statistics.median(size for _, size, _ in filters),
        "first KB": warm[0][1],
        "memory GB": before["VmRSS"],
        "peak GB": before["VmHWM"],
        "csv s": seconds,
        "zoom during csv s": meanwhile,
    }


def main() -> None:
    """Print one row for each size."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("counts", nargs="*", type=int, default=[1_000, 100_000, 1_000_000])
    counts = arguments.parse_args().counts
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        for number, count in enumerate(counts):
            found = measure(browser, count)
            if number == 0:
                print("| events | " + " | ".join(found) + " |")
            print(f"| {count:,} | " + " | ".join(f"{value:.2f}" for value in found.values()) + " |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
