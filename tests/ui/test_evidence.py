from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.fixture_article import SEED
from tests.ui.fixture_table import seed_table
from ui.evidence import card_html, head_html, reason_html, when_html
from ui.marked_text import marked_html
from ui.safe_text import markdown_text, plotly_text, web_link
from ui.theme import LIGHT

TABLE = seed_table()


def row(trigger):
    return TABLE[TABLE["trigger"] == trigger].iloc[0].to_dict()


def whole_card(cells, article=SEED, words=()):
    """Return head and body, between which the page draws the actors."""
    return when_html(cells, LIGHT) + head_html(cells, words) + card_html(cells, article, LIGHT, words)


def test_the_card_marks_trigger_time_and_actors_in_the_sentence():
    card = whole_card(row("announced"))
    assert '<mark class="actor">United States</mark> <mark class="trigger">announced</mark> <mark class="time">Monday</mark>' in card
    assert "Mon 28 Feb 2022" in card and "97%" in card and "relative date in the text" in card
    assert 'href="https://example.org/us-expels"' in card


def test_the_words_of_a_search_are_marked_in_line_and_sentence():
    card = whole_card(row("expelling"), words=["DIPLOMATS"])
    assert '<mark class="hit">diplomats</mark> expelled</h2>' in card and '<mark class="hit">diplomats</mark> from New York' in card


def test_a_corrected_event_says_by_whom():
    assert "edited by the reader" in whole_card(row("expelling") | {"review": "edited"})
    assert "by the reader" not in whole_card(row("expelling"))


@pytest.mark.parametrize(
    ("reason", "marked"),
    [
        ("'Monday' -> Mon 28 Feb 2022: published", '<mark class="time">Monday</mark> → Mon 28 Feb 2022: published'),
        ("'11 p.m.' on Sun 11 May 2025: said", '<mark class="time">11 p.m.</mark> on Sun 11 May 2025: said'),
        ("'a' -> b: month and year assumed; x", '<mark class="time">a</mark> → b: <b class="assumed">month and year assumed</b>; x'),
        ("the text gives no time for this", "the text gives no time for this"),
        ("'<b>' -> <i>", '<mark class="time">&lt;b&gt;</mark> → &lt;i&gt;'),
    ],
)
def test_a_reason_shows_what_was_given_and_what_was_assumed(reason, marked):
    assert reason_html(reason) == marked


@given(st.text(alphabet="'<>&-ab assumed\n", max_size=60))
def test_no_reason_makes_markup(reason):
    assert set(re.findall(r"<[^>]*>", reason_html(reason))) <= {'<mark class="time">', "</mark>", '<b class="assumed">', "</b>"}


def test_an_undated_event_says_so():
    assert "undated" in whole_card(row("protested"))


@given(
    st.text(alphabet="ab<>&\"' é", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=6),
    st.integers(0, 5),
)
def test_marking_keeps_the_text_whatever_the_spans(text, pairs, offset):
    spans = [(min(pair), max(pair), "trigger") for pair in pairs]
    marked = marked_html(text, offset, spans)
    plain = re.sub(r"</?mark[^>]*>", "", marked)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        plain = plain.replace(entity, character)
    assert plain == text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "http://",
        "ftp://example.org/a",
        "http://[bad",
        "",
    ],
)
def test_only_web_addresses_become_links(url):
    assert web_link(url) == ""
    hostile = row("expelling") | {
        "article_title": "<script>alert(1)</script>",
        "summary": "<img src=x onerror=alert(1)>",
        "date_reason": "<b>no</b>",
    }
    from dataclasses import replace

    card = whole_card(hostile, replace(SEED, url=url))
    assert "<script" not in card and "<img" not in card and "<b>no" not in card and "href" not in card


def test_markup_is_escaped_for_markdown_and_plotly():
    assert markdown_text("**x** [a](http://b) :red[c] $d$ <e>") == r"\*\*x\*\* \[a\]\(http\:\/\/b\) \:red\[c\] \$d\$ \<e\>".replace(
        r"\/", r"\/"
    )
    assert plotly_text("<b>x</b> & \n y") == "&lt;b&gt;x&lt;/b&gt; &amp; y"
