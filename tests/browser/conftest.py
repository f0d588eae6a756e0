"""A real server and a real Chromium for the page's tests. Without a Chromium they are skipped, loudly; with CI=true they fail."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium(find: Callable[[str], str | None] = shutil.which, environment: Mapping[str, str] = os.environ) -> str:
    """Return the path of a Chromium; without one skip the test, loudly, or fail it where CI=true says that it must run."""
    found = next((path for name in NAMES if (path := find(name))), "")
    if not found:
        reason = f"NO CHROMIUM FOUND ({', '.join(NAMES)}): the page is NOT tested in a browser"
        if environment.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """One Streamlit server of a script, with its own database; its log is printed when it dies."""

    def __init__(self, script: str, folder: Path, **environment: str) -> None:
        self.port, self.log = _free_port(), folder / "server.log"
        self.url = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(self.port), "--server.headless", "true"]
        env = {**os.environ, "DATELINE_DB": f"sqlite:///{folder / 'page.db'}", "PYTHONPATH": str(ROOT), **environment}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.process.poll() is not None:
                pytest.fail(f"the server died:\n{self.log.read_text(errors='replace')}")
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.2)
        self.stop()
        pytest.fail(f"the server did not come up:\n{self.log.read_text(errors='replace')}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, browser: object) -> Iterator[Server]:
    running = Server("tests/ui/fixture_page.py", tmp_path_factory.mktemp("seed"), DATELINE_FIXTURE="seed")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def load_server(tmp_path_factory: pytest.TempPathFactory, browser: object) -> Iterator[Server]:
    running = Server("tests/ui/fixture_page.py", tmp_path_factory.mktemp("load"), DATELINE_FIXTURE="load")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def line_server(tmp_path_factory: pytest.TempPathFactory, browser: object) -> Iterator[Server]:
    """The page as it is shipped: real line, real seeds, an empty database."""
    running = Server("dashboard.py", tmp_path_factory.mktemp("line"))
    yield running
    running.stop()


@pytest.fixture
def page(browser, server) -> Iterator[object]:
    yield from open_page(browser)


def open_page(browser, width: int = 1400, height: int = 900, **more) -> Iterator[object]:
    more = {"locale": "en-GB", **more}
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True, **more)
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    yield opened
    context.close()
