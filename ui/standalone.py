"""The timeline as one HTML file that works without a network: Plotly inside, the chart as it is shown, and every shown row below it.

Nothing of an article is markup: texts are escaped, and the chart's data goes through JSON in which no tag can begin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
from plotly.offline import get_plotlyjs

from pipeline.export.about import About
from pipeline.records import Article
from pipeline.view.event_view import EventView, Mask
from pipeline.view.jump import latest_publication
from pipeline.view.lane_groups import Arrangement
from pipeline.view.type_groups import shown_types
from pipeline.view.window import Window
from pipeline.view.words import date_words, published_words
from ui.evidence import reason_html
from ui.explorer import Look, chart_figure, published_line
from ui.keys import certainty_key, shapes_of, symbol_html, type_key
from ui.marked_text import quote_html
from ui.safe_text import html_text, web_link
from ui.shown import lying_ahead
from ui.theme import Theme

WIDTH = 1240.0
MOST_ROWS = 5_000
_IN_JSON = {b"<": b"\\u003c", b">": b"\\u003e", b"&": b"\\u0026", b"\xe2\x80\xa8": b"\\u2028", b"\xe2\x80\xa9": b"\\u2029"}
_SPECIAL = re.compile(b"|".join(map(re.escape, _IN_JSON)))
_CSS = """
:root {{ color-scheme: {mode}; }}
body {{ margin: 0 auto; max-width: 1280px; padding: 20px; background: {paper}; color: {ink};
  font: 15px/1.5 "Source Sans", "Segoe UI", sans-serif; }}
h1 {{ font-size: 24px; margin: 0 0 4px; }}
p {{ margin: 2px 0; color: {muted}; }}
a {{ color: {accent}; }}
.keys {{ display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; margin: 10px 0; font-size: 13px; }}
.keys > div {{ display: flex; flex-wrap: wrap; gap: 2px 12px; }}
.keys span {{ display: inline-flex; align-items: center; gap: 5px; }}
.keys i, .sym {{ display: inline-block; flex: none; }}
.sym {{ width: 11px; height: 11px; }}
#chart {{ overflow-x: auto; }}
ol {{ list-style: none; margin: 16px 0; padding: 0; }}
li {{ border-top: 1px solid {grid}; padding: 10px 0 10px 14px; overflow-wrap: anywhere; }}
li:target {{ background: {band}; border-left: 3px solid {accent}; padding-left: 11px; }}
li b {{ font-weight: 600; }}
li blockquote {{ margin: 4px 0; padding-left: 12px; border-left: 3px solid {grid}; }}
mark {{ color: inherit; border-radius: 3px; padding: 0 2px; }}
mark.trigger {{ background: {trigger}; font-weight: 600; }}
mark.time {{ background: {time}; }}
mark.actor {{ background: {actor}; }}
b.assumed {{ color: {warn}; }}
"""
_SCRIPT = """
const figure = JSON.parse(document.getElementById('figure').textContent);
const chart = document.getElementById('chart');
Plotly.newPlot(chart, figure.data, figure.layout, { displayModeBar: false, scrollZoom: false }).then(() => {
  chart.on('plotly_click', (event) => {
    const id = event.points[0] && event.points[0].customdata;
    const item = typeof id === 'string' && document.getElementById('event-' + id);
    if (item) location.hash = '#' + item.id;
  });
});
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page shows now: the rows' mask, the window, what the lanes stand for, and the theme."""

    view: EventView
    mask: Mask
    window: Window
    lanes: Arrangement
    theme: Theme


def script_json(value: Any) -> str:
    """Return JSON that can stand inside a <script> element: no tag and no line end of JavaScript in it.

    >>> script_json({"a": "</script>"})
    '{"a":"\\\\u003c/script\\\\u003e"}'
    """
    written = orjson.dumps(value, option=orjson.OPT_SERIALIZE_NUMPY)
    return _SPECIAL.sub(lambda found: _IN_JSON[found[0]], written).decode("utf-8")


def standalone_page(scene: Scene, articles: Mapping[str, Article], about: About) -> bytes:
    """Return the HTML file."""
    view, theme = scene.view, scene.theme
    ahead = lying_ahead(view, scene.mask, scene.window, scene.lanes)
    rows = np.flatnonzero(scene.mask & view.touching(scene.window.lo, scene.window.hi) | ahead)
    published, until = published_line(view, rows, scene.window), latest_publication(view, scene.mask)
    figure, answers = chart_figure(view, rows, Look(scene.window, WIDTH, scene.lanes, published, until), theme)
    figure["layout"]["width"] = WIDTH
    shapes = shapes_of(view, scene.mask, ahead=answers.ahead)
    numbers = np.flatnonzero(scene.mask)
    items = "".join(_item(row, articles.get(row["article_id"]), theme) for row in view.rows(numbers[:MOST_ROWS]))
    left = f"<p>{len(numbers) - MOST_ROWS:,} more events are not listed here.</p>" if len(numbers) > MOST_ROWS else ""
    trigger, time, actor = theme.marks
    colours = {"ink": theme.ink, "muted": theme.muted, "paper": theme.paper, "grid": theme.grid, "accent": theme.accent}
    style = _CSS.format(mode=theme.mode, band=theme.band, warn=theme.warn, trigger=trigger, time=time, actor=actor, **colours)
    title, said = html_text(about.title), html_text(about.sentence)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'; "
        "style-src 'unsafe-inline'; img-src data: blob:\">"
        f'<meta name="generator" content="Dateline"><meta name="dateline:filter" content="{html_text(about.filter or "no filter")}">'
        f'<meta name="dateline:rows" content="{about.rows}"><meta name="dateline:undated" content="{about.undated}">'
        f"<title>{title}</title><style>{style}</style></head><body><h1>{title}</h1><p>{said}. "
        "Times are as the articles state them.</p>"
        f'<div class="keys"><div>{type_key(view, scene.mask, theme)}</div><div>{certainty_key(theme, shapes)}</div></div>'
        f'<div id="chart" role="img" aria-label="Timeline of {rows.size} events, listed below"></div><ol>{items}</ol>{left}'
        f'<script type="application/json" id="figure">{script_json(figure)}</script>'
        f"<script>{get_plotlyjs()}</script><script>{_SCRIPT}</script></body></html>\n"
    ).encode("utf-8", "replace")


def _item(row: Mapping[str, Any], article: Article | None, theme: Theme) -> str:
    shown = shown_types()[row["event_type"]]
    link = web_link(article.url) if article else ""
    title = html_text(row["article_title"] or row["article_id"])
    source = f'<a href="{html_text(link)}" rel="noopener noreferrer nofollow">{title}</a>' if link else title
    published = f", published {html_text(published_words(row['published']))}" if isinstance(row["published"], str) else ""
    return (
        f'<li id="event-{html_text(row["event_id"])}">{symbol_html(shown.symbol, theme.palette[shown.group])} '
        f"<b>{html_text(date_words(row))}</b> · {html_text(row['summary'])}"
        f"<blockquote>{quote_html(row, article)}</blockquote>"
        f"<p>{html_text(', '.join(row['actors']))}{' · ' if row['actors'] else ''}{html_text(shown.label)} · {html_text(row['status'])}</p>"
        f"<p>{reason_html(row['date_reason'])}{' · ' if row['date_reason'] else ''}{source}{published}</p></li>"
    )
