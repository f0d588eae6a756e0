from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.view.date_style import speak
from pipeline.view.day_text import read_day
from pipeline.view.words import long_day, short_day

DAYS = st.integers(Day.of(-3999, 1, 1).ordinal, Day.of(2999, 12, 31).ordinal).map(Day.from_ordinal)


@given(DAYS)
def test_every_day_is_read_back_from_its_iso_form_and_from_words(day):
    assert read_day(str(day)) == read_day(long_day(day)) == read_day(short_day(day)) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("44 BC", "-0043-01-01", "-0043-12-31"),
        ("15 March 44 B.C.", "-0043-03-15", "-0043-03-15"),
        ("March 7, 2022", "2022-03-07", "2022-03-07"),
        ("  sept  2022 ", "2022-09-01", "2022-09-30"),
    ],
)
def test_a_part_of_a_date_reaches_to_its_ends(text, first, last):
    assert (str(read_day(text)), str(read_day(text, end=True))) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("28.02.2022", "2022-02-28", "2022-02-28"),
        ("28. 2. 2022", "2022-02-28", "2022-02-28"),
        ("28/02/2022", "2022-02-28", "2022-02-28"),
        ("02/28/2022", "2022-02-28", "2022-02-28"),
        ("28-02-2022", "2022-02-28", "2022-02-28"),
        ("2022/2/28", "2022-02-28", "2022-02-28"),
        ("2022.02.28.", "2022-02-28", "2022-02-28"),
        ("2022年2月28日", "2022-02-28", "2022-02-28"),
        ("2022年2月", "2022-02-01", "2022-02-28"),
        ("02.2022", "2022-02-01", "2022-02-28"),
        ("2/2022", "2022-02-01", "2022-02-28"),
        ("28 février 2022", "2022-02-28", "2022-02-28"),
        ("1er mars 2022", "2022-03-01", "2022-03-01"),
        ("lundi 28 février 2022", "2022-02-28", "2022-02-28"),
        ("28. Februar 2022", "2022-02-28", "2022-02-28"),
        ("Mo., 28. Februar 2022", "2022-02-28", "2022-02-28"),
        ("28 de febrero de 2022", "2022-02-28", "2022-02-28"),
        ("28 lutego 2022", "2022-02-28", "2022-02-28"),
        ("28 февраля 2022", "2022-02-28", "2022-02-28"),
        ("28 فبراير 2022", "2022-02-28", "2022-02-28"),
        ("Février 2022", "2022-02-01", "2022-02-28"),
        ("März 2022", "2022-03-01", "2022-03-31"),
        ("Monday 28 February 2022", "2022-02-28", "2022-02-28"),
        ("28th of February 2022", "2022-02-28", "2022-02-28"),
        ("3/4/2022", "2022-04-03", "2022-04-03"),
    ],
)
def test_the_common_ways_of_writing_a_day_are_read(text, first, last):
    assert (str(read_day(text)), str(read_day(text, end=True))) == (first, last)


def test_between_slashes_the_readers_locale_says_what_comes_first():
    try:
        speak("en-US")
        assert str(read_day("3/4/2022")) == "2022-03-04" and str(read_day("28/2/2022")) == "2022-02-28"
        assert str(read_day("3.4.2022")) == "2022-04-03"
        speak("de-DE")
        assert str(read_day("3/4/2022")) == "2022-04-03"
    finally:
        speak(None)


@pytest.mark.parametrize(
    "text",
    ["31 février 2022", "31.02.2022", "13/13/2022", "early 2022", "last spring 2022", "the day 2022", "soon 2022", "before March 2022",
     "early March 2022", "28 bananas 2022", "1.2.3.2022", "2022/13", "28 février", "00.00.2022"],
)  # fmt: skip
def test_what_no_calendar_has_or_says_something_else_is_none(text):
    assert read_day(text) is None and read_day(text, end=True) is None


@pytest.mark.parametrize("text", ["", "soon", "31 Feb 2022", "2022-13", "2022-02-30", "0 BC", "123456", "<b>", "12000 BC", "7 March"])
def test_what_is_no_date_is_none(text):
    assert read_day(text) is None and read_day(text, end=True) is None
