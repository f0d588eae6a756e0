"""Words for driving the page: waiting until it is at rest, finding a mark's place, reading the chart and the download."""

from __future__ import annotations

import io

import pandas as pd

CHART = ".st-key-timeline .js-plotly-plot"
_READY = """() => {
  const charts = [...document.querySelectorAll('.stPlotlyChart')];
  const twice = ['timeline', 'strip'].some(key => document.querySelectorAll(`.st-key-${key} .js-plotly-plot`).length > 1);
  const still = document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]');
  const said = charts.length > 0 || document.querySelector('[data-testid="stAlert"]');
  const drawn = said && charts.every(chart => chart.querySelector('.main-svg') && chart.querySelector('.js-plotly-plot').data);
  const now = still && !twice && drawn ? 'at ' + charts.map(chart => chart.offsetTop).join() : '';
  const calm = now !== '' && now === window.datelineCalm && charts.every(chart => chart === chart.parentNode.datelineSeen);
  window.datelineCalm = now;
  charts.forEach(chart => { chart.parentNode.datelineSeen = chart; });
  return calm;
}"""
_IDS = """() => { const g = document.querySelector('.st-key-timeline .js-plotly-plot');
  const t = g && g.data && g.data.find(t => t.name === 'events'); return t ? Array.from(t.customdata) : []; }"""
_PLACE = """(id) => { const g = document.querySelector('.st-key-timeline .js-plotly-plot'), l = g._fullLayout;
  const t = g.data.find(t => t.name === 'events'), i = t.customdata.indexOf(id), box = g.getBoundingClientRect();
  return [box.left + l.xaxis._offset + l.xaxis.d2p(t.base[i]) + 8, box.top + l.yaxis._offset + l.yaxis.d2p(t.y[i])]; }"""


def settle(page) -> None:
    """Wait until the app is at rest: not running, each chart there once, drawn, and the same three times 250 ms apart."""
    page.wait_for_timeout(250)
    for _ in range(2):
        page.wait_for_function(_READY, polling=250)


def visit(page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector('[data-testid="stApp"] .title, [data-testid="stAlert"]')
    settle(page)
    page.wait_for_timeout(200)  # the bridge says the width: the chart may be drawn once more
    settle(page)


def drawn(page) -> list[str]:
    """Return the ids of the events that the chart draws."""
    return page.evaluate(_IDS)


def click_mark(page, event_id: str) -> None:
    x, y = page.evaluate(_PLACE, event_id)
    page.mouse.move(x, y)
    page.wait_for_timeout(150)
    page.mouse.click(x, y)
    settle(page)


def hover_mark(page, event_id: str) -> None:
    page.mouse.move(*page.evaluate(_PLACE, event_id))
    page.wait_for_timeout(400)


def tap_mark(page, event_id: str) -> None:
    """Tap a mark as a finger does; it is scrolled into the middle first."""
    y = page.evaluate(_PLACE, event_id)[1]
    page.evaluate("(y) => { const box = document.querySelector('[data-testid=stMain]'); box.scrollTop += y - box.clientHeight / 2; }", y)
    page.wait_for_timeout(200)
    page.touchscreen.tap(*page.evaluate(_PLACE, event_id))
    page.wait_for_timeout(300)
    settle(page)


def choose_actor(page, name: str) -> None:
    field = page.locator(".st-key-filter_actors input")
    field.click()
    page.get_by_role("option", name=name).first.click()
    page.keyboard.press("Escape")
    settle(page)


def download(page, key: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(taken(page, key)[1]), dtype=str, keep_default_na=False)


def taken(page, key: str) -> tuple[str, bytes]:
    """Return the name and the content of a download."""
    button = page.locator(f".st-key-{key} button").first  # a button with a tip stands twice
    if not button.is_visible():
        page.locator(".st-key-download button").first.click()
        button.wait_for()
    with page.expect_download() as waiting:
        button.click()
    with open(waiting.value.path(), "rb") as file:
        content = file.read()
    page.keyboard.press("Escape")
    return waiting.value.suggested_filename, content
