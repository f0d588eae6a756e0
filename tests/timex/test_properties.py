"""Laws that hold for every text: spans, order, intervals, EDTF, moving with the publication day, idempotent refiners."""

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.records import Article
from pipeline.timex import find_timexes
from pipeline.timex.find import candidates_of, refined
from pipeline.timex.order import REFINERS
from pipeline.timex.page import Page
from tests.timex.case_files import load_cases

VOCABULARY = """
    Monday Sunday yesterday today tomorrow March April 3 5 17th 2019 1939 480 BC the of on in by until last next this week month year
    quarter first third - , . " weeks days ago later two several about early late end summer every 8 p.m. noon night morning decade
    century Christmas will meet met announced he said fiscal half 1980s past coming
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 12, 31))
RELAXED = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def analysed(model, text, day):
    article = Article("a", "", text, day)
    return article, model.analyse(article)


@RELAXED
@given(text=TEXTS, day=DAYS)
def test_spans_and_intervals(model, text, day):
    article, doc = analysed(model, text, day)
    end = 0
    for timex in find_timexes(article, doc):
        assert timex.start_char >= end
        assert text[timex.start_char : timex.end_char] == timex.text
        assert timex.text == timex.text.strip()
        assert timex.value
        assert timex.rule and timex.reason.startswith("'")
        if timex.first_day and timex.last_day:
            assert timex.first_day <= timex.last_day
        if timex.start_time and timex.end_time:
            assert timex.start_time <= timex.end_time
        end = timex.end_char


@RELAXED
@given(text=TEXTS, day=DAYS)
def test_edtf_is_valid(model, text, day):
    article, doc = analysed(model, text, day)
    for timex in find_timexes(article, doc):
        if timex.edtf:
            parse_edtf(timex.edtf)


@RELAXED
@given(text=TEXTS, day=DAYS)
def test_refiners_are_idempotent(model, text, day):
    _, doc = analysed(model, text, day)
    page = Page.of(doc)
    once = refined(page, [candidate for _, candidate in candidates_of(text, 0)])
    again = once
    for refine in REFINERS:
        again = refine(again, page)
    assert again == once


@pytest.mark.parametrize(
    "text", ["He resigned on Monday.", "It closed three days ago.", "They met yesterday.", "They will meet on Friday."]
)
def test_relative_dates_move_with_publication(read, text):
    """Four weeks later the same sentence means days four weeks later."""
    first = [t.first_day for t in read(text, "2022-03-01")]
    moved = [t.first_day for t in read(text, "2022-03-29")]
    assert first and [day.plus(28) for day in first] == moved


@pytest.mark.parametrize("case", [c for c in load_cases() if c["dct"]][:150], ids=lambda c: c["id"])
def test_case_edtf_is_valid(case, read):
    for timex in read(case["text"], case["dct"]):
        if timex.edtf:
            parse_edtf(timex.edtf)
