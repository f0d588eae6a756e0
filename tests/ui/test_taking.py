"""The pure parts of what is taken along and marked: the web page of its own, the article's pieces, the search's hits, an edit's changes."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.export.about import About
from pipeline.view.event_view import EventView
from pipeline.view.lane_groups import Arrangement
from pipeline.view.window import whole
from tests.ui.fixture_article import SEED
from tests.ui.fixture_table import seed_table
from ui.corrections import changed
from ui.event_list import list_table, tinted
from ui.evidence import around_days
from ui.marked_text import hits, marked_html
from ui.reader import pieces_of
from ui.standalone import Scene, script_json, standalone_page
from ui.theme import LIGHT

TABLE = seed_table()
VIEW = EventView.of(TABLE)
EVIL = '</script><script>alert(1)</script><img src=x onerror="alert(1)"> <b>\u2028&amp;'


def page_of(table, title="T", words="Russia"):
    view = EventView.of(table)
    scene = Scene(view, np.ones(len(view), dtype=bool), whole(view.lo, view.hi), Arrangement(), LIGHT)
    return standalone_page(scene, {"seed": SEED}, About.of(table, title, words)).decode()


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.facts, self.figure, self._inside = [], {}, "", False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, tuple(name for name in attributes if name.startswith("on"))))
        if tag == "meta" and str(attributes.get("name", "")).startswith("dateline:"):
            self.facts[attributes["name"]] = attributes["content"]
        self._inside = attributes.get("id") == "figure"

    def handle_data(self, data):
        if self._inside:
            self.figure += data


def test_the_web_page_lists_every_event_and_says_what_made_it():
    page = Page(page_of(TABLE))
    assert sum(tag == "li" for tag, _ in page.tags) == len(TABLE)
    assert page.facts == {"dateline:filter": "Russia", "dateline:rows": "21", "dateline:undated": "2"}
    events = next(trace for trace in json.loads(page.figure)["data"] if trace.get("name") == "events")
    assert set(events["customdata"]) <= set(TABLE["event_id"])


def test_hostile_text_is_no_markup_in_the_web_page():
    clean, evil = Page(page_of(TABLE)), TABLE.copy()
    for name in ("summary", "article_title", "date_reason"):
        evil[name] = EVIL
    evil["actors"] = [[EVIL] for _ in range(len(evil))]
    found = Page(page_of(evil, EVIL, EVIL))
    assert {tag for tag, _ in found.tags} <= {tag for tag, _ in clean.tags}
    assert sum(tag == "script" for tag, _ in found.tags) == 3 and not any(handlers for _, handlers in found.tags)


def test_nothing_is_fetched_by_the_web_page():
    markup = re.sub(r"<script>.*?</script>", "", page_of(TABLE), flags=re.DOTALL)
    assert "default-src 'none'" in markup and not re.search(r"(src|href)=\"(?!https://example\.org/us-expels)", markup)


@given(
    st.recursive(
        st.text() | st.integers(-(2**53), 2**53), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
    )
)
def test_json_in_a_script_holds_no_tag_and_reads_the_same(value):
    written = script_json(value)
    assert not set(written) & set("<>&\u2028\u2029") and json.loads(written) == value


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(("trigger", "time", "actor"))), max_size=6)


@settings(max_examples=200)
@given(st.text(max_size=30), spans, st.integers(0, 5))
def test_the_pieces_of_an_article_are_its_text(text, found, offset):
    whole_spans = [(min(a, b), max(a, b), kind, f"e{a}", "") for a, b, kind in found]
    pieces = pieces_of(text, offset, whole_spans)
    assert "".join(piece.text for piece in pieces) == text and all(piece.text for piece in pieces)


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=4), max_size=3))
def test_hits_are_the_words_themselves(text, words):
    for start, end, kind in hits(text, words):
        assert kind == "hit" and any(re.fullmatch(re.escape(word), text[start:end], re.IGNORECASE) for word in words)
    assert re.sub("</?mark[^>]*>", "", marked_html("<i>", 0, hits("<i>", ["i"]))) == "&lt;i&gt;"


def row(trigger):
    return TABLE[TABLE["trigger"] == trigger].iloc[0].to_dict()


def entered(cells, **changes):
    return {"summary": cells["summary"], "status": cells["status"], "actors": list(cells["actors"]), **changes}


def test_only_what_differs_is_an_edit():
    cells = row("expelling")
    days = (cells["first_day"], cells["last_day"])
    assert changed(cells, entered(cells), days) == {}
    assert changed(cells, entered(cells, status="planned"), days) == {"status": "planned"}
    assert changed(cells, entered(cells), ("March 2022", "March 2022")) == {"first_day": "2022-03-01", "last_day": "2022-03-31"}
    assert changed(cells, entered(cells), ("", "")) == {"first_day": None, "last_day": None}


@pytest.mark.parametrize(("summary", "first"), [("", "2022-03-01"), ("x", "31 Feb 2022")])
def test_an_edit_that_cannot_be_is_named(summary, first):
    with pytest.raises(ValueError, match=r"needs a line|is no date"):
        changed(row("expelling"), entered(row("expelling"), summary=summary), (first, ""))


def test_around_an_event_are_its_days_and_some_more():
    expelled = VIEW.row_of[row("expelling")["event_id"]]
    assert [str(day) for day in around_days(VIEW, expelled, 3)] == ["2022-02-25", "2022-03-03"]
    session = VIEW.row_of[row("session")["event_id"]]
    assert [str(day) for day in around_days(VIEW, session, 1)] == ["2022-02-27", "2022-03-03"]
    assert around_days(VIEW, VIEW.row_of[row("protested")["event_id"]], 3) is None


def test_cells_with_a_searched_word_are_tinted():
    table = list_table(VIEW, [0, 1, 2])
    assert tinted(table, [], "#fff").to_pylist() == table.to_dict("records")
    styles = tinted(table, ["EXPULSION"], "#abc").to_html()
    assert styles.count("background-color: #abc") >= 1
